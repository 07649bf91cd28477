package org.fram.postgres;

/// The database cannot be started or stopped. The message says what was seen, and what to do.
public final class PostgresException extends RuntimeException {

    PostgresException(String message) {
        super(message);
    }

    PostgresException(String message, Throwable cause) {
        super(message, cause);
    }
}
