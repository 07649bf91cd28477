package org.fram.app.operation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import org.fram.app.platform.start.RunningDatabase;
import org.fram.schema.migrations.Database;

/// The mark of a database on a server into which a restore works: the empty schema `restoring`. The application does
/// not
/// start on it.
final class RestoreMark {

    private static final String SCHEMAS = """
            select quote_ident(nspname)
            from pg_namespace
            where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
            order by 1
            """;

    private RestoreMark() {}

    static void put(Database database) throws SQLException {
        execute(database, "create schema " + RunningDatabase.RESTORING);
    }

    static void remove(Database database) throws SQLException {
        execute(database, "drop schema " + RunningDatabase.RESTORING);
    }

    static boolean there(Database database) throws SQLException {
        try (var connection = database.connect()) {
            return RunningDatabase.marked(connection);
        }
    }

    /// Whether nobody has made anything in the database.
    static boolean empty(Database database) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("""
                        select not exists (
                            select from pg_class c
                            join pg_namespace n on n.oid = c.relnamespace
                            where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                        ) and not exists (
                            select from pg_namespace
                            where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
                        )
                        """)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    /// Removes everything that a restore put there, the mark last.
    static void clear(Database database) throws SQLException {
        try (var connection = database.connect()) {
            var schemas = new ArrayList<String>();
            Tables.read(connection, SCHEMAS, row -> schemas.add(row.getString(1)));
            schemas.remove(RunningDatabase.RESTORING);
            for (String schema : schemas) {
                execute(connection, "drop schema %s cascade".formatted(schema));
            }
            execute(connection, "drop schema " + RunningDatabase.RESTORING);
        }
    }

    private static void execute(Database database, String statement) throws SQLException {
        try (var connection = database.connect()) {
            execute(connection, statement);
        }
    }

    private static void execute(Connection connection, String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
