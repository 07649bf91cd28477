package org.fram.office;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/// A document made up from a seed, written by POI: what it says is known, so that what is read can be held against it.
final class SampleDocument {

    private static final List<String> WORDS = List.of(
            "vendor",
            "will",
            "deliver",
            "queues",
            "reports",
            "by",
            "May",
            "5,",
            "the",
            "customer",
            "tests",
            "(all)",
            "sites",
            "\"go-live\"",
            "100%",
            "of",
            "calls",
            "routing",
            "é",
            "–",
            "R&D",
            "<none>");

    private final XWPFDocument document = new XWPFDocument();
    private final List<String> expected = new ArrayList<>();
    private final SplittableRandom random;

    SampleDocument(SplittableRandom random) {
        this.random = random;
        XWPFStyles styles = document.createStyles();
        for (int level = 1; level <= 3; level++) {
            CTStyle style = CTStyle.Factory.newInstance();
            style.setStyleId("H" + level);
            style.addNewName().setVal("heading " + level);
            style.setType(STStyleType.PARAGRAPH);
            style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1));
            styles.addStyle(new XWPFStyle(style));
        }
        int blocks = 3 + random.nextInt(12);
        for (int i = 0; i < blocks; i++) {
            switch (random.nextInt(4)) {
                case 0 -> heading();
                case 1 -> table();
                default -> paragraph();
            }
        }
        paragraph();
    }

    /// The blocks as [Dump] prints them.
    List<String> expected() {
        return expected;
    }

    private void heading() {
        int level = 1 + random.nextInt(3);
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle("H" + level);
        String text = "Part " + words(3);
        runs(paragraph, text);
        expected.add("H%d    [] %s".formatted(level, text));
    }

    private void paragraph() {
        String text = "The " + words(4 + random.nextInt(20)) + " as agreed.";
        runs(document.createParagraph(), text);
        expected.add("P     [] " + text);
    }

    private void table() {
        int rows = 2 + random.nextInt(4);
        int columns = 2 + random.nextInt(3);
        XWPFTable table = document.createTable(rows, columns);
        table.getRow(0).setRepeatHeader(true);
        StringBuilder lines = new StringBuilder("T     header 1");
        for (int r = 0; r < rows; r++) {
            lines.append("\n  ");
            for (int c = 0; c < columns; c++) {
                String text = words(1 + random.nextInt(5));
                runs(table.getRow(r).getCell(c).getParagraphs().getFirst(), text);
                lines.append("| ").append(text).append(' ');
            }
        }
        expected.add(lines.toString());
        paragraph();
    }

    private String words(int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return String.join(" ", words).strip();
    }

    /// The text over several runs, cut anywhere.
    private void runs(XWPFParagraph paragraph, String text) {
        int done = 0;
        while (done < text.length()) {
            int end = Math.min(text.length(), done + 1 + random.nextInt(12));
            XWPFRun run = paragraph.createRun();
            run.setText(text.substring(done, end));
            run.setItalic(random.nextInt(3) == 0);
            done = end;
        }
    }

    Path write(Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            document.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /// The text of a block that is no table; a table's first row.
    static String text(Block block) {
        return switch (block) {
            case Block.Heading heading -> heading.text();
            case Block.Paragraph paragraph -> paragraph.text();
            case Block.ListItem item -> item.text();
            case Block.Footnote note -> note.text();
            case Block.Table table -> table.rows().getFirst().quote();
        };
    }
}
