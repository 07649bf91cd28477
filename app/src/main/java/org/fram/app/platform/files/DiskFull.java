package org.fram.app.platform.files;

import org.jspecify.annotations.Nullable;

/// Tells a full disk from other failures. Java has no type for it, so the system's words are looked at.
final class DiskFull {

    private DiskFull() {}

    static boolean explains(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("No space left on device") || message.contains("quota exceeded")) {
                return true;
            }
        }
        return false;
    }
}
