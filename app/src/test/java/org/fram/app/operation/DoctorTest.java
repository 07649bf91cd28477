package org.fram.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fram.app.platform.files.ContentFolder;
import org.fram.app.platform.notices.MailTrial;
import org.fram.app.platform.start.CannotStartException;
import org.fram.app.platform.start.GivenSettings;
import org.fram.app.platform.start.Installation;
import org.fram.app.platform.start.MailSettings;
import org.fram.app.testing.ScriptedSmtp;
import org.fram.app.testing.TestDatabases;
import org.fram.app.testing.TestMail;
import org.fram.schema.migrations.Database;
import org.fram.schema.migrations.Migrations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the doctor says of installations with which something is wrong.
class DoctorTest {

    private static final GivenSettings NOTHING_SET = new GivenSettings(Map.of(), Set.of(), null);

    private final Database database = TestDatabases.fresh();

    @TempDir
    private Path home;

    @Test
    void nothingIsWrongWithAnInstallationThatIsWell() throws Exception {
        var installation = installation();
        new LastBackup(home).note(Instant.now(), Path.of("backup.zip"));

        var diagnosis = examine(installation);

        assertThat(diagnosis.findings()).isEmpty();
        assertThat(diagnosis.remarks())
                .extracting(Diagnosis.Remark::about)
                .containsExactly(
                        "settings",
                        "java",
                        "folder",
                        "disk",
                        "database",
                        "clocks",
                        "schema",
                        "row security",
                        "ledgers",
                        "files",
                        "waiting mails",
                        "mail",
                        "backup");
    }

