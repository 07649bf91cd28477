package org.fram.app.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fram.app.platform.files.ContentFolder;
import org.fram.app.platform.start.Installation;
import org.fram.app.platform.start.OwnersDatabase;
import org.fram.schema.migrations.Migrations;
import org.fram.schema.migrations.Step;
import org.jspecify.annotations.Nullable;

/// Carrying an engagement into an installation, while it works: all of it or nothing.
///
/// Rows come into temporary tables first, where people become those of this installation, and then in one transaction
/// to
/// where they belong. The ledger stays as it was, to the letter, and is verified before the end.
public final class ImportingEngagement {

    private final Installation installation;
    private final Carried carried = new Carried();

    public ImportingEngagement(Installation installation) {
        this.installation = installation;
    }

    /// What came of it.
    ///
    /// @param known how many of its people were here already, by their e-mail address
    /// @param added e-mail addresses of those who were not; they have no password yet
    public record Outcome(
            UUID engagement, String name, long rows, int files, int known, List<String> added, String head) {

        public Outcome {
            added = List.copyOf(added);
        }
    }

    /// Brings in an engagement.
    ///
    /// @throws RefusedException where that cannot be; nothing was brought in then
    public Outcome from(Path file) throws SQLException, IOException {
        try (var archive = ArchiveReader.open(file)) {
            var engagement = archive.manifest().engagement();
            if (engagement == null) {
                throw new RefusedException("%s is a backup of an installation. Restore it with './fram restore %s'."
                        .formatted(file, file));
            }
            archive.check();
            try (var owners = OwnersDatabase.reach(installation)) {
                var database = owners.database();
                refuseOtherSchema(archive.manifest(), Migrations.state(database).applied());
                Migrations.letOperate(database);
                var brought = new ArrayList<String>();
                boolean done = false;
                try (var transaction = OwnersTransaction.writing(database)) {
                    var outcome = bring(transaction, archive, engagement, brought);
                    transaction.commit();
                    done = true;
                    return outcome;
                } finally {
                    if (!done) {
                        takeAway(brought);
                    }
                }
            }
        }
    }

    private Outcome bring(
            OwnersTransaction transaction, ArchiveReader archive, Manifest.Carried engagement, List<String> brought)
            throws SQLException, IOException {
        var connection = transaction.connection();
        var manifest = archive.manifest();
        refuseWhatIsHere(connection, engagement);
        Map<String, Manifest.Table> tables =
                manifest.tables().stream().collect(Collectors.toMap(Manifest.Table::name, Function.identity()));
        var shapes = new ArrayList<TableShape>();
        for (var shape : Tables.of(connection)) {
            if (shape.name().equals(Carried.PEOPLE)) {
                arrive(transaction, archive, Arriving.people(shape), tables.remove(shape.name()));
            } else if (carried.carries(shape)) {
                arrive(transaction, archive, shape, tables.remove(shape.name()));
                shapes.add(shape);
            }
        }
        if (!tables.isEmpty()) {
            throw new RefusedException("The archive has rows of %s, which no engagement has: it was changed."
                    .formatted(String.join(", ", tables.keySet())));
        }
        refuseRowsOfAnother(connection, shapes, engagement);
        var people = new Newcomers(transaction);
        var added = people.settle();
        for (var shape : shapes) {
            people.rename(shape);
        }
        contents(archive, brought);
        for (var shape : shapes) {
            transaction.execute("insert into %s (%s) select %s from %s%s"
                    .formatted(shape.quoted(), shape.list(), shape.list(), Arriving.table(shape), shape.order()));
        }
        var chain = Chains.check(connection, engagement.id());
        if (!manifest.ledgers().equals(List.of(chain)) || !chain.whole()) {
            throw new RefusedException(
                    "Its ledger does not verify as it did where it comes from: the archive was changed.");
        }
        return new Outcome(
                engagement.id(),
                engagement.name(),
                manifest.rows(),
                manifest.files().size(),
                people.known(),
                added,
                chain.head());
    }

    private static void arrive(
            OwnersTransaction transaction, ArchiveReader archive, TableShape shape, Manifest.@Nullable Table table)
            throws SQLException, IOException {
        if (table == null || !table.columns().equals(shape.columnNames())) {
            throw new RefusedException(
                    "The archive does not have %s as its schema has it: it was changed.".formatted(shape.name()));
        }
        transaction.execute("create temporary table %s on commit drop as select %s from %s with no data"
                .formatted(Arriving.table(shape), shape.list(), shape.quoted()));
        Copying.in(transaction.connection(), archive, table, shape, Arriving.table(shape));
    }

    private static void refuseOtherSchema(Manifest manifest, List<Step> applied) {
        var own = new HashSet<>(applied);
        var theirs = new HashSet<>(manifest.schema());
        if (own.equals(theirs)) {
            return;
        }
        boolean newer = !own.containsAll(theirs);
        throw new RefusedException(
                newer
                        ? "The engagement comes from a newer Fram (%s). Bring this one up to date first, and start it once."
                                .formatted(Words.safe(manifest.program()))
                        : ("The engagement comes from an older Fram (%s). Bring that one up to date, start it once, and "
                                        + "export again.")
                                .formatted(Words.safe(manifest.program())));
    }

    private static void refuseWhatIsHere(Connection connection, Manifest.Carried engagement) throws SQLException {
        try (var asking = connection.prepareStatement("select name from engagement.engagement where id = ?")) {
            asking.setObject(1, engagement.id());
            try (var answer = asking.executeQuery()) {
                if (answer.next()) {
                    throw new RefusedException(
                            "The engagement '%s' is here already (%s), and two states of it are never mixed."
                                    .formatted(Words.safe(answer.getString(1)), engagement.id()));
                }
            }
        }
    }

    /// Rows of another engagement would come in beside the rights of its people.
    private static void refuseRowsOfAnother(Connection connection, List<TableShape> shapes, Manifest.Carried engagement)
            throws SQLException {
        for (var shape : shapes) {
            String column = shape.has("engagement_id") ? "engagement_id" : "id";
            long[] others = new long[1];
            Tables.read(
                    connection,
                    "select count(*) from %s where %s is distinct from '%s'"
                            .formatted(Arriving.table(shape), column, engagement.id()),
                    row -> others[0] = row.getLong(1));
            if (others[0] > 0) {
                throw new RefusedException(
                        "The archive has rows of another engagement in %s: it was changed.".formatted(shape.name()));
            }
        }
    }

    private void contents(ArchiveReader archive, List<String> brought) throws IOException {
        var folder = ContentFolder.of(installation.home());
        for (var content : archive.manifest().files()) {
            Path place = folder.path(content.name());
            if (content.damaged()) {
                throw new RefusedException("The archive has a damaged file, %s.".formatted(content.name()));
            }
            if (Files.exists(place)) {
                continue;
            }
            Files.createDirectories(place.getParent());
            Path arriving = Files.createDirectories(folder.arriving())
                    .resolve(UUID.randomUUID().toString());
            try (var channel = FileChannel.open(arriving, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    var out = Channels.newOutputStream(channel)) {
                archive.copy(content, out);
                channel.force(true);
            }
            Files.move(arriving, place, StandardCopyOption.ATOMIC_MOVE);
            brought.add(content.name());
        }
    }

    private void takeAway(List<String> brought) {
        var folder = ContentFolder.of(installation.home());
        for (String sha256 : brought) {
            try {
                Files.deleteIfExists(folder.path(sha256));
            } catch (IOException undeletable) {
                throw new UncheckedIOException(undeletable);
            }
        }
    }
}
