package org.fram.app.sow.clauses;

import java.util.ArrayList;
import java.util.List;
import org.fram.app.sow.clauses.Clause.Shape;
import org.fram.office.Block;
import org.fram.office.Document;
import org.fram.office.Place;

/// Between a document and its clauses.
final class Clauses {

    /// Between the positions of two clauses, for others between them.
    static final long STEP = 1L << 32;

    private Clauses() {}

    /// The clauses of a document, a block each, with its references kept.
    static List<Clause> of(Document document) {
        var clauses = new ArrayList<Clause>();
        document.blocks().forEach(block -> clauses.add(clause(block).at((clauses.size() + 1) * STEP)));
        var numbers = Numbers.asRead(clauses);
        return Numbers.counting(clauses).stream()
                .map(clause -> clause.withWords(text -> References.kept(text, numbers)))
                .toList();
    }

    /// The document that they make: with their numbers as they are now, in paragraphs that count from 1.
    static Document document(String name, List<Clause> clauses) {
        var numbers = Numbers.of(clauses);
        var blocks = new ArrayList<Block>();
        for (var clause : clauses) {
            if (!clause.removed()) {
                blocks.add(block(
                        clause.withWords(text -> References.shown(text, numbers)),
                        numbers.printed(clause),
                        blocks.size() + 1));
            }
        }
        return new Document(name, Document.Format.DOCX, 0, blocks, List.of(), List.of());
    }

    private static Clause clause(Block block) {
        return switch (block) {
            case Block.Heading heading -> {
                var parted = heading.parted();
                yield clause(
                        Shape.HEADING, parted.level(), Numbers.depth(parted.number()), parted.number(), parted.text());
            }
            case Block.Paragraph(var number, var text, var _) ->
                clause(Shape.PARAGRAPH, 0, Numbers.depth(number), number, text);
            case Block.ListItem(var level, var marker, var text, var _) -> clause(Shape.ITEM, level, 0, marker, text);
            case Block.Footnote(var marker, var text, var _) -> clause(Shape.FOOTNOTE, 0, 0, marker, text);
            case Block.Table table -> new Clause(ClauseId.next(), 0, Shape.TABLE, 0, 0, "", false, "", table, false);
        };
    }

    static Clause clause(Shape shape, int level, int depth, String marker, String text) {
        return new Clause(ClauseId.next(), 0, shape, level, depth, marker, false, text, null, false);
    }

    private static Block block(Clause clause, String printed, int paragraph) {
        var place = Place.paragraph(0, paragraph);
        var table = clause.table();
        return switch (clause.shape()) {
            case HEADING -> new Block.Heading(Math.max(1, clause.level()), printed, clause.text(), place);
            case PARAGRAPH -> new Block.Paragraph(printed, clause.text(), place);
            case ITEM -> new Block.ListItem(Math.max(1, clause.level()), printed, clause.text(), place);
            case FOOTNOTE -> new Block.Footnote(printed, clause.text(), place);
            case TABLE -> {
                if (table == null) {
                    throw new IllegalStateException("Clause %s is a table without cells.".formatted(clause.id()));
                }
                yield placed(table, paragraph);
            }
        };
    }

    /// Places of cells name their paragraph, so they are made anew.
    private static Block.Table placed(Block.Table table, int paragraph) {
        var rows = new ArrayList<Block.Row>();
        for (int i = 0; i < table.rows().size(); i++) {
            var cells = new ArrayList<Block.Cell>();
            for (var cell : table.rows().get(i).cells()) {
                cells.add(new Block.Cell(
                        cell.text(),
                        cell.column(),
                        cell.columns(),
                        cell.rows(),
                        new Place(0, paragraph, table.place().table(), i + 1, cells.size() + 1)));
            }
            rows.add(new Block.Row(cells, new Place(0, paragraph, table.place().table(), i + 1, 0)));
        }
        return new Block.Table(
                table.headerRows(), rows, new Place(0, paragraph, table.place().table(), 0, 0));
    }
}