    @Test
    void anInstallationThatWasNeverBackedUpIsToldSo() throws Exception {
        assertThat(examine(installation()).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.says()).contains("never backed up");
            assertThat(finding.advice()).contains("./fram backup");
        });
        new LastBackup(home).note(Instant.now().minus(Duration.ofDays(9)), Path.of("backup.zip"));
        assertThat(findings("backup")).containsExactly("The last backup is 9 days old.");
    }

    @Test
    void stepsThatAreToComeAndThoseOfANewerFramAreNamed() throws Exception {
        var versions = Migrations.state(database).pending();
        Migrations.bringTo(
                database,
                Set.of(versions.get(0).version(), versions.get(1).version()),
                Files.createDirectory(home.resolve("steps")));
        run(
                database,
                "insert into migration.flyway_schema_history (installed_rank, version, description, type, script, "
                        + "checksum, installed_by, execution_time, success) values (99, '20990101000000', 'what comes', 'SQL', "
                        + "'x.sql', 1, 'fram', 1, true)");

        assertThat(findings("schema"))
                .anyMatch(says -> says.contains("does not know 20990101000000 (what comes)"))
                .anyMatch(says ->
                        says.contains("are still to come: " + versions.get(2).version()));
    }

    @Test
    void aTableWithoutRowSecurityAndARoleWithTooMuchPowerAreFound() throws Exception {
        installation();
        run(database, "alter table engagement.site no force row level security");
        assertThat(findings("row security"))
                .containsExactly("Row security does not bind everyone on: engagement.site.");
        run(database, "alter table engagement.site force row level security");
        run(
                TestDatabases.superuser(database),
                "alter table engagement.site owner to %s_app".formatted(database.user()));
        assertThat(findings("row security")).singleElement().asString().contains("it owns tables");
    }

    @Test
    void aLedgerThatWasChangedBehindTheDatabasesBackIsFound() throws Exception {
        installation();
        var engagement = UUID.randomUUID();
        var person = UUID.randomUUID();
        run(TestDatabases.superuser(database), """
                alter table ledger.entry disable trigger user;
                insert into identity.person (id, email, name, created) values ('%2$s', 'a@fram.example', 'A', now());
                insert into engagement.engagement (id, name, kind, time_zone, created_by, created)
                    values ('%1$s', 'Move', 'technology-project', 'UTC', '%2$s', now());
                insert into ledger.entry (engagement_id, number, time, seal, previous, hash)
                    values ('%1$s', 1, now(), repeat('0', 64), repeat('0', 64), repeat('0', 64));
                """.formatted(engagement, person));

        assertThat(findings("ledgers"))
                .containsExactly(
                        "The ledger is not as it was written, of 1 engagement: " + engagement + ".",
                        "The database no longer refuses to change the ledger: its triggers are gone or off.");
    }

    @Test
    void filesThatAreMissingOrDamagedAreNamed() throws Exception {
        installation();
        var contents = ContentFolder.of(home);
        String sha256 = "a".repeat(64);
        run(TestDatabases.superuser(database), """
                insert into identity.person (id, email, name, created) values ('%1$s', 'a@fram.example', 'A', now());
                insert into engagement.engagement (id, name, kind, time_zone, created_by, created)
                    values ('%1$s', 'Move', 'technology-project', 'UTC', '%1$s', now());
                insert into files.stored_file (id, engagement_id, name, sha256, bytes, stored_by, stored)
                    values ('%1$s', '%1$s', 'a.txt', '%2$s', 1, '%1$s', now());
                """.formatted(UUID.randomUUID(), sha256));

        assertThat(findings("files"))
                .containsExactly("A file is missing in %s: %s.".formatted(contents.files(), sha256));

        Files.createDirectories(contents.path(sha256).getParent());
        Files.writeString(contents.path(sha256), "other");
        assertThat(findings("files"))
                .containsExactly("A file is damaged in %s: %s.".formatted(contents.files(), sha256));
    }

    @Test
    void clocksThatDifferAreFound() throws Exception {
        var installation = installation();
        InstantSource late = () -> Instant.now().minusSeconds(90);

        var diagnosis = new Doctor(installation, NOTHING_SET, late, false).examine();

        assertThat(diagnosis.findings())
                .filteredOn(finding -> finding.about().equals("clocks"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.says()).containsPattern("differ by (8[89]|9[0-2]) seconds"));
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsFoundWithoutShowingItsPassword() throws Exception {
        var installation = new Installation(home, new Database("jdbc:postgresql://localhost:1/fram", "fram", "hidden"));

        assertThat(examine(installation).findings()).anySatisfy(finding -> {
            assertThat(finding.says()).contains("localhost:1", "refuses").doesNotContain("hidden");
        });
    }

    @Test
    void whereNothingIsYetItIsSaidHowToBegin() throws Exception {
        assertThat(examine(new Installation(home.resolve("absent"), null)).findings())
                .extracting(Diagnosis.Remark::says)
                .containsExactly("There is no folder %s.".formatted(home.resolve("absent")));
        assertThat(examine(new Installation(home, null)).findings())
                .extracting(Diagnosis.Remark::says)
                .contains("There is no database in %s yet.".formatted(home.resolve("postgres")));
    }

    @Test
    void whatOthersMayReadThoughItIsSecretIsFound() throws Exception {
        Path file = Files.writeString(home.resolve("settings"), "FRAM_METRICS_TOKEN=hidden\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        var given = GivenSettings.of(Map.of("FRAM_HOME", home.toString()), home);

        var diagnosis = new Doctor(new Installation(home, null), given, Clock.systemUTC(), false).examine();

        assertThat(diagnosis.findings())
                .anySatisfy(finding -> assertThat(finding.advice()).isEqualTo("chmod 600 " + file));
        assertThat(diagnosis.toString()).doesNotContain("hidden");
    }

    @Test
    void settingsThatMakeNoSenseAreAFinding() {
        var diagnosis = Doctor.of(new CannotStartException("FRAM_PORT is 'eighty'."), Clock.systemUTC());

        assertThat(diagnosis.findings()).extracting(Diagnosis.Remark::says).containsExactly("FRAM_PORT is 'eighty'.");
    }

    @Test
    void aMailServerThatIsNotThereIsFoundAndOneThatIsThereIsNot() throws Exception {
        var installation = installation();
        var server = TestMail.settings();

        assertThat(mail(installation, server.port()))
                .isEqualTo(new Diagnosis.Remark("mail", true, "127.0.0.1:%d lets us in".formatted(server.port()), ""));
        int nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        assertThat(mail(installation, nobody).says())
                .startsWith("The mail server 127.0.0.1:%d cannot be reached: ".formatted(nobody));
    }

    @Test
    void aMailServerThatDoesNotAcceptThePasswordIsFound() {
        try (var server = ScriptedSmtp.start()) {
            server.answer("EHLO", "250-fram.example\r\n250 AUTH PLAIN");
            server.answer("AUTH", "535 5.7.8 no");
            var settings = server.settings();

            assertThat(MailTrial.of(new MailSettings(
                            settings.host(), settings.port(), settings.tls(), "fram", "wrong", settings.from())))
                    .isEqualTo(new MailTrial.Outcome.NotLetIn());
        }
    }

    @Test
    void mailsThatWaitForLongAreFound() throws Exception {
        installation();
        run(
                TestDatabases.superuser(database),
                "insert into notices.mail (id, made, due) select gen_random_uuid(), now() - i * interval '40 minutes', now() "
                        + "from generate_series(0, 2) i");

        assertThat(findings("waiting mails"))
                .singleElement()
                .asString()
                .startsWith("3 mails wait for the mail server,");
    }

    @Test
    void wrongUsageEndsWithTwo() {
        var err = new StringWriter();

        int code = OperationCommands.run(
                new PrintWriter(new StringWriter()), new PrintWriter(err, true), "doctor", "--flies");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("--flies", "See 'fram doctor --help'.");
    }

    private Installation installation() throws SQLException {
        Migrations.bringUpToDate(database);
        return here();
    }

    private Installation here() {
        return new Installation(home, database);
    }

    private static void run(Database database, String statements) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private List<String> findings(String about) throws SQLException, IOException {
        return examine(here()).findings().stream()
                .filter(finding -> finding.about().equals(about))
                .map(Diagnosis.Remark::says)
                .toList();
    }

    private static Diagnosis.Remark mail(Installation installation, int port) throws SQLException, IOException {
        var given = new GivenSettings(
                Map.of(
                        "FRAM_MAIL_HOST", "127.0.0.1",
                        "FRAM_MAIL_PORT", Integer.toString(port),
                        "FRAM_MAIL_TLS", "none",
                        "FRAM_MAIL_FROM", "fram@fram.example"),
                Set.of(),
                null);
        return new Doctor(installation, given, Clock.systemUTC(), false)
                .examine().remarks().stream()
                        .filter(remark -> remark.about().equals("mail"))
                        .findFirst()
                        .orElseThrow();
    }

    private static Diagnosis examine(Installation installation) throws SQLException, IOException {
        return new Doctor(installation, NOTHING_SET, Clock.systemUTC(), true).examine();
    }
}
