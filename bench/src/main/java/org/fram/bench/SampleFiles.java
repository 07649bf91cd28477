package org.fram.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.fram.bench.SampleText.Piece;

/// Writes [SampleText] as files of each format. The DOCX is written as plain XML, so that a large one needs no memory.
final class SampleFiles {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final int COLUMNS = 96;

    private SampleFiles() {}

    /// Plain text, wrapped, with form feeds between pages and tables laid out with spaces.
    static void text(List<List<Piece>> pages, Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            for (var page : pages) {
                text(page, out);
            }
        }
    }

    /// Plain text of at least a size, the same pages again and again.
    static void text(List<List<Piece>> pages, long bytes, Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            for (long written = 0; written < bytes; ) {
                for (var page : pages) {
                    written += text(page, out);
                }
            }
        }
    }

    private static long text(List<Piece> page, Writer out) throws IOException {
        var text = new StringBuilder();
        for (var piece : page) {
            switch (piece) {
                case Piece.Title title -> text.append(title.text()).append("\n\n");
                case Piece.Prose prose ->
                    text.append(String.join("\n", wrapped(prose.text(), COLUMNS)))
                            .append("\n\n");
                case Piece.Item item ->
                    text.append("  - ")
                            .append(String.join("\n    ", wrapped(item.text(), COLUMNS - 4)))
                            .append("\n\n");
                case Piece.Grid grid -> {
                    for (var row : grid.rows()) {
                        text.append(
                                "%-76s  %-18s  %s%n".formatted(row.toArray()).replace("\r\n", "\n"));
                    }
                    text.append('\n');
                }
            }
        }
        text.append('\f');
        out.append(text);
        return text.length();
    }

    /// A Word document.
    ///
    /// @param media bytes of pictures that cannot be compressed, in parts of 10 MB; 0 for none
    static void docx(List<List<Piece>> pages, long media, Path file) throws IOException {
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            var out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            entry(zip, out, "[Content_Types].xml", """
                    <Types xmlns="%s/content-types"><Default Extension="xml" ContentType="application/xml"/>\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Default Extension="png" ContentType="image/png"/>\
                    <Override PartName="/word/document.xml" ContentType="%s"/>\
                    <Override PartName="/word/styles.xml" ContentType="%s"/></Types>""".formatted(
                            PACKAGE, MAIN, MAIN.replace("document.main", "styles")));
            entry(zip, out, "_rels/.rels", """
                    <Relationships xmlns="%s/relationships"><Relationship Id="rId1" Type="%s/officeDocument" \
                    Target="word/document.xml"/></Relationships>""".formatted(PACKAGE, OFFICE));
            entry(zip, out, "word/styles.xml", """
                    <w:styles xmlns:w="%s"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>\
                    <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" \
                    w:styleId="ListBullet"><w:name w:val="List Bullet"/></w:style></w:styles>""".formatted(WORD));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            out.append("<w:document xmlns:w=\"" + WORD + "\"><w:body>");
            for (var page : pages) {
                for (var piece : page) {
                    docx(piece, out);
                }
            }
            out.append("</w:body></w:document>");
            out.flush();
            zip.closeEntry();
            pictures(zip, out, media);
        }
    }

    private static void pictures(ZipOutputStream zip, Writer out, long media) throws IOException {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        var relations = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "/relationships\">");
        relations.append("<Relationship Id=\"rId1\" Type=\"" + OFFICE + "/styles\" Target=\"styles.xml\"/>");
        var bytes = new byte[10_000_000];
        zip.setLevel(Deflater.NO_COMPRESSION);
        for (int picture = 1; (long) (picture - 1) * bytes.length < media; picture++) {
            random.nextBytes(bytes);
            zip.putNextEntry(new ZipEntry("word/media/image" + picture + ".png"));
            zip.write(bytes);
            zip.closeEntry();
            relations.append("<Relationship Id=\"rId%d\" Type=\"%s/image\" Target=\"media/image%d.png\"/>"
                    .formatted(picture + 1, OFFICE, picture));
        }
        entry(zip, out, "word/_rels/document.xml.rels", relations + "</Relationships>");
    }

    private static void entry(ZipOutputStream zip, Writer out, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
                .append(content);
        out.flush();
        zip.closeEntry();
    }

    private static void docx(Piece piece, Writer out) throws IOException {
        switch (piece) {
            case Piece.Title title -> paragraph("Heading1", title.text(), out);
            case Piece.Prose prose -> paragraph("", prose.text(), out);
            case Piece.Item item -> paragraph("ListBullet", "• " + item.text(), out);
            case Piece.Grid grid -> {
                out.append("<w:tbl>");
                boolean header = true;
                for (var row : grid.rows()) {
                    out.append("<w:tr>").append(header ? "<w:trPr><w:tblHeader/></w:trPr>" : "");
                    for (var cell : row) {
                        out.append("<w:tc>");
                        paragraph("", cell, out);
                        out.append("</w:tc>");
                    }
                    out.append("</w:tr>");
                    header = false;
                }
                out.append("</w:tbl>");
            }
        }
    }

    private static void paragraph(String style, String text, Writer out) throws IOException {
        var escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        out.append("<w:p>")
                .append(style.isEmpty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>")
                .append("<w:r><w:t xml:space=\"preserve\">" + escaped + "</w:t></w:r></w:p>");
    }

    /// A PDF, a printed page each, with a footer.
    static void pdf(List<List<Piece>> pages, Path file) throws IOException {
        try (var pdf = new PDDocument()) {
            var plain = new PDType1Font(FontName.HELVETICA);
            var bold = new PDType1Font(FontName.HELVETICA_BOLD);
            for (int number = 1; number <= pages.size(); number++) {
                var page = new PDPage(PDRectangle.A4);
                pdf.addPage(page);
                try (var content = new PDPageContentStream(pdf, page)) {
                    float y = 790;
                    for (var piece : pages.get(number - 1)) {
                        y = pdf(piece, content, plain, bold, y) - 5;
                    }
                    line(content, plain, 60, 40, "Harbour Mutual statement of work, page " + number);
                }
            }
            pdf.save(file.toFile());
        }
    }

    private static float pdf(Piece piece, PDPageContentStream content, PDFont plain, PDFont bold, float top)
            throws IOException {
        float y = top;
        switch (piece) {
            case Piece.Title title -> {
                line(content, bold, 60, y, title.text());
                y -= 14;
            }
            case Piece.Prose prose -> {
                for (var line : wrapped(prose.text(), COLUMNS)) {
                    line(content, plain, 60, y, line);
                    y -= 13;
                }
            }
            case Piece.Item item -> {
                line(content, plain, 70, y, "•");
                for (var line : wrapped(item.text(), COLUMNS - 6)) {
                    line(content, plain, 84, y, line);
                    y -= 13;
                }
            }
            case Piece.Grid grid -> {
                for (var row : grid.rows()) {
                    line(content, plain, 400, y, row.get(1));
                    line(content, plain, 500, y, row.get(2));
                    for (var line : wrapped(row.getFirst(), 60)) {
                        line(content, plain, 60, y, line);
                        y -= 13;
                    }
                }
            }
        }
        return y;
    }

    private static void line(PDPageContentStream content, PDFont font, float x, float y, String text)
            throws IOException {
        content.beginText();
        content.setFont(font, 10);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    private static List<String> wrapped(String text, int columns) {
        var lines = new ArrayList<String>();
        int from = 0;
        while (text.length() - from > columns) {
            int at = text.lastIndexOf(' ', from + columns);
            lines.add(text.substring(from, at));
            from = at + 1;
        }
        lines.add(text.substring(from));
        return lines;
    }
}
