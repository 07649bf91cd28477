package org.fram.office;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Writing remarks into the document that they are about: Word comments in DOCX, annotations in PDF.
public final class Remarks {

    private Remarks() {}

    /// Whether documents of this format can carry remarks. Text and Markdown cannot.
    public static boolean carriedBy(Document.Format format) {
        return switch (format) {
            case DOCX, PDF -> true;
            case TEXT, MARKDOWN -> false;
        };
    }

    /// Writes a copy of a document with a comment at the place of each remark; nothing else in it changes,
    /// and comments that it has are kept.
    ///
    /// A remark marks exactly its quote where the place holds it; else the first place in the document that
    /// does; else all of the block (of the row, in a table) at its place. Text boxes and footnotes cannot
    /// hold comments in Word: there the comment stands at the box or at the footnote's sign.
    ///
    /// @param source a DOCX or PDF document
    /// @param remarks with places and quotes as [Documents#read(Path)] gave them
    /// @param target the copy, in the source's format; replaced if it exists, untouched if something fails
    /// @throws UnreadableDocumentException if the source cannot be read
    /// @throws NoPlaceForRemarksException if the source's format cannot carry remarks
    /// @throws UncheckedIOException if the target cannot be written
    public static void write(Path source, List<Remark> remarks, Path target) {
        Document.Format format = Documents.format(source);
        if (!carriedBy(format)) {
            throw new NoPlaceForRemarksException(source, format);
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UncheckedIOException(
                    new IOException(target + ": there is no folder to write it to. Make it first."));
        }
        try {
            Path written = folder.resolve("." + target.getFileName() + ".part");
            try {
                switch (format) {
                    case DOCX -> DocxRemarks.write(source, remarks, written);
                    case PDF -> PdfRemarks.write(source, remarks, written);
                    case TEXT, MARKDOWN -> throw new NoPlaceForRemarksException(source, format);
                }
                Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(target + ": the annotated document cannot be written.", e);
        }
    }
}
