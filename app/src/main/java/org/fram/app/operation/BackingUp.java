package org.fram.app.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fram.app.platform.files.ContentFolder;
import org.fram.app.platform.start.Installation;
import org.fram.app.platform.start.OwnersDatabase;
import org.fram.schema.migrations.Migrations;

/// Backing up an installation while it works: all rows as they are at one moment, and all contents.
///
/// Contents are never changed and are there before a row names them, so those that are copied after the rows are all
/// that the rows need.
public final class BackingUp {

    private final Installation installation;
    private final InstantSource clock;
    private final Progress progress;

    public BackingUp(Installation installation, InstantSource clock, Progress progress) {
        this.installation = installation;
        this.clock = clock;
        this.progress = progress;
    }

    /// What came of it.
    ///
    /// @param complaints what is wrong with what was backed up; it was backed up all the same
    public record Outcome(long bytes, String sha256, List<String> complaints) {

        public Outcome {
            complaints = List.copyOf(complaints);
        }
    }

    /// Writes a backup to a file that is not there yet.
    ///
    /// @throws RefusedException where that cannot be
    public Outcome to(Path file) throws SQLException, IOException {
        try (var archive = ArchiveWriter.begin(file);
                var owners = OwnersDatabase.reach(installation)) {
            var database = owners.database();
            var state = Migrations.state(database);
            if (state.applied().isEmpty()) {
                throw new RefusedException(
                        "The database (%s) is empty: there is nothing to back up.".formatted(database));
            }
            Migrations.letOperate(database);
            progress.tells("Backing up %s, whose schema is of %s".formatted(installation.home(), state.version()));
            Manifest manifest;
            try (var transaction = OwnersTransaction.snapshot(database)) {
                var connection = transaction.connection();
                var shapes = Tables.of(connection);
                var time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
                var tables = new ArrayList<Manifest.Table>();
                for (var shape : shapes) {
                    tables.add(rows(connection, archive, shape));
                }
                var chains = Chains.check(connection);
                var contents = contents(archive);
                manifest = new Manifest(
                        Manifest.FORMAT,
                        Program.version(),
                        time,
                        null,
                        state.applied(),
                        tables,
                        Tables.sequences(connection),
                        contents,
                        missing(connection, contents),
                        chains);
            }
            archive.finish(manifest);
            var whole = Digest.of(file);
            new LastBackup(installation.home()).note(manifest.time(), file);
            return new Outcome(whole.bytes(), whole.hex(), complaints(manifest));
        }
    }

    private Manifest.Table rows(Connection connection, ArchiveWriter archive, TableShape shape)
            throws SQLException, IOException {
        var table = Copying.out(
                connection,
                archive,
                shape,
                "select %s from %s%s".formatted(shape.list(), shape.quoted(), shape.order()));
        if (table.rows() > 0) {
            progress.tells("  %-32s %14s  %8s"
                    .formatted(table.name(), Sizes.many(table.rows(), "row", "rows"), Sizes.of(table.bytes())));
        }
        return table;
    }

    private List<Manifest.Content> contents(ArchiveWriter archive) throws IOException {
        var folder = ContentFolder.of(installation.home());
        var contents = new ArrayList<Manifest.Content>();
        for (String name : folder.digests()) {
            contents.add(Copying.out(archive, folder, name));
        }
        if (!contents.isEmpty()) {
            progress.tells("  %-32s %14s  %8s"
                    .formatted(
                            "files",
                            Sizes.many(contents.size(), "file", "files"),
                            Sizes.of(contents.stream()
                                    .mapToLong(Manifest.Content::bytes)
                                    .sum())));
        }
        return contents;
    }

    private static List<String> missing(Connection connection, List<Manifest.Content> contents) throws SQLException {
        Set<String> there = new HashSet<>();
        contents.forEach(content -> there.add(content.name()));
        var missing = new TreeSet<>(Contents.named(connection));
        missing.removeAll(there);
        return List.copyOf(missing);
    }

    private static List<String> complaints(Manifest manifest) {
        var complaints = new ArrayList<String>();
        manifest.missing()
                .forEach(sha256 ->
                        complaints.add("The file with SHA-256 %s is missing in the installation.".formatted(sha256)));
        manifest.files().stream()
                .filter(Manifest.Content::damaged)
                .forEach(content -> complaints.add(
                        "The file with SHA-256 %s is damaged in the installation.".formatted(content.name())));
        manifest.ledgers().stream()
                .filter(chain -> !chain.whole())
                .forEach(chain -> complaints.add(
                        "The ledger of engagement %s is not as it was written.".formatted(chain.engagement())));
        return complaints;
    }
}
