package org.fram.app.operation;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.fram.app.operation.Diagnosis.Notes;
import org.fram.app.platform.files.ContentFolder;
import org.fram.app.platform.start.CannotStartException;
import org.fram.app.platform.start.Installation;
import org.fram.app.platform.start.OwnersDatabase;
import org.fram.postgres.Postgres;
import org.fram.schema.migrations.Database;
import org.fram.schema.migrations.Migrations;
import org.fram.schema.migrations.Step;
import org.jspecify.annotations.Nullable;

/// What is wrong with the database of an installation, and with what only it can tell: clocks, schema, row security,
/// ledgers, files, mails that wait.
final class DatabaseExamination {

    private static final int POSTGRESQL = 18;
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofSeconds(2);
    private static final Duration MAILS_MAY_WAIT = Duration.ofHours(1);
    private static final int MOST_NAMED = 5;

    private final Installation installation;
    private final InstantSource clock;
    private final boolean hashes;
    private final Notes notes;

    /// @param hashes whether each content is read and hashed
    /// @param notes where it writes down what it sees
    DatabaseExamination(Installation installation, InstantSource clock, boolean hashes, Notes notes) {
        this.installation = installation;
        this.clock = clock;
        this.hashes = hashes;
        this.notes = notes;
    }

    void examine() throws SQLException, IOException {
        if (installation.server() == null) {
            var condition = Postgres.condition(installation.postgres());
            if (condition == Postgres.Condition.ABSENT) {
                notes.wrong(
                        "database",
                        "There is no database in %s yet.".formatted(installation.postgres()),
                        "Start './fram serve' once, or restore a backup.");
                return;
            }
            if (condition == Postgres.Condition.ORPHANED) {
                notes.wrong(
                        "database",
                        "A database server runs in %s, and the Fram that started it is gone: it was killed."
                                .formatted(installation.postgres()),
                        "Nothing is lost. Start './fram serve', which stops that server in an orderly way.");
                return;
            }
        }
        try (var owners = OwnersDatabase.reach(installation)) {
            reached(owners.database());
        } catch (CannotStartException unreachable) {
            notes.wrong("database", String.valueOf(unreachable.getMessage()), "Nothing that lies in it was looked at.");
        }
    }

    private void reached(Database database) throws SQLException, IOException {
        var state = Migrations.state(database);
        if (state.applied().isEmpty()) {
            notes.wrong(
                    "database",
                    "The database (%s) is empty.".formatted(database),
                    "Start './fram serve' once, or restore a backup.");
            return;
        }
        Migrations.letOperate(database);
        try (var transaction = OwnersTransaction.snapshot(database)) {
            var connection = transaction.connection();
            version(connection);
            clocks(connection);
            schema(state.pending(), state.foreign(), state.changed(), state.version());
            rowSecurity(connection);
            ledgers(connection);
            files(connection);
            mails(connection);
        }
    }

    private void version(Connection connection) throws SQLException {
        var metadata = connection.getMetaData();
        int major = metadata.getDatabaseMajorVersion();
        if (major < POSTGRESQL) {
            notes.wrong(
                    "database",
                    "It is PostgreSQL %s, and Fram is made for %d."
                            .formatted(metadata.getDatabaseProductVersion(), POSTGRESQL),
                    "Back up, and restore into a database of a server with PostgreSQL %d.".formatted(POSTGRESQL));
        } else {
            notes.fine("database", "PostgreSQL " + metadata.getDatabaseProductVersion());
        }
    }

