package org.fram.app.operation;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fram.app.operation.TableShape.Column;
import org.fram.app.operation.TableShape.Reference;

/// The tables of a database, as it describes them itself.
final class Tables {

    /// The schemas of modules: not PostgreSQL's own, and not the history of migrations.
    private static final String OURS =
            "n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'migration', 'public')";

    private static final String COLUMNS = """
            select n.nspname, c.relname, c.relforcerowsecurity, a.attname, format_type(a.atttypid, a.atttypmod)
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid
            where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and %s
            order by n.nspname, c.relname, a.attnum
            """.formatted(OURS);

    private static final String KEYS = """
            select n.nspname || '.' || c.relname, array_agg(a.attname::text order by k.at)
            from pg_index i
            join pg_class c on c.oid = i.indrelid
            join pg_namespace n on n.oid = c.relnamespace
            join lateral unnest(i.indkey) with ordinality k (attnum, at) on true
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
            where i.indisprimary and %s
            group by 1
            """.formatted(OURS);

    private static final String REFERENCES = """
            select n.nspname || '.' || c.relname, fn.nspname || '.' || f.relname, array_agg(a.attname::text order by k.at)
            from pg_constraint r
            join pg_class c on c.oid = r.conrelid
            join pg_namespace n on n.oid = c.relnamespace
            join pg_class f on f.oid = r.confrelid
            join pg_namespace fn on fn.oid = f.relnamespace
            join lateral unnest(r.conkey) with ordinality k (attnum, at) on true
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
            where r.contype = 'f' and %s
            group by r.oid, 1, 2
            """.formatted(OURS);

    private static final String SEQUENCES = """
            select schemaname || '.' || sequencename, last_value
            from pg_sequences
            where schemaname !~ '^pg_' and schemaname not in ('information_schema', 'migration', 'public')
            order by 1
            """;

    private Tables() {}

    /// All tables, each after those that it refers to.
    static List<TableShape> of(Connection connection) throws SQLException {
        Map<String, List<String>> keys = new HashMap<>();
        read(connection, KEYS, row -> keys.put(row.getString(1), names(row.getArray(2))));
        Map<String, List<Reference>> references = new HashMap<>();
        read(
                connection,
                REFERENCES,
                row -> references
                        .computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                        .add(new Reference(names(row.getArray(3)), row.getString(2))));
        Map<String, TableShape> tables = new LinkedHashMap<>();
        Map<String, List<Column>> columns = new LinkedHashMap<>();
        read(connection, COLUMNS, row -> {
            String name = row.getString(1) + "." + row.getString(2);
            columns.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Column(row.getString(4), row.getString(5)));
            tables.put(
                    name,
                    new TableShape(
                            row.getString(1),
                            row.getString(2),
                            columns.getOrDefault(name, List.of()),
                            keys.getOrDefault(name, List.of()),
                            references.getOrDefault(name, List.of()),
                            row.getBoolean(3)));
        });
        return inOrder(tables);
    }

    /// The sequences with the numbers that they gave last.
    static List<Manifest.Sequence> sequences(Connection connection) throws SQLException {
        var sequences = new ArrayList<Manifest.Sequence>();
        read(connection, SEQUENCES, row -> {
            long last = row.getLong(2);
            sequences.add(new Manifest.Sequence(row.getString(1), row.wasNull() ? null : last));
        });
        return sequences;
    }

    /// Whether there is such a table: a schema may be older than it.
    static boolean there(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement("select to_regclass(?) is not null")) {
            statement.setString(1, table);
            try (var answer = statement.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }

    private static List<TableShape> inOrder(Map<String, TableShape> tables) {
        var ordered = new LinkedHashMap<String, TableShape>();
        while (ordered.size() < tables.size()) {
            var next = tables.values().stream()
                    .filter(table -> !ordered.containsKey(table.name()))
                    .filter(table -> table.references().stream()
                            .map(Reference::to)
                            .allMatch(to -> to.equals(table.name()) || ordered.containsKey(to)))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("Tables refer to each other in a circle: "
                        + tables.keySet().stream()
                                .filter(name -> !ordered.containsKey(name))
                                .collect(Collectors.joining(", ")));
            }
            next.forEach(table -> ordered.put(table.name(), table));
        }
        return List.copyOf(ordered.values());
    }

    /// What is done with a row of an answer.
    @FunctionalInterface
    interface Reading {
        void of(ResultSet row) throws SQLException;
    }

    static void read(Connection connection, String query, Reading reading) throws SQLException {
        try (var statement = connection.createStatement()) {
            // So that a long answer is never all in memory.
            statement.setFetchSize(500);
            try (var rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    reading.of(rows);
                }
            }
        }
    }

    private static List<String> names(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
