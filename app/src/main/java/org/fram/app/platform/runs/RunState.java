package org.fram.app.platform.runs;

import org.fram.app.platform.access.Code;

/// How it stands with a run.
public enum RunState implements Code {
    /// Nobody has taken it yet.
    QUEUED,
    RUNNING,
    DONE,
    /// It ended without a result; the run says why.
    FAILED,
    /// Somebody did not want it any more.
    CANCELLED;

    /// Whether nothing more will happen.
    public boolean ended() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
