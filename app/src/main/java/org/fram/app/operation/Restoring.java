package org.fram.app.operation;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fram.app.platform.files.ContentFolder;
import org.fram.app.platform.start.Installation;
import org.fram.app.platform.start.OwnersDatabase;
import org.fram.schema.migrations.Database;
import org.fram.schema.migrations.Migrations;
import org.fram.schema.migrations.SchemaState;
import org.fram.schema.migrations.Step;

/// Making an installation of a backup, where there is none yet: all of it or nothing.
///
/// The archive is checked from end to end before anything is written. Then everything is put into the folder
/// `restoring`, or into the database on the server, whose mark says that it is not whole; what is there is held against
/// the archive; and only then it is moved to where the application looks. Whatever is left of a restore that was killed
/// is cleared away by the next one, and the application does not start on it.
public final class Restoring {

    private final Installation installation;
    private final Progress progress;

    public Restoring(Installation installation, Progress progress) {
        this.installation = installation;
        this.progress = progress;
    }

    /// What came of it.
    ///
    /// @param newer how many steps the schema has beyond that of the backup
    /// @param complaints what was wrong already when the backup was made
    public record Outcome(int newer, List<String> complaints) {

        public Outcome {
            complaints = List.copyOf(complaints);
        }
    }

    /// Restores a backup.
    ///
    /// @throws RefusedException where that cannot be; nothing was restored then
    public Outcome from(Path file) throws SQLException, IOException {
        try (var archive = ArchiveReader.open(file)) {
            var manifest = archive.manifest();
            if (manifest.engagement() != null) {
                throw new RefusedException("%s carries one engagement, '%s'. Bring it in with './fram import %s'."
                        .formatted(file, Words.safe(manifest.engagement().name()), file));
            }
            progress.tells("Checking %s of %s".formatted(file, manifest.time()));
            archive.check();
            Files.createDirectories(installation.home());
            try (var _ = lock()) {
                clearAwayWhatIsLeft();
                refuseWhereSomethingIs();
                return restore(archive);
            }
        }
    }

    private Outcome restore(ArchiveReader archive) throws SQLException, IOException {
        Path restoring = Files.createDirectories(installation.restoring());
        boolean done = false;
        try {
            var server = installation.server();
            var outcome = server == null ? besideUs(archive, restoring) : onServer(archive, server);
            moveIntoPlace(restoring);
            if (server != null) {
                RestoreMark.remove(server);
            }
            done = true;
            return outcome;
        } finally {
            if (!done) {
                clearAwayWhatIsLeft();
            }
        }
    }

    private Outcome besideUs(ArchiveReader archive, Path restoring) throws SQLException, IOException {
        try (var owners = OwnersDatabase.make(restoring.resolve("postgres"))) {
            return fill(archive, owners.database());
        }
    }

    private Outcome onServer(ArchiveReader archive, Database server) throws SQLException, IOException {
        RestoreMark.put(server);
        return fill(archive, server);
    }

    private Outcome fill(ArchiveReader archive, Database database) throws SQLException, IOException {
        var manifest = archive.manifest();
        refuseStrangeSchema(manifest, Migrations.state(database));
        Path workshop = Files.createDirectories(installation.restoring().resolve("steps"));
        Migrations.bringTo(
                database, manifest.schema().stream().map(Step::version).collect(Collectors.toSet()), workshop);
        Folders.delete(workshop);
        load(archive, database);
        contents(archive);
        Migrations.bringUpToDate(database);
        check(manifest, database);
        int newer =
                Migrations.state(database).applied().size() - manifest.schema().size();
        return new Outcome(newer, complaints(manifest));
    }

