package org.fram.office;

import java.util.List;

/// A piece of a document that shows two versions at once: what one of them has and the other has not is marked in it.
///
/// @param level of a heading or of an item of a list, 1 for the outermost; 0 for other shapes
/// @param change what became of the piece as a whole
/// @param cells the words of the piece; several cells only in the row of a table. Within a piece that was inserted or
///     deleted all runs are.
public record Marked(Shape shape, int level, Change change, List<List<Run>> cells) {

    public Marked {
        cells = cells.stream().map(List::copyOf).toList();
    }

    /// What a piece looks like.
    public enum Shape {
        HEADING,
        PARAGRAPH,
        /// Of a list.
        ITEM,
        /// Of a table: names its columns.
        HEADER_ROW,
        /// Of a table.
        ROW;

        boolean isRow() {
            return this == HEADER_ROW || this == ROW;
        }
    }

    /// Which of the two versions has it.
    public enum Change {
        /// Both.
        KEPT,
        /// Only the later one.
        INSERTED,
        /// Only the earlier one.
        DELETED
    }

    /// Words in a row that fare alike.
    public record Run(Change change, String text) {}
}
