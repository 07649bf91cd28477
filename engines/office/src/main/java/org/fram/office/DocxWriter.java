package org.fram.office;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes blocks as a Word document: headings of Word's own styles, so that an outline and a table of contents come by
/// themselves; real list items; tables whose header rows repeat on each page, and whose columns are as wide as what
/// stands in them asks for. Rows are not torn apart by the end of a page.
///
/// The same blocks always give the same bytes.
final class DocxWriter {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final FileTime ZIP_BEGINS = FileTime.from(Instant.parse("1980-01-01T12:00:00Z"));
    private static final int HEADING_LEVELS = 6;
    private static final int LIST_LEVELS = 3;
    private static final int ITEM_TWIPS = 357;
    private static final int BODY_HALF_POINTS = 21;

    /// Between the margins of a page.
    private static final int LINE_TWIPS = 11906 - 2 * 1304;

    private static final int LINE_CHARACTERS = 92;
    private static final String HEADER_CELL = "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EEF1F4\"/>";

    private final StringBuilder body = new StringBuilder();

    private DocxWriter() {}

    static void write(List<Block> blocks, OutputStream out) throws IOException {
        var writer = new DocxWriter();
        blocks.forEach(writer::add);
        writer.pack(out);
    }

    /// Writes pieces whose changes are tracked.
    static void write(List<Marked> pieces, DocxTracking tracking, OutputStream out) throws IOException {
        var writer = new DocxWriter();
        for (int i = 0; i < pieces.size(); ) {
            int end = i;
            while (end < pieces.size() && pieces.get(end).shape().isRow()) {
                end++;
            }
            if (end > i) {
                writer.table(pieces.subList(i, end), tracking);
                i = end;
            } else {
                writer.add(pieces.get(i), tracking);
                i++;
            }
        }
        writer.pack(out);
    }

