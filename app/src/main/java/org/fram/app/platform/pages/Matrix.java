package org.fram.app.platform.pages;

import java.util.List;

/// Rows against columns, as activities against those who answer for them.
///
/// @param title also heads the rows
public record Matrix(String title, List<String> columns, List<Row> rows) {

    /// A row; it has as many cells as there are columns.
    public record Row(String name, List<Cell> cells) {}

    /// A cell.
    ///
    /// @param text a letter or a short word, or empty
    /// @param meaning the text in full
    /// @param strong whether the eye should find it first
    public record Cell(String text, String meaning, boolean strong) {}
}
