package org.fram.office;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.fram.office.Marked.Change;

/// The marks of tracked changes in a Word document (ECMA-376, part 1, 17.13.5): each names who made the change and
/// when.
final class DocxTracking {

    private final String attributes;
    private int last;

    DocxTracking(String author, Instant at) {
        this.attributes = "w:author=\"%s\" w:date=\"%s\""
                .formatted(DocxWriter.escaped(author).replace("\"", "&quot;"), at.truncatedTo(ChronoUnit.SECONDS));
    }

    /// Within the properties of a paragraph: what became of its end.
    String ofParagraph(Change change) {
        return change == Change.KEPT ? "" : "<w:rPr>" + mark(change, "/>") + "</w:rPr>";
    }

    /// Within the properties of a row of a table.
    String ofRow(Change change) {
        return change == Change.KEPT ? "" : mark(change, "/>");
    }

    /// Before a run.
    String before(Change change) {
        return change == Change.KEPT ? "" : mark(change, ">");
    }

    /// Behind a run.
    String after(Change change) {
        return switch (change) {
            case KEPT -> "";
            case INSERTED -> "</w:ins>";
            case DELETED -> "</w:del>";
        };
    }

    private String mark(Change change, String end) {
        last++;
        return "<w:%s w:id=\"%d\" %s%s".formatted(change == Change.INSERTED ? "ins" : "del", last, attributes, end);
    }
}
