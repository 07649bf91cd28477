package org.fram.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fram.office.WordFile.bold;
import static org.fram.office.WordFile.cell;
import static org.fram.office.WordFile.cellWith;
import static org.fram.office.WordFile.definition;
import static org.fram.office.WordFile.level;
import static org.fram.office.WordFile.list;
import static org.fram.office.WordFile.numbered;
import static org.fram.office.WordFile.p;
import static org.fram.office.WordFile.paragraphStyle;
import static org.fram.office.WordFile.r;
import static org.fram.office.WordFile.row;
import static org.fram.office.WordFile.rowOf;
import static org.fram.office.WordFile.style;
import static org.fram.office.WordFile.styled;
import static org.fram.office.WordFile.table;

import java.nio.file.Path;
import java.util.List;
import org.fram.office.Documents.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocxReaderTest {

    private static final String HEADING_1 = paragraphStyle("Heading1", "heading 1", "");
    private static final String HEADING_2 = paragraphStyle("Heading2", "heading 2", "");

    @TempDir
    private Path folder;

    private Document read(WordFile file) {
        return Documents.read(file.write(folder.resolve("sow.docx")));
    }

    private List<String> lines(WordFile file) {
        return lines(read(file));
    }

    private static List<String> lines(Document document) {
        return document.blocks().stream().map(Dump::line).toList();
    }

    @Test
    void aHeadingIsKnownByItsStyleWhateverWordsLanguage() {
        WordFile file = WordFile.of(
                        styled(style("berschrift2"), r("Leistungen")),
                        styled(style("Eigen"), r("Own style built on it")),
                        styled("<w:outlineLvl w:val=\"2\"/>", r("Outline level of the paragraph")),
                        styled(style("Flach"), r("Body text at last")))
                .styles(
                        paragraphStyle("berschrift2", "heading 2", ""),
                        paragraphStyle("Eigen", "Mein Stil", "<w:basedOn w:val=\"berschrift2\"/>"),
                        paragraphStyle(
                                "Flach",
                                "Flach",
                                "<w:basedOn w:val=\"berschrift2\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>"));

        assertThat(lines(file))
                .containsExactly(
                        "H2    [] Leistungen",
                        "H2    [] Own style built on it",
                        "H3    [] Outline level of the paragraph",
                        "P     [] Body text at last");
    }

    @Test
    void wordsOwnNumbersArePrintedWithTheHeadingsThatTheyAreAttachedTo() {
        WordFile file = WordFile.of(
                        styled(style("Heading1"), r("Scope")),
                        styled(style("Heading2"), r("In scope")),
                        styled(style("Heading2"), r("Out of scope")),
                        styled(style("Heading1"), r("Price")),
                        styled(style("Heading2"), r("Fees")))
                .styles(
                        paragraphStyle(
                                "Heading1", "heading 1", "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"),
                        paragraphStyle(
                                "Heading2",
                                "heading 2",
                                "<w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"))
                .numbering(definition(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2")), list(1, 0));

        assertThat(lines(file))
                .containsExactly(
                        "H1    [1] Scope",
                        "H2    [1.1] In scope",
                        "H2    [1.2] Out of scope",
                        "H1    [2] Price",
                        "H2    [2.1] Fees");
    }

    @Test
    void numberedSentencesAreClausesAndLettersBelowThemAreItems() {
        String sentence = "The Supplier shall keep the platform available on every day of the term.";
        WordFile file = WordFile.of(
                        styled(numbered(1, 0), bold("Availability")),
                        styled(numbered(1, 1), r(sentence)),
                        styled(numbered(1, 2), r("by day;")),
                        styled(numbered(1, 2), r("by night.")),
                        styled(numbered(1, 1), r(sentence)))
                .numbering(
                        definition(
                                0,
                                level(0, "decimal", "%1."),
                                level(1, "decimal", "%1.%2"),
                                level(2, "lowerLetter", "(%3)")),
                        list(1, 0));

        assertThat(lines(file))
                .containsExactly(
                        "H1    [1] Availability",
                        "P     [1.1] " + sentence,
                        "L1    [(a)] by day;",
                        "L1    [(b)] by night.",
                        "P     [1.2] " + sentence);
    }

    @Test
    void aListStartsAnewWhereItsNumberingSaysSo() {
        WordFile file = WordFile.of(
                        styled(numbered(1, 0), r("first")),
                        styled(numbered(1, 1), r("sub")),
                        styled(numbered(1, 0), r("second")),
                        styled(numbered(1, 1), r("sub again")),
                        styled(numbered(2, 0), r("another list, from five")),
                        styled(numbered(2, 0), r("and six")),
                        styled(numbered(3, 0), r("a bullet")))
                .numbering(
                        definition(0, level(0, "upperRoman", "%1."), level(1, "lowerLetter", "%2)")),
                        definition(1, level(0, "bullet", "\uF0B7")),
                        list(1, 0),
                        list(2, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>"),
                        list(3, 1));

        assertThat(lines(file))
                .containsExactly(
                        "L1    [I.] first",
                        "L2    [a)] sub",
                        "L1    [II.] second",
                        "L2    [a)] sub again",
                        "L1    [V.] another list, from five",
                        "L1    [VI.] and six",
                        "L1    [•] a bullet");
    }

    @Test
    void numbersAndBulletsThatTheAuthorTypedAreReadAsSuch() {
        WordFile file = WordFile.of(
                        styled(style("Heading1"), r("3.2 Environments")),
                        p(r("4.1.5.2. The Vendor shall keep the keys.")),
                        p(r("(a)\tone item")),
                        p(r("• another")),
                        p(r("2.5 million calls a year are expected.")))
                .styles(HEADING_1);

        assertThat(lines(file))
                .containsExactly(
                        "H1    [3.2] Environments",
                        "P     [4.1.5.2] The Vendor shall keep the keys.",
                        "L1    [(a)] one item",
                        "L1    [•] another",
                        "P     [] 2.5 million calls a year are expected.");
    }

    @Test
    void withoutStylesShortBoldLinesAreHeadingsAndBoldLeadWordsAreNot() {
        WordFile file = WordFile.of(
                p(bold("Training")),
                p(bold("Term. "), r("This SOW runs for two years.")),
                p(bold("Note that all prices are net and that they will be adjusted every year.")),
                p(bold("4.2 Acceptance")));

        assertThat(lines(file))
                .containsExactly(
                        "H1    [] Training",
                        "P     [] Term. This SOW runs for two years.",
                        "P     [] Note that all prices are net and that they will be adjusted every year.",
                        "H2    [4.2] Acceptance");
    }

    @Test
    void aHeadingStyleOnAWholeSentenceMakesAClauseOfIt() {
        String sentence = "The Customer shall give access to its sites within five days of a request.";
        WordFile file =
                WordFile.of(styled(style("Heading2"), r("2.1 " + sentence))).styles(HEADING_2);

        assertThat(lines(file)).containsExactly("P     [2.1] " + sentence);
    }

    @Test
    void mergedCellsAreReadOnceWithTheirExtent() {
        Document document = read(WordFile.of(table(
                row(cellWith("<w:gridSpan w:val=\"2\"/>", p(r("Sites"))), cell(p(r("Seats")))),
                row(cellWith("<w:vMerge w:val=\"restart\"/>", p(r("North"))), cell(p(r("Hall"))), cell(p(r("10")))),
                row(cellWith("<w:vMerge/>", p()), cell(p(r("Barn"))), cell(p(r("20")))))));

        Block.Table table = (Block.Table) document.blocks().getFirst();
        assertThat(table.rows().get(0).cells().getFirst().columns()).isEqualTo(2);
        assertThat(table.rows().get(1).cells().getFirst().rows()).isEqualTo(2);
        assertThat(table.rows().get(2).cells()).extracting(Block.Cell::column).containsExactly(1, 2);
        assertThat(table.rows())
                .extracting(Block.Row::quote)
                .containsExactly("Sites | Seats", "North | Hall | 10", "Barn | 20");
        assertThat(table.rows().get(2).cells().getFirst().place()).isEqualTo(new Place(0, 1, 1, 3, 1));
    }

    @Test
    void headerRowsAreThoseThatTheFileRepeatsOrThatStandOut() {
        String repeated = "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell(p(r("Item"))) + cell(p(r("Fee"))) + "</w:tr>";
        Document document = read(WordFile.of(
                table(repeated, rowOf("Design", "$5")),
                p(r("Between.")),
                table(row(cell(p(bold("Task"))), cell(p(bold("Owner")))), rowOf("Port numbers", "Carrier")),
                p(r("Between.")),
                table(
                        rowOf("Measure", "Goal", "Source"),
                        rowOf("Answer time", "20 s", "ACD"),
                        rowOf("Calls", "5", "ACD")),
                p(r("Between.")),
                table(rowOf("Customer", "Lakeside"), rowOf("Start", "the spring"))));

        assertThat(document.blocks().stream()
                        .filter(Block.Table.class::isInstance)
                        .map(block -> ((Block.Table) block).headerRows()))
                .containsExactly(1, 1, 1, 0);
    }

    @Test
    void aTableWithinACellFollowsTheTableAndAFrameIsNone() {
        WordFile file = WordFile.of(
                table(
                        rowOf("Party", "Duties"),
                        row(
                                cell(p(r("Vendor"))),
                                cell(p(r("See below")), table(rowOf("Rack", "2"), rowOf("Gateway", "4")), p()))),
                table(row(cell(p(r("A box around one sentence."))))));

        assertThat(lines(file))
                .containsExactly(
                        "T     header 0\n  | Party | Duties \n  | Vendor | See below ",
                        "T     header 0\n  | Rack | 2 \n  | Gateway | 4 ",
                        "P     [] A box around one sentence.");
    }

    @Test
    void aTextBoxIsReadOnceBehindItsParagraph() {
        String box = "<w:txbxContent>" + p(r("In the box.")) + "</w:txbxContent>";
        WordFile file = WordFile.of(p(
                r("Beside it."),
                "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx>" + box
                        + "</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box
                        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"));

        assertThat(lines(file)).containsExactly("P     [] Beside it.", "P     [] In the box.");
    }

    @Test
    void contentControlsHyperlinksAndFieldResultsAreText() {
        WordFile file = WordFile.of(
                "<w:sdt><w:sdtContent>" + p(r("A control around a paragraph.")) + "</w:sdtContent></w:sdt>",
                p(r("Name: "), "<w:sdt><w:sdtContent>" + r("Lakeside") + "</w:sdtContent></w:sdt>"),
                p(r("See "), "<w:hyperlink r:id=\"x\">" + r("the portal") + "</w:hyperlink>", r(".")),
                p(
                        r("Section "),
                        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>",
                        "<w:r><w:instrText> REF _Ref1 </w:instrText></w:r>",
                        "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
                        r("9.3"),
                        "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
                        r(" holds.")),
                table(
                        rowOf("a", "b"),
                        row("<w:sdt><w:sdtContent>" + cell(p(r("c"))) + "</w:sdtContent></w:sdt>", cell(p(r("d"))))));

        assertThat(lines(file))
                .containsExactly(
                        "P     [] A control around a paragraph.",
                        "P     [] Name: Lakeside",
                        "P     [] See the portal.",
                        "P     [] Section 9.3 holds.",
                        "T     header 0\n  | a | b \n  | c | d ");
    }

    @Test
    void whatReadersDoNotSeeIsLeftOut() {
        WordFile file = WordFile.of(
                        p(r("Seen"), "<w:r><w:rPr><w:vanish/></w:rPr><w:t> and hidden</w:t></w:r>", r(".")),
                        styled(style("TOC1"), r("Scope ........ 3")),
                        p(
                                "<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t><w:noBreakHyphen/><w:t>four</w:t></w:r>"),
                        p("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>", r(" done")))
                .styles(paragraphStyle("TOC1", "toc 1", ""));

        assertThat(lines(file)).containsExactly("P     [] Seen.", "P     [] one⏎two three-four", "L1    [✓] done");
    }

    @Test
    void footnotesFollowTheBlockThatRefersToThem() {
        String reference = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>";
        WordFile file = WordFile.of(
                        p(r("Prices hold"), reference, r(" for a year.")),
                        table(
                                rowOf("Item", "Fee"),
                                row(
                                        cell(p(r("Licence"))),
                                        cell(p(r("$5"), "<w:r><w:footnoteReference w:id=\"3\"/></w:r>")))))
                .footnotes(
                        "<w:footnote w:type=\"separator\" w:id=\"0\">" + p() + "</w:footnote>",
                        "<w:footnote w:id=\"2\">" + p("<w:r><w:footnoteRef/></w:r>", r(" From signature."))
                                + "</w:footnote>",
                        "<w:footnote w:id=\"3\">" + p(r("Per seat.")) + "</w:footnote>");

        assertThat(lines(file))
                .containsExactly(
                        "P     [] Prices hold for a year.",
                        "F     [1] From signature.",
                        "T     header 0\n  | Item | Fee \n  | Licence | $5 ",
                        "F     [2] Per seat.");
    }

    @Test
    void headersAndFootersAreApart() {
        Document document = read(WordFile.of(p(r("Body."))).footer(p(r("Lakeside, in confidence")), p(r("7"))));

        assertThat(document.runningText()).containsExactly("Lakeside, in confidence");
        assertThat(lines(document)).containsExactly("P     [] Body.");
    }

    @Test
    void bothStatesOfTrackedChangesCanBeRead() {
        WordFile file = WordFile.of(
                p(
                        r("Vendor will ship "),
                        "<w:del w:author=\"Ana\" w:date=\"2025-03-01T10:00:00Z\"><w:r><w:delText>two</w:delText></w:r></w:del>",
                        "<w:ins w:author=\"Ana\" w:date=\"2025-03-01T10:00:00Z\">" + r("three") + "</w:ins>",
                        r(" racks.")),
                "<w:p><w:pPr><w:rPr><w:ins w:author=\"Ben\"/></w:rPr></w:pPr><w:ins w:author=\"Ben\">"
                        + r("Added line.") + "</w:ins></w:p>",
                p("<w:moveFrom w:author=\"Ben\">" + r("Moved.") + "</w:moveFrom>", r("Stays.")),
                p("<w:moveTo w:author=\"Ben\">" + r("Moved.") + "</w:moveTo>"),
                table(
                        rowOf("Item", "Fee"),
                        "<w:tr><w:trPr><w:ins w:author=\"Ben\"/></w:trPr>"
                                + cell(p("<w:ins w:author=\"Ben\">" + r("New") + "</w:ins>")) + cell(p()) + "</w:tr>",
                        rowOf("Old", "$1")));
        Path path = file.write(folder.resolve("sow.docx"));

        assertThat(lines(Documents.read(path, Revision.ACCEPTED)))
                .containsExactly(
                        "P     [] Vendor will ship three racks.",
                        "P     [] Added line.",
                        "P     [] Stays.",
                        "P     [] Moved.",
                        "T     header 0\n  | Item | Fee \n  | New |  \n  | Old | $1 ");
        assertThat(lines(Documents.read(path, Revision.ORIGINAL)))
                .containsExactly(
                        "P     [] Vendor will ship two racks.",
                        "P     [] Moved.Stays.",
                        "T     header 0\n  | Item | Fee \n  | Old | $1 ");
        assertThat(Documents.read(path).changes())
                .extracting(change -> change.kind() + " " + change.author() + " " + change.text())
                .containsExactly(
                        "DELETED Ana two",
                        "INSERTED Ana three",
                        "INSERTED Ben Added line.",
                        "DELETED Ben Moved.",
                        "INSERTED Ben Moved.",
                        "INSERTED Ben New");
        assertThat(Documents.read(path).changes().getFirst().at()).isEqualTo("2025-03-01T10:00:00Z");
    }

    @Test
    void aDeletedParagraphEndJoinsTheParagraphToTheNext() {
        WordFile file = WordFile.of(
                "<w:p><w:pPr><w:rPr><w:del w:author=\"Ana\"/></w:rPr></w:pPr>" + r("First half ") + "</w:p>",
                p(r("second half.")));
        Path path = file.write(folder.resolve("sow.docx"));

        assertThat(lines(Documents.read(path))).containsExactly("P     [] First half second half.");
        assertThat(lines(Documents.read(path, Revision.ORIGINAL)))
                .containsExactly("P     [] First half", "P     [] second half.");
    }

    @Test
    void pagesAreCountedWhereWordNotedThem() {
        Document document = read(WordFile.of(
                p(r("On the first page.")),
                p("<w:r><w:lastRenderedPageBreak/><w:t>On the second.</w:t></w:r>"),
                table(
                        rowOf("a", "b"),
                        row(
                                cell(p("<w:r><w:lastRenderedPageBreak/><w:t>c</w:t></w:r>")),
                                cell(p("<w:r><w:lastRenderedPageBreak/><w:t>d</w:t></w:r>")))),
                p(r("On the third."))));

        assertThat(document.pages()).isEqualTo(3);
        assertThat(document.blocks()).extracting(block -> block.place().page()).containsExactly(1, 2, 2, 3);
        assertThat(read(WordFile.of(p(r("No layout.")))).pages()).isZero();
    }

    @Test
    void macrosAreNotLookedAt() {
        WordFile file = WordFile.of(p(r("Text.")))
                .typed("application/vnd.ms-word.document.macroEnabled.main+xml")
                .put("word/vbaProject.bin", new byte[] {1, 2, 3});

        assertThat(lines(Documents.read(file.write(folder.resolve("sow.docm")))))
                .containsExactly("P     [] Text.");
    }

    @Test
    void strictDocumentsAreReadLikeTransitionalOnes() {
        Path strict = WordFile.of(p(r("Text.")))
                .put(
                        "word/document.xml",
                        "<x:document xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><x:body><x:p><x:r>"
                                + "<x:t>Strictly.</x:t></x:r></x:p></x:body></x:document>")
                .write(folder.resolve("strict.docx"));

        assertThat(lines(Documents.read(strict))).containsExactly("P     [] Strictly.");
    }
}
