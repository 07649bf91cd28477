package org.fram.schedule;

/// A plan, or a file with one, that cannot be computed with. The message says what was seen and what to do.
public final class UnusablePlanException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param message of whole sentences
    public UnusablePlanException(String message) {
        super(message);
    }

    /// @param message of whole sentences
    /// @param cause what a library said
    public UnusablePlanException(String message, Throwable cause) {
        super(message, cause);
    }
}
