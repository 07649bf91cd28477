package org.fram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class LevelCommandTest {

    @TempDir
    private Path folder;

    private final Desk desk = new Desk();

    @BeforeEach
    void putAPlanIntoTheFolder() throws IOException {
        Files.writeString(folder.resolve("plan.rcp"), """
                6 1
                2
                0 0 3 2 3 4
                10 1 1 5
                8 2 1 5
                4 1 1 6
                2 1 1 6
                0 0 0
                """);
    }

    @Test
    void theSummarySaysWhenItFinishesAndWhatWaits() {
        assertThat(desk.fram("level", folder.resolve("plan.rcp")))
                .as(desk.err.toString())
                .isZero();
        assertThat(desk.out.toString())
                .contains("it finishes on Fri 21 Jan 2000, after 20 days")
                .contains("By the links alone it would finish on Thu 13 Jan 2000, after 12 days")
                .contains("No plan of these activities is better")
                .contains("What waits longest for its resources")
                .doesNotContain("\u001b");
    }

    @Test
    void whoWatchesSeesHowFarItIs() {
        desk.watched(new Terminal(true, false, 120));

        assertThat(desk.fram("level", folder.resolve("plan.rcp"))).isZero();
        assertThat(desk.err.toString()).contains("Finishes on Fri 21 Jan 2000").endsWith("\r\u001b[K");
    }

    @Test
    void jsonHasMakespanBoundAndDates() throws IOException {
        var out = folder.resolve("out.json");

        assertThat(desk.fram("level", folder.resolve("plan.rcp"), "--effort", 2, "--seed", 7, "--json", out))
                .as(desk.err.toString())
                .isZero();
        var json = JsonMapper.shared().readTree(Files.readString(out));
        assertThat(json.path("makespan").asInt()).isEqualTo(20);
        assertThat(json.path("lowerBound").asInt()).isEqualTo(20);
        assertThat(json.path("effort").asInt()).isEqualTo(2);
        assertThat(json.path("seed").asInt()).isEqualTo(7);
        assertThat(json.path("activities")).hasSize(6);
        assertThat(json.path("activities").get(0).path("id").asString()).isEqualTo("1");
        assertThat(json.path("activities").get(0).path("start").asString()).isEqualTo("2000-01-01T00:00");
        assertThat(json.path("activities").get(5).path("finish").asString()).isEqualTo("2000-01-21T00:00");
        assertThat(json.path("proven").asBoolean()).isTrue();
    }

    @Test
    void whatNeedsMoreThanThereIsIsToldInALine() throws IOException {
        Files.writeString(folder.resolve("greedy.rcp"), "2 1 2\n3 5 1 2\n0 0 0\n");

        assertThat(desk.fram("level", folder.resolve("greedy.rcp"))).isEqualTo(2);
        assertThat(desk.err.toString()).contains("Activity \"Job 1\" (1) needs 5 of \"R 1\", and there is only 2.");
    }

    @Test
    void whatCannotBeUsedIsToldInALine() {
        assertThat(desk.fram("level", folder.resolve("none.mpp"))).isEqualTo(2);
        assertThat(desk.fram("level", folder.resolve("plan.rcp"), "--seconds", 0))
                .isEqualTo(2);
        assertThat(desk.fram("level", folder.resolve("plan.rcp"), "--effort", 0))
                .isEqualTo(2);
        assertThat(desk.fram("level", folder.resolve("plan.rcp"), "--json", folder.resolve("plan.rcp")))
                .isEqualTo(2);
        assertThat(desk.err.toString())
                .contains("none.mpp does not exist")
                .contains("--seconds is more than 0")
                .contains("--effort is at least 1")
                .contains("is an input and would be overwritten");
    }

    @Test
    void aWorkbookIsLevelledAndAPlanOfNothingIsRefused() throws IOException {
        var workbook = folder.resolve("plan.xlsx");
        Files.writeString(folder.resolve("empty.rcp"), "0 1\n1\n");

        assertThat(desk.fram("convert", folder.resolve("plan.rcp"), workbook)).isZero();
        assertThat(desk.fram("level", workbook, "--effort", 1))
                .as(desk.err.toString())
                .isZero();
        assertThat(desk.out.toString()).contains("No plan of these activities is better");
        assertThat(desk.fram("level", folder.resolve("empty.rcp"))).isEqualTo(2);
        assertThat(desk.fram("level", workbook, "--json", folder.resolve("gone").resolve("out.json")))
                .isEqualTo(2);
        assertThat(desk.err.toString())
                .contains("has no activities: there is nothing to level")
                .contains("its folder does not exist");
    }

    @Test
    void whoInterruptsTheSearchGetsTheBestSoFar() throws Exception {
        var plan = Files.writeString(folder.resolve("hard.rcp"), hard(new Random(7)));
        var json = folder.resolve("out.json");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfram.terminal=err",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Fram.class.getName(),
                        "level",
                        plan.toString(),
                        "--seconds",
                        "300",
                        "--json",
                        json.toString())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        try {
            for (int k = 0;
                    k < 600 && !Files.readString(folder.resolve("err.txt")).contains("searching on");
                    k++) {
                Thread.sleep(100);
            }
            Thread.sleep(2000);
            kill("-INT", process);
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                // Whoever runs this in the background keeps Ctrl-C from its processes.
                kill("-TERM", process);
            }
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(folder.resolve("out.txt")))
                .as(Files.readString(folder.resolve("err.txt")))
                .contains("With what there is of each resource it finishes on");
        assertThat(JsonMapper.shared()
                        .readTree(Files.readString(json))
                        .path("proven")
                        .asBoolean())
                .isFalse();
    }

    private static void kill(String signal, Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }

    /// So many jobs that want the same that nobody finds out which order is the shortest.
    private static String hard(Random random) {
        int jobs = 122;
        var text = new StringBuilder("%d 4\n12 12 12 12\n0 0 0 0 0 3 2 3 4\n".formatted(jobs));
        for (int job = 2; job < jobs; job++) {
            text.append(1 + random.nextInt(10));
            for (int k = 0; k < 4; k++) {
                text.append(' ').append(random.nextInt(9));
            }
            int first = Math.min(jobs, job + 1 + random.nextInt(8));
            int second = Math.min(jobs, first + 1 + random.nextInt(8));
            text.append(second > first ? " 2 %d %d%n".formatted(first, second) : " 1 %d%n".formatted(first));
        }
        return text.append("0 0 0 0 0 0\n").toString();
    }
}
