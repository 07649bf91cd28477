package org.fram.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fram.cli.Fram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/// The commands, run as a person would.
class BenchTest {

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int bench(String... arguments) {
        return Fram.run(new CommandLine(new Bench()), new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private void statement() throws Exception {
        Files.writeString(folder.resolve("plan.txt"), """
                STATEMENT OF WORK

                Orrin shall train all agents of Kestrel before the cutover.

                Kestrel shall name a project manager within five days.
                """);
        Files.writeString(folder.resolve("plan.gold.json"), """
                {"document": "plan.txt",
                 "parties": [{"name": "Orrin", "aliases": [], "side": "vendor"},
                             {"name": "Kestrel", "aliases": [], "side": "buyer"}],
                 "obligations": [
                   {"id": "1", "quote": "Orrin shall train all agents of Kestrel before the cutover.",
                    "accountable": "Orrin", "kind": "service", "topic": "training"},
                   {"id": "2", "quote": "Kestrel shall name a project manager within five days.",
                    "accountable": "Kestrel", "kind": "duty", "topic": "project-management"}]}""");
    }

    @Test
    void anEngagementIsEnlargedAndAllItsPracticesAreMeasured() throws Exception {
        var facts = folder.resolve("small.facts.yaml");
        Files.writeString(facts, """
                version: 1
                asOf: 2027-03-15
                engagement: {kind: technology project}
                sow: {obligations: [{id: O-1, text: The agents are trained., kind: service}]}
                """);

        assertThat(bench("practices", facts.toString(), "--obligations", "6", "--runs", "1", "--seconds", "0.01"))
                .isZero();
        assertThat(out.toString()).contains("after a change ms").containsPattern("(?m)^6 .* none .*\\d$");
    }

    @Test
    void aFolderWithoutLabelsIsRefused() {
        assertThat(bench("review", folder.toString())).isEqualTo(Fram.INPUT);
        assertThat(err.toString()).contains("No labelled document below").contains("*.gold.json");
    }

    @Test
    void aReviewOfALabelledDocumentIsScoredInATableAndAsJson() throws Exception {
        statement();
        var json = folder.resolve("scores.json");

        assertThat(bench("review", folder.toString(), "--json", json.toString()))
                .isZero();

        assertThat(out.toString()).containsPattern("plan\\.txt +1\\.000 +1\\.000 +1\\.000");
        var obligations = new JsonMapper().readTree(Files.readString(json)).at("/documents/0/found/obligations");
        assertThat(obligations.path("right").asInt()).isEqualTo(2);
        assertThat(obligations.path("f1").asDouble()).isEqualTo(1);
    }

    @Test
    void plainWordsFindThePlainObligations() throws Exception {
        statement();

        bench("review", folder.toString(), "--peers");

        assertThat(out.toString()
                        .lines()
                        .filter(line -> line.startsWith("plan.txt"))
                        .findFirst())
                .hasValueSatisfying(line -> assertThat(line).containsPattern("1\\.000 +1\\.000 +1\\.000 +1\\.000"));
    }

    @Test
    void everyFileBelowAFolderIsReadOrRefusedWithItsReason() throws Exception {
        statement();
        Files.createDirectory(folder.resolve("inner"));
        Files.writeString(folder.resolve("inner/empty.pdf"), "");
        Files.writeString(folder.resolve("inner/README.md"), "Not a document of the corpus.");

        assertThat(bench("read", folder.toString())).isZero();

        assertThat(out.toString())
                .containsPattern("plan\\.txt +TEXT")
                .contains("refused inner/empty.pdf: EMPTY")
                .contains("1 read, 1 refused, 0 failed")
                .doesNotContain("README");
    }

    @Test
    void schedulesOfPsplibAreCheckedAndHeldAgainstTheBestKnown() throws Exception {
        Files.writeString(folder.resolve("small1_1.sm"), PsplibInstanceTest.SMALL);
        Files.writeString(folder.resolve("small1_2.sm"), PsplibInstanceTest.SMALL);
        var best = folder.resolve("best.csv");
        Files.writeString(best, "instance,best_lb,best_ub\nsmall1_1.sm,7,7\n");
        var json = folder.resolve("out.json");

        assertThat(bench(
                        "schedule",
                        "--instances",
                        folder.toString(),
                        "--group-sample",
                        "--plain",
                        "--seconds",
                        "5",
                        "--best",
                        best.toString(),
                        "--json",
                        json.toString()))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .containsPattern("ours +1 +1 +0.000")
                .containsPattern("plain CP-SAT +1 +1 +0.000")
                .contains("1 of 1 schedules are valid");
        var instance = new JsonMapper().readTree(Files.readString(json)).at("/instances/0");
        assertThat(instance.path("makespan").asInt()).isEqualTo(7);
        assertThat(instance.path("lowerBound").asInt()).isEqualTo(7);
        assertThat(instance.path("starts")).hasSize(5);
    }
}
