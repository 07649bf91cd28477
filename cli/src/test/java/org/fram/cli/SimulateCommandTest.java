package org.fram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SimulateCommandTest {

    @TempDir
    private Path folder;

    private final Desk desk = new Desk();

    @BeforeEach
    void putAPlanIntoTheFolder() throws IOException {
        Files.writeString(folder.resolve("plan.rcp"), """
                4 1
                2
                0 0 2 2 3
                10 1 1 4
                8 1 1 4
                0 0 0
                """);
        Files.writeString(folder.resolve("risks.csv"), """
                kind,name,activities,chance,distribution,low,likely,high
                range,,2,,uniform,80%,,120%
                range,,3,,triangular,50%,100%,150%
                risk,Strike,3,0.25,uniform,240h,,240h
                """);
    }

    @Test
    void theSummarySaysHowLikelyTheDateIs() {
        assertThat(desk.fram("simulate", folder.resolve("plan.rcp"), "--by", "2000-01-14"))
                .as(desk.err.toString())
                .isZero();
        assertThat(desk.out.toString())
                .contains("2000, 23:59 is met with a probability of", "As planned it finishes on Tue 11 Jan 2000")
                .contains("2 of 2 durations vary by default ranges")
                .containsPattern("P80 +\\w+ \\d+ Jan 2000");
    }

    @Test
    void jsonHasDatesProbabilityDriversAndActivities() throws IOException {
        var out = folder.resolve("out.json");

        assertThat(desk.fram(
                        "simulate",
                        folder.resolve("plan.rcp"),
                        "--risks",
                        folder.resolve("risks.csv"),
                        "--by",
                        "2000-01-13",
                        "--samples",
                        5000,
                        "--json",
                        out))
                .as(desk.err.toString())
                .isZero();
        var json = JsonMapper.shared().readTree(Files.readString(out));
        assertThat(json.path("samples").asInt()).isEqualTo(5000);
        assertThat(json.path("probability").asDouble()).isBetween(0.7, 0.8);
        assertThat(json.path("finish").path("p10").asString())
                .isLessThan(json.path("finish").path("p95").asString());
        assertThat(json.path("drivers")
                        .valueStream()
                        .map(driver -> driver.path("name").asString()))
                .contains("Strike");
        assertThat(json.path("activities")).hasSize(4);
        assertThat(json.path("activities").get(1).path("rangeIsDefault").asBoolean())
                .isFalse();
    }

    @Test
    void thePageIsWholeAndEscapesNames() throws IOException {
        var out = folder.resolve("out.html");
        Files.writeString(folder.resolve("risks.csv"), """
                kind,name,activities,chance,low,likely,high
                risk,<b>Strike</b>,3,0.5,9d,9d,9d
                """);

        assertThat(desk.fram(
                        "simulate",
                        folder.resolve("plan.rcp"),
                        "--risks",
                        folder.resolve("risks.csv"),
                        "--samples",
                        2000,
                        "--html",
                        out))
                .as(desk.err.toString())
                .isZero();
        assertThat(Files.readString(out))
                .contains("<polyline", "&lt;b&gt;Strike")
                .doesNotContain("<b>Strike");
    }

    @Test
    void whatCannotBeUsedIsToldInALine() throws IOException {
        Files.writeString(folder.resolve("risks.csv"), "kind,activities\nrange,99\n");

        assertThat(desk.fram("simulate", folder.resolve("none.mpp"))).isEqualTo(2);
        assertThat(desk.fram("simulate", folder.resolve("plan.rcp"), "--by", "soon"))
                .isEqualTo(2);
        assertThat(desk.fram("simulate", folder.resolve("plan.rcp"), "--risks", folder.resolve("risks.csv")))
                .isEqualTo(2);
        assertThat(desk.err.toString())
                .contains("none.mpp does not exist")
                .contains("\"soon\" is no date")
                .contains("Row 2: There is no activity with the id \"99\" in the plan");
    }
}
