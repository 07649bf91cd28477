package org.fram.office;

/// Where something stands in a document. Numbers count from 1; 0 means that the format does not know.
///
/// @param page of the document
/// @param paragraph ordinal of the block among the document's blocks (a table counts as one)
/// @param table ordinal of the table, 0 outside of tables
/// @param row of the table, header rows counted
/// @param cell of the row
public record Place(int page, int paragraph, int table, int row, int cell) {

    /// A place outside of tables.
    public static Place paragraph(int page, int paragraph) {
        return new Place(page, paragraph, 0, 0, 0);
    }
}