    private void pack(OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            put(zip, "[Content_Types].xml", contentTypes());
            put(zip, "_rels/.rels", relationships(relation(1, OFFICE + "/officeDocument", "word/document.xml")));
            put(
                    zip,
                    "word/_rels/document.xml.rels",
                    relationships(relation(1, OFFICE + "/styles", "styles.xml")
                            + relation(2, OFFICE + "/numbering", "numbering.xml")));
            put(zip, "word/styles.xml", styles());
            put(zip, "word/numbering.xml", numbering());
            put(zip, "word/document.xml", document());
        }
    }

    private void add(Block block) {
        switch (block) {
            case Block.Heading(var level, var number, var text, var _) ->
                paragraph(headingStyle(level), numbered(number, text));
            case Block.Paragraph(var number, var text, var _) -> paragraph("", numbered(number, text));
            case Block.ListItem(var level, var marker, var text, var _) ->
                paragraph(itemStyle(level, marker), isTyped(marker) ? marker + " " + text : text);
            case Block.Footnote(var marker, var text, var _) -> paragraph("", numbered(marker, text));
            case Block.Table table -> table(table);
        }
    }

    private void add(Marked piece, DocxTracking tracking) {
        body.append("<w:p>")
                .append("<w:pPr>")
                .append(
                        switch (piece.shape()) {
                            case HEADING -> headingStyle(piece.level());
                            case ITEM -> itemStyle(piece.level());
                            default -> "";
                        })
                .append(tracking.ofParagraph(piece.change()))
                .append("</w:pPr>");
        piece.cells().forEach(runs -> runs(runs, false, tracking));
        body.append("</w:p>");
    }

    private void table(List<Marked> rows, DocxTracking tracking) {
        int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(1);
        var texts = columns(columns);
        rows.stream()
                .filter(row -> row.cells().size() == columns)
                .forEach(row ->
                        add(texts, row.cells().stream().map(DocxWriter::text).toList()));
        beginTable(texts);
        for (var row : rows) {
            boolean header = row.shape() == Marked.Shape.HEADER_ROW;
            body.append("<w:tr><w:trPr><w:cantSplit/>")
                    .append(header ? "<w:tblHeader/>" : "")
                    .append(tracking.ofRow(row.change()))
                    .append("</w:trPr>");
            for (int column = 0; column < row.cells().size(); column++) {
                // The last cell of a short row reaches to the edge.
                int span = column == row.cells().size() - 1 ? columns - column : 1;
                beginCell(span, header);
                runs(row.cells().get(column), header, tracking);
                body.append("</w:p></w:tc>");
            }
            body.append("</w:tr>");
        }
        body.append("</w:tbl><w:p/>");
    }

    /// A space behind each run but the last, so that in each version there is one between its words.
    private void runs(List<Marked.Run> runs, boolean bold, DocxTracking tracking) {
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            String text = i < runs.size() - 1 ? run.text() + " " : run.text();
            body.append(tracking.before(run.change()));
            run(text, bold, run.change() == Marked.Change.DELETED ? "w:delText" : "w:t");
            body.append(tracking.after(run.change()));
        }
    }

    private static String headingStyle(int level) {
        return "<w:pStyle w:val=\"Heading%d\"/>".formatted(Math.clamp(level, 1, HEADING_LEVELS));
    }

    private static String itemStyle(int level) {
        return "<w:pStyle w:val=\"ListParagraph\"/><w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"1\"/></w:numPr>"
                .formatted(Math.clamp(level, 1, LIST_LEVELS) - 1);
    }

    /// An item keeps its own letter or number; bullets are Word's.
    private static String itemStyle(int level, String marker) {
        return isTyped(marker)
                ? "<w:pStyle w:val=\"ListParagraph\"/><w:ind w:left=\"%d\" w:hanging=\"%2$d\"/>"
                        .formatted(ITEM_TWIPS * Math.clamp(level, 1, LIST_LEVELS), ITEM_TWIPS)
                : itemStyle(level);
    }

    private static boolean isTyped(String marker) {
        return marker.chars().filter(Character::isLetterOrDigit).findAny().isPresent() && marker.length() > 1;
    }

    private static String numbered(String number, String text) {
        return number.isEmpty() ? text : number + " " + text;
    }

    private void paragraph(String properties, String text) {
        body.append("<w:p>");
        if (!properties.isEmpty()) {
            body.append("<w:pPr>").append(properties).append("</w:pPr>");
        }
        run(text, false);
        body.append("</w:p>");
    }

    private void run(String text, boolean bold) {
        run(text, bold, "w:t");
    }

    private void run(String text, boolean bold, String element) {
        body.append("<w:r>").append(bold ? "<w:rPr><w:b/></w:rPr>" : "");
        String between = "";
        for (String line : text.split("\n", -1)) {
            body.append(between)
                    .append("<" + element + " xml:space=\"preserve\">")
                    .append(escaped(line))
                    .append("</" + element + ">");
            between = "<w:br/>";
        }
        body.append("</w:r>");
    }

    private void table(Block.Table table) {
        int columns = table.rows().stream()
                .flatMap(row -> row.cells().stream())
                .mapToInt(cell -> cell.column() + cell.columns())
                .max()
                .orElse(1);
        var texts = columns(columns);
        table.rows().stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.columns() == 1)
                .forEach(cell -> texts.get(cell.column()).add(cell.text()));
        beginTable(texts);
        for (int i = 0; i < table.rows().size(); i++) {
            boolean header = i < table.headerRows();
            body.append("<w:tr><w:trPr><w:cantSplit/>")
                    .append(header ? "<w:tblHeader/>" : "")
                    .append("</w:trPr>");
            for (var cell : table.rows().get(i).cells()) {
                beginCell(cell.columns(), header);
                run(cell.text(), header);
                body.append("</w:p></w:tc>");
            }
            body.append("</w:tr>");
        }
        body.append("</w:tbl><w:p/>");
    }

    /// @param texts those of each column
    private void beginTable(List<List<String>> texts) {
        body.append("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>")
                .append("<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        for (int width : ColumnWidths.of(texts, LINE_TWIPS, LINE_CHARACTERS)) {
            body.append("<w:gridCol w:w=\"%d\"/>".formatted(width));
        }
        body.append("</w:tblGrid>");
    }

    private void beginCell(int columns, boolean header) {
        body.append("<w:tc><w:tcPr><w:gridSpan w:val=\"%d\"/>%s</w:tcPr><w:p>"
                .formatted(columns, header ? HEADER_CELL : ""));
    }

    private static List<List<String>> columns(int columns) {
        return Stream.<List<String>>generate(ArrayList::new).limit(columns).toList();
    }

    private static void add(List<List<String>> texts, List<String> row) {
        for (int column = 0; column < row.size(); column++) {
            texts.get(column).add(row.get(column));
        }
    }

    private static String text(List<Marked.Run> runs) {
        return runs.stream().map(Marked.Run::text).collect(joining(" "));
    }

    private String document() {
        return HEAD + "<w:document xmlns:w=\"" + W + "\"><w:body>" + body
                + "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1418\" w:right=\"1304\""
                + " w:bottom=\"1304\" w:left=\"1304\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr>"
                + "</w:body></w:document>";
    }

    private static String styles() {
        var styles = new StringBuilder(HEAD + "<w:styles xmlns:w=\"" + W + "\"><w:docDefaults><w:rPrDefault><w:rPr>"
                + "<w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/><w:sz w:val=\""
                + BODY_HALF_POINTS
                + "\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\""
                + " w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
                + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"ListParagraph\"><w:name w:val=\"List Paragraph\"/>"
                + "<w:basedOn w:val=\"Normal\"/></w:style>"
                + "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/>"
                + "<w:pPr><w:spacing w:after=\"0\"/></w:pPr><w:tblPr><w:tblBorders>");
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            styles.append("<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"A0A6AD\"/>".formatted(side));
        }
        styles.append("</w:tblBorders><w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/>")
                .append("<w:left w:w=\"85\" w:type=\"dxa\"/><w:bottom w:w=\"40\" w:type=\"dxa\"/>")
                .append("<w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>");
        for (int level = 1; level <= HEADING_LEVELS; level++) {
            styles.append(("<w:style w:type=\"paragraph\" w:styleId=\"Heading%1$d\"><w:name w:val=\"heading %1$d\"/>"
                            + "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:pPr><w:keepNext/>"
                            + "<w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"%2$d\"/></w:pPr>"
                            + "<w:rPr><w:b/><w:sz w:val=\"%3$d\"/></w:rPr></w:style>")
                    .formatted(level, level - 1, Math.max(BODY_HALF_POINTS, 36 - 4 * level)));
        }
        return styles.append("</w:styles>").toString();
    }

    private static String numbering() {
        var levels = new StringBuilder();
        for (int level = 0; level < LIST_LEVELS; level++) {
            levels.append(
                    ("<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/>"
                                    + "<w:pPr><w:ind w:left=\"%d\" w:hanging=\"357\"/></w:pPr></w:lvl>")
                            .formatted(level, ITEM_TWIPS * (level + 1)));
        }
        return HEAD + "<w:numbering xmlns:w=\"" + W + "\"><w:abstractNum w:abstractNumId=\"0\">" + levels
                + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
    }

    private static String contentTypes() {
        return HEAD + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + override("document", "document.main") + override("styles", "styles")
                + override("numbering", "numbering") + "</Types>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/word/%s.xml\" ContentType=\"%s%s+xml\"/>".formatted(part, TYPE, type);
    }

    private static String relationships(String relations) {
        return HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations + "</Relationships>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId%d\" Type=\"%s\" Target=\"%s\"/>".formatted(id, type, target);
    }

    private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
        var entry = new ZipEntry(name);
        entry.setLastModifiedTime(ZIP_BEGINS);
        zip.putNextEntry(entry);
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /// The text as XML has it; characters that XML cannot hold are left out.
    static String escaped(String text) {
        return text.replaceAll("[^\\t\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
