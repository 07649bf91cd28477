package org.fram.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationHighlight;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfRemarksTest {

    private static final String FIRST = "The carrier will deliver the trunks in due time.";
    private static final String SECOND = "The town approves the plan within ten working days, and the installer "
            + "then orders what the plan names without further notice.";

    @TempDir
    Path folder;

    @Test
    void theQuoteIsHighlightedWithAuthorAndText() throws IOException {
        Path source = twoParagraphs();
        Path target = folder.resolve("remarked.pdf");
        Place place = Documents.read(source).blocks().get(1).place();
        String quote = "the installer then orders what the plan names";
        Remarks.write(source, List.of(new Remark(place, quote, "Fram", "By when?\nName a day.")), target);

        try (PDDocument pdf = Loader.loadPDF(target.toFile())) {
            List<PDAnnotation> annotations = pdf.getPage(0).getAnnotations();
            assertThat(annotations).hasSize(2);
            PDAnnotationHighlight highlight = (PDAnnotationHighlight) annotations.getFirst();
            assertThat(highlight.getTitlePopup()).isEqualTo("Fram");
            assertThat(highlight.getContents()).isEqualTo("By when?\nName a day.");
            assertThat(highlight.getNormalAppearanceStream()).isNotNull();
            assertThat(annotations.get(1)).isInstanceOf(PDAnnotationPopup.class);
            // Two lines: from "the installer" to the end of the first, and what is left in the second.
            float[] quads = highlight.getQuadPoints();
            assertThat(quads).hasSize(16);
            float left = 60 + Paper.width("The town approves the plan within ten working days, and ", 10, Paper.PLAIN);
            assertThat(quads[0]).isCloseTo(left, org.assertj.core.data.Offset.offset(1f));
            assertThat(quads[1]).isBetween(842 - 140f, 842 - 130f);
            assertThat(quads[8]).isCloseTo(60, org.assertj.core.data.Offset.offset(1f));
        }
    }

    @Test
    void aRowIsHighlightedCellByCell() throws IOException {
        Path source;
        try (Paper paper = new Paper()) {
            for (float y : new float[] {100, 120, 140}) {
                paper.line(60, y, 300, y);
            }
            for (float x : new float[] {60, 180, 300}) {
                paper.line(x, 100, x, 140);
            }
            paper.text(64, 114, "Survey")
                    .text(184, 114, "4 days")
                    .text(64, 134, "Design")
                    .text(184, 134, "9 days");
            source = paper.save(folder);
        }
        Path target = folder.resolve("remarked.pdf");
        Block.Table table = (Block.Table) Documents.read(source).blocks().getFirst();
        Block.Row row = table.rows().get(1);
        Remarks.write(source, List.of(new Remark(row.place(), row.quote(), "Fram", "Too many.")), target);

        try (PDDocument pdf = Loader.loadPDF(target.toFile())) {
            float[] quads =
                    ((PDAnnotationHighlight) pdf.getPage(0).getAnnotations().getFirst()).getQuadPoints();
            assertThat(quads).hasSize(16);
            assertThat(quads[0]).isCloseTo(64, org.assertj.core.data.Offset.offset(1f));
            assertThat(quads[8]).isCloseTo(184, org.assertj.core.data.Offset.offset(1f));
            assertThat(quads[1]).isCloseTo(quads[9], org.assertj.core.data.Offset.offset(0.1f));
        }
    }

    @Test
    void whatThePdfHeldStaysByteForByteAndItsAnnotationsStay() throws IOException {
        Path source;
        try (Paper paper = new Paper()) {
            paper.flow(60, 100, 400, FIRST);
            PDAnnotationText note = new PDAnnotationText();
            note.setRectangle(new PDRectangle(10, 700, 18, 18));
            note.setContents("Seen by the lawyer");
            paper.current().getAnnotations().add(note);
            source = paper.save(folder);
        }
        byte[] before = Files.readAllBytes(source);
        Path target = folder.resolve("remarked.pdf");
        Place place = Place.paragraph(1, 1);
        Remarks.write(source, List.of(new Remark(place, FIRST, "Fram", "When?")), target);

        byte[] after = Files.readAllBytes(target);
        assertThat(Arrays.copyOf(after, before.length)).isEqualTo(before);
        assertThat(Files.readAllBytes(source)).isEqualTo(before);
        try (PDDocument pdf = Loader.loadPDF(target.toFile())) {
            assertThat(pdf.getPage(0).getAnnotations())
                    .extracting(PDAnnotation::getContents)
                    .containsExactly("Seen by the lawyer", "When?", null);
        }
        assertThat(PdfReaderTest.texts(Documents.read(target))).containsExactly(FIRST);
    }

    @Test
    void aQuoteThatIsNotFoundBecomesANoteBesideItsParagraph() throws IOException {
        Path source = twoParagraphs();
        Path target = folder.resolve("remarked.pdf");
        Place place = Documents.read(source).blocks().get(1).place();
        Remarks.write(source, List.of(new Remark(place, "words of another document", "Fram", "Odd.")), target);

        try (PDDocument pdf = Loader.loadPDF(target.toFile())) {
            PDAnnotation note = pdf.getPage(0).getAnnotations().getFirst();
            assertThat(note).isInstanceOf(PDAnnotationText.class);
            assertThat(note.getContents()).isEqualTo("Odd.");
            assertThat(note.getRectangle().getUpperRightX()).isLessThan(60);
            assertThat(note.getRectangle().getUpperRightY()).isBetween(842 - 140f, 842 - 120f);
        }
    }

    @Test
    void aPdfThatForbidsCommentsIsLeftAloneAndNothingIsWritten() throws IOException {
        Path source;
        try (Paper paper = new Paper()) {
            paper.flow(60, 100, 400, FIRST);
            source = paper.protect("owner", "").save(folder);
        }
        Path target = Files.writeString(folder.resolve("remarked.pdf"), "what was here before");
        List<Remark> remarks = List.of(new Remark(Place.paragraph(1, 1), FIRST, "Fram", "When?"));
        assertThatThrownBy(() -> Remarks.write(source, remarks, target))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("does not allow comments");
        assertThat(target).hasContent("what was here before");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    private Path twoParagraphs() throws IOException {
        try (Paper paper = new Paper()) {
            paper.flow(60, 100, 400, FIRST);
            paper.flow(60, 140, 400, SECOND);
            return paper.save(folder);
        }
    }
}
