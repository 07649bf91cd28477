package org.fram.office;

import java.util.List;

/// A sheet of a workbook, or a file of separated values.
///
/// @param name of the sheet; of the file where it has none
/// @param lines those that hold something, in their order
public record Sheet(String name, List<Line> lines) {

    public Sheet {
        lines = List.copyOf(lines);
    }

    /// A row of cells; rows may differ in length.
    ///
    /// @param number of the row as a spreadsheet program shows it, from 1; writing does not look at it
    public record Line(int number, List<Cell> cells) {

        public Line {
            cells = List.copyOf(cells);
        }
    }
}
