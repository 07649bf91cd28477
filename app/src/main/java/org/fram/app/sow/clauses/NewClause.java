package org.fram.app.sow.clauses;

import java.util.ArrayList;
import java.util.List;
import org.fram.app.sow.clauses.Clause.Shape;
import org.fram.office.Block;
import org.fram.office.Place;

/// A clause that is added: it looks like what stands before it.
final class NewClause {

    private static final String BULLET = "•";

    private NewClause() {}

    /// @param behind the place in the outline behind which it stands; -1 for the beginning
    static Clause of(Shape shape, String text, Outline outline, int behind) {
        return switch (shape) {
            case HEADING -> heading(text, outline, behind);
            case PARAGRAPH -> paragraph(text, outline, behind);
            case ITEM -> item(text, outline, behind);
            case FOOTNOTE -> Clauses.clause(Shape.FOOTNOTE, 0, 0, "", text);
            case TABLE -> table(text);
        };
    }

    /// A section like those around it: the title of a document is like nothing else in it.
    private static Clause heading(String text, Outline outline, int behind) {
        int outermost = outline.outermost();
        for (int i = behind; i >= 0; i--) {
            var before = outline.clauses().get(i);
            if (before.shape() == Shape.HEADING && before.level() >= outermost) {
                return Clauses.clause(Shape.HEADING, before.level(), before.depth(), "", text);
            }
        }
        return Clauses.clause(Shape.HEADING, outermost, outline.depth(outermost, 0), "", text);
    }

    /// Paragraphs are numbered where the one before it in its section is.
    private static Clause paragraph(String text, Outline outline, int behind) {
        for (int i = behind; i >= 0; i--) {
            var before = outline.clauses().get(i);
            if (before.shape() == Shape.PARAGRAPH) {
                return Clauses.clause(Shape.PARAGRAPH, 0, before.depth(), "", text);
            }
            if (before.shape() == Shape.HEADING) {
                break;
            }
        }
        return Clauses.clause(Shape.PARAGRAPH, 0, 0, "", text);
    }

    private static Clause item(String text, Outline outline, int behind) {
        var before = behind < 0 ? null : outline.clauses().get(behind);
        int level = before != null && before.shape() == Shape.ITEM ? before.level() : 1;
        return Clauses.clause(Shape.ITEM, level, 0, BULLET, text);
    }

    private static Clause table(String text) {
        var lines = text.lines().filter(line -> !line.isBlank()).toList();
        var rows = new ArrayList<Block.Row>();
        for (var line : lines) {
            var cells = new ArrayList<Block.Cell>();
            for (var cell : List.of(line.split("\\|", -1))) {
                cells.add(new Block.Cell(cell.strip(), cells.size(), 1, 1, Place.paragraph(0, 0)));
            }
            rows.add(new Block.Row(cells, Place.paragraph(0, 0)));
        }
        return new Clause(
                ClauseId.next(),
                0,
                Shape.TABLE,
                0,
                0,
                "",
                false,
                "",
                new Block.Table(rows.size() > 1 ? 1 : 0, rows, Place.paragraph(0, 0)),
                false);
    }
}
