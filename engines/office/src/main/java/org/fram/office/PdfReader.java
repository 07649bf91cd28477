package org.fram.office;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fram.office.UnreadableDocumentException.Reason;

/// Reads PDF: the paragraphs that PDFBox sees on each page.
final class PdfReader {

    private PdfReader() {}

    static Document read(Path file) {
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            List<Block> blocks = new ArrayList<>();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                stripper.setParagraphEnd("\u0001");
                for (String paragraph : stripper.getText(pdf).split("\u0001", -1)) {
                    String text = paragraph.replaceAll("\\s+", " ").strip();
                    if (!text.isEmpty()) {
                        blocks.add(new Block.Paragraph("", text, Place.paragraph(page, blocks.size() + 1)));
                    }
                }
            }
            return new Document(
                    file.getFileName().toString(),
                    Document.Format.PDF,
                    pdf.getNumberOfPages(),
                    blocks,
                    List.of(),
                    List.of());
        } catch (IOException e) {
            throw new UnreadableDocumentException(
                    Reason.CORRUPT, file + ": the PDF cannot be read (" + e.getMessage() + ").");
        }
    }
}
