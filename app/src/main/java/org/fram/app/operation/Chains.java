package org.fram.app.operation;

import java.io.IOException;
import java.io.Reader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fram.ledger.Entry;
import org.fram.ledger.LedgerFile;
import org.fram.ledger.SealedDetails;
import org.fram.ledger.Verdict;

/// The ledgers of a database, checked from end to end.
final class Chains {

    private Chains() {}

    /// Checks all of them.
    static List<Manifest.Chain> check(Connection connection) throws SQLException, IOException {
        var engagements = new ArrayList<UUID>();
        if (!Tables.there(connection, "ledger.entry")) {
            return List.of();
        }
        Tables.read(
                connection,
                "select distinct engagement_id from ledger.entry order by 1",
                row -> engagements.add(row.getObject(1, UUID.class)));
        var chains = new ArrayList<Manifest.Chain>();
        for (var engagement : engagements) {
            chains.add(check(connection, engagement));
        }
        return chains;
    }

    /// Checks that of one engagement.
    static Manifest.Chain check(Connection connection, UUID engagement) throws SQLException, IOException {
        try (var statement = connection.prepareStatement("""
                select e.engagement_id, e.number, e.time, e.seal, e.previous, e.hash, d.json
                from ledger.entry e
                left join ledger.details d on d.engagement_id = e.engagement_id and d.number = e.number
                where e.engagement_id = ?
                order by e.number
                """)) {
            statement.setFetchSize(500);
            statement.setObject(1, engagement);
            try (var rows = statement.executeQuery();
                    var lines = new Lines(rows)) {
                Verdict verdict = LedgerFile.verify(lines, null);
                return new Manifest.Chain(
                        engagement, verdict.entries(), verdict.head(), verdict.whole() && lines.hashesFit());
            }
        }
    }

    /// Entries as lines of a ledger that is taken out, never more than one of them in memory.
    private static final class Lines extends Reader {

        private final ResultSet rows;
        private String line = "";
        private int at;
        private boolean fit = true;

        Lines(ResultSet rows) {
            this.rows = rows;
        }

        /// Whether each entry that was read has the hash that stands beside it.
        boolean hashesFit() {
            return fit;
        }

        @Override
        public int read(char[] into, int from, int length) throws IOException {
            if (at == line.length() && !next()) {
                return -1;
            }
            int many = Math.min(length, line.length() - at);
            line.getChars(at, at + many, into, from);
            at += many;
            return many;
        }

        private boolean next() throws IOException {
            try {
                if (!rows.next()) {
                    return false;
                }
                var entry = new Entry(
                        rows.getObject(1, UUID.class),
                        rows.getLong(2),
                        rows.getObject(3, OffsetDateTime.class).toInstant(),
                        rows.getString(4),
                        rows.getString(5));
                fit &= entry.hash().equals(rows.getString(6));
                String json = rows.getString(7);
                line = entry.line(json == null ? null : new SealedDetails(json)) + "\n";
                at = 0;
                return true;
            } catch (SQLException failure) {
                throw new IOException(failure);
            }
        }

        @Override
        public void close() {
            // The rows are closed by whoever asked for them.
        }
    }
}
