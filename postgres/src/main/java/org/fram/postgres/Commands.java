package org.fram.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Programs of the machine, run to their end.
final class Commands {

    private Commands() {}

    /// How a program ended.
    ///
    /// @param exit its exit code, or 127 where there is no such program
    /// @param output what it said, errors included
    record Run(int exit, String output) {

        boolean fine() {
            return exit == 0;
        }
    }

    static Run run(List<String> command) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Messages are looked for words, and programs of PostgreSQL take defaults from variables of this
        // kind.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), output);
        } catch (IOException absent) {
            return new Run(127, String.valueOf(absent.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while waiting for " + command.getFirst()));
        }
    }

    static String output(List<String> command) {
        return run(command).output();
    }
}
