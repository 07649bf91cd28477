package org.fram.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fram.bench.QuoteCheck.Occurrence;
import org.fram.facts.ObligationKind;
import org.fram.office.Block;
import org.fram.office.Document;
import org.fram.office.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuoteCheckTest {

    @TempDir
    private Path folder = Path.of("");

    private static Document document(Document.Format format, String... paragraphs) {
        return new Document(
                "sample",
                format,
                0,
                List.of(paragraphs).stream()
                        .<Block>map(text -> new Block.Paragraph("", text, Place.paragraph(0, 1)))
                        .toList(),
                List.of(),
                List.of());
    }

    private static Occurrence inText(String raw, String quote) {
        return QuoteCheck.of(raw, document(Document.Format.TEXT)).occurrence(quote);
    }

    @Test
    void lineBreaksAndIndentsAreNotTheQuotesOwn() {
        assertThat(inText("The vendor shall\n      keep   a log.", "The vendor shall keep a log."))
                .isEqualTo(Occurrence.WHOLE);
    }

    @Test
    void aWordBrokenAtALineEndOccursWhole() {
        assertThat(inText("The vendor maintains the tele-\n  phone system.", "maintains the telephone system"))
                .isEqualTo(Occurrence.WHOLE);
    }

    @Test
    void otherWordsDoNotOccur() {
        assertThat(inText("The vendor shall keep a log.", "The vendor should keep a log."))
                .isEqualTo(Occurrence.NOWHERE);
        assertThat(inText("The vendor shall keep a log.", "The vendor shall keep a logbook."))
                .isEqualTo(Occurrence.NOWHERE);
    }

    @Test
    void aRowOccursByItsCells() {
        var raw = "Design    14 days    Orrin\nTraining  3 days     Kestrel\n";

        assertThat(inText(raw, "Design | 14 days | Orrin")).isEqualTo(Occurrence.WHOLE);
        assertThat(inText(raw, "Design | Orrin")).isEqualTo(Occurrence.CELLS);
        assertThat(inText(raw, "Design | 15 days")).isEqualTo(Occurrence.NOWHERE);
    }

    @Test
    void aSentenceInterruptedByAFooterOccursInPieces() {
        var raw = "Each agent is trained on\nthe new desktop before\n\n        Page 3 of 9\n\nthe day of the cutover.";

        assertThat(inText(raw, "Each agent is trained on the new desktop before the day of the cutover."))
                .isEqualTo(Occurrence.PIECES);
    }

    @Test
    void aCellOfATableLaidOutWithSpacesOccursInPieces() {
        var raw = """
                Load test        Orrin runs it        before week 9
                of all lines     with 300 calls
                """;

        assertThat(inText(raw, "Load test of all lines | Orrin runs it with 300 calls | before week 9"))
                .isEqualTo(Occurrence.PIECES);
        assertThat(inText(raw, "Load test of lines | Orrin runs it with 300 calls"))
                .isEqualTo(Occurrence.NOWHERE);
    }

    @Test
    void aWordLeftOutOfALineIsNoInterruption() {
        assertThat(inText("Each agent is trained on the new desktop.", "Each agent is trained on the desktop."))
                .isEqualTo(Occurrence.NOWHERE);
    }

    @Test
    void piecesInAnotherOrderOrFarApartAreNoQuote() {
        var gap = "Filler text of another clause. ".repeat(100);

        assertThat(inText(
                        "the day of the cutover. Each agent is trained",
                        "Each agent is trained the day of the cutover."))
                .isEqualTo(Occurrence.NOWHERE);
        assertThat(inText(
                        "Each agent is trained " + gap + "the day of the cutover.",
                        "Each agent is trained the day of the cutover."))
                .isEqualTo(Occurrence.NOWHERE);
    }

    @Test
    void theMarksOfMarkdownAreNotTheQuotesOwn() {
        var check = QuoteCheck.of(
                "**Orrin** trains _all_ agents by the [plan](https://plan.example/a).",
                document(Document.Format.MARKDOWN));

        assertThat(check.occurrence("Orrin trains all agents by the plan.")).isEqualTo(Occurrence.WHOLE);
        assertThat(check.occurrence("Orrin trains agents by the plan.")).isEqualTo(Occurrence.NOWHERE);
    }

    @Test
    void whatOnlyTheReaderSawIsSaidToBeSo() {
        var document = document(Document.Format.TEXT, "Zebra crossing at gate four");

        assertThat(QuoteCheck.of("nothing of it", document).occurrence("Zebra crossing at gate four"))
                .isEqualTo(Occurrence.READER_ONLY);
    }

    @Test
    void theTextOfAWordDocumentIsReadFromItsXmlWithFootnotesAndWithoutDeletions() throws Exception {
        var file = folder.resolve("sample.docx");
        var space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("""
                    <w:document %s><w:body><w:p><w:r><w:t>Orrin will mo</w:t></w:r><w:r><w:t>ve 4</w:t></w:r>
                    <w:del><w:r><w:delText>5</w:delText></w:r></w:del><w:ins><w:r><w:t>0 numbers.</w:t></w:r></w:ins></w:p>
                    </w:body></w:document>""".formatted(space).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/footnotes.xml"));
            zip.write("""
                    <w:footnotes %s><w:p><w:r><w:t>Fax lines &amp; modems stay.</w:t></w:r></w:p></w:footnotes>""".formatted(space).getBytes(StandardCharsets.UTF_8));
        }
        var check = QuoteCheck.of(file, document(Document.Format.DOCX));

        assertThat(check.occurrence("Orrin will move 40 numbers.")).isEqualTo(Occurrence.WHOLE);
        assertThat(check.occurrence("Fax lines & modems stay.")).isEqualTo(Occurrence.WHOLE);
        assertThat(check.occurrence("Orrin will move 450 numbers.")).isEqualTo(Occurrence.NOWHERE);
    }

    @Test
    void aDueDateThatIsNoPartOfItsQuoteIsAStray() {
        var review = new Draft()
                .obligation("Orrin reports by noon", null, ObligationKind.REPORT, "reporting", "by noon")
                .obligation("Orrin calls by ten", null, ObligationKind.DUTY, "reporting", "before ten")
                .review();

        assertThat(QuoteCheck.strayParts(review))
                .extracting(QuoteCheck.Quote::text)
                .containsExactly("before ten  not in  Orrin calls by ten");
    }
}
