package org.fram.office;

/// Something in a sheet that a list does not show as it is.
///
/// @param row of the first cell as a spreadsheet program shows it, from 1
/// @param column of the first cell, from 0
public record Oddity(Kind kind, int row, int column) {

    /// What it is.
    public enum Kind {
        /// A value that is computed.
        FORMULA,
        /// Cells that were made one, of which the first alone holds something.
        MERGED
    }
}
