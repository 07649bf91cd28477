package org.fram.app.platform.access;

/// Whoever asks sees the thing but may not do that with it. Pages do not offer it, so this is a stale page
/// or a trick.
public final class NotAllowedException extends RuntimeException {

    /// @param act what was tried
    public NotAllowedException(Act act) {
        super("This takes at least the role %s.".formatted(act.least().code()));
    }
}
