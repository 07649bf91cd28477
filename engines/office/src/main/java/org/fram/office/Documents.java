package org.fram.office;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.fram.office.UnreadableDocumentException.Reason;

/// Reading documents: DOCX (also DOCM and their templates), PDF, plain text and Markdown, told by their
/// content.
///
/// Files are refused, with an [UnreadableDocumentException], that are missing, empty, over 500 MB, encrypted,
/// damaged, dangerous (zip bombs, XML that reaches for other files), of another format, or not what their
/// name says.
public final class Documents {

    private Documents() {}

    /// Reads a document as it would be with all tracked changes accepted.
    ///
    /// @throws UnreadableDocumentException if it cannot be read; the message is ready to be shown
    public static Document read(Path file) {
        return read(file, Revision.ACCEPTED);
    }

    /// Reads a document in one state of its tracked changes. Only DOCX knows tracked changes; a document of
    /// another format is the same in both states.
    ///
    /// @throws UnreadableDocumentException if it cannot be read; the message is ready to be shown
    public static Document read(Path file, Revision revision) {
        return switch (format(file)) {
            case DOCX -> DocxReader.read(file, revision);
            case PDF -> PdfReader.read(file);
            case TEXT -> written(file, TextReader.read(name(file), text(file)));
            case MARKDOWN -> written(file, MarkdownReader.read(name(file), text(file)));
        };
    }

    /// The document of a text in Markdown that is in no file.
    ///
    /// @param name what the document is called
    public static Document markdown(String name, String text) {
        return MarkdownReader.read(name, text);
    }

    /// Writes blocks as a Word document. Their places are not looked at; a table's merged rows are written as they
    /// come.
    public static void writeDocx(List<Block> blocks, OutputStream out) throws IOException {
        DocxWriter.write(blocks, out);
    }

    /// The same as bytes.
    public static byte[] docx(List<Block> blocks) {
        return InMemory.bytes(out -> writeDocx(blocks, out));
    }

    /// Writes pieces that show two versions as a Word document whose changes are tracked: accepting all gives the later
    /// version, rejecting all the earlier one.
    ///
    /// @param author whose changes they are
    /// @param at when they were made
    public static void writeDocx(List<Marked> pieces, String author, Instant at, OutputStream out) throws IOException {
        DocxWriter.write(pieces, new DocxTracking(author, at), out);
    }

    /// The same as bytes.
    public static byte[] docx(List<Marked> pieces, String author, Instant at) {
        return InMemory.bytes(out -> writeDocx(pieces, author, at, out));
    }

    /// What a file's content is, or a refusal.
    static Document.Format format(Path file) {
        return FileFormat.of(file);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String text(Path file) {
        String text;
        try {
            text = TextDecoding.decode(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UnreadableDocumentException(
                    Reason.CORRUPT, file + ": the file cannot be read to its end (" + e.getMessage() + ").");
        }
        if (text == null) {
            throw new UnreadableDocumentException(
                    Reason.UNKNOWN_FORMAT,
                    file + ": this begins as text but is none. Give a DOCX, a PDF, or a text file.");
        }
        return text;
    }

    private static Document written(Path file, Document document) {
        if (document.blocks().isEmpty()) {
            throw new UnreadableDocumentException(
                    Reason.EMPTY, file + ": the document holds no text. Get the file again.");
        }
        return document;
    }

    /// Which state of a document with tracked changes is read.
    public enum Revision {
        /// Insertions are text, deletions are gone.
        ACCEPTED,
        /// As before the changes: insertions are gone, deletions are text.
        ORIGINAL
    }
}
