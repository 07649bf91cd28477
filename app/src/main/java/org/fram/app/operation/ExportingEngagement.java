package org.fram.app.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fram.app.platform.files.ContentFolder;
import org.fram.app.platform.start.Installation;
import org.fram.app.platform.start.OwnersDatabase;
import org.fram.schema.migrations.Migrations;

/// Carrying one engagement out of an installation, while it works: its rows in all modules as they are at one moment,
/// its files, its ledger, and of the people whom it names what tells them apart.
public final class ExportingEngagement {

    private static final String UUIDS = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private final Installation installation;
    private final InstantSource clock;
    private final Carried carried = new Carried();

    public ExportingEngagement(Installation installation, InstantSource clock) {
        this.installation = installation;
        this.clock = clock;
    }

    /// What came of it.
    ///
    /// @param head of its ledger; empty where that has no entries
    public record Outcome(String name, long rows, int files, long bytes, String sha256, String head) {}

    /// Writes an engagement to a file that is not there yet.
    ///
    /// @param wanted its name, or its id
    /// @throws RefusedException where that cannot be
    public Outcome to(String wanted, Path file) throws SQLException, IOException {
        try (var archive = ArchiveWriter.begin(file);
                var owners = OwnersDatabase.reach(installation)) {
            var database = owners.database();
            var state = Migrations.state(database);
            Migrations.letOperate(database);
            Manifest manifest;
            String name;
            try (var transaction = OwnersTransaction.snapshot(database)) {
                var connection = transaction.connection();
                var engagement = find(connection, wanted);
                name = engagement.name();
                var shapes = Tables.of(connection);
                var tables = new ArrayList<Manifest.Table>();
                for (var shape : shapes) {
                    if (shape.name().equals(Carried.PEOPLE)) {
                        tables.add(people(connection, archive, shape, shapes, engagement.id()));
                    } else if (carried.carries(shape)) {
                        tables.add(Copying.out(
                                connection,
                                archive,
                                shape,
                                "select %s from %s where %s%s"
                                        .formatted(
                                                shape.list(),
                                                shape.quoted(),
                                                carried.condition(shape, engagement.id()),
                                                shape.order())));
                    }
                }
                var contents = contents(connection, archive, engagement.id());
                manifest = new Manifest(
                        Manifest.FORMAT,
                        Program.version(),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        engagement,
                        state.applied(),
                        tables,
                        List.of(),
                        contents,
                        List.of(),
                        List.of(whole(Chains.check(connection, engagement.id()))));
            }
            archive.finish(manifest);
            var digest = Digest.of(file);
            return new Outcome(
                    name,
                    manifest.rows(),
                    manifest.files().size(),
                    digest.bytes(),
                    digest.hex(),
                    manifest.ledgers().getFirst().head());
        }
    }

    private static Manifest.Carried find(Connection connection, String wanted) throws SQLException {
        var all = new ArrayList<Manifest.Carried>();
        Tables.read(
                connection,
                "select id, name from engagement.engagement order by name, id",
                row -> all.add(new Manifest.Carried(row.getObject(1, UUID.class), row.getString(2))));
        String words = wanted.strip().toLowerCase(Locale.ROOT);
        var fitting = all.stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(words)
                        || one.id().toString().equals(words))
                .toList();
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        throw new RefusedException(
                fitting.isEmpty()
                        ? "No engagement is called '%s'. There are: %s."
                                .formatted(
                                        wanted,
                                        all.isEmpty()
                                                ? "none"
                                                : all.stream()
                                                        .map(one -> Words.safe(one.name()))
                                                        .distinct()
                                                        .collect(Collectors.joining(", ")))
                        : "Several engagements are called '%s'. Name one by its id: %s."
                                .formatted(
                                        wanted,
                                        fitting.stream()
                                                .map(one -> one.id().toString())
                                                .collect(Collectors.joining(", "))));
    }

    /// Those whom a carried row names, in a column or within JSON.
    private Manifest.Table people(
            Connection connection, ArchiveWriter archive, TableShape people, List<TableShape> shapes, UUID engagement)
            throws SQLException, IOException {
        var named = new ArrayList<String>();
        for (var shape : shapes) {
            if (!carried.carries(shape)) {
                continue;
            }
            String rows = "%s where %s".formatted(shape.quoted(), carried.condition(shape, engagement));
            for (var column : shape.columns()) {
                String name = TableShape.quoted(column.name());
                switch (column.type()) {
                    case "uuid" -> named.add("id in (select %s from %s)".formatted(name, rows));
                    case "uuid[]" -> named.add("id in (select unnest(%s) from %s)".formatted(name, rows));
                    case "jsonb", "text" ->
                        named.add("id::text in (select (regexp_matches(%s::text, '%s', 'g'))[1] from %s)"
                                .formatted(name, UUIDS, rows));
                    default -> {
                        // Names nobody.
                    }
                }
            }
        }
        var few = Arriving.people(people);
        return Copying.out(
                connection,
                archive,
                few,
                "select %s from %s where %s%s"
                        .formatted(few.list(), few.quoted(), String.join(" or ", named), few.order()));
    }

    private List<Manifest.Content> contents(Connection connection, ArchiveWriter archive, UUID engagement)
            throws SQLException, IOException {
        var folder = ContentFolder.of(installation.home());
        var contents = new ArrayList<Manifest.Content>();
        for (String sha256 : Contents.named(connection, "where engagement_id = '%s'".formatted(engagement))) {
            if (!Files.exists(folder.path(sha256))) {
                throw new RefusedException(
                        "The file with SHA-256 %s is missing. './fram doctor --files' tells more.".formatted(sha256));
            }
            var content = Copying.out(archive, folder, sha256);
            if (content.damaged()) {
                throw new RefusedException(
                        "The file with SHA-256 %s is damaged. './fram doctor --files' tells more.".formatted(sha256));
            }
            contents.add(content);
        }
        return contents;
    }

    private static Manifest.Chain whole(Manifest.Chain chain) {
        if (!chain.whole()) {
            throw new RefusedException("Its ledger is not as it was written: './fram doctor' tells more.");
        }
        return chain;
    }
}
