package org.fram.app.platform.access;

/// There is no such thing, or it is nothing to whoever asks, which shall look the same.
public final class NotFoundException extends RuntimeException {

    public NotFoundException() {
        super("There is no such thing for whoever asks.");
    }
}
