package org.fram.office;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Word documents for tests, written part by part, so that a test shows the very markup it is about.
final class WordFile {

    static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final String NAMESPACES = " xmlns:w=\"" + W + "\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
            + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
            + " xmlns:v=\"urn:schemas-microsoft-com:vml\"";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder types = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private int relationCount;

    /// A document with this body.
    static WordFile of(String... body) {
        WordFile file = new WordFile();
        file.put(
                "word/document.xml",
                "<w:document" + NAMESPACES + "><w:body>" + String.join("", body) + "<w:sectPr/></w:body></w:document>");
        file.types.append(override("word/document.xml", TYPE + "document.main+xml"));
        return file;
    }

    /// The main part's content type is another one ("application/vnd.ms-word.document.macroEnabled.main+xml").
    WordFile typed(String contentType) {
        types.setLength(0);
        types.append(override("word/document.xml", contentType));
        return this;
    }

    WordFile styles(String... styles) {
        return related("styles", "<w:styles" + NAMESPACES + ">" + String.join("", styles) + "</w:styles>");
    }

    WordFile numbering(String... definitions) {
        return related(
                "numbering", "<w:numbering" + NAMESPACES + ">" + String.join("", definitions) + "</w:numbering>");
    }

    WordFile footnotes(String... notes) {
        return related("footnotes", "<w:footnotes" + NAMESPACES + ">" + String.join("", notes) + "</w:footnotes>");
    }

    WordFile comments(String... comments) {
        return related("comments", "<w:comments" + NAMESPACES + ">" + String.join("", comments) + "</w:comments>");
    }

    WordFile footer(String... paragraphs) {
        return related("footer", "<w:ftr" + NAMESPACES + ">" + String.join("", paragraphs) + "</w:ftr>");
    }

    private WordFile related(String type, String xml) {
        String name = type + ".xml";
        put("word/" + name, xml);
        types.append(override("word/" + name, TYPE + type + "+xml"));
        relations.append("<Relationship Id=\"rId%d\" Type=\"%s\" Target=\"%s\"/>"
                .formatted(++relationCount, RELATIONSHIPS + type, name));
        return this;
    }

    /// Any further part.
    WordFile put(String part, String content) {
        return put(part, content.getBytes(StandardCharsets.UTF_8));
    }

    WordFile put(String part, byte[] content) {
        parts.put(part, content);
        return this;
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/%s\" ContentType=\"%s\"/>".formatted(part, type);
    }

    /// Writes the package.
    Path write(Path file) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put(
                "[Content_Types].xml",
                ("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                + "<Default Extension=\"rels\""
                                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                + "<Default Extension=\"png\" ContentType=\"image/png\"/>"
                                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + types + "</Types>")
                        .getBytes(StandardCharsets.UTF_8));
        all.put(
                "_rels/.rels",
                relationships("<Relationship Id=\"rId1\" Type=\"" + RELATIONSHIPS
                        + "officeDocument\" Target=\"word/document.xml\"/>"));
        if (!relations.isEmpty()) {
            all.put("word/_rels/document.xml.rels", relationships(relations.toString()));
        }
        all.putAll(parts);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> part : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static byte[] relationships(String relationships) {
        return ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relationships
                        + "</Relationships>")
                .getBytes(StandardCharsets.UTF_8);
    }

    // Markup, as short as it can be.

    /// A paragraph of runs.
    static String p(String... runs) {
        return "<w:p>" + String.join("", runs) + "</w:p>";
    }

    /// A paragraph with properties.
    static String styled(String properties, String... runs) {
        return "<w:p><w:pPr>" + properties + "</w:pPr>" + String.join("", runs) + "</w:p>";
    }

    /// A run of text.
    static String r(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    static String bold(String text) {
        return "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    /// A paragraph style's reference.
    static String style(String id) {
        return "<w:pStyle w:val=\"" + id + "\"/>";
    }

    /// A reference to a list and its level.
    static String numbered(int list, int level) {
        return "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr>".formatted(level, list);
    }

    /// A level of a list's definition.
    static String level(int index, String format, String text) {
        return "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/><w:lvlText w:val=\"%s\"/></w:lvl>"
                .formatted(index, format, text);
    }

    static String definition(int id, String... levels) {
        return "<w:abstractNum w:abstractNumId=\"%d\">%s</w:abstractNum>".formatted(id, String.join("", levels));
    }

    static String list(int id, int definition, String... overrides) {
        return "<w:num w:numId=\"%d\"><w:abstractNumId w:val=\"%d\"/>%s</w:num>"
                .formatted(id, definition, String.join("", overrides));
    }

    static String paragraphStyle(String id, String name, String rest) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:name w:val=\"%s\"/>%s</w:style>"
                .formatted(id, name, rest);
    }

    static String table(String... rows) {
        return "<w:tbl><w:tblPr/><w:tblGrid/>" + String.join("", rows) + "</w:tbl>";
    }

    static String row(String... cells) {
        return "<w:tr>" + String.join("", cells) + "</w:tr>";
    }

    static String cell(String... paragraphs) {
        return "<w:tc>" + String.join("", paragraphs) + "</w:tc>";
    }

    static String cellWith(String properties, String... paragraphs) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + String.join("", paragraphs) + "</w:tc>";
    }

    /// A row of cells with a paragraph each.
    static String rowOf(String... texts) {
        StringBuilder cells = new StringBuilder();
        for (String text : texts) {
            cells.append(cell(text.isEmpty() ? p() : p(r(text))));
        }
        return row(cells.toString());
    }
}