    private void clocks(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            var before = clock.instant();
            Instant theirs;
            try (var answer = statement.executeQuery("select clock_timestamp()")) {
                answer.next();
                theirs = answer.getObject(1, OffsetDateTime.class).toInstant();
            }
            var after = clock.instant();
            // What the question took is no difference.
            var behind = Duration.between(theirs, before);
            var ahead = Duration.between(after, theirs);
            var difference = behind.compareTo(ahead) > 0 ? behind : ahead;
            if (difference.compareTo(CLOCKS_MAY_DIFFER) > 0) {
                notes.wrong(
                        "clocks",
                        "The clocks of the application and of the database differ by %d seconds."
                                .formatted(difference.toSeconds()),
                        "Have both machines keep time by NTP: sessions, deadlines and the ledger go by these clocks.");
            } else {
                notes.fine("clocks", "application and database agree");
            }
        }
    }

    private void schema(List<Step> pending, List<Step> foreign, List<Step> changed, String version) {
        if (!foreign.isEmpty()) {
            notes.wrong(
                    "schema",
                    "A newer Fram has worked on the database: this one (%s) does not know %s."
                            .formatted(Program.version(), named(foreign)),
                    "Run that Fram, or a newer one.");
        }
        if (!changed.isEmpty()) {
            notes.wrong(
                    "schema",
                    "Steps of the schema have another text than when they were applied: %s.".formatted(named(changed)),
                    "Run the Fram that applied them.");
        }
        if (!pending.isEmpty()) {
            notes.wrong(
                    "schema",
                    "%s of the schema are still to come: %s."
                            .formatted(Sizes.many(pending.size(), "step", "steps"), named(pending)),
                    "Back up, and start './fram serve', which takes them.");
        }
        if (pending.isEmpty() && foreign.isEmpty() && changed.isEmpty()) {
            notes.fine("schema", "of " + version);
        }
    }

    private static String named(List<Step> steps) {
        String names = steps.stream()
                .limit(MOST_NAMED)
                .map(step -> step.version() + " (" + step.description() + ")")
                .collect(Collectors.joining(", "));
        return steps.size() > MOST_NAMED ? names + " …" : names;
    }

    private void rowSecurity(Connection connection) throws SQLException {
        var open = Tables.of(connection).stream()
                .filter(table -> !table.forced())
                .map(TableShape::name)
                .collect(Collectors.joining(", "));
        if (!open.isEmpty()) {
            notes.wrong(
                    "row security",
                    "Row security does not bind everyone on: %s.".formatted(open),
                    "Somebody has changed the schema by hand. Restore a backup into an empty database, whose schema is "
                            + "made anew, and find out who did.");
            return;
        }
        String powers = powers(connection);
        if (powers.isEmpty()) {
            notes.fine("row security", "is forced on all tables");
        } else {
            notes.wrong(
                    "row security",
                    "The application's role may do more than it should: " + powers + ".",
                    "Take that from it with 'alter role', and give no other role to it.");
        }
    }

    /// What the application's role may that it should not.
    private static String powers(Connection connection) throws SQLException {
        var powers = new StringBuilder();
        Tables.read(connection, """
                select concat_ws(', ',
                    case when r.rolsuper then 'it is a superuser' end,
                    case when r.rolbypassrls then 'it passes over row security' end,
                    case when exists (select from pg_class c where c.relowner = r.oid) then 'it owns tables' end,
                    case when pg_has_role(r.oid, o.oid, 'member') then 'it is a member of the owner' end)
                from pg_roles o
                join pg_roles r on r.rolname = o.rolname || '_app'
                where o.rolname = current_user
                """, row -> powers.append(row.getString(1)));
        return powers.toString();
    }

    private void ledgers(Connection connection) throws SQLException, IOException {
        boolean guarded = guarded(connection);
        var chains = Chains.check(connection);
        var broken = chains.stream()
                .filter(chain -> !chain.whole())
                .map(chain -> chain.engagement().toString())
                .toList();
        if (!broken.isEmpty()) {
            notes.wrong(
                    "ledgers",
                    "The ledger is not as it was written, of %s: %s."
                            .formatted(Sizes.many(broken.size(), "engagement", "engagements"), first(broken)),
                    "Export it from its page; './fram verify' names the entries. Compare with a backup.");
        }
        if (!guarded) {
            notes.wrong(
                    "ledgers",
                    "The database no longer refuses to change the ledger: its triggers are gone or off.",
                    "Somebody has changed the schema by hand. Restore a backup into an empty database.");
        }
        if (broken.isEmpty() && guarded) {
            notes.fine(
                    "ledgers",
                    "%s, whole, with %s"
                            .formatted(
                                    Sizes.many(chains.size(), "ledger", "ledgers"),
                                    Sizes.many(
                                            chains.stream()
                                                    .mapToLong(Manifest.Chain::entries)
                                                    .sum(),
                                            "entry",
                                            "entries")));
        }
    }

    private static boolean guarded(Connection connection) throws SQLException {
        boolean[] guarded = new boolean[1];
        Tables.read(connection, """
                select count(*) filter (where g.tgname = 'only_added_to' and g.tgenabled = 'O') = 2
                    and count(*) filter (where g.tgname = 'follows' and g.tgenabled = 'O') = 1
                from pg_trigger g
                where g.tgrelid in (to_regclass('ledger.entry'), to_regclass('ledger.details'))
                """, row -> guarded[0] = row.getBoolean(1));
        return guarded[0];
    }

    private void files(Connection connection) throws SQLException, IOException {
        var folder = ContentFolder.of(installation.home());
        var named = Contents.named(connection);
        var there = new HashSet<>(folder.digests());
        var missing = named.stream().filter(sha256 -> !there.contains(sha256)).toList();
        if (!missing.isEmpty()) {
            notes.wrong(
                    "files",
                    "%s missing in %s: %s."
                            .formatted(
                                    missing.size() == 1
                                            ? "A file is"
                                            : Sizes.many(missing.size(), "file", "files") + " are",
                                    folder.files(),
                                    first(missing)),
                    "Take them from a backup: in the archive they are 'files/SHA256'.");
        }
        var damaged = hashes ? damaged(folder) : List.<String>of();
        if (!damaged.isEmpty()) {
            notes.wrong(
                    "files",
                    "%s damaged in %s: %s."
                            .formatted(
                                    damaged.size() == 1
                                            ? "A file is"
                                            : Sizes.many(damaged.size(), "file", "files") + " are",
                                    folder.files(),
                                    first(damaged)),
                    "Look after the disk, and take them from a backup: in the archive they are 'files/SHA256'.");
        }
        if (missing.isEmpty() && damaged.isEmpty()) {
            notes.fine(
                    "files",
                    "%s, all there%s"
                            .formatted(
                                    Sizes.many(there.size(), "file", "files"),
                                    hashes ? " and as they were" : " (--files compares them with their digests)"));
        }
    }

    private static List<String> damaged(ContentFolder folder) throws IOException {
        var damaged = new ArrayList<String>();
        for (String sha256 : folder.digests()) {
            if (!Digest.of(folder.path(sha256)).hex().equals(sha256)) {
                damaged.add(sha256);
            }
        }
        return damaged;
    }

    /// Mails that the mail server has not taken for long.
    private void mails(Connection connection) throws SQLException {
        if (!Tables.there(connection, "notices.mail")) {
            return;
        }
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(
                        "select count(*), min(made) from notices.mail where state = 'waiting'")) {
            answer.next();
            int many = answer.getInt(1);
            @Nullable OffsetDateTime first = answer.getObject(2, OffsetDateTime.class);
            if (first == null || first.toInstant().plus(MAILS_MAY_WAIT).isAfter(clock.instant())) {
                notes.fine("waiting mails", many == 0 ? "none" : Integer.toString(many));
            } else {
                notes.wrong(
                        "waiting mails",
                        "%s for the mail server, the first since %s."
                                .formatted(
                                        many == 1 ? "A mail waits" : many + " mails wait",
                                        first.toInstant().truncatedTo(ChronoUnit.SECONDS)),
                        "An administrator sees at /mail what it answers.");
            }
        }
    }

    private static String first(List<String> names) {
        String few = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMED ? few + " …" : few;
    }
}
