package org.fram.bench;

import java.io.IOException;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// The application, started by `./fram serve` in a folder of its own; closing stops it.
final class Served implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long MILLISECONDS_BETWEEN_TRIES = 20;
    private static final int FIRST_PORT = 20_000;
    private static final int LAST_PORT = 30_000;
    private static final int TRIES = 100;

    private final Process process;
    private final int port;
    private final Path output;

    private Served(Process process, int port, Path output) {
        this.process = process;
        this.port = port;
        this.output = output;
    }

    /// Starts it and waits for its first page.
    ///
    /// @param launcher the script `fram`
    /// @param home where its data are; what it prints stands beside, in a file that ends in `.out`
    static Served start(Path launcher, Path home) throws IOException, InterruptedException {
        return start(launcher, home, Map.of());
    }

    /// @param settings more of them, by their names
    static Served start(Path launcher, Path home, Map<String, String> settings)
            throws IOException, InterruptedException {
        int port = freePort();
        Path output = home.resolveSibling(home.getFileName() + ".out");
        var command = new ProcessBuilder(launcher.toAbsolutePath().toString(), "serve")
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        command.environment().put("FRAM_HOME", home.toString());
        command.environment().put("FRAM_PORT", Integer.toString(port));
        command.environment().remove("FRAM_DATABASE_URL");
        command.environment().putAll(settings);
        long began = System.nanoTime();
        var served = new Served(command.start(), port, output);
        boolean there = false;
        try {
            while (!served.answers()) {
                if (!served.process.isAlive()) {
                    throw new IOException(
                            "'" + launcher + " serve' ended with exit code " + served.process.exitValue());
                }
                if (System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new IOException("No page after " + PATIENCE);
                }
                Thread.sleep(MILLISECONDS_BETWEEN_TRIES);
            }
            there = true;
            return served;
        } finally {
            if (!there) {
                served.close();
            }
        }
    }

    /// The address of a page.
    URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /// What it has printed so far.
    String output() throws IOException {
        return Files.readString(output);
    }

    /// What it has used of the processors, without its database. The launcher becomes the application, so
    /// this is one process.
    Duration processors() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// Ends it at once, without giving it a word (SIGKILL).
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        if (process.onExit()
                .completeOnTimeout(process, 1, TimeUnit.MINUTES)
                .join()
                .isAlive()) {
            process.destroyForcibly();
        }
    }

    private boolean answers() {
        try {
            var page =
                    (HttpURLConnection) address("/first-administrator").toURL().openConnection();
            try (var content = page.getInputStream()) {
                content.readAllBytes();
            }
            return page.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// A port that nobody listens on, below those that connections take: none of them takes it before the application
    /// does.
    private static int freePort() throws IOException {
        for (int tries = 0; tries < TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return port;
            } catch (BindException taken) {
                // The next one, then.
            }
        }
        throw new IOException("No port from %d to %d is free.".formatted(FIRST_PORT, LAST_PORT));
    }
}
