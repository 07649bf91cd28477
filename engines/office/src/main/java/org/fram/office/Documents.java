package org.fram.office;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.fram.office.UnreadableDocumentException.Reason;

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
        if (!Files.isRegularFile(file)) {
            throw new UnreadableDocumentException(Reason.MISSING, file + ": there is no such file. Check the path.");
        }
        return switch (format(file)) {
            case DOCX -> DocxReader.read(file, revision);
            case PDF -> PdfReader.read(file);
            case TEXT -> TextReader.read(file);
            case MARKDOWN -> MarkdownReader.read(file);
        };
    }

    static Document.Format format(Path file) {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(8);
        } catch (IOException e) {
            throw new UnreadableDocumentException(Reason.CORRUPT, file + ": " + e.getMessage());
        }
        if (head.length == 0) {
            throw new UnreadableDocumentException(Reason.EMPTY, file + ": the file is empty.");
        }
        if (head.length > 4 && head[0] == 'P' && head[1] == 'K') {
            return Document.Format.DOCX;
        }
        if (head.length > 4 && head[0] == '%' && head[1] == 'P' && head[2] == 'D' && head[3] == 'F') {
            return Document.Format.PDF;
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".md") || name.endsWith(".markdown") ? Document.Format.MARKDOWN : Document.Format.TEXT;
    }

    /// Which state of a document with tracked changes is read.
    public enum Revision {
        /// Insertions are text, deletions are gone.
        ACCEPTED,
        /// As before the changes: insertions are gone, deletions are text.
        ORIGINAL
    }
}
