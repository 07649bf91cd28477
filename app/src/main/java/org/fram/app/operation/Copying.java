package org.fram.app.operation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import org.fram.app.platform.files.ContentFolder;
import org.postgresql.PGConnection;

/// Rows and contents on their way into archives and out of them.
final class Copying {

    private Copying() {}

    /// Writes the rows of a query, which has all columns of a table, into an archive.
    static Manifest.Table out(Connection connection, ArchiveWriter archive, TableShape shape, String query)
            throws SQLException, IOException {
        var copier = connection.unwrap(PGConnection.class).getCopyAPI();
        long[] rows = new long[1];
        var digest = archive.put("tables/" + shape.name(), out -> {
            try {
                rows[0] = copier.copyOut("copy (%s) to stdout".formatted(query), out);
            } catch (SQLException failure) {
                throw new IOException("The rows of %s cannot be read: %s".formatted(shape.name(), failure), failure);
            }
        });
        return new Manifest.Table(shape.name(), shape.columnNames(), rows[0], digest.bytes(), digest.hex());
    }

    /// Writes a content into an archive.
    static Manifest.Content out(ArchiveWriter archive, ContentFolder folder, String name) throws IOException {
        var digest = archive.put("files/" + name, out -> Files.copy(folder.path(name), out));
        return new Manifest.Content(name, digest.bytes(), digest.hex());
    }

    /// Adds rows of an archive to a table, whose row security does not bind its owner meanwhile.
    ///
    /// @param into the table, as SQL has it
    static void in(Connection connection, ArchiveReader archive, Manifest.Table table, TableShape shape, String into)
            throws SQLException, IOException {
        var copying = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s (%s) from stdin".formatted(into, shape.list()));
        try {
            archive.copy(table, new OutputStream() {
                @Override
                public void write(int single) throws IOException {
                    write(new byte[] {(byte) single}, 0, 1);
                }

                @Override
                public void write(byte[] chunk, int from, int length) throws IOException {
                    try {
                        copying.writeToCopy(chunk, from, length);
                    } catch (SQLException failure) {
                        throw new IOException(failure);
                    }
                }
            });
            long rows = copying.endCopy();
            if (rows != table.rows()) {
                throw new RefusedException("The archive says that %s has %,d rows, and it has %,d."
                        .formatted(table.name(), table.rows(), rows));
            }
        } finally {
            if (copying.isActive()) {
                copying.cancelCopy();
            }
        }
    }
}
