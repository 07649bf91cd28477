package org.fram.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A few rounds of `./fram bench kill`, with the programs that the build has just made.
class KillBenchTest {

    private static final int PATIENCE_MINUTES = 8;

    @TempDir
    private Path folder;

    @Test
    void whatWasAnsweredAsSavedIsThereHoweverTheServerEnds() throws Exception {
        Path launcher = launcher();
        Path out = folder.resolve("out");
        var bench = new ProcessBuilder(
                        java(),
                        "-jar",
                        program("bench/target/fram-bench.jar"),
                        "kill",
                        "--rounds",
                        "3",
                        "--clients",
                        "4",
                        "--most",
                        "1500",
                        "--launcher",
                        launcher.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(bench.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES))
                    .as("it ends")
                    .isTrue();
        } finally {
            bench.descendants().forEach(ProcessHandle::destroyForcibly);
            bench.destroyForcibly();
        }

        String said = Files.readString(out);
        assertThat(bench.exitValue()).as(said).isZero();
        for (String what : List.of("decisions", "invitations", "rows", "signatures")) {
            assertThat(said).containsPattern(what + " answered as saved +[1-9]");
        }
        assertThat(said).containsPattern("of them with the database +1").containsPattern("lost +0");
    }

    /// What `./fram serve` does once all is built: the script itself would look whether that is so.
    private Path launcher() throws IOException {
        Path launcher = folder.resolve("fram");
        Files.writeString(
                launcher,
                "#!/bin/sh\nexec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -jar '%s' \"$@\"\n"
                        .formatted(java(), program("app/target/fram-app.jar")),
                StandardCharsets.UTF_8);
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        return launcher;
    }

    private static String program(String jar) {
        Path file = Repository.root().resolve(jar);
        assertThat(file).isRegularFile();
        return file.toString();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
