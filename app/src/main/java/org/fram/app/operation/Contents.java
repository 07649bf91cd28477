package org.fram.app.operation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The contents that rows name.
final class Contents {

    private Contents() {}

    /// The digests of all of them, in their order.
    static List<String> named(Connection connection) throws SQLException {
        return named(connection, "");
    }

    /// Those that the rows name for which a condition holds.
    static List<String> named(Connection connection, String where) throws SQLException {
        var digests = new ArrayList<String>();
        if (!Tables.there(connection, "files.stored_file")) {
            return digests;
        }
        Tables.read(
                connection,
                "select distinct sha256 from files.stored_file %s order by 1".formatted(where),
                row -> digests.add(row.getString(1)));
        return digests;
    }
}
