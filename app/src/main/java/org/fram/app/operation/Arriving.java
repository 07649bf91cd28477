package org.fram.app.operation;

/// The temporary tables in which rows of another installation wait.
final class Arriving {

    private Arriving() {}

    /// The one for rows of a table, as SQL has it.
    static String table(TableShape shape) {
        return TableShape.quoted("arriving " + shape.name());
    }

    /// The table of people, with the columns that are carried.
    static TableShape people(TableShape whole) {
        return new TableShape(
                whole.schema(),
                whole.table(),
                whole.columns().stream()
                        .filter(column -> Carried.OF_PEOPLE.contains(column.name()))
                        .toList(),
                whole.key(),
                whole.references(),
                whole.forced());
    }
}
