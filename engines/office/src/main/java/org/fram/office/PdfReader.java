package org.fram.office;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.fram.office.UnreadableDocumentException.Reason;

/// Reads PDF: rebuilds what a reader sees (headings, paragraphs, items, tables, notes) from characters and lines on
/// pages. How it decides is recorded in `docs/decisions/0004-structure-from-pdf.md`.
final class PdfReader {

    /// How near to its end a PDF says that it ends; in bytes.
    private static final int TAIL = 4096;

    private PdfReader() {}

    static Document read(Path file) {
        try (PDDocument pdf = open(file)) {
            Contents contents = contents(pdf, file);
            return new Document(
                    file.getFileName().toString(),
                    Document.Format.PDF,
                    pdf.getNumberOfPages(),
                    contents.blocks().stream().map(PdfBlock::block).toList(),
                    contents.running(),
                    List.of());
        } catch (IOException e) {
            throw corrupt(file, e);
        }
    }

    /// What is read from a PDF, with where it stands on the pages.
    record Contents(List<PdfSheet> sheets, List<PdfBlock> blocks, List<String> running) {}

    /// Opens a PDF with what it takes to hold it in temporary files rather than in memory.
    static PDDocument open(Path file) throws IOException {
        if (!endsAsItShould(file)) {
            throw new UnreadableDocumentException(
                    Reason.CORRUPT,
                    file
                            + ": the PDF breaks off before its end and is damaged. It was not copied or sent whole; ask for"
                            + " it again.");
        }
        try {
            return Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache());
        } catch (InvalidPasswordException e) {
            throw new UnreadableDocumentException(
                    Reason.ENCRYPTED,
                    file + ": the PDF is encrypted and opens only with a password. Save a copy without one.");
        } catch (RuntimeException e) {
            throw corrupt(file, e);
        }
    }

    /// A PDF that was cut could still be read in part, and a review of a part would mislead.
    private static boolean endsAsItShould(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer tail = ByteBuffer.allocate((int) Math.min(TAIL, channel.size()));
            channel.position(channel.size() - tail.capacity());
            while (tail.hasRemaining() && channel.read(tail) >= 0) {
                // Until the tail is full.
            }
            String end = new String(tail.array(), StandardCharsets.ISO_8859_1);
            return end.contains("%%EOF") || end.contains("startxref");
        }
    }

    static Contents contents(PDDocument pdf, Path file) {
        List<PdfSheet> sheets = new ArrayList<>();
        for (int i = 0; i < pdf.getNumberOfPages(); i++) {
            try {
                sheets.add(PdfScanner.scan(pdf.getPage(i), i + 1));
            } catch (IOException | RuntimeException e) {
                throw corrupt(file, e);
            }
        }
        refuseWithoutText(sheets, file);
        List<PdfMargins.Split> splits = PdfMargins.of(sheets);
        List<List<PdfPart>> pages = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            pages.add(PdfLayout.parts(sheets.get(i), splits.get(i).body()));
        }
        return new Contents(sheets, PdfAssembly.blocks(pages), PdfMargins.texts(splits));
    }

    private static void refuseWithoutText(List<PdfSheet> sheets, Path file) {
        int characters = 0;
        int unmapped = 0;
        float pictures = 0;
        int words = 0;
        for (PdfSheet sheet : sheets) {
            characters += sheet.characters();
            unmapped += sheet.unmapped();
            pictures = Math.max(pictures, sheet.pictures());
            for (PdfRow row : sheet.rows()) {
                words += row.words().size();
            }
        }
        if (unmapped > characters) {
            throw new UnreadableDocumentException(
                    Reason.SCANNED,
                    file + ": the PDF's fonts do not say which characters they draw (" + unmapped + " of "
                            + (unmapped + characters)
                            + " unknown). Run it through text recognition (OCR), or use the document it was made from.");
        }
        if (words > 0) {
            return;
        }
        if (pictures > 0.05f) {
            throw new UnreadableDocumentException(
                    Reason.SCANNED,
                    file
                            + ": the PDF holds pictures of pages and no text. Run it through text recognition (OCR) first.");
        }
        throw new UnreadableDocumentException(Reason.EMPTY, file + ": the PDF has no text.");
    }

    private static UnreadableDocumentException corrupt(Path file, Exception cause) {
        return new UnreadableDocumentException(
                Reason.CORRUPT,
                file + ": the PDF is damaged or incomplete (" + cause.getMessage()
                        + "). Ask for it again, or open and save it in a PDF program.");
    }
}
