package org.fram.review;

import java.util.List;
import org.fram.office.Place;
import org.jspecify.annotations.Nullable;

/// One thing that a document says, with what governs it: a sentence, a list item, a row of a table, or a cell that
/// speaks for itself.
///
/// @param index position among the document's statements, from 0
/// @param quote exact text, white space normalised; a row as its non-empty cells joined with ` | `
/// @param headings the headings above, outermost first, each with its number; empty before the first heading
/// @param leadIn the sentence that opens the list this item belongs to ("Halcyon will:"), or null
/// @param row the table row it comes from, or null outside of tables
public record Statement(
        int index,
        Form form,
        String quote,
        List<String> headings,
        @Nullable Statement leadIn,
        @Nullable TableRow row,
        Place place) {

    public Statement {
        headings = List.copyOf(headings);
    }

    /// The heading right above, with its number; empty where there is none.
    public String section() {
        return headings.isEmpty() ? "" : headings.getLast();
    }

    /// What kind of text the statement is.
    public enum Form {
        /// A sentence of a paragraph or a footnote.
        SENTENCE,
        /// A list item, or one of its sentences.
        ITEM,
        /// A row of a table, header rows left out.
        ROW,
        /// A cell or an item within a cell, where each says its own thing (a column of duties per party).
        CELL,
        /// A short line that is no sentence: a title, a label, a signature line.
        LABEL
    }

    /// A row of a table with the names of its columns.
    ///
    /// @param table ordinal of the table in the document, from 1
    /// @param caption the line right above the table ("Table 2. Tests"), or empty
    /// @param headers names of the columns; empty strings where a column has none; empty list where there is no
    /// header
    /// @param cells by column, merged cells repeated; as many as the table has columns
    /// @param column for a [Form#CELL] which column it is from; -1 for a row
    public record TableRow(int table, String caption, List<String> headers, List<String> cells, int column) {
        public TableRow {
            headers = List.copyOf(headers);
            cells = List.copyOf(cells);
        }
    }
}
