package org.fram.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.fram.bench.Bench;
import org.fram.cli.Fram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Three rounds of `fram bench kill`, on the application as it was just built: nothing that was saved is lost.
class KillBenchTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasAnsweredAsSavedIsThereAfterEachKill() throws IOException {
        var out = new StringWriter();
        var err = new StringWriter();

        int code = Fram.run(
                new CommandLine(Bench.class),
                new PrintWriter(out),
                new PrintWriter(err),
                "kill",
                "--rounds=3",
                "--clients=8",
                "--most=1000",
                "--launcher=" + launcher());

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .containsPattern("lost +0\\n")
                .containsPattern("doubled +0\\n")
                .containsPattern("breaches of the ledger +0\\n")
                .containsPattern("rows answered as saved +[1-9]")
                .containsPattern("decisions answered as saved +[1-9]");
        assertThat(code).isZero();
    }

    /// What starts the application of this build, as the script `fram` does with the packaged one.
    private Path launcher() throws IOException {
        Path script = Files.createFile(
                folder.resolve("fram"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        // The commands keep silent by a logger of their own, which the application would not start with.
        String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("slf4j-nop"))
                .collect(Collectors.joining(File.pathSeparator));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Files.writeString(script, """
                #!/bin/sh
                exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \\
                    --sun-misc-unsafe-memory-access=allow -classpath '%s' org.fram.app.Fram "$@"
                """.formatted(java, classes));
    }
}
