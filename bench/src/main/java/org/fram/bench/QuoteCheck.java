package org.fram.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fram.office.Block;
import org.fram.office.Document;
import org.fram.review.Review;

/// Whether quotes occur in a document, by a reading of the file that shares nothing with the reader of
/// `engines/office`: the characters of a text file, the `w:t` of a DOCX' body, footnotes and endnotes, what PDFBox
/// strips from a PDF.
///
/// Texts are compared as [FileText] says. A row of a table is looked for as a whole and then cell by cell. A quote that
/// the file interrupts, by a page's footer or by the other columns of a table laid out with spaces, may occur in
/// pieces.
final class QuoteCheck {

    private static final Pattern CELLS = Pattern.compile(" \\| ");

    private final FileText text;
    private final List<String> read;

    /// How a quote occurs.
    enum Occurrence {
        /// In one piece.
        WHOLE,
        /// A row, each of its cells in one piece.
        CELLS,
        /// In pieces, one soon behind the other.
        PIECES,
        /// Only in the blocks that the reader gave.
        READER_ONLY,
        /// Not at all.
        NOWHERE
    }

    private QuoteCheck(FileText text, List<String> read) {
        this.text = text;
        this.read = read;
    }

    static QuoteCheck of(Path file, Document document) throws IOException {
        var raw = switch (document.format()) {
            case TEXT, MARKDOWN -> characters(Files.readAllBytes(file));
            case DOCX -> wordText(file);
            case PDF -> strippedPdf(file);
        };
        return of(raw, document);
    }

    static QuoteCheck of(String raw, Document document) {
        var text = new FileText(raw, document.format());
        return new QuoteCheck(
                text,
                blockTexts(document.blocks()).stream().map(text::comparable).toList());
    }

    /// How a quote occurs.
    Occurrence occurrence(String quote) {
        var inFile = inFile(quote);
        if (inFile != Occurrence.NOWHERE) {
            return inFile;
        }
        return cells(quote).stream().allMatch(this::occursAsRead) ? Occurrence.READER_ONLY : Occurrence.NOWHERE;
    }

    /// How a text occurs in the file, whatever the reader gave.
    Occurrence inFile(String quote) {
        if (text.holds(text.comparable(quote))) {
            return Occurrence.WHOLE;
        }
        var cells = cells(quote);
        if (cells.size() > 1 && cells.stream().allMatch(text::holds)) {
            return Occurrence.CELLS;
        }
        return cells.stream().allMatch(text::holdsInPieces) ? Occurrence.PIECES : Occurrence.NOWHERE;
    }

    private List<String> cells(String quote) {
        return CELLS.splitAsStream(quote).map(text::comparable).toList();
    }

    private boolean occursAsRead(String cell) {
        return read.stream().anyMatch(block -> block.contains(cell));
    }

    /// All quotes of a review, each with the field that it is from; due dates, quantities and amounts as parts of their
    /// obligation's quote are checked apart by [#strayParts].
    static List<Quote> quotes(Review review) {
        var quotes = new ArrayList<Quote>();
        review.obligations().forEach(item -> quotes.add(new Quote("obligations", item.quote())));
        review.assumptions().forEach(item -> quotes.add(new Quote("assumptions", item.quote())));
        review.objectives().forEach(item -> quotes.add(new Quote("objectives", item.quote())));
        review.kpis().forEach(item -> quotes.add(new Quote("kpis", item.quote())));
        review.vague().forEach(item -> quotes.add(new Quote("vague", item.quote())));
        review.boilerplate().forEach(item -> quotes.add(new Quote("boilerplate", item.quote())));
        review.contradictions().forEach(item -> {
            quotes.add(new Quote("contradictions", item.a()));
            quotes.add(new Quote("contradictions", item.b()));
        });
        var price = review.price();
        if (price != null) {
            price.lines().forEach(line -> quotes.add(new Quote("price", line.text())));
        }
        review.unclear().forEach(item -> quotes.add(new Quote("unclear", item.quote())));
        review.priceErrors().forEach(item -> quotes.add(new Quote("price errors", item.quote())));
        return quotes;
    }

    /// Due dates, quantities and amounts that are no verbatim part of their obligation's quote.
    static List<Quote> strayParts(Review review) {
        var stray = new ArrayList<Quote>();
        for (var item : review.obligations()) {
            var due = item.due();
            if (due != null && !item.quote().contains(due)) {
                stray.add(new Quote("due", due + "  not in  " + item.quote()));
            }
            var quantity = item.quantity();
            if (quantity != null && !item.quote().contains(quantity)) {
                stray.add(new Quote("quantity", quantity + "  not in  " + item.quote()));
            }
            var amount = item.amount();
            if (amount != null && !item.quote().contains(amount)) {
                stray.add(new Quote("amount", amount + "  not in  " + item.quote()));
            }
        }
        return stray;
    }

    /// A quote and the field of the review that it is from.
    record Quote(String field, String text) {}

    /// The texts of blocks in reading order, those of a table cell by cell.
    static List<String> blockTexts(List<Block> blocks) {
        var texts = new ArrayList<String>();
        for (var block : blocks) {
            switch (block) {
                case Block.Heading heading -> texts.add(heading.text());
                case Block.Paragraph paragraph -> texts.add(paragraph.text());
                case Block.ListItem item -> texts.add(item.text());
                case Block.Footnote footnote -> texts.add(footnote.text());
                case Block.Table table ->
                    table.rows().stream().flatMap(row -> row.cells().stream()).forEach(cell -> texts.add(cell.text()));
            }
        }
        return texts;
    }

    private static String characters(byte[] bytes) {
        var utf8 = new String(bytes, StandardCharsets.UTF_8);
        return utf8.indexOf('\uFFFD') >= 0 ? new String(bytes, java.nio.charset.Charset.forName("windows-1252")) : utf8;
    }

    private static String strippedPdf(Path file) throws IOException {
        try (var pdf = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    /// The text of a DOCX' body, footnotes and endnotes in the order of the XML, deleted text left out.
    private static String wordText(Path file) throws IOException {
        var text = new StringBuilder();
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (var zip = new ZipFile(file.toFile())) {
            for (var part : List.of("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")) {
                var entry = zip.getEntry(part);
                if (entry == null) {
                    continue;
                }
                try (var in = zip.getInputStream(entry)) {
                    var xml = factory.createXMLStreamReader(in);
                    boolean inText = false;
                    while (xml.hasNext()) {
                        int event = xml.next();
                        if (event == XMLStreamConstants.START_ELEMENT) {
                            inText = xml.getLocalName().equals("t");
                            switch (xml.getLocalName()) {
                                case "noBreakHyphen" -> text.append('-');
                                case "tab", "br", "cr", "p" -> text.append(' ');
                                default -> {}
                            }
                        } else if (event == XMLStreamConstants.END_ELEMENT) {
                            inText = false;
                        } else if (inText && event == XMLStreamConstants.CHARACTERS) {
                            text.append(xml.getText());
                        }
                    }
                }
            }
        } catch (XMLStreamException broken) {
            throw new IOException(file + ": " + broken.getMessage(), broken);
        }
        return text.toString();
    }
}
