package org.fram.office;

import java.nio.file.Path;
import java.util.List;

/// Writing remarks into the document that they are about.
public final class Remarks {

    private Remarks() {}

    /// Writes a copy of a document with a comment at the place of each remark; nothing else in it changes.
    ///
    /// @param source a DOCX or PDF document
    /// @param remarks with places and quotes as [Documents] gave them
    /// @param target the copy; replaced if it exists, untouched if something fails
    /// @throws UnreadableDocumentException if the source cannot be read
    public static void write(Path source, List<Remark> remarks, Path target) {
        if (Documents.format(source) == Document.Format.PDF) {
            PdfRemarks.write(source, remarks, target);
            return;
        }
        throw new UnreadableDocumentException(
                UnreadableDocumentException.Reason.UNKNOWN_FORMAT,
                source + ": " + remarks.size() + " remarks cannot be written to " + target + " yet.");
    }
}
