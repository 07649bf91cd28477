package org.fram.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.util.Matrix;
import org.fram.office.UnreadableDocumentException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfReaderTest {

    private static final String HARBOUR = "The harbour office keeps the list of agents and gives it to the installer "
            + "ten days before the first site visit, so that badges can be printed in time.";
    private static final String ROUTING = "Calls that reach the night desk are routed to the duty manager, who may "
            + "open a ticket or wait for the morning shift to look at the recording.";

    private static final List<String> DUTIES = List.of(
            "The installer draws a plan of the rooms.",
            "The town opens the rooms on working days.",
            "A carrier brings the lines before winter.",
            "Nobody else enters.");

    @TempDir
    Path folder;

    @Test
    void linesOfAParagraphBecomeOneTextWithItsPage() throws IOException {
        try (Paper paper = new Paper()) {
            paper.flow(60, 100, 400, HARBOUR);
            assertThat(paper.read(folder).blocks())
                    .containsExactly(new Block.Paragraph("", HARBOUR, Place.paragraph(1, 1)));
        }
    }

    @Test
    void aGapBetweenLinesParts() throws IOException {
        try (Paper paper = new Paper()) {
            float next = paper.flow(60, 100, 400, HARBOUR);
            paper.flow(60, next + 8, 400, ROUTING);
            assertThat(texts(paper.read(folder))).containsExactly(HARBOUR, ROUTING);
        }
    }

    @Test
    void columnsAreReadOneAfterTheOther() throws IOException {
        try (Paper paper = new Paper()) {
            float next = paper.flow(50, 100, 230, HARBOUR + " " + HARBOUR);
            paper.flow(50, next + 8, 230, ROUTING);
            paper.flow(310, 100, 230, ROUTING + " " + ROUTING + " " + HARBOUR);
            assertThat(texts(paper.read(folder)))
                    .containsExactly(HARBOUR + " " + HARBOUR, ROUTING, ROUTING + " " + ROUTING + " " + HARBOUR);
        }
    }

    @Test
    void aSentenceGoesOnOverThePageBreak() throws IOException {
        try (Paper paper = new Paper()) {
            List<String> lines = Paper.wrapped(HARBOUR + " " + ROUTING, 400, 10, Paper.PLAIN);
            float at = 790;
            for (int i = 0; i < lines.size(); i++) {
                if (i == 2) {
                    paper.page();
                    at = 60;
                }
                paper.text(60, at, lines.get(i));
                at += 12;
            }
            assertThat(texts(paper.read(folder))).containsExactly(HARBOUR + " " + ROUTING);
        }
    }

    @Test
    void aSentenceThatEndsWithThePageIsNotJoinedToAnIndentedOne() throws IOException {
        try (Paper paper = new Paper()) {
            paper.flow(60, 760, 400, HARBOUR);
            paper.page();
            paper.flow(60, 60, 400, ROUTING);
            assertThat(texts(paper.read(folder))).containsExactly(HARBOUR, ROUTING);
        }
    }

    @Test
    void wordsBrokenAtLineEndsArePutTogetherAndRealHyphensStay() throws IOException {
        try (Paper paper = new Paper()) {
            paper.text(60, 100, "Every installation is checked by the customer before the next installa-");
            paper.text(60, 112, "tion begins, and the report is kept with a proof of the end-to-");
            paper.text(60, 124, "end path; it names the first-");
            paper.text(60, 136, "line desk and the 24-");
            paper.text(60, 148, "hour rota that answers.");
            assertThat(texts(paper.read(folder)))
                    .containsExactly("Every installation is checked by the customer before the next installation "
                            + "begins, and the report is kept with a proof of the end-to-end path; it names the "
                            + "first-line desk and the 24-hour rota that answers.");
        }
    }

    @Test
    void whatPagesRepeatIsNotBody() throws IOException {
        try (Paper paper = new Paper()) {
            for (int page = 1; page <= 4; page++) {
                if (page > 1) {
                    paper.page();
                }
                paper.text(60, 40, 8, Paper.PLAIN, "Eastmarsh platform order, revision 3");
                paper.flow(60, 100, 400, DUTIES.get(page - 1));
                paper.text(280, 810, 8, Paper.PLAIN, "Page " + page + " of 4");
            }
            Document document = paper.read(folder);
            assertThat(document.pages()).isEqualTo(4);
            assertThat(document.runningText()).containsExactly("Eastmarsh platform order, revision 3");
            assertThat(texts(document)).containsExactlyElementsOf(DUTIES);
            assertThat(document.blocks().getLast().place().page()).isEqualTo(4);
        }
    }

    @Test
    void headingsHaveTheirNumberApartAndTheLevelOfIt() throws IOException {
        try (Paper paper = new Paper()) {
            paper.text(60, 80, 20, Paper.BOLD, "Order for a contact platform");
            paper.text(60, 120, 14, Paper.BOLD, "3. Delivery");
            paper.text(60, 145, 12, Paper.BOLD, "3.1 Hardware");
            paper.flow(60, 165, 400, HARBOUR);
            paper.text(60, 210, "IV. DUTIES OF THE TOWN");
            paper.flow(60, 230, 400, ROUTING);
            List<Block> blocks = paper.read(folder).blocks();
            assertThat(blocks.get(0)).isEqualTo(new Block.Heading(1, "", "Order for a contact platform", at(1)));
            assertThat(blocks.get(1)).isEqualTo(new Block.Heading(1, "3", "Delivery", at(2)));
            assertThat(blocks.get(2)).isEqualTo(new Block.Heading(2, "3.1", "Hardware", at(3)));
            assertThat(blocks.get(4)).isEqualTo(new Block.Heading(1, "IV", "DUTIES OF THE TOWN", at(5)));
        }
    }

    @Test
    void aHeadingInTheFirstLineOfItsParagraphIsAHeading() throws IOException {
        try (Paper paper = new Paper()) {
            paper.text(60, 100, "1.3. NIGHT OPERATION. The installer answers calls of the night desk within ten");
            paper.text(60, 112, "minutes and writes down what was done.");
            paper.bold(60, 140, "2.4. Reports.");
            paper.text(130, 140, "The installer sends a report every week, with the calls that were");
            paper.text(60, 152, "not answered and the reason for each of them.");
            assertThat(paper.read(folder).blocks())
                    .containsExactly(
                            new Block.Heading(2, "1.3", "NIGHT OPERATION", at(1)),
                            new Block.Paragraph(
                                    "",
                                    "The installer answers calls of the night desk within ten minutes and writes down "
                                            + "what was done.",
                                    at(2)),
                            new Block.Heading(2, "2.4", "Reports", at(3)),
                            new Block.Paragraph(
                                    "",
                                    "The installer sends a report every week, with the calls that were not answered "
                                            + "and the reason for each of them.",
                                    at(4)));
        }
    }

    @Test
    void aBoldWordThatOpensAParagraphStaysInIt() throws IOException {
        try (Paper paper = new Paper()) {
            paper.bold(60, 100, "Term.");
            paper.flow(92, 100, 440, "This order runs for three years from its signature.");
            paper.flow(60, 130, 400, HARBOUR);
            assertThat(texts(paper.read(folder)))
                    .containsExactly("Term. This order runs for three years from its signature.", HARBOUR);
        }
    }

    @Test
    void numberedClausesKeepTheirNumberApart() throws IOException {
        try (Paper paper = new Paper()) {
            paper.text(60, 100, "4.1.2");
            float next = paper.flow(100, 100, 400, HARBOUR);
            paper.text(60, next + 6, "4.1.3");
            paper.flow(100, next + 6, 400, ROUTING);
            assertThat(paper.read(folder).blocks())
                    .containsExactly(
                            new Block.Paragraph("4.1.2", HARBOUR, at(1)), new Block.Paragraph("4.1.3", ROUTING, at(2)));
        }
    }

    @Test
    void aDayOfTheMonthThatBeginsALineIsNoItem() throws IOException {
        try (Paper paper = new Paper()) {
            paper.text(60, 100, "The carrier brings the lines into the rooms of the north site by the");
            paper.text(60, 112, "21. of the month that follows the order, and tells the town of it.");
            assertThat(texts(paper.read(folder)))
                    .containsExactly("The carrier brings the lines into the rooms of the north site by the 21. of the "
                            + "month that follows the order, and tells the town of it.");
        }
    }

    @Test
    void itemsHaveMarkersAndLevelsAndKeepTheirWrappedLines() throws IOException {
        try (Paper paper = new Paper()) {
            paper.flow(60, 88, 400, "The installer does what follows:");
            paper.text(60, 104, "\u2022").flow(75, 104, 300, HARBOUR);
            paper.text(75, 144, "(a)").text(95, 144, "badges for the north site;");
            paper.text(75, 156, "(b)").text(95, 156, "badges for the south site.");
            paper.text(60, 168, "\u2022").text(75, 168, "Cables are labelled.");
            assertThat(paper.read(folder).blocks())
                    .containsExactly(
                            new Block.Paragraph("", "The installer does what follows:", at(1)),
                            new Block.ListItem(1, "\u2022", HARBOUR, at(2)),
                            new Block.ListItem(2, "(a)", "badges for the north site;", at(3)),
                            new Block.ListItem(2, "(b)", "badges for the south site.", at(4)),
                            new Block.ListItem(1, "\u2022", "Cables are labelled.", at(5)));
        }
    }

    @Test
    void aFootnoteStandsBehindTheParagraphThatRefersToIt() throws IOException {
        try (Paper paper = new Paper()) {
            paper.text(60, 100, "Prices are in crowns.");
            float end = 60 + Paper.width("Prices are in crowns.", 10, Paper.PLAIN);
            paper.text(end, 96.5f, 6, Paper.PLAIN, "1");
            paper.flow(60, 130, 400, HARBOUR);
            paper.flow(60, 170, 400, ROUTING);
            paper.text(60, 756.5f, 5, Paper.PLAIN, "1").text(64, 760, 8, Paper.PLAIN, "Without the tax of the town.");
            assertThat(paper.read(folder).blocks())
                    .containsExactly(
                            new Block.Paragraph("", "Prices are in crowns.", at(1)),
                            new Block.Footnote("1", "Without the tax of the town.", at(2)),
                            new Block.Paragraph("", HARBOUR, at(3)),
                            new Block.Paragraph("", ROUTING, at(4)));
        }
    }

    @Test
    void lettersThatAreSpacedOutAreWords() throws IOException {
        try (Paper paper = new Paper()) {
            paper.text(60, 100, "A D D   O P T I O N S");
            paper.flow(60, 140, 400, HARBOUR);
            assertThat(texts(paper.read(folder)).getFirst()).isEqualTo("ADD OPTIONS");
        }
    }

    @Test
    void lettersThatAreDrawnTwiceToLookBoldAreReadOnce() throws IOException {
        try (Paper paper = new Paper()) {
            paper.text(60, 100, "Shipping and billing").text(60.3f, 100, "Shipping and billing");
            paper.flow(60, 120, 400, HARBOUR);
            assertThat(paper.read(folder).blocks().getFirst())
                    .isEqualTo(new Block.Heading(1, "", "Shipping and billing", at(1)));
        }
    }

    @Test
    void aTurnedPageIsReadAsItIsShown() throws IOException {
        try (Paper paper = new Paper()) {
            paper.current().setRotation(90);
            paper.drawing().transform(Matrix.getRotateInstance(Math.PI / 2, 595, 0));
            paper.drawing().transform(Matrix.getTranslateInstance(0, 595 - 842));
            paper.flow(60, 100, 400, HARBOUR);
            paper.flow(60, 200, 400, ROUTING);
            assertThat(texts(paper.read(folder))).containsExactly(HARBOUR, ROUTING);
        }
    }

    @Test
    void whatWasFilledIntoAFormIsRead() throws IOException {
        try (Paper paper = new Paper()) {
            paper.text(60, 100, "Site manager:");
            PDAcroForm form = new PDAcroForm(paper.pdf);
            paper.pdf.getDocumentCatalog().setAcroForm(form);
            PDResources resources = new PDResources();
            resources.put(COSName.getPDFName("Helv"), paper.font(Paper.PLAIN));
            form.setDefaultResources(resources);
            form.setDefaultAppearance("/Helv 10 Tf 0 g");
            PDTextField field = new PDTextField(form);
            field.setPartialName("manager");
            form.getFields().add(field);
            field.getWidgets().getFirst().setRectangle(new PDRectangle(130, 842 - 106, 200, 18));
            field.getWidgets().getFirst().setPage(paper.current());
            paper.current().getAnnotations().add(field.getWidgets().getFirst());
            field.setValue("Head of Operations");
            assertThat(texts(paper.read(folder))).containsExactly("Site manager: Head of Operations");
        }
    }

    @Test
    void aLineOfTextIsNoTableAndNeitherIsAListWithWideMarkers() throws IOException {
        try (Paper paper = new Paper()) {
            for (int i = 0; i < 5; i++) {
                paper.text(60, 100 + 14 * i, (i + 1) + ".").text(110, 100 + 14 * i, "Task of the week, part " + i);
            }
            assertThat(paper.read(folder).blocks()).hasSize(5).allMatch(Block.ListItem.class::isInstance);
        }
    }

    @Test
    void aPasswordRefuses() throws IOException {
        try (Paper paper = new Paper()) {
            Path file = paper.text(60, 100, HARBOUR).protect("owner", "reader").save(folder);
            assertRefused(file, Reason.ENCRYPTED, "password");
        }
    }

    @Test
    void whatOnlyItsOwnerLockedIsRead() throws IOException {
        try (Paper paper = new Paper()) {
            paper.flow(60, 100, 400, HARBOUR);
            paper.protect("owner", "");
            assertThat(texts(paper.read(folder))).containsExactly(HARBOUR);
        }
    }

    @Test
    void aScanRefusesAndSaysWhatItNeeds() throws IOException {
        try (Paper paper = new Paper()) {
            picture(paper);
            assertRefused(paper.save(folder), Reason.SCANNED, "OCR");
        }
    }

    @Test
    void aScannedPageAmongOthersIsPassedOver() throws IOException {
        try (Paper paper = new Paper()) {
            picture(paper);
            paper.page().flow(60, 100, 400, HARBOUR);
            Document document = paper.read(folder);
            assertThat(document.pages()).isEqualTo(2);
            assertThat(document.blocks()).containsExactly(new Block.Paragraph("", HARBOUR, Place.paragraph(2, 1)));
        }
    }

    @Test
    void blankPagesRefuse() throws IOException {
        try (Paper paper = new Paper()) {
            assertRefused(paper.save(folder), Reason.EMPTY, "no text");
        }
    }

    @Test
    void aTruncatedFileRefuses() throws IOException {
        try (Paper paper = new Paper()) {
            for (int i = 0; i < 20; i++) {
                paper.flow(60, 100, 400, HARBOUR);
                paper.page();
            }
            Path file = paper.save(folder);
            byte[] bytes = Files.readAllBytes(file);
            for (int length : new int[] {60, bytes.length / 3, bytes.length * 2 / 3, bytes.length - 50}) {
                Files.write(file, Arrays.copyOf(bytes, length));
                assertRefused(file, Reason.CORRUPT, "damaged");
            }
        }
    }

    private static void picture(Paper paper) throws IOException {
        BufferedImage picture = new BufferedImage(60, 80, BufferedImage.TYPE_BYTE_GRAY);
        paper.drawing().drawImage(LosslessFactory.createFromImage(paper.pdf, picture), 0, 0, 595, 842);
    }

    private static void assertRefused(Path file, Reason reason, String word) {
        assertThatThrownBy(() -> Documents.read(file))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(file.toString())
                .hasMessageContaining(word);
    }

    private static Place at(int paragraph) {
        return Place.paragraph(1, paragraph);
    }

    static List<String> texts(Document document) {
        return document.blocks().stream()
                .map(block -> switch (block) {
                    case Block.Heading heading -> heading.text();
                    case Block.Paragraph paragraph -> paragraph.text();
                    case Block.ListItem item -> item.text();
                    case Block.Footnote note -> note.text();
                    case Block.Table table -> table.rows().toString();
                })
                .toList();
    }
}
