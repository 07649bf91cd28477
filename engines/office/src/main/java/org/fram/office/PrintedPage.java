package org.fram.office;

import java.util.List;
import java.util.stream.Collectors;
import org.fram.office.Marked.Change;
import org.fram.office.Printing.Print;

/// The page in XHTML that is printed.
final class PrintedPage {

    private static final String STYLE = """
            @page { size: A4; margin: 24mm 22mm 22mm 22mm;
              @bottom-left { content: string(foot); font: 8pt "Liberation Sans"; color: #5b6470; }
              @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "Liberation Sans"; color: #5b6470; } }
            body { font: 10pt/1.45 "Liberation Sans"; color: #1b2027; }
            h1 { font-size: 18pt; line-height: 1.2; margin: 0 0 4mm 0; }
            h2 { font-size: 13pt; margin: 7mm 0 2mm 0; }
            h3 { font-size: 11pt; margin: 5mm 0 1.5mm 0; }
            h4 { font-size: 10pt; margin: 4mm 0 1mm 0; }
            h2, h3, h4 { line-height: 1.25; page-break-after: avoid; }
            p { margin: 0 0 2mm 0; orphans: 2; widows: 2; }
            p.lead { color: #5b6470; margin: 0; }
            p.item1 { margin-left: 5mm; } p.item2 { margin-left: 10mm; } p.item3 { margin-left: 15mm; }
            div.body { margin-top: 8mm; }
            table { width: 100%; border-collapse: collapse; margin: 2mm 0 4mm 0; -fs-table-paginate: paginate; }
            th, td { border: 0.4pt solid #b6bcc4; padding: 1.2mm 1.6mm; vertical-align: top; text-align: left; }
            tr { page-break-inside: avoid; }
            ins { color: #17603a; text-decoration: underline; }
            del { color: #a3261e; text-decoration: line-through; }
            """;

    private static final int DEEPEST_HEADING = 4;
    private static final int DEEPEST_ITEM = 3;

    private final StringBuilder page = new StringBuilder();

    private PrintedPage() {}

    static String of(Print print) {
        var written = new PrintedPage();
        written.write(print);
        return written.page.toString();
    }

    private void write(Print print) {
        page.append("<html lang=\"").append(attribute(print.language())).append("\"><head><title>");
        page.append(text(print.title()))
                .append("</title><style>")
                .append(STYLE.replace("string(foot)", "\"" + css(print.foot()) + "\""))
                .append("</style></head><body><h1>")
                .append(text(print.title()))
                .append("</h1>");
        print.lead()
                .forEach(line ->
                        page.append("<p class=\"lead\">").append(text(line)).append("</p>"));
        page.append("<div class=\"body\">");
        var pieces = print.pieces();
        for (int i = 0; i < pieces.size(); ) {
            int end = i;
            while (end < pieces.size() && pieces.get(end).shape().isRow()) {
                end++;
            }
            if (end > i) {
                table(pieces.subList(i, end));
                i = end;
            } else {
                piece(pieces.get(i));
                i++;
            }
        }
        page.append("</div></body></html>");
    }

    private void piece(Marked piece) {
        String tag =
                piece.shape() == Marked.Shape.HEADING ? "h" + Math.clamp(piece.level() + 1, 2, DEEPEST_HEADING) : "p";
        page.append('<').append(tag);
        if (piece.shape() == Marked.Shape.ITEM) {
            page.append(" class=\"item%d\"".formatted(Math.clamp(piece.level(), 1, DEEPEST_ITEM)));
        }
        page.append('>');
        if (piece.shape() == Marked.Shape.ITEM) {
            page.append("• ");
        }
        piece.cells().forEach(this::runs);
        page.append("</").append(tag).append('>');
    }

    private void table(List<Marked> rows) {
        int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(1);
        boolean head = rows.getFirst().shape() == Marked.Shape.HEADER_ROW;
        page.append("<table>").append(head ? "<thead>" : "<tbody>");
        for (var row : rows) {
            if (head && row.shape() == Marked.Shape.ROW) {
                page.append("</thead><tbody>");
                head = false;
            }
            String cell = row.shape() == Marked.Shape.HEADER_ROW ? "th" : "td";
            page.append("<tr>");
            for (int column = 0; column < row.cells().size(); column++) {
                int span = column == row.cells().size() - 1 ? columns - column : 1;
                page.append("<%s colspan=\"%d\">".formatted(cell, span));
                runs(row.cells().get(column));
                page.append("</").append(cell).append('>');
            }
            page.append("</tr>");
        }
        page.append(head ? "</thead></table>" : "</tbody></table>");
    }

    private void runs(List<Marked.Run> runs) {
        for (int i = 0; i < runs.size(); i++) {
            String tag = tag(runs.get(i).change());
            String text = text(runs.get(i).text());
            page.append(i == 0 ? "" : " ").append(tag.isEmpty() ? text : "<" + tag + ">" + text + "</" + tag + ">");
        }
    }

    private static String tag(Change change) {
        return switch (change) {
            case KEPT -> "";
            case INSERTED -> "ins";
            case DELETED -> "del";
        };
    }

    private static String text(String text) {
        return text.lines().map(DocxWriter::escaped).collect(Collectors.joining("<br/>"));
    }

    private static String attribute(String text) {
        return DocxWriter.escaped(text).replace("\"", "&quot;");
    }

    /// Within a string of a style sheet.
    private static String css(String text) {
        return DocxWriter.escaped(text).replaceAll("[\\\\\"\n\r]", " ").strip();
    }
}
