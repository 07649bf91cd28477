package org.fram.app.platform.access;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/// Tells a database that cannot be reached, which comes back, from a fault, which stays.
public final class LostDatabase {

    private LostDatabase() {}

    /// Whether a lost or unreachable database is behind a failure.
    public static boolean explains(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
            // Classes of SQL states: 08 is connections; 57P is an operator who intervenes, as by a shutdown.
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P"))) {
                return true;
            }
        }
        return false;
    }
}
