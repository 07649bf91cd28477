package org.fram.app.sow.clauses;

import java.util.List;
import java.util.function.UnaryOperator;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.identity.Hashes;
import org.fram.office.Block;
import org.jspecify.annotations.Nullable;

/// A clause of a working copy.
///
/// @param position by which clauses are in order; only those of the same working copy compare
/// @param level of a heading or an item, 1 for the outermost; 0 of other shapes
/// @param depth how many parts its number has where numbers are counted, as 2 for `4.1`; 0 where it has none that is
/// @param marker its number as it was read where it is counted, else what is printed before it; may be empty
/// @param begins whether counting begins anew with its marker, as it does not follow from what stands before
/// @param text its words, with references to other clauses as [References] keeps them; empty for a table
/// @param table null for all other shapes
/// @param removed whether it was taken out
public record Clause(
        ClauseId id,
        long position,
        Shape shape,
        int level,
        int depth,
        String marker,
        boolean begins,
        String text,
        Block.@Nullable Table table,
        boolean removed) {

    /// What a clause looks like.
    public enum Shape implements Code {
        HEADING,
        PARAGRAPH,
        ITEM,
        FOOTNOTE,
        TABLE
    }

    /// The same with other words, in all cells of a table.
    Clause withWords(UnaryOperator<String> words) {
        return new Clause(
                id,
                position,
                shape,
                level,
                depth,
                marker,
                begins,
                table == null ? words.apply(text) : text,
                table == null ? null : withCells(table, words),
                removed);
    }

    Clause with(int newLevel, int newDepth) {
        return new Clause(id, position, shape, newLevel, newDepth, marker, begins, text, table, removed);
    }

    Clause with(Block.Table other) {
        return new Clause(id, position, shape, level, depth, marker, begins, text, other, removed);
    }

    Clause at(long newPosition) {
        return new Clause(id, newPosition, shape, level, depth, marker, begins, text, table, removed);
    }

    Clause beginning() {
        return new Clause(id, position, shape, level, depth, marker, true, text, table, removed);
    }

    Clause takenOut() {
        return new Clause(id, position, shape, level, depth, marker, begins, text, table, true);
    }

    /// By which it is told whether somebody else changed it.
    String seal() {
        return Hashes.sha256("%d %d %s %s".formatted(level, depth, text, table));
    }

    /// All that it says: its text, or the cells of a table.
    List<String> words() {
        return table == null
                ? List.of(text)
                : table.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .map(Block.Cell::text)
                        .toList();
    }

    private static Block.Table withCells(Block.Table table, UnaryOperator<String> words) {
        return new Block.Table(
                table.headerRows(),
                table.rows().stream()
                        .map(row -> new Block.Row(
                                row.cells().stream()
                                        .map(cell -> new Block.Cell(
                                                words.apply(cell.text()),
                                                cell.column(),
                                                cell.columns(),
                                                cell.rows(),
                                                cell.place()))
                                        .toList(),
                                row.place()))
                        .toList(),
                table.place());
    }
}
