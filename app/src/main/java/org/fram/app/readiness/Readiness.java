package org.fram.app.readiness;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.Rows;
import org.fram.app.platform.register.Which;
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
    /// @param due the column of the day by which it is to be done with
    public record Item(Register register, Row row, String due) {

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

    /// Those of both with which somebody is not done, and that are somebody’s by the words that mean them.
    List<Item> openOf(EngagementId engagement, Set<String> owners) {
        var theirs = Which.says("owner", owners);
        return items(
                engagement,
                Which.empty("signedOff").and(theirs),
                Which.empty("done").and(theirs));
    }

    /// The first of both that people call so.
    Optional<Item> called(EngagementId engagement, String ref) {
        var which = Which.says(Register.REF, Set.of(ref.strip()));
        return items(engagement, which, which).stream().findFirst();
    }

    private List<Item> items(EngagementId engagement, Which ofSignOffs, Which ofExits) {
        return Stream.concat(
                        rows.all(signOffs, engagement, ofSignOffs).stream().map(row -> new Item(signOffs, row, "due")),
                        rows.all(exits, engagement, ofExits).stream().map(row -> new Item(exits, row, due(row))))
                .toList();
    }

    /// The day that counts next: notice comes before the end.
    private static String due(Row row) {
        return row.get("noticeBy") != null && row.get("noticeGiven") == null ? "noticeBy" : "endsOn";
    }
}
