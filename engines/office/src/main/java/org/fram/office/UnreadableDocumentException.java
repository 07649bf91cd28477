package org.fram.office;

/// A document that cannot be read, and why: the message says what was seen and what to do, and names the
/// file.
public final class UnreadableDocumentException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    /// With a message that is ready to be shown to a user.
    public UnreadableDocumentException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /// The closed set of causes.
    public Reason reason() {
        return reason;
    }

    /// Why a document cannot be read.
    public enum Reason {
        MISSING,
        EMPTY,
        UNKNOWN_FORMAT,
        NOT_WHAT_ITS_NAME_SAYS,
        ENCRYPTED,
        CORRUPT,
        BOMB,
        EXTERNAL_ENTITIES,
        SCANNED,
        TOO_LARGE
    }
}
