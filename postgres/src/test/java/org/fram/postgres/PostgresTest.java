package org.fram.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {

    private static final Path PROGRAMS = programs();

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void aHome() {
        home = folder.resolve("postgres");
    }

    @Test
    void whatIsCommittedIsOnDiskAndNobodyElseReachesIt() throws SQLException {
        try (var postgres = start();
                var connection = connect(postgres, postgres.password())) {
            assertThat(one(connection, "show fsync")).isEqualTo("on");
            assertThat(one(connection, "show synchronous_commit")).isEqualTo("on");
            assertThat(one(connection, "show full_page_writes")).isEqualTo("on");
            assertThat(one(connection, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(one(connection, "show unix_socket_directories")).isEmpty();
            assertThat(one(connection, "show server_encoding")).isEqualTo("UTF8");
            assertThat(one(connection, "select datlocprovider::text || ' ' || datlocale from pg_database limit 1"))
                    .isEqualTo("b C.UTF-8");
            assertThat(one(connection, "select rolpassword like 'SCRAM-SHA-256%' from pg_authid where rolcanlogin"))
                    .isEqualTo("t");
            assertThatThrownBy(() -> connect(postgres, "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void thePasswordIsForTheOwnerOfTheFolderOnly() throws IOException {
        start().close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("password"))))
                .isEqualTo("rw-------");
        assertThat(home.resolve("password.initdb")).doesNotExist();
        assertThat(home.resolve("data.new")).doesNotExist();
    }

    @Test
    void rowsOutliveTheKillingOfTheProcessThatStartedIt() throws Exception {
        Process killed = startInAnotherProcess();
        long orphan = Long.parseLong(
                Files.readAllLines(home.resolve("data/postmaster.pid")).getFirst());
        killed.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).as("a server without parent").isPresent();

        try (var postgres = start();
                var connection = connect(postgres, postgres.password())) {
            assertThat(one(connection, "select count(*) from kept")).isEqualTo("1000");
            // Where nobody asks how it ended it stays as a number, without a program.
            assertThat(ProcessHandle.of(orphan)
                            .flatMap(process -> process.info().command()))
                    .isEmpty();
        }
    }

    @Test
    void theMarkOfAServerThatIsGoneDoesNotHinderEvenWhereItsNumberIsTakenByAnother() throws Exception {
        start().close();
        Path mark = home.resolve("data/postmaster.pid");
        Files.writeString(mark, ProcessHandle.current().pid() + "\n" + home.resolve("data") + "\n");

        try (var postgres = start();
                var connection = connect(postgres, postgres.password())) {
            assertThat(one(connection, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void oneFolderIsHeldByOneAtATime() {
        try (var _ = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(PostgresException.class)
                    .hasMessageContaining("Another Fram works with " + home)
                    .hasMessageContaining("FRAM_HOME");
        }
        start().close();
    }

    @Test
    void dataOfAnotherMajorVersionIsRefusedWithAWayOut() throws IOException {
        start().close();
        Files.writeString(home.resolve("data/PG_VERSION"), "17\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(PostgresException.class)
                .hasMessageContaining("was written by PostgreSQL 17, and this Fram brings PostgreSQL 18")
                .hasMessageContaining("./fram backup");
    }

    @Test
    void filesThatAKilledStartLeftHalfMadeAreMadeAnew() throws Exception {
        Files.createDirectories(home.resolve("data.new/base"));
        Files.writeString(home.resolve("data.new/PG_VERSION"), "18\n");
        Files.writeString(home.resolve("password.new"), "half");

        try (var postgres = start();
                var connection = connect(postgres, postgres.password())) {
            assertThat(one(connection, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void twoThatUnpackAtOnceEndWithTheSamePrograms() throws Exception {
        Path parent = folder.resolve("programs");
        List<Binaries> unpacked;
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Binaries> unpacking = () -> Binaries.in(parent);
            unpacked = threads.invokeAll(List.of(unpacking, unpacking)).stream()
                    .map(future -> future.resultNow())
                    .toList();
        }

        assertThat(unpacked.getFirst()).isEqualTo(unpacked.getLast());
        try (var left = Files.list(parent)) {
            assertThat(left).containsExactly(unpacked.getFirst().folder());
        }
    }

    @Test
    void aFolderThatNobodyElseCanWalkIntoIsFineAlsoForTheProgramsAndForRoot() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");

        try (var postgres = Postgres.start(home);
                var connection = connect(postgres, postgres.password())) {
            assertThat(one(connection, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aServerThatWasKilledIsRevivedOnItsPortWithItsRows() throws Exception {
        try (var postgres = start()) {
            try (var connection = connect(postgres, postgres.password());
                    var statement = connection.createStatement()) {
                statement.execute("create table kept as select 1");
            }
            long server = Long.parseLong(
                    Files.readAllLines(home.resolve("data/postmaster.pid")).getFirst());
            assertThat(ProcessHandle.of(server).orElseThrow().destroyForcibly()).isTrue();
            while (ProcessHandle.of(server)
                    .flatMap(process -> process.info().command())
                    .isPresent()) {
                Thread.sleep(Duration.ofMillis(20));
            }

            postgres.revive();

            try (var connection = connect(postgres, postgres.password())) {
                assertThat(one(connection, "select count(*) from kept")).isEqualTo("1");
            }
        }
    }

    @Test
    void whoeverOnlyLooksJoinsAServerThatRunsAndLeavesItRunning() throws Exception {
        assertThatThrownBy(() -> Postgres.startOrJoin(home)).hasMessageContaining("no database");

        try (var postgres = start()) {
            try (var joined = Postgres.startOrJoin(home)) {
                assertThat(joined.port()).isEqualTo(postgres.port());
            }
            try (var connection = connect(postgres, postgres.password())) {
                assertThat(one(connection, "select 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void closingTwiceIsClosingOnce() {
        var postgres = start();

        postgres.close();
        postgres.close();
    }

    private Postgres start() {
        return Postgres.start(home, PROGRAMS);
    }

    private Process startInAnotherProcess() throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        KilledProcess.class.getName(),
                        home.toString(),
                        PROGRAMS.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var reader = process.inputReader(StandardCharsets.UTF_8);
        assertThat(reader.readLine()).isEqualTo(KilledProcess.COMMITTED);
        return process;
    }

    static Connection connect(Postgres postgres, String password) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl("postgres"), Postgres.SUPERUSER, password);
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /// Where the build unpacks them too, as that takes a while.
    private static Path programs() {
        Path here = Path.of("").toAbsolutePath();
        for (Path root = here; root != null; root = root.getParent()) {
            if (Files.exists(root.resolve(".mvn"))) {
                return root.resolve("target/fram/postgres/programs");
            }
        }
        return here.resolve("target/programs");
    }
}
