package org.fram.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fram.office.WordFile.bold;
import static org.fram.office.WordFile.p;
import static org.fram.office.WordFile.r;
import static org.fram.office.WordFile.rowOf;
import static org.fram.office.WordFile.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocxRemarksTest {

    @TempDir
    private Path folder;

    private Path annotated(WordFile file, Remark... remarks) {
        Path source = file.write(folder.resolve("sow.docx"));
        Path target = folder.resolve("annotated.docx");
        Remarks.write(source, List.of(remarks), target);
        return target;
    }

    private static Remark remark(int paragraph, String quote, String text) {
        return new Remark(Place.paragraph(0, paragraph), quote, "Fram Review", text);
    }

    /// What each comment marks: the text of the body between its two marks, by the comment's id.
    private static Map<String, String> marked(Path file) throws Exception {
        Map<String, String> marked = new LinkedHashMap<>();
        List<String> open = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    walk(Xml.read(zip), open, marked);
                    break;
                }
            }
        }
        assertThat(open).isEmpty();
        return marked;
    }

    private static void walk(Xml.Element element, List<String> open, Map<String, String> marked) {
        switch (element.name) {
            case "w:commentRangeStart" -> {
                open.add(element.attribute("w:id", ""));
                marked.put(element.attribute("w:id", ""), "");
            }
            case "w:commentRangeEnd" -> open.remove(element.attribute("w:id", ""));
            case "w:t" -> open.forEach(id -> marked.merge(id, element.text(), String::concat));
            case "w:tab" -> open.forEach(id -> marked.merge(id, " ", String::concat));
            default -> {}
        }
        element.elements().forEach(child -> walk(child, open, marked));
    }

    private static List<String> comments(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                XWPFDocument document = new XWPFDocument(in)) {
            List<String> comments = new ArrayList<>();
            for (XWPFComment comment : document.getDocComments().getComments()) {
                comments.add(comment.getId() + " " + comment.getAuthor() + " (" + comment.getInitials() + "): "
                        + comment.getText().strip());
            }
            return comments;
        }
    }

    @Test
    void aCommentMarksExactlyTheQuotedWords() throws Exception {
        Path annotated = annotated(
                WordFile.of(p(r("The Vendor will act in a "), bold("timely man"), r("ner, as needed, always."))),
                remark(1, "a timely manner", "Say by when.\nOr strike it."));

        assertThat(marked(annotated)).containsExactly(Map.entry("0", "a timely manner"));
        assertThat(comments(annotated)).containsExactly("0 Fram Review (FR): Say by when.\nOr strike it.");
    }

    @Test
    void severalRemarksMayOverlapAndMarkTheSameWords() throws Exception {
        Path annotated = annotated(
                WordFile.of(p(r("The Vendor will help as needed.")), p(r("The Vendor will help as needed."))),
                remark(1, "will help", "one"),
                remark(1, "help as needed", "two"),
                remark(1, "help as needed", "three"),
                remark(2, "as needed.", "four"));

        assertThat(marked(annotated).values())
                .containsExactlyInAnyOrder("will help", "help as needed", "help as needed", "as needed.");
        assertThat(comments(annotated)).hasSize(4);
    }

    @Test
    void quotesInHyperlinksContentControlsAndTrackedInsertionsAreMarked() throws Exception {
        Path annotated = annotated(
                WordFile.of(p(
                        r("See "),
                        "<w:hyperlink w:anchor=\"x\">" + r("the portal page") + "</w:hyperlink>",
                        "<w:sdt><w:sdtContent>" + r(" of Lakeside") + "</w:sdtContent></w:sdt>",
                        "<w:ins w:id=\"9\" w:author=\"Ana\">" + r(" and others") + "</w:ins>",
                        r("."))),
                remark(1, "portal page of Lake", "one"),
                remark(1, "others.", "two"));

        assertThat(marked(annotated).values()).containsExactly("portal page of Lake", "others.");
        assertThat(comments(annotated)).hasSize(2);
    }

    @Test
    void aRowIsMarkedOverItsCells() throws Exception {
        WordFile file = WordFile.of(table(rowOf("Item", "Fee"), rowOf("Design", "$5"), rowOf("Build", "$7")));
        Path annotated = annotated(
                file,
                new Remark(new Place(0, 1, 1, 2, 0), "Design | $5", "Fram", "row"),
                new Remark(new Place(0, 1, 1, 3, 2), "$7", "Fram", "cell"));

        assertThat(marked(annotated).values()).containsExactly("Design$5", "$7");
        assertThat(Documents.read(annotated).blocks())
                .isEqualTo(Documents.read(folder.resolve("sow.docx")).blocks());
    }

    @Test
    void commentsThatTheDocumentHasAreKept() throws Exception {
        WordFile file = WordFile.of(p(
                        "<w:commentRangeStart w:id=\"4\"/>",
                        r("Old words"),
                        "<w:commentRangeEnd w:id=\"4\"/><w:r><w:commentReference w:id=\"4\"/></w:r>",
                        r(" and new.")))
                .comments("<w:comment w:id=\"4\" w:author=\"Ana\" w:initials=\"A\">" + p(r("Check this."))
                        + "</w:comment>");
        Path annotated = annotated(file, remark(1, "new", "Another."));

        assertThat(marked(annotated)).containsExactly(Map.entry("4", "Old words"), Map.entry("5", "new"));
        assertThat(comments(annotated)).containsExactly("4 Ana (A): Check this.", "5 Fram Review (FR): Another.");
    }

    @Test
    void aFootnoteIsCommentedAtItsSignAndABoxWhereItIsAnchored() throws Exception {
        WordFile file = WordFile.of(
                        p(r("Prices hold"), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>", r(".")),
                        p(
                                r("Beside."),
                                "<w:r><w:drawing><wps:wsp><wps:txbx><w:txbxContent>" + p(r("Boxed."))
                                        + "</w:txbxContent></wps:txbx></wps:wsp></w:drawing></w:r>"))
                .footnotes("<w:footnote w:id=\"2\">" + p(r("For a year.")) + "</w:footnote>");
        Path annotated = annotated(file, remark(2, "For a year.", "note"), remark(4, "Boxed.", "box"));

        assertThat(marked(annotated).values()).containsExactly("", "Boxed.");
        assertThat(comments(annotated)).hasSize(2);
    }

    @Test
    void aQuoteThatItsPlaceDoesNotHoldIsLookedForElsewhereAndElseItsBlockIsMarked() throws Exception {
        Path annotated = annotated(
                WordFile.of(p(r("First words.")), p(r("Second words."))),
                remark(1, "Second", "moved"),
                remark(2, "not in the document", "whole"));

        assertThat(marked(annotated)).containsExactly(Map.entry("0", "Second"), Map.entry("1", "Second words."));
    }

    @Test
    void allOtherPartsAreCopiedByteForByte() throws Exception {
        byte[] image = new byte[100_000];
        new SplittableRandom(7).nextBytes(image);
        WordFile file = WordFile.of(p(r("Words &amp; signs &lt;here&gt;.")))
                .put("word/media/image1.png", image)
                .footer(p(r("f")));
        Path annotated = annotated(file, remark(1, "Words & signs <here>", "Remark with <markup> & \u0001 control."));

        Map<String, byte[]> before = parts(folder.resolve("sow.docx"));
        Map<String, byte[]> after = parts(annotated);
        before.forEach((name, bytes) -> {
            if (!List.of("word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels")
                    .contains(name)) {
                assertThat(after.get(name)).as(name).isEqualTo(bytes);
            }
        });
        assertThat(after.keySet()).containsAll(before.keySet()).contains("word/comments.xml");
        assertThat(new String(after.get("word/document.xml"), StandardCharsets.UTF_8)
                        .replaceAll("<w:comment[^>]*/>", ""))
                .contains("Words &amp; signs &lt;here&gt;");
        assertThat(comments(annotated)).containsExactly("0 Fram Review (FR): Remark with <markup> &  control.");
    }

    private static Map<String, byte[]> parts(Path file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    @Test
    void textCannotCarryRemarksAndNothingIsWritten() throws IOException {
        Path text = Files.writeString(folder.resolve("sow.txt"), "The Vendor will help as needed.\n");
        Path target = folder.resolve("annotated.txt");

        assertThatThrownBy(() -> Remarks.write(text, List.of(remark(1, "help", "x")), target))
                .isInstanceOf(NoPlaceForRemarksException.class)
                .hasMessageContaining("sow.txt");
        assertThat(target).doesNotExist();
        assertThat(Remarks.carriedBy(Document.Format.TEXT)).isFalse();
    }

    @Test
    void aTargetStaysAsItIsWhenTheSourceCannotBeRead() throws IOException {
        Path source = Files.writeString(folder.resolve("sow.docx"), "PK\u0003\u0004 no package");
        Path target = Files.writeString(folder.resolve("annotated.docx"), "before");

        assertThatThrownBy(() -> Remarks.write(source, List.of(), target))
                .isInstanceOf(UnreadableDocumentException.class);
        assertThat(target).hasContent("before");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    /// Law: whatever is remarked, the copy reads as the document did, marks the quoted words, and opens in POI.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void annotatingNeverChangesWhatIsRead(long seed) throws Exception {
        SampleDocument sample = new SampleDocument(new SplittableRandom(seed));
        Path source = sample.write(folder.resolve("sow.docx"));
        Document document = Documents.read(source);
        SplittableRandom random = new SplittableRandom(seed * 31);
        List<Remark> remarks = new ArrayList<>();
        List<String> quotes = new ArrayList<>();
        for (Block block : document.blocks()) {
            String text = SampleDocument.text(block);
            int begin = random.nextInt(text.length());
            int end = begin + 1 + random.nextInt(text.length() - begin);
            String quote = text.substring(begin, end).strip();
            if (!quote.isEmpty() && !(block instanceof Block.Table) && random.nextInt(3) > 0) {
                remarks.add(new Remark(block.place(), quote, "Fram", "About it."));
                quotes.add(quote.replaceAll("\\s", ""));
            }
            if (block instanceof Block.Table table) {
                Block.Row row = table.rows().get(random.nextInt(table.rows().size()));
                remarks.add(new Remark(row.place(), row.quote(), "Fram", "About the row."));
                quotes.add(row.quote().replaceAll(" \\| |\\s", ""));
            }
        }
        Path target = folder.resolve("annotated.docx");
        Remarks.write(source, remarks, target);

        assertThat(Documents.read(target).blocks()).isEqualTo(document.blocks());
        assertThat(marked(target).values().stream().map(words -> words.replaceAll("\\s", "")))
                .containsExactlyInAnyOrderElementsOf(quotes);
        assertThat(remarks.isEmpty() ? List.of() : comments(target)).hasSize(remarks.size());
    }
}
