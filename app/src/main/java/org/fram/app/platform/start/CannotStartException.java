package org.fram.app.platform.start;

/// Fram cannot start for a reason that whoever starts it can put right. The message says what was seen and
/// what to do.
public final class CannotStartException extends RuntimeException {

    public CannotStartException(String message) {
        super(message);
    }

    public CannotStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
