package org.fram.app.sow.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fram.app.sow.exchange.SowFile.Clause;
import org.fram.app.sow.exchange.SowFile.Kind;
import org.fram.office.Block;
import org.fram.office.Marked;

/// The blocks of a document as clauses, and as pieces to be printed.
final class Clauses {

    private Clauses() {}

    static List<Clause> of(List<Block> blocks) {
        return blocks.stream().flatMap(Clauses::of).toList();
    }

    private static Stream<Clause> of(Block block) {
        return switch (block) {
            case Block.Heading(var level, var number, var text, var _) ->
                Stream.of(new Clause(Kind.HEADING, level, number, text, List.of()));
            case Block.Paragraph(var number, var text, var _) ->
                Stream.of(new Clause(Kind.PARAGRAPH, 0, number, text, List.of()));
            case Block.ListItem(var level, var marker, var text, var _) ->
                Stream.of(new Clause(Kind.ITEM, level, marker, text, List.of()));
            case Block.Footnote(var marker, var text, var _) ->
                Stream.of(new Clause(Kind.FOOTNOTE, 0, marker, text, List.of()));
            case Block.Table table -> rows(table).stream();
        };
    }

    private static List<Clause> rows(Block.Table table) {
        var rows = new ArrayList<Clause>();
        for (var row : table.rows()) {
            var cells = row.cells().stream().map(Block.Cell::text).toList();
            rows.add(new Clause(
                    rows.size() < table.headerRows() ? Kind.TABLE_HEAD : Kind.TABLE_ROW,
                    0,
                    "",
                    String.join(" | ", cells),
                    cells));
        }
        return rows;
    }

    /// Pieces in which nothing changed.
    static List<Marked> printed(List<Clause> clauses) {
        return clauses.stream().map(Clauses::printed).toList();
    }

    private static Marked printed(Clause clause) {
        var shape = switch (clause.kind()) {
            case HEADING -> Marked.Shape.HEADING;
            case PARAGRAPH, FOOTNOTE -> Marked.Shape.PARAGRAPH;
            case ITEM -> Marked.Shape.ITEM;
            case TABLE_HEAD -> Marked.Shape.HEADER_ROW;
            case TABLE_ROW -> Marked.Shape.ROW;
        };
        var texts = clause.cells().isEmpty()
                ? List.of(clause.kind() == Kind.ITEM ? clause.text() : (clause.number() + " " + clause.text()).strip())
                : clause.cells();
        return new Marked(
                shape,
                clause.level(),
                Marked.Change.KEPT,
                texts.stream()
                        .map(text -> List.of(new Marked.Run(Marked.Change.KEPT, text)))
                        .toList());
    }
}
