package org.fram.app.operation;

/// Where it is told what goes on.
@FunctionalInterface
public interface Progress {

    /// Nobody is told.
    Progress SILENT = _ -> {};

    /// Tells a line.
    void tells(String line);
}
