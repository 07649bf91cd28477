package org.fram.app.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.files.ContentFolder;
import org.fram.app.platform.files.KeepingFile;
import org.fram.app.platform.ledger.Deed;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.start.CannotStartException;
import org.fram.app.platform.start.IdentitySettings;
import org.fram.app.platform.start.Installation;
import org.fram.app.platform.start.OwnersDatabase;
import org.fram.app.platform.start.RunningDatabase;
import org.fram.app.platform.start.Settings;
import org.fram.app.platform.start.TrafficSettings;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.TestDatabases;
import org.fram.app.testing.TestEngagement;
import org.fram.schema.migrations.Database;
import org.fram.schema.migrations.Migrations;
import org.fram.schema.migrations.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An installation is backed up while it works, and restored elsewhere as it was.
class BackupTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2027-03-02T09:00:00Z"));
    private static final Installation SOURCE = Installation.of(APP.get(Settings.class));

    @TempDir
    private Path folder;

    @Test
    void whatIsRestoredIsWhatWasBackedUp() throws Exception {
        var engagement = TestEngagement.create();
        write(engagement, 0);
        var first = backUp(SOURCE, "first.zip");

        var restored = fresh("restored");
        var outcome = restore(restored, "first.zip");

        assertThat(outcome.newer()).isZero();
        var second = backUp(restored, "second.zip");
        assertThat(second.tables()).isEqualTo(first.tables());
        assertThat(second.sequences()).isEqualTo(first.sequences());
        assertThat(second.files()).isEqualTo(first.files());
        assertThat(second.ledgers()).isEqualTo(first.ledgers());
        assertThat(second.ledgers())
                .filteredOn(chain -> chain.engagement().equals(engagement.id().value()))
                .singleElement()
                .matches(Manifest.Chain::whole);
        assertThat(rowsByTable(restored)).isEqualTo(rowsOf(second));
        assertThat(unforced(restored)).isZero();
        // The application starts on it, and its people are who they were.
        try (var running = RunningDatabase.start(settings(restored))) {
            assertThat(running.database().user()).endsWith("_app");
        }
    }

    @Test
    void whatIsWrittenMeanwhileIsThereAsOfOneMoment() throws Exception {
        var engagement = TestEngagement.create();
        var writers = IntStream.range(0, 3).mapToObj(Writer::new).toList();
        var stop = new AtomicBoolean();
        var begun = new CountDownLatch(writers.size() * 3);
        try (var work = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = writers.stream()
                    .map(writer -> work.submit(() -> {
                        while (!stop.get()) {
                            writer.write(engagement);
                            begun.countDown();
                        }
                        return true;
                    }))
                    .toList();
            begun.await();
            var before = writers.stream().map(writer -> writer.written().get()).toList();
            backUp(SOURCE, "meanwhile.zip");
            stop.set(true);
            for (var one : all) {
                assertThat(one.get()).isTrue();
            }
            var restored = fresh("restored");
            restore(restored, "meanwhile.zip");

            for (int at = 0; at < writers.size(); at++) {
                var there = written(restored, engagement, at);
                assertThat(there).hasSizeGreaterThanOrEqualTo(before.get(at));
                // No gap: who has the later one has all that were answered before it, each with its file.
                assertThat(there).doesNotHaveDuplicates();
                assertThat(there.getLast()).isEqualTo(there.size() - 1);
            }
            var contents = ContentFolder.of(restored.home()).digests();
            try (var transaction = OwnersTransaction.snapshot(server(restored))) {
                assertThat(contents).containsAll(Contents.named(transaction.connection()));
                assertThat(Chains.check(
                                transaction.connection(), engagement.id().value()))
                        .matches(Manifest.Chain::whole)
                        .matches(chain -> chain.entries() > 0);
            }
        }
    }

    /// Somebody who writes one thing after the other.
    ///
    /// @param number of theirs among all writers
    /// @param written how many were answered as saved
    private record Writer(int number, AtomicInteger written) {

        Writer(int number) {
            this(number, new AtomicInteger());
        }

        void write(TestEngagement engagement) {
            BackupTest.write(engagement, number * 100_000 + written.get());
            written.incrementAndGet();
        }
    }

    @Test
    void theDatabaseThatComesAlongIsBackedUpWhileItRuns() throws Exception {
        var source = new Installation(folder.resolve("source"), null);
        Files.createDirectories(source.postgres());
        Files.createSymbolicLink(source.postgres().resolve("programs"), TestDatabases.programs());
        try (var running = OwnersDatabase.make(source.postgres())) {
            Migrations.bringUpToDate(running.database());
            person(running.database(), "somebody@fram.example");

            var manifest = backUp(source, "own.zip");

            assertThat(manifest.tables())
                    .filteredOn(table -> table.name().equals("identity.person"))
                    .singleElement()
                    .returns(1L, Manifest.Table::rows);
        }
        var target = new Installation(folder.resolve("target"), null);
        restore(target, "own.zip");

        assertThat(target.restoring()).doesNotExist();
        assertThat(backUp(target, "again.zip").tables())
                .isEqualTo(read("own.zip").tables());
        assertThatThrownBy(() -> restore(target, "own.zip"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("There is an installation in " + target.home() + " already");
    }

    @Test
    void aBackupIsNeverWrittenOverAnotherFile() throws Exception {
        Files.writeString(folder.resolve("notes.zip"), "of another kind");

        assertThatThrownBy(() -> backUp(SOURCE, "notes.zip"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("is there already");
        assertThat(folder.resolve("notes.zip")).hasContent("of another kind");
    }

    @Test
    void itIsForItsOwnersEyesAlone() throws Exception {
        backUp(SOURCE, "mine.zip");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("mine.zip"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aDatabaseThatIsNotEmptyIsLeftAsItIs() throws Exception {
        backUp(SOURCE, "backup.zip");
        var target = fresh("target");
        try (var connection = server(target).connect();
                var statement = connection.createStatement()) {
            statement.execute("create table public.of_somebody_else (id integer)");
        }

        assertThatThrownBy(() -> restore(target, "backup.zip"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("is not empty");
        assertThat(schemas(target)).isEmpty();
    }

    @Test
    void anArchiveThatWasCutOffIsRefused() throws Exception {
        backUp(SOURCE, "backup.zip");
        byte[] whole = Files.readAllBytes(folder.resolve("backup.zip"));
        Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length * 2 / 3));

        assertRefused("cut.zip", "no whole archive");
    }

    @Test
    void anArchiveInWhichSomethingWasChangedIsRefused() throws Exception {
        write(TestEngagement.create(), 0);
        backUp(SOURCE, "backup.zip");
        byte[] bytes = Files.readAllBytes(folder.resolve("backup.zip"));
        // More than what nobody reads, such as the time of an entry.
        for (int i = 0; i < 64; i++) {
            bytes[bytes.length / 3 + i] ^= 1;
        }
        Files.write(folder.resolve("changed.zip"), bytes);

        assertRefused("changed.zip", "");
    }

    @Test
    void whatTheManifestDoesNotSayIsRefused() throws Exception {
        write(TestEngagement.create(), 0);
        backUp(SOURCE, "backup.zip");
        var changes = new Changes(folder.resolve("backup.zip"));

        changes.with(
                folder.resolve("path.zip"), parts -> parts.put("../../evil", "x".getBytes(StandardCharsets.UTF_8)));
        assertRefused("path.zip", "it has a part '../../evil'");
        changes.with(folder.resolve("absolute.zip"), parts -> parts.put("/etc/evil", new byte[1]));
        assertRefused("absolute.zip", "it has a part '/etc/evil'");
        changes.with(folder.resolve("more.zip"), parts -> parts.put("files/" + "0".repeat(64), new byte[1]));
        assertRefused("more.zip", "the manifest knows nothing");
        changes.with(folder.resolve("less.zip"), parts -> parts.remove("tables/engagement.party"));
        assertRefused("less.zip", "nothing is there");
        changes.with(folder.resolve("other.zip"), parts -> parts.put("tables/engagement.party", new byte[0]));
        assertRefused("other.zip", "it is not as long as the manifest says");
        changes.with(folder.resolve("none.zip"), parts -> parts.remove("manifest.json"));
        assertRefused("none.zip", "it has no manifest");
        changes.with(folder.resolve("strange.zip"), parts -> parts.put("manifest.json", new byte[] {'{', '}'}));
        assertRefused("strange.zip", "its manifest cannot be read");
        Files.writeString(folder.resolve("text.zip"), "a text");
        assertRefused("text.zip", "no whole archive");
        assertRefused("absent.zip", "There is no file");
    }

    @Test
    void aBackupOfANewerFramIsRefused() throws Exception {
        backUp(SOURCE, "backup.zip");
        var changes = new Changes(folder.resolve("backup.zip"));

        changes.with(
                folder.resolve("format.zip"),
                Changes.manifest(text -> text.replace("\"format\" : 1", "\"format\" : 2")));
        assertRefused("format.zip", "was written by a newer Fram (format 2; this one reads up to 1)");
        changes.with(
                folder.resolve("schema.zip"),
                Changes.manifest(
                        text -> text.replace(
                                "\"schema\" : [ ",
                                "\"schema\" : [ {\"version\":\"20990101000000\",\"description\":\"what comes\",\"checksum\":1}, ")));
        assertRefused("schema.zip", "made by a newer Fram");
        changes.with(
                folder.resolve("text.zip"),
                Changes.manifest(text -> text.replaceFirst("\"checksum\" : -?\\d+", "\"checksum\" : 7")));
        assertRefused("text.zip", "comes from a changed program");
    }

    @Test
    void aLedgerThatWasChangedInTheArchiveIsRefusedAndNothingIsLeft() throws Exception {
        write(TestEngagement.create(), 0);
        backUp(SOURCE, "backup.zip");
        // Somebody who changes an entry takes care of the manifest as well.
        new Changes(folder.resolve("backup.zip"))
                .with(folder.resolve("forged.zip"), parts -> Changes.forge(parts, "ledger.details", "first", "other"));

        assertRefused("forged.zip", "The ledgers do not verify");
    }

    @Test
    void nothingStartsOnWhatARestoreLeftThatWasKilledAndTheNextOneClearsItAway() throws Exception {
        backUp(SOURCE, "backup.zip");
        var target = fresh("target");
        Files.createDirectories(target.restoring().resolve("files"));
        assertThatThrownBy(() -> RunningDatabase.start(settings(target)))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("did not finish");
        Folders.delete(target.restoring());
        RestoreMark.put(server(target));
        Migrations.bringUpToDate(server(target));
        assertThatThrownBy(() -> RunningDatabase.start(settings(target)))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("did not finish");

        restore(target, "backup.zip");

        RunningDatabase.start(settings(target)).close();
        assertThat(backUp(target, "again.zip").tables())
                .isEqualTo(read("backup.zip").tables());
    }

    @Test
    void anOlderSchemaIsRestoredAsItWasAndThenBroughtUpToDate() throws Exception {
        var old = fresh("old");
        var all = Migrations.state(server(old)).pending();
        var first = all.subList(0, 2).stream().map(Step::version).toList();
        Migrations.bringTo(server(old), Set.copyOf(first), Files.createDirectory(folder.resolve("steps")));
        try (var transaction = OwnersTransaction.writing(server(old))) {
            transaction.execute(
                    "insert into identity.person (id, email, name, created) values ('%s', '%s', '%s', now())"
                            .formatted(UUID.randomUUID(), "early@fram.example", "Early"));
            transaction.commit();
        }
        backUp(old, "old.zip");

        var target = fresh("target");
        var outcome = restore(target, "old.zip");

        assertThat(outcome.newer()).isEqualTo(all.size() - 2);
        assertThat(rowsByTable(target)).containsEntry("identity.person", 1L);
    }

    @Test
    void whatIsMissingOrDamagedIsSaidAndTheRestIsBackedUp() throws Exception {
        var source = fresh("source");
        var engagement = TestEngagement.create();
        write(engagement, 0);
        write(engagement, 1);
        backUp(SOURCE, "backup.zip");
        restore(source, "backup.zip");
        var contents = ContentFolder.of(source.home());
        var digests = named(source);
        Files.delete(contents.path(digests.getFirst()));
        Files.writeString(contents.path(digests.getLast()), "something else");

        var outcome = new BackingUp(source, CLOCK, Progress.SILENT).to(folder.resolve("poor.zip"));

        assertThat(outcome.complaints())
                .containsExactlyInAnyOrder(
                        "The file with SHA-256 %s is missing in the installation.".formatted(digests.getFirst()),
                        "The file with SHA-256 %s is damaged in the installation.".formatted(digests.getLast()));
        var restored = restore(fresh("target"), "poor.zip");
        assertThat(restored.complaints()).hasSize(2);
    }

    /// A row with its history, an entry of the ledger and a file, which belong together.
    private static void write(TestEngagement engagement, int number) {
        var kept = APP.get(KeepingFile.class)
                .keep(
                        engagement.customer().actor(),
                        engagement.id(),
                        engagement.customerParty(),
                        new KeepingFile.Arrival(
                                "note %d.txt".formatted(number),
                                Set.of("txt"),
                                new ByteArrayInputStream("The note %d of %s."
                                        .formatted(number, engagement.id())
                                        .getBytes(StandardCharsets.UTF_8))));
        assertThat(kept).isInstanceOf(KeepingFile.Outcome.Kept.class);
        new SampleRows(engagement, "assumptions").added(engagement.customer(), "Line\n\\of %d".formatted(number));
        APP.get(Transactions.class)
                .run(
                        engagement.customer().actor(),
                        () -> APP.get(Ledger.class)
                                .record(
                                        engagement.customer().actor(),
                                        engagement.id(),
                                        null,
                                        Deed.of(
                                                "finding-not-applicable",
                                                UUID.randomUUID(),
                                                Map.of("reason", "first " + number))));
    }

    /// The numbers of a writer of which all three parts are there.
    private static List<Integer> written(Installation installation, TestEngagement engagement, int writer)
            throws SQLException {
        var numbers = new ArrayList<Integer>();
        try (var transaction = OwnersTransaction.snapshot(server(installation))) {
            Tables.read(
                    transaction.connection(),
                    """
                    select number %% 100000
                    from (
                        select substring(text from 'of (\\d+)$')::integer as number
                        from sow.assumption where engagement_id = '%s'
                    ) rows
                    where number / 100000 = %d
                    and exists (select from files.stored_file where name = format('note %%s.txt', number)
                        and engagement_id = '%s')
                    order by 1
                    """.formatted(engagement.id(), writer, engagement.id()),
                    row -> numbers.add(row.getInt(1)));
        }
        return numbers;
    }

    private void assertRefused(String archive, String why) throws Exception {
        var target = fresh("refusing " + archive);

        assertThatThrownBy(() -> restore(target, archive))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(why);

        assertThat(schemas(target)).isEmpty();
        assertThat(target.restoring()).doesNotExist();
        assertThat(target.home().resolve("files")).doesNotExist();
    }

    private Installation fresh(String name) {
        return new Installation(folder.resolve(name), TestDatabases.fresh());
    }

    private static Database server(Installation installation) {
        var server = installation.server();
        if (server == null) {
            throw new IllegalStateException("It comes along.");
        }
        return server;
    }

    private static Settings settings(Installation installation) {
        return new Settings(
                installation.home(),
                "localhost",
                0,
                installation.server(),
                false,
                "text",
                null,
                null,
                null,
                IdentitySettings.NONE,
                TrafficSettings.USUAL);
    }

    private Manifest backUp(Installation installation, String file) throws SQLException, IOException {
        new BackingUp(installation, CLOCK, Progress.SILENT).to(folder.resolve(file));
        return read(file);
    }

    private Manifest read(String file) throws IOException {
        try (var archive = ArchiveReader.open(folder.resolve(file))) {
            return archive.manifest();
        }
    }

    private Restoring.Outcome restore(Installation installation, String file) throws SQLException, IOException {
        return new Restoring(installation, Progress.SILENT).from(folder.resolve(file));
    }

    private static void person(Database owner, String email) throws SQLException {
        try (var transaction = OwnersTransaction.writing(owner)) {
            transaction.execute("insert into identity.person (id, email, name, created) values ('%s', '%s', 'S', now())"
                    .formatted(UUID.randomUUID(), email));
            transaction.commit();
        }
    }

    private static Map<String, Long> rowsOf(Manifest manifest) {
        var rows = new TreeMap<String, Long>();
        manifest.tables().forEach(table -> rows.put(table.name(), table.rows()));
        return rows;
    }

    /// How many rows there are in truth: the superuser is bound by nothing.
    private static Map<String, Long> rowsByTable(Installation installation) throws SQLException {
        var rows = new TreeMap<String, Long>();
        try (var connection = TestDatabases.superuser(server(installation)).connect()) {
            for (var shape : Tables.of(connection)) {
                Tables.read(
                        connection,
                        "select count(*) from " + shape.quoted(),
                        row -> rows.put(shape.name(), row.getLong(1)));
            }
        }
        return rows;
    }

    /// How many tables have row security that does not bind their owner, or a trigger that is off.
    private static int unforced(Installation installation) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = TestDatabases.superuser(server(installation)).connect()) {
            for (var shape : Tables.of(connection)) {
                if (!shape.forced()) {
                    found.add(shape.name());
                }
            }
            Tables.read(
                    connection,
                    "select tgname from pg_trigger where not tgisinternal and tgenabled <> 'O'",
                    row -> found.add(row.getString(1)));
        }
        return found.size();
    }

    private static List<String> schemas(Installation installation) throws SQLException {
        var schemas = new ArrayList<String>();
        try (var connection = server(installation).connect()) {
            Tables.read(
                    connection,
                    "select nspname from pg_namespace where nspname !~ '^pg_' "
                            + "and nspname not in ('information_schema', 'public')",
                    row -> schemas.add(row.getString(1)));
        }
        return schemas;
    }

    /// The contents that rows of an installation name.
    private static List<String> named(Installation installation) throws SQLException {
        try (var connection = TestDatabases.superuser(server(installation)).connect()) {
            return Contents.named(connection);
        }
    }
}