    private void load(ArchiveReader archive, Database database) throws SQLException, IOException {
        var manifest = archive.manifest();
        try (var transaction = OwnersTransaction.writing(database)) {
            var connection = transaction.connection();
            var shapes = Tables.of(connection);
            Map<String, Manifest.Table> tables =
                    manifest.tables().stream().collect(Collectors.toMap(Manifest.Table::name, Function.identity()));
            refuseOtherTables(shapes, tables);
            for (var shape : shapes) {
                // Whole rows come in: what looks at each as people write it would stand in the way.
                transaction.execute("alter table %s no force row level security".formatted(shape.quoted()));
                transaction.execute("alter table %s disable trigger user".formatted(shape.quoted()));
            }
            // What migrations put in at the start stands in the backup too, as it was then.
            transaction.execute(
                    "truncate table " + shapes.stream().map(TableShape::quoted).collect(Collectors.joining(", ")));
            for (var shape : shapes) {
                var table = tables.get(shape.name());
                if (table != null) {
                    Copying.in(connection, archive, table, shape, shape.quoted());
                    if (table.rows() > 0) {
                        progress.tells("  %-32s %14s  %8s"
                                .formatted(
                                        table.name(),
                                        Sizes.many(table.rows(), "row", "rows"),
                                        Sizes.of(table.bytes())));
                    }
                }
            }
            transaction.execute("set constraints all immediate");
            for (var shape : shapes) {
                transaction.execute("alter table %s enable trigger user".formatted(shape.quoted()));
                if (shape.forced()) {
                    transaction.execute("alter table %s force row level security".formatted(shape.quoted()));
                }
            }
            setSequences(transaction, manifest);
            transaction.commit();
        }
    }

    private static void setSequences(OwnersTransaction transaction, Manifest manifest) throws SQLException {
        try (var setting = transaction.connection().prepareStatement("select setval(?::regclass, ?)")) {
            for (var sequence : manifest.sequences()) {
                Long last = sequence.last();
                if (last != null) {
                    setting.setString(1, sequence.name());
                    setting.setLong(2, last);
                    setting.execute();
                }
            }
        }
    }

