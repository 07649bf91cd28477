package org.fram.office;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.fram.office.Document.Format;
import org.fram.office.UnreadableDocumentException.Reason;
import org.jspecify.annotations.Nullable;

/// What a file is by its content. A file whose name promises something else is refused rather than read as
/// what it happens to be: whoever sent it sent the wrong one.
final class FileFormat {

    /// Files above this are refused.
    static final long MOST_BYTES = 500L << 20;

    private static final int HEAD = 4096;
    private static final String SAVE = " Open it in its program, save it as DOCX or PDF, and give that.";

    private FileFormat() {}

    /// The format of a file's content, or a refusal.
    static Format of(Path file) {
        byte[] head = head(file);
        if (begins(head, "PK\u0003\u0004") || begins(head, "PK\u0005\u0006")) {
            if (new String(head, StandardCharsets.ISO_8859_1).contains("mimetypeapplication/vnd.oasis.opendocument")) {
                throw unknown(file, "an OpenDocument file");
            }
            return named(file, Format.DOCX, "a zip package, as Word writes it");
        }
        if (new String(head, 0, Math.min(head.length, 1024), StandardCharsets.ISO_8859_1).contains("%PDF-")) {
            return named(file, Format.PDF, "a PDF");
        }
        if (begins(head, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            throw ole(file);
        }
        if (begins(head, "{\\rtf")) {
            throw unknown(file, "Rich Text Format");
        }
        String text = TextDecoding.decode(head);
        if (text == null) {
            String seen = "neither a Word document nor a PDF nor text";
            if (promised(file) != null) {
                throw new UnreadableDocumentException(
                        Reason.NOT_WHAT_ITS_NAME_SAYS,
                        file + ": the content is " + seen + ", whatever the name says. Get the file again.");
            }
            throw unknown(file, seen);
        }
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            throw unknown(file, "a web page");
        }
        if (start.startsWith("<?xml") && (start.contains("wordml") || start.contains("xmlpackage"))) {
            throw unknown(file, "a Word document saved as one XML file");
        }
        return named(file, markdown(file) ? Format.MARKDOWN : Format.TEXT, "plain text");
    }

    private static byte[] head(Path file) {
        if (Files.isDirectory(file)) {
            throw new UnreadableDocumentException(
                    Reason.MISSING, file + ": this is a folder. Name the document in it.");
        }
        if (!Files.exists(file)) {
            throw new UnreadableDocumentException(Reason.MISSING, file + ": there is no such file. Check its path.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.size(file);
            if (size == 0) {
                throw new UnreadableDocumentException(
                        Reason.EMPTY, file + ": the file is empty (0 bytes). Get the file again.");
            }
            if (size > MOST_BYTES) {
                throw new UnreadableDocumentException(
                        Reason.TOO_LARGE,
                        "%s: the file has %d MB; at most %d MB are read. Take out its images or split it."
                                .formatted(file, size >> 20, MOST_BYTES >> 20));
            }
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw new UnreadableDocumentException(
                    Reason.MISSING, file + ": the file cannot be opened (" + e.getMessage() + "). Check its rights.");
        }
    }

    private static boolean begins(byte[] head, String signature) {
        byte[] bytes = signature.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= bytes.length && Arrays.equals(bytes, Arrays.copyOf(head, bytes.length));
    }

    private static Format named(Path file, Format content, String seen) {
        Format promised = promised(file);
        boolean text = content == Format.TEXT || content == Format.MARKDOWN;
        boolean kept = promised == null
                || promised == content
                || (text && (promised == Format.TEXT || promised == Format.MARKDOWN));
        if (!kept) {
            throw new UnreadableDocumentException(
                    Reason.NOT_WHAT_ITS_NAME_SAYS,
                    file + ": by its name this is " + words(promised) + ", by its content " + seen
                            + ". If the content is what you want, give the file its right name.");
        }
        return content;
    }

    private static @Nullable Format promised(Path file) {
        return switch (ending(file)) {
            case "docx", "docm", "dotx", "dotm" -> Format.DOCX;
            case "pdf" -> Format.PDF;
            case "txt", "text" -> Format.TEXT;
            case "md", "markdown" -> Format.MARKDOWN;
            default -> null;
        };
    }

    private static boolean markdown(Path file) {
        return promised(file) == Format.MARKDOWN;
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String words(@Nullable Format format) {
        return switch (format) {
            case DOCX -> "a Word document";
            case PDF -> "a PDF";
            case MARKDOWN -> "Markdown";
            case null, default -> "plain text";
        };
    }

    /// Why a file in Microsoft's older container is refused: encrypted, or of the old formats.
    private static UnreadableDocumentException ole(Path file) {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = container.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                return new UnreadableDocumentException(
                        Reason.ENCRYPTED,
                        file + ": the document is protected by a password. Open it in Word, remove the password, and"
                                + " save it.");
            }
            if (root.hasEntryCaseInsensitive("WordDocument")) {
                return unknown(file, "a Word document in the old DOC format");
            }
            if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
                return unknown(file, "an Excel workbook in the old XLS format");
            }
            if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
                return unknown(file, "a PowerPoint presentation in the old PPT format");
            }
            return unknown(file, "a file of an older Office program");
        } catch (IOException | RuntimeException e) {
            return new UnreadableDocumentException(
                    Reason.CORRUPT,
                    file + ": the file is of an older Office format and damaged (" + e.getMessage() + "). Get it again"
                            + " and save it as DOCX.");
        }
    }

    private static UnreadableDocumentException unknown(Path file, String seen) {
        return new UnreadableDocumentException(
                Reason.UNKNOWN_FORMAT, file + ": this is " + seen + ", which is not read." + SAVE);
    }
}
