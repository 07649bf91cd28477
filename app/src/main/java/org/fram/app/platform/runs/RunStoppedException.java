package org.fram.app.platform.runs;

/// The work is to end now, without a result: it was cancelled, the program ends, or another worker has it. Work lets
/// it pass.
public final class RunStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RunStoppedException(RunId run) {
        super("Run %s was stopped.".formatted(run));
    }
}
