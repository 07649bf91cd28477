package org.fram.app.readiness;

import java.util.List;
import java.util.stream.Stream;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.Rows;
import org.springframework.stereotype.Component;

/// The sign-offs and the legacy exit of engagements, as far as whoever asks may see them. Is asked within a
/// transaction.
@Component
public class Readiness {

    private final Rows rows;
    private final Register signOffs;
    private final Register exits;

    Readiness(Rows rows, Register signOffsRegister, Register legacyExitRegister) {
        this.rows = rows;
        this.signOffs = signOffsRegister;
        this.exits = legacyExitRegister;
    }

    /// A row, with the register that keeps it.
    ///
    /// @param settled the column that says that it is done with
    /// @param due the column of the day by which it is to be
    public record Item(Register register, Row row, String settled, String due) {

        /// Whether something is still to be done.
        public boolean open() {
            return row.get(settled) == null;
        }

        /// Its page, below the engagement’s address.
        public String path() {
            return "registers/%s/rows/%s".formatted(register.name(), row.id());
        }

        /// Its number and what it is, in one line.
        public String name() {
            return row.ref() + " " + register.words(row);
        }
    }

    /// The sign-offs, in the order in which they were added.
    public List<Row> signOffs(EngagementId engagement) {
        return rows.all(signOffs, engagement, Query.ALL);
    }

    /// What ends with the old platform or is kept of it, in the order in which it was added.
    public List<Row> exits(EngagementId engagement) {
        return rows.all(exits, engagement, Query.ALL);
    }

    /// All of both.
    public List<Item> items(EngagementId engagement) {
        return Stream.concat(
                        signOffs(engagement).stream().map(row -> new Item(signOffs, row, "signedOff", "due")),
                        exits(engagement).stream().map(row -> new Item(exits, row, "done", due(row))))
                .toList();
    }

    /// The day that counts next: notice comes before the end.
    private static String due(Row row) {
        return row.get("noticeBy") != null && row.get("noticeGiven") == null ? "noticeBy" : "endsOn";
    }
}
