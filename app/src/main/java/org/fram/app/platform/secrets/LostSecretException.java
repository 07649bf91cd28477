package org.fram.app.platform.secrets;

/// A secret cannot be opened: it was sealed with another key, for something else, or was changed since.
public final class LostSecretException extends Exception {

    LostSecretException(Throwable cause) {
        super("A secret was sealed with another key than the present one, or was changed since.", cause);
    }
}
