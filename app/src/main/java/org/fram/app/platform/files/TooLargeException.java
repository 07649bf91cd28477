package org.fram.app.platform.files;

import java.io.IOException;

/// A content has more bytes than it may have.
final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1;

    TooLargeException(long most) {
        super("There are more than %d bytes.".formatted(most));
    }
}
