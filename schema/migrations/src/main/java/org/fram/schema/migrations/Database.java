package org.fram.schema.migrations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A database and somebody who may connect to it.
///
/// @param url of JDBC, without user and password
public record Database(String url, String user, String password) {

    /// A new connection, which the caller closes.
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /// The same database, with the password left out.
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
