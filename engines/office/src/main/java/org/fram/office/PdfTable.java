package org.fram.office;

import java.util.List;

/// A table as it stands on one page, or on several that were put together.
///
/// @param box on the page where it begins
/// @param edges the left edges of its columns and the right edge of the last
/// @param rows from top to bottom
/// @param ruled whether lines are drawn around its cells
record PdfTable(PdfBox box, List<Float> edges, List<Row> rows, boolean ruled) {

    int columns() {
        return edges.size() - 1;
    }

    /// A row of cells, the empty ones too; cells that reach down from the row above are not in it.
    record Row(List<Cell> cells) {
        String text() {
            StringBuilder text = new StringBuilder();
            for (Cell cell : cells) {
                for (PdfLine line : cell.lines()) {
                    text.append(line.text()).append(' ');
                }
                text.append('|');
            }
            return text.toString();
        }
    }

    /// A cell.
    ///
    /// @param column from 0
    /// @param columns how many it covers
    /// @param rows how many it covers
    record Cell(int column, int columns, int rows, List<PdfLine> lines, boolean shaded) {

        boolean empty() {
            return lines.isEmpty();
        }

        boolean bold() {
            return !lines.isEmpty() && lines.stream().allMatch(PdfLine::bold);
        }
    }
}