    private void contents(ArchiveReader archive) throws IOException {
        var folder = ContentFolder.of(installation.restoring());
        var manifest = archive.manifest();
        for (var content : manifest.files()) {
            if (content.damaged()) {
                continue;
            }
            Path place = folder.path(content.name());
            Files.createDirectories(place.getParent());
            try (var channel = FileChannel.open(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    var out = Channels.newOutputStream(channel)) {
                archive.copy(content, out);
                channel.force(true);
            }
        }
        if (!manifest.files().isEmpty()) {
            progress.tells("  %-32s %14s  %8s"
                    .formatted(
                            "files",
                            Sizes.many(manifest.files().size(), "file", "files"),
                            Sizes.of(manifest.bytesOfFiles())));
        }
    }

    /// Holds what is there now against what the backup said.
    private static void check(Manifest manifest, Database database) throws SQLException, IOException {
        try (var transaction = OwnersTransaction.snapshot(database)) {
            if (!Chains.check(transaction.connection()).equals(manifest.ledgers())) {
                throw new RefusedException(
                        "The ledgers do not verify as they did when the backup was made. Nothing was "
                                + "restored; take another backup.");
            }
        }
    }

    private static void refuseStrangeSchema(Manifest manifest, SchemaState state) {
        Map<String, Step> known = new HashMap<>();
        state.pending().forEach(step -> known.put(step.version(), step));
        for (var step : manifest.schema()) {
            var own = known.get(step.version());
            if (own == null) {
                throw new RefusedException(
                        ("The backup was made by a newer Fram (%s): its schema has the step %s (%s), "
                                        + "which this one (%s) does not know. Restore it with that version or a newer one.")
                                .formatted(
                                        Words.safe(manifest.program()),
                                        Words.safe(step.version()),
                                        Words.safe(step.description()),
                                        Program.version()));
            }
            if (!own.equals(step)) {
                throw new RefusedException(("The backup's schema has the step %s (%s) with another text than this Fram "
                                + "knows. It comes from a changed program: restore it with that one.")
                        .formatted(own.version(), own.description()));
            }
        }
    }

    private static void refuseOtherTables(List<TableShape> shapes, Map<String, Manifest.Table> tables) {
        for (var shape : shapes) {
            var table = tables.get(shape.name());
            if (table == null || !table.columns().equals(shape.columnNames())) {
                throw new RefusedException("The backup does not have the table %s as its schema has it: it was changed."
                        .formatted(shape.name()));
            }
        }
        if (tables.size() != shapes.size()) {
            throw new RefusedException("The backup has tables that its schema does not have: it was changed.");
        }
    }

    private void refuseWhereSomethingIs() throws SQLException, IOException {
        var server = installation.server();
        if (Files.exists(installation.postgres()) && server == null) {
            throw new RefusedException(
                    ("There is an installation in %s already, and a restore never mixes two. Name an "
                                    + "empty folder by FRAM_HOME, or move that one away.")
                            .formatted(installation.home()));
        }
        if (!ContentFolder.of(installation.home()).digests().isEmpty()) {
            throw new RefusedException(
                    "There are files in %s already, and a restore never mixes two. Name an empty folder by FRAM_HOME."
                            .formatted(installation.home()));
        }
        if (server != null && !RestoreMark.empty(server)) {
            throw new RefusedException(
                    ("The database of FRAM_DATABASE_URL (%s) is not empty, and a restore never mixes "
                                    + "two. Name an empty one.")
                            .formatted(server));
        }
    }

    /// Takes away what a restore left that was killed.
    private void clearAwayWhatIsLeft() throws SQLException, IOException {
        var server = installation.server();
        if (server != null && RestoreMark.there(server)) {
            RestoreMark.clear(server);
        }
        if (Files.exists(installation.restoring())) {
            Path postgres = installation.restoring().resolve("postgres");
            if (Files.exists(postgres.resolve("data"))) {
                // A server that outlived the restore is stopped by whoever takes its folder.
                OwnersDatabase.make(postgres).close();
            }
            if (server != null || !Files.exists(installation.postgres())) {
                // Moved there by that restore: before it, there was none.
                Folders.delete(installation.home().resolve("files"));
            }
            Folders.delete(installation.restoring());
        }
    }

    private void moveIntoPlace(Path restoring) throws IOException {
        Path files = restoring.resolve("files");
        if (Files.exists(files)) {
            Folders.delete(installation.home().resolve("files"));
            Files.move(files, installation.home().resolve("files"), StandardCopyOption.ATOMIC_MOVE);
        }
        if (installation.server() == null) {
            Files.move(restoring.resolve("postgres"), installation.postgres(), StandardCopyOption.ATOMIC_MOVE);
        }
        Folders.delete(restoring);
    }

    private static List<String> complaints(Manifest manifest) {
        var complaints = new ArrayList<String>();
        manifest.missing()
                .forEach(sha256 ->
                        complaints.add("The file with SHA-256 %s was missing already when the backup was made."
                                .formatted(Words.safe(sha256))));
        manifest.files().stream()
                .filter(Manifest.Content::damaged)
                .forEach(content -> complaints.add(
                        "The file with SHA-256 %s was damaged already when the backup was made, and was left out."
                                .formatted(content.name())));
        manifest.ledgers().stream()
                .filter(chain -> !chain.whole())
                .forEach(chain ->
                        complaints.add("The ledger of engagement %s was changed already before the backup was made."
                                .formatted(chain.engagement())));
        return complaints;
    }

    private Path lockFile() {
        return installation.home().resolve("restore.lock");
    }

    /// Keeps a second restore away; it ends with the process that holds it.
    private FileChannel lock() throws IOException {
        var channel = FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException ours) {
            // Held by this very process: the same as held by another.
        }
        channel.close();
        throw new RefusedException("Another restore works into %s.".formatted(installation.home()));
    }
}
