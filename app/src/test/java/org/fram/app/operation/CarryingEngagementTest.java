package org.fram.app.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.files.ContentFolder;
import org.fram.app.platform.files.KeepingFile;
import org.fram.app.platform.ledger.Deed;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.start.Installation;
import org.fram.app.platform.start.Settings;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.TestDatabases;
import org.fram.app.testing.TestEngagement;
import org.fram.schema.migrations.Database;
import org.fram.schema.migrations.Migrations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One engagement goes to another installation.
class CarryingEngagementTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final Installation SOURCE = Installation.of(APP.get(Settings.class));

    private final TestEngagement engagement = TestEngagement.create();
    private final Database elsewhere = TestDatabases.fresh();

    @TempDir
    private Path folder;

    private Installation target = SOURCE;

    @BeforeEach
    void anEngagementOfAllKindsOfRowsAndAnEmptyInstallation() throws SQLException {
        var kept = APP.get(KeepingFile.class)
                .keep(
                        engagement.customer().actor(),
                        engagement.id(),
                        engagement.customerParty(),
                        new KeepingFile.Arrival(
                                "note.txt",
                                Set.of("txt"),
                                new ByteArrayInputStream(
                                        engagement.id().toString().getBytes(StandardCharsets.UTF_8))));
        assertThat(kept).isInstanceOf(KeepingFile.Outcome.Kept.class);
        new SampleRows(engagement, "assumptions").added(engagement.vendor(), "The network\tcarries\nthe calls.");
        APP.get(Transactions.class)
                .run(
                        engagement.vendor().actor(),
                        () -> APP.get(Ledger.class)
                                .record(
                                        engagement.vendor().actor(),
                                        engagement.id(),
                                        null,
                                        Deed.of(
                                                "finding-not-applicable",
                                                UUID.randomUUID(),
                                                Map.of("reason", "for good"))));
        target = new Installation(folder.resolve("target"), elsewhere);
        Migrations.bringUpToDate(elsewhere);
    }

    @Test
    void itIsElsewhereAsItWasHere() throws Exception {
        export(SOURCE, "there.zip");

        var outcome = bringIn("there.zip");

        assertThat(outcome.name()).isEqualTo("Move to the cloud");
        assertThat(outcome.known()).isZero();
        assertThat(outcome.added())
                .containsExactlyInAnyOrder(
                        engagement.customer().email(), engagement.vendor().email());
        assertThat(outcome.files()).isOne();
        export(target, "back.zip");
        assertThat(read("back.zip").tables()).isEqualTo(read("there.zip").tables());
        assertThat(read("back.zip").files()).isEqualTo(read("there.zip").files());
        assertThat(read("back.zip").ledgers()).isEqualTo(read("there.zip").ledgers());
        assertThat(asked("select count(*) from identity.password")).containsExactly("0");
        assertThat(asked("select count(*) from identity.person where administrator"))
                .containsExactly("0");
    }

    @Test
    void whoHasAnAccountThereIsThatPerson() throws Exception {
        var vendor = UUID.randomUUID();
        try (var transaction = OwnersTransaction.writing(elsewhere)) {
            transaction.execute("insert into identity.person (id, email, name, created) values ('%s', '%s', 'V', now())"
                    .formatted(vendor, engagement.vendor().email()));
            transaction.commit();
        }
        export(SOURCE, "there.zip");

        var outcome = bringIn("there.zip");

        assertThat(outcome.known()).isOne();
        assertThat(outcome.added()).containsExactly(engagement.customer().email());
        assertThat(asked("select person_id from access.membership where role = 'contributor'"))
                .containsExactly(vendor.toString());
        assertThat(asked("select distinct person_id from register.change")).containsExactly(vendor.toString());
        assertThat(asked("select count(*) from ledger.details where json like '%%%s%%'"
                        .formatted(engagement.vendor().id())))
                .as("entries that hold the id of there")
                .doesNotContain("0");
    }

    @Test
    void itIsNeverMixedWithItself() throws Exception {
        export(SOURCE, "there.zip");
        bringIn("there.zip");

        assertRefused("there.zip", "is here already");

        assertThat(asked("select count(*) from engagement.engagement")).containsExactly("1");
        assertThat(ContentFolder.of(target.home()).digests()).hasSize(1);
    }

    @Test
    void somebodyWithAnotherAddressHereIsNotTakenForTheSame() throws Exception {
        try (var transaction = OwnersTransaction.writing(elsewhere)) {
            transaction.execute("insert into identity.person (id, email, name, created) values "
                    + "('%s', 'married@fram.example', 'V', now())"
                            .formatted(engagement.vendor().id()));
            transaction.commit();
        }
        export(SOURCE, "there.zip");

        assertRefused(
                "there.zip",
                "under another e-mail address than there: "
                        + engagement.vendor().email());
        assertNothingCameIn();
    }

    @Test
    void aLedgerThatWasChangedOnItsWayIsRefusedAndNothingIsLeft() throws Exception {
        export(SOURCE, "there.zip");
        new Changes(folder.resolve("there.zip"))
                .with(
                        folder.resolve("forged.zip"),
                        parts -> Changes.forge(parts, "ledger.details", "for good", "for bad"));

        assertRefused("forged.zip", "Its ledger does not verify");
        assertNothingCameIn();
    }

    @Test
    void rowsOfAnotherEngagementDoNotComeInWithIt() throws Exception {
        export(SOURCE, "there.zip");
        new Changes(folder.resolve("there.zip"))
                .with(
                        folder.resolve("forged.zip"),
                        parts -> Changes.forge(
                                parts,
                                "access.membership",
                                engagement.id().toString(),
                                "00000000-0000-7000-8000-000000000000"));

        assertRefused("forged.zip", "rows of another engagement in access.membership");
        assertNothingCameIn();
    }

    @Test
    void anotherSchemaIsRefusedWithWhatToDo() throws Exception {
        export(SOURCE, "there.zip");
        new Changes(folder.resolve("there.zip"))
                .with(
                        folder.resolve("newer.zip"),
                        Changes.manifest(
                                text -> text.replace(
                                        "\"schema\" : [ ",
                                        "\"schema\" : [ {\"version\":\"20990101000000\",\"description\":\"x\",\"checksum\":1}, ")));
        assertRefused("newer.zip", "comes from a newer Fram");
        new Changes(folder.resolve("there.zip"))
                .with(
                        folder.resolve("older.zip"),
                        Changes.manifest(
                                text -> text.replaceFirst("(?s)\"schema\" : \\[ \\{.*?\\}, ", "\"schema\" : [ ")));
        assertRefused("older.zip", "comes from an older Fram");
    }

    @Test
    void aBackupIsNoEngagementAndAnEngagementIsNoBackup() throws Exception {
        new BackingUp(SOURCE, Clock.systemUTC(), Progress.SILENT).to(folder.resolve("backup.zip"));
        export(SOURCE, "there.zip");

        assertRefused("backup.zip", "./fram restore");
        assertThatThrownBy(() -> new Restoring(
                                new Installation(folder.resolve("empty"), TestDatabases.fresh()), Progress.SILENT)
                        .from(folder.resolve("there.zip")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("./fram import");
    }

    @Test
    void aNameThatIsNoneOrOfSeveralIsRefused() {
        TestEngagement.create();

        assertThatThrownBy(() -> export(SOURCE, "Nobody's", "a.zip"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("No engagement is called 'Nobody's'. There are: ");
        assertThatThrownBy(() -> export(SOURCE, "move to the CLOUD", "a.zip"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Name one by its id")
                .hasMessageContaining(engagement.id().toString());
        assertThat(folder.resolve("a.zip")).doesNotExist();
    }

    @Test
    void ofEachTableItIsDecidedWhetherItsRowsAreCarried() throws Exception {
        var carried = new Carried();
        try (var transaction = OwnersTransaction.snapshot(elsewhere)) {
            var shapes = Tables.of(transaction.connection());

            assertThat(carried.tables())
                    .as("operation/carried.properties")
                    .containsExactlyInAnyOrderElementsOf(
                            shapes.stream().map(TableShape::name).toList());
            assertThat(shapes)
                    .filteredOn(carried::carries)
                    .allMatch(
                            shape -> shape.has("engagement_id") || shape.name().equals("engagement.engagement"));
            var names = shapes.stream()
                    .filter(carried::carries)
                    .map(TableShape::name)
                    .toList();
            for (var shape : shapes) {
                if (carried.carries(shape)) {
                    assertThat(shape.references())
                            .extracting(TableShape.Reference::to)
                            .as("what %s refers to", shape.name())
                            .allMatch(to -> names.contains(to) || to.equals(Carried.PEOPLE));
                }
            }
        }
    }

    private void assertRefused(String archive, String why) {
        assertThatThrownBy(() -> bringIn(archive))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(why);
    }

    private void assertNothingCameIn() throws SQLException, IOException {
        assertThat(asked("select count(*) from engagement.engagement")).containsExactly("0");
        assertThat(asked("select count(*) from identity.person where email = '%s'"
                        .formatted(engagement.customer().email())))
                .containsExactly("0");
        assertThat(ContentFolder.of(target.home()).digests()).isEmpty();
    }

    private void export(Installation installation, String file) throws SQLException, IOException {
        export(installation, engagement.id().toString(), file);
    }

    private void export(Installation installation, String wanted, String file) throws SQLException, IOException {
        new ExportingEngagement(installation, Clock.systemUTC()).to(wanted, folder.resolve(file));
    }

    private ImportingEngagement.Outcome bringIn(String file) throws SQLException, IOException {
        return new ImportingEngagement(target).from(folder.resolve(file));
    }

    private Manifest read(String file) throws IOException {
        try (var archive = ArchiveReader.open(folder.resolve(file))) {
            return archive.manifest();
        }
    }

    private List<String> asked(String question) throws SQLException {
        var answers = new ArrayList<String>();
        try (var transaction = OwnersTransaction.snapshot(elsewhere)) {
            Tables.read(transaction.connection(), question, row -> answers.add(row.getString(1)));
        }
        return answers;
    }
}
