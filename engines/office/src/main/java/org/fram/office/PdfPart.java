package org.fram.office;

/// What a page holds, in reading order: lines of text and tables.
sealed interface PdfPart {

    float top();

    /// A line of text in a column of the page.
    ///
    /// @param column ordinal of the column on the page
    /// @param left edge of the column's text
    /// @param right edge of the column's text
    record Text(PdfLine line, int column, float left, float right) implements PdfPart {
        @Override
        public float top() {
            return line.top();
        }
    }

    /// A table.
    record Tabular(PdfTable table) implements PdfPart {
        @Override
        public float top() {
            return table.box().top();
        }
    }
}
