package org.fram.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a database has on disk: its files in `data`, the superuser's `password`, and the server's `log`.
///
/// @param home the folder that holds all three
record DataFolder(Path home) {

    private static final int PASSWORD_BYTES = 32;
    private static final int LINE_OF_PORT = 3;

    Path data() {
        return home.resolve("data");
    }

    Path log() {
        return home.resolve("log");
    }

    Path configuration() {
        return data().resolve("postgresql.conf");
    }

    /// The superuser's password, made at the first call. Only the owner of the folder can read its file.
    String password() throws IOException {
        Path file = home.resolve("password");
        if (!Files.exists(file)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            Path making = secret("password.new", HexFormat.of().formatHex(random));
            Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    /// The port of a server that runs.
    int port() throws IOException {
        // The fourth line of its mark, as PostgreSQL's documentation of `postmaster.pid` says.
        return Integer.parseInt(Files.readAllLines(mark()).get(LINE_OF_PORT).strip());
    }

    /// The file that a server leaves while it runs, and longer where it was killed.
    Path mark() {
        return data().resolve("postmaster.pid");
    }

    /// The server that works on these files, where there is one: the process that left its mark is alive
    /// and is PostgreSQL, rather than another one that got the same number.
    Optional<ProcessHandle> server() {
        try {
            var lines = Files.readAllLines(mark());
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(DataFolder::isPostgres);
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException noMark) {
            return Optional.empty();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName())
                .filter(name -> name != null && name.toString().startsWith("postgres"))
                .isPresent();
    }

    /// Makes the database's files unless they are there. They are made beside their place and moved there
    /// when they are whole.
    ///
    /// @throws PostgresException where they are there, but of another major version
    void prepare(Binaries binaries, Unprivileged user) throws IOException {
        if (Files.exists(data())) {
            String major = Files.readString(data().resolve("PG_VERSION")).strip();
            if (!major.equals(String.valueOf(binaries.major()))) {
                throw new PostgresException(("The data in %s was written by PostgreSQL %s, and this Fram brings "
                                + "PostgreSQL %d. Have the Fram that wrote it write a backup ('./fram backup'), and "
                                + "restore that into an empty folder with this one.")
                        .formatted(data(), major, binaries.major()));
            }
            return;
        }
        Path making = home.resolve("data.new");
        delete(making);
        Files.createDirectory(
                making, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path password = secret("password.initdb", password());
        user.own(making);
        user.own(password);
        var initdb = Commands.run(user.command(
                binaries.program("initdb"),
                "--pgdata=" + making,
                "--username=" + Postgres.SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        Files.delete(password);
        if (!initdb.fine()) {
            throw new PostgresException("PostgreSQL could not make its files in %s. It said:\n%s"
                    .formatted(data(), initdb.output().strip()));
        }
        Files.writeString(making.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        Files.move(making, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /// Writes the server's settings: reachable on loopback only, and never faster at the price of what was
    /// committed.
    void configure(int port) throws IOException {
        var settings = List.of(
                "listen_addresses = '127.0.0.1'",
                "port = " + port,
                "unix_socket_directories = ''",
                "fsync = on",
                "synchronous_commit = on",
                "full_page_writes = on",
                "password_encryption = 'scram-sha-256'",
                "max_connections = 100",
                "shared_buffers = '128MB'",
                "jit = off",
                "timezone = 'UTC'",
                "log_timezone = 'UTC'",
                "log_min_messages = 'warning'",
                "log_line_prefix = '%m [%p] '");
        Files.writeString(configuration(), String.join("\n", settings) + "\n");
    }

    private Path secret(String name, String content) throws IOException {
        Path file = home.resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, content + "\n");
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.toList().reversed();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
