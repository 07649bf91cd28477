package org.fram.app.platform.runs;

/// A kind of long work that a module does. It is done again from its beginning when the program ended before it did, so
/// until [RunningRun#finish] it changes nothing that lasts.
public interface Work {

    /// Names it in the table of runs and, below `runs.kind.`, in the texts: `sow-import`.
    String kind();

    /// Does it: reads the input, tells how far it is, and finishes with a result.
    ///
    /// @throws RunFailedException where it cannot be done for a reason that people can understand
    void run(RunningRun run);
}
