package org.fram.office;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.fram.office.UnreadableDocumentException.Reason;

/// Reads DOCX.
final class DocxReader {

    private static final Pattern HEADING = Pattern.compile("heading\\s*(\\d)");

    private DocxReader() {}

    static Document read(Path file, Documents.Revision revision) {
        List<Block> blocks = new ArrayList<>();
        try (OPCPackage opc = OPCPackage.open(file.toFile(), PackageAccess.READ);
                XWPFDocument document = new XWPFDocument(opc)) {
            int tables = 0;
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) {
                    paragraph(paragraph, blocks);
                } else if (element instanceof XWPFTable table) {
                    blocks.add(table(table, blocks.size() + 1, ++tables));
                }
            }
        } catch (IOException | InvalidFormatException e) {
            throw new UnreadableDocumentException(Reason.CORRUPT, file + ": " + e.getMessage());
        }
        return new Document(file.getFileName().toString(), Document.Format.DOCX, 0, blocks, List.of(), List.of());
    }

    private static void paragraph(XWPFParagraph paragraph, List<Block> blocks) {
        String text = paragraph.getText().replaceAll("\\s+", " ").strip();
        if (text.isEmpty()) {
            return;
        }
        Place place = Place.paragraph(0, blocks.size() + 1);
        String style =
                paragraph.getStyleID() == null ? "" : paragraph.getStyleID().toLowerCase(Locale.ROOT);
        Matcher heading = HEADING.matcher(style);
        if (heading.matches() || style.equals("title")) {
            int level = heading.matches() ? Integer.parseInt(heading.group(1)) : 1;
            blocks.add(new Block.Heading(level, "", text, place));
        } else if (paragraph.getNumID() != null) {
            int level =
                    paragraph.getNumIlvl() == null ? 1 : paragraph.getNumIlvl().intValue() + 1;
            blocks.add(new Block.ListItem(level, "•", text, place));
        } else {
            blocks.add(new Block.Paragraph("", text, place));
        }
    }

    private static Block.Table table(XWPFTable table, int paragraph, int ordinal) {
        List<Block.Row> rows = new ArrayList<>();
        for (XWPFTableRow row : table.getRows()) {
            List<Block.Cell> cells = new ArrayList<>();
            for (XWPFTableCell cell : row.getTableCells()) {
                Place place = new Place(0, paragraph, ordinal, rows.size() + 1, cells.size() + 1);
                cells.add(new Block.Cell(cell.getText().strip(), cells.size(), 1, 1, place));
            }
            rows.add(new Block.Row(cells, new Place(0, paragraph, ordinal, rows.size() + 1, 0)));
        }
        return new Block.Table(rows.isEmpty() ? 0 : 1, rows, new Place(0, paragraph, ordinal, 0, 0));
    }
}
