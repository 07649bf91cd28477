package org.fram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyCommandTest {

    private static final Path SAMPLE = Path.of("../docs/samples/ledger.jsonl");
    private static final Path HEAD = Path.of("../docs/samples/ledger.head");

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theSampleIsWholeAndItsHeadIsThere() throws IOException {
        assertThat(verify(SAMPLE.toString(), "--head", Files.readString(HEAD).strip()))
                .isZero();
        assertThat(out)
                .hasToString("whole: 12 entries, head %s%n"
                        .formatted(Files.readString(HEAD).strip()));
    }

    @Test
    void aRemovedLineIsNamed() throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(SAMPLE));
        lines.remove(6);

        assertThat(verify(written(lines).toString())).isEqualTo(1);
        assertThat(out).hasToString("line 7: entry 7 is missing before it%n".formatted());
    }

    @Test
    void aTailThatWasCutOffIsSeenByTheHeadAlone() throws IOException {
        var lines = Files.readAllLines(SAMPLE).subList(0, 9);

        assertThat(verify(written(lines).toString())).isZero();
        assertThat(out.toString()).contains("Without --head nobody sees whether entries are missing at its end.");
        assertThat(verify(
                        written(lines).toString(),
                        "--head",
                        Files.readString(HEAD).strip()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("line 10: no entry has the head");
    }

    @Test
    void whatIsNoLedgerIsRefused() throws IOException {
        assertThat(verify("nothing.jsonl")).isEqualTo(2);
        assertThat(verify(Files.createFile(folder.resolve("empty.jsonl")).toString()))
                .isEqualTo(2);
        assertThat(verify(SAMPLE.toString(), "--head", "short")).isEqualTo(2);
        assertThat(err.toString())
                .contains("There is no file 'nothing.jsonl'.")
                .contains("empty.jsonl' holds no ledger.")
                .contains("--head is a hash of 64 hexadecimal digits, not 'short'.");
    }

    private Path written(Iterable<String> lines) throws IOException {
        return Files.write(folder.resolve("ledger.jsonl"), lines);
    }

    private int verify(String... arguments) {
        var all = new ArrayList<>(List.of("verify"));
        all.addAll(List.of(arguments));
        return Fram.run(
                new CommandLine(new Fram()), new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    }
}
