package org.fram.app.platform.runs;

import org.fram.app.platform.texts.Text;

/// The work of a run cannot be done. The text says what was seen and what to do.
public final class RunFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Text reason;

    public RunFailedException(Text reason) {
        super(reason.key());
        this.reason = reason;
    }

    Text reason() {
        return reason;
    }
}
