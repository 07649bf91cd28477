package org.fram.app.operation;

/// What was asked for cannot be done, for a reason that whoever asked can put right. The message says what was seen and
/// what to do.
public final class RefusedException extends RuntimeException {

    RefusedException(String message) {
        super(message);
    }

    RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
