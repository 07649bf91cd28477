package org.fram.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/// The server's process: starting it, stopping it, and clearing away one whose parent was killed.
record Postmaster(Binaries binaries, DataFolder folder, Unprivileged user) {

    private static final String SECONDS_TO_WAIT = "60";
    private static final int ATTEMPTS = 5;

    /// Starts the server on a free port of loopback and waits until it answers.
    ///
    /// @return the port
    int start() throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            folder.configure(port);
            user.own(folder.configuration());
            var start = launch();
            if (start.fine()) {
                return port;
            }
            // Somebody else may have taken the port in the meantime.
            if (attempt == ATTEMPTS || !lastWords().contains("could not bind")) {
                throw new PostgresException(
                        "PostgreSQL did not start on %s. It said:\n%s".formatted(folder.data(), lastWords()));
            }
        }
    }

    private Commands.Run launch() {
        // Not a child of ours in the terminal's process group: an interrupt there would end it before us.
        return Commands.run(user.command(
                binaries.program("pg_ctl"),
                "start",
                "--wait",
                "--timeout=" + SECONDS_TO_WAIT,
                "--silent",
                "--pgdata=" + folder.data(),
                "--log=" + folder.log()));
    }

    /// Starts the server on the port that it had.
    void startAgain(int port) throws IOException {
        clearAway();
        folder.configure(port);
        user.own(folder.configuration());
        if (!launch().fine()) {
            throw new PostgresException(
                    "PostgreSQL did not start again on port %d. It said:\n%s".formatted(port, lastWords()));
        }
    }

    /// Whether the server runs.
    boolean runs() {
        return running().isPresent();
    }

    /// Stops the server: open transactions are rolled back, what was committed is on disk.
    void stop() {
        var stop = Commands.run(user.command(
                binaries.program("pg_ctl"),
                "stop",
                "--mode=fast",
                "--wait",
                "--timeout=" + SECONDS_TO_WAIT,
                "--silent",
                "--pgdata=" + folder.data()));
        if (!stop.fine() && running().isPresent()) {
            throw new PostgresException(
                    "PostgreSQL did not stop: %s".formatted(stop.output().strip()));
        }
    }

    /// Stops a server of ours that outlived the process which started it, and takes away the mark of one
    /// that is gone.
    void clearAway() throws IOException {
        if (running().isPresent()) {
            stop();
        } else {
            Files.deleteIfExists(folder.mark());
        }
    }

    private Optional<ProcessHandle> running() {
        return folder.server();
    }

    private String lastWords() throws IOException {
        if (!Files.exists(folder.log())) {
            return "";
        }
        List<String> lines = Files.readAllLines(folder.log());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
