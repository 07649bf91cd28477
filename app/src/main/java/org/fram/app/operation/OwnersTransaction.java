package org.fram.app.operation;

import java.sql.Connection;
import java.sql.SQLException;
import org.fram.schema.migrations.Database;

/// A transaction of the database's owner that operates the installation, and so sees all rows. Closing it rolls back
/// what was not committed.
final class OwnersTransaction implements AutoCloseable {

    private final Connection connection;

    private OwnersTransaction(Connection connection) {
        this.connection = connection;
    }

    /// One that only reads, and sees everything as it is at one moment.
    static OwnersTransaction snapshot(Database database) throws SQLException {
        return begin(database, "set transaction isolation level repeatable read, read only");
    }

    /// One that writes.
    static OwnersTransaction writing(Database database) throws SQLException {
        return begin(database, "set transaction isolation level read committed, read write");
    }

    private static OwnersTransaction begin(Database database, String kind) throws SQLException {
        var connection = database.connect();
        try {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(kind);
                // How values are written does not depend on the server's settings.
                statement.execute("select set_config('fram.task', 'operation', true), "
                        + "set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, YMD', true), "
                        + "set_config('intervalstyle', 'iso_8601', true), set_config('bytea_output', 'hex', true), "
                        + "set_config('extra_float_digits', '1', true), set_config('statement_timeout', '0', true)");
            }
            return new OwnersTransaction(connection);
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    Connection connection() {
        return connection;
    }

    void execute(String statement) throws SQLException {
        try (var executing = connection.createStatement()) {
            executing.execute(statement);
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }
}
