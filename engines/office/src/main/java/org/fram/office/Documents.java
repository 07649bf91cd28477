package org.fram.office;

import java.nio.file.Path;

/// Reading documents.
public final class Documents {

    private Documents() {}

    /// Reads a document as it would be with all tracked changes accepted.
    ///
    /// @throws UnreadableDocumentException if it cannot be read; the message is ready to be shown
    public static Document read(Path file) {
        return read(file, Revision.ACCEPTED);
    }

    /// Reads a document in one state of its tracked changes.
    ///
    /// @throws UnreadableDocumentException if it cannot be read; the message is ready to be shown
    public static Document read(Path file, Revision revision) {
        throw new UnreadableDocumentException(
                UnreadableDocumentException.Reason.UNKNOWN_FORMAT, file + ": no reader for revision " + revision);
    }

    /// Which state of a document with tracked changes is read.
    public enum Revision {
        /// Insertions are text, deletions are gone.
        ACCEPTED,
        /// As before the changes: insertions are gone, deletions are text.
        ORIGINAL
    }
}
