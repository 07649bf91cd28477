package org.fram.app.operation;

import java.util.List;
import java.util.stream.Collectors;

/// A table as the database describes it.
///
/// @param schema its module
/// @param columns those that are written, in their order; generated ones are left out
/// @param key the columns of its primary key
/// @param references what it refers to
/// @param forced whether row security binds its owner
record TableShape(
        String schema,
        String table,
        List<Column> columns,
        List<String> key,
        List<Reference> references,
        boolean forced) {

    TableShape {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        references = List.copyOf(references);
    }

    /// A column with its type, as PostgreSQL names it.
    record Column(String name, String type) {}

    /// Columns that name rows of another table.
    ///
    /// @param to the other table, as [#name] has it
    record Reference(List<String> columns, String to) {

        Reference {
            columns = List.copyOf(columns);
        }
    }

    /// As people write it: `engagement.site`.
    String name() {
        return schema + "." + table;
    }

    /// As SQL has it.
    String quoted() {
        return quoted(schema) + "." + quoted(table);
    }

    boolean has(String column) {
        return columns.stream().anyMatch(own -> own.name().equals(column));
    }

    List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /// The columns as SQL has them, with commas.
    String list() {
        return list(columnNames());
    }

    /// What puts rows into the order in which they were added, as far as the key tells.
    String order() {
        return key.isEmpty() ? "" : " order by " + list(key);
    }

    private static String list(List<String> names) {
        return names.stream().map(TableShape::quoted).collect(Collectors.joining(", "));
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
