package org.fram.bench;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/// The text of a document by plain means: in the order of the file, runs of white space as one space, a row of a
/// table as its filled cells with ` | ` between them, marks of lists and headings left out.
final class PlainText {

    private PlainText() {}

    static String of(Path document) throws IOException {
        var name = document.getFileName().toString();
        var text = name.endsWith(".docx")
                ? ofWord(document)
                : name.endsWith(".md") ? ofMarkdown(Files.readAllLines(document)) : Files.readString(document);
        return spaced(text);
    }

    private static String ofWord(Path file) throws IOException {
        try (var document = new XWPFDocument(Files.newInputStream(file))) {
            var elements = new ArrayList<IBodyElement>(document.getBodyElements());
            document.getFootnotes().forEach(note -> elements.addAll(note.getBodyElements()));
            return elements.stream().map(PlainText::ofElement).collect(joining("\n"));
        }
    }

    private static String ofElement(IBodyElement element) {
        return switch (element) {
            case XWPFParagraph paragraph ->
                paragraph.getRuns().stream()
                        .map(run -> run.text())
                        .collect(joining())
                        .replaceAll("\\[footnoteRef:\\d+]", "");
            case XWPFTable table ->
                table.getRows().stream()
                        .map(row -> row(row.getTableCells().stream()
                                .map(cell -> cell.getParagraphs().stream()
                                        .map(XWPFParagraph::getText)
                                        .collect(joining(" ")))))
                        .collect(joining("\n"));
            default -> "";
        };
    }

    private static String ofMarkdown(List<String> lines) {
        return lines.stream().map(String::strip).map(PlainText::ofMarkdownLine).collect(joining("\n"));
    }

    private static String ofMarkdownLine(String line) {
        if (line.matches("[|\\s:-]+")) {
            return "";
        }
        return line.startsWith("|")
                ? row(Stream.of(line.split("\\|")))
                : line.replaceFirst("^(#+|[-*]|\\d+\\.)\\s+", "");
    }

    private static String row(Stream<String> cells) {
        return cells.map(PlainText::spaced).filter(cell -> !cell.isEmpty()).collect(joining(" | "));
    }

    private static String spaced(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
