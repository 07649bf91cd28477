package org.fram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
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
    void costOptionsAndCorrelationsStandBesideTheDate() throws IOException {
        var json = folder.resolve("out.json");
        var html = folder.resolve("out.html");
        Files.writeString(folder.resolve("risks.csv"), """
                kind,name,activities,chance,distribution,low,likely,high,ordered,cost,cost per day
                risk,Strike,3,0.25,uniform,240h,,240h,,7000,
                order,Router,3,,uniform,4d,,6d,2000-01-02,,
                cost,,2,,,,,,,1000,50
                """);
        Files.writeString(folder.resolve("pairs.csv"), "a,b,rho\n2,3,0.6\n");
        Files.writeString(folder.resolve("options.yaml"), """
                - name: No strike
                  changes: [{risk: Strike}]
                - name: Half
                  changes: [{activity: "2", length: 50%}, {activity: "3", length: 50%}]
                """);

        assertThat(desk.fram(
                        "simulate",
                        folder.resolve("plan.rcp"),
                        "--risks",
                        folder.resolve("risks.csv"),
                        "--correlations",
                        folder.resolve("pairs.csv"),
                        "--what-if",
                        folder.resolve("options.yaml"),
                        "--by",
                        "2000-01-13",
                        "--budget",
                        "3000",
                        "--samples",
                        3000,
                        "--json",
                        json,
                        "--html",
                        html))
                .as(desk.err.toString())
                .isZero();
        assertThat(desk.out.toString())
                .contains("3,000 is enough with a probability of", "date and cost are met together with")
                .containsPattern("→ +\\d+ %  No strike");
        var tree = JsonMapper.shared().readTree(Files.readString(json));
        assertThat(tree.path("cost").path("planned").asDouble()).isEqualTo(1000 + 50 * 30);
        assertThat(tree.path("cost").path("probability").asDouble())
                .isGreaterThanOrEqualTo(
                        tree.path("cost").path("jointProbability").asDouble());
        assertThat(tree.path("cost").path("joint80").size()).isPositive();
        assertThat(tree.path("whatIf")).hasSize(2);
        assertThat(tree.path("whatIf").get(0).path("probabilityGain").asDouble())
                .isPositive();
        assertThat(tree.path("activities").get(4).path("name").asString()).isEqualTo("Router");
        assertThat(tree.path("activities").get(4).path("range").asString()).isEqualTo("lead time");
        assertThat(Files.readString(html)).contains("Cost and date together", "What each option buys", "No strike");
    }

    @Test
    void theFieldsThatProgramsRelyOnAreThere() throws IOException {
        var json = folder.resolve("out.json");

        assertThat(desk.fram("simulate", folder.resolve("plan.rcp"), "--by", "2000-01-13", "--json", json))
                .isZero();
        var tree = JsonMapper.shared().readTree(Files.readString(json));
        for (var field : new String[] {"p10", "p20", "p50", "p80", "p90", "p95"}) {
            assertThat(LocalDateTime.parse(tree.path("finish").path(field).asString()))
                    .isAfter(LocalDateTime.of(2000, 1, 9, 0, 0));
        }
        assertThat(LocalDateTime.parse(tree.path("mean").asString())).isAfter(LocalDateTime.of(2000, 1, 9, 0, 0));
        assertThat(tree.path("probability").asDouble()).isBetween(0.0, 1.0);
        assertThat(tree.path("drivers").get(0).has("gainDays")).isTrue();
        assertThat(tree.path("activities")).allSatisfy(activity -> {
            assertThat(activity.has("id")).isTrue();
            assertThat(activity.has("name")).isTrue();
            assertThat(activity.path("criticality").asDouble()).isBetween(0.0, 1.0);
        });
        assertThat(tree.has("cost")).isFalse();
    }

    @Test
    void whatCannotBeUsedIsToldInALine() throws IOException {
        Files.writeString(folder.resolve("risks.csv"), "kind,activities\nrange,99\n");

        assertThat(desk.fram("simulate", folder.resolve("none.mpp"))).isEqualTo(2);
        assertThat(desk.fram("simulate", folder.resolve("plan.rcp"), "--by", "soon"))
                .isEqualTo(2);
        assertThat(desk.fram("simulate", folder.resolve("plan.rcp"), "--risks", folder.resolve("risks.csv")))
                .isEqualTo(2);
        assertThat(desk.fram("simulate", folder.resolve("plan.rcp"), "--budget", "100"))
                .isEqualTo(2);
        assertThat(desk.err.toString())
                .contains("--budget asks for a cost, and nothing costs anything")
                .contains("none.mpp does not exist")
                .contains("\"soon\" is no date")
                .contains("Row 2: There is no activity with the id \"99\" in the plan");
    }

    @Test
    void whatIsWrongWithATableIsSaidWithItsNameAndTheRowThatASpreadsheetShows() throws IOException {
        Files.writeString(folder.resolve("risks.csv"), "kind;activities;low;likely;high\n\n;;;;\nrange;99;1d;2d;3d\n");

        assertThat(desk.fram("simulate", folder.resolve("plan.rcp"), "--risks", folder.resolve("risks.csv")))
                .isEqualTo(2);
        assertThat(desk.err.toString())
                .contains("risks.csv: Row 4: There is no activity with the id \"99\" in the plan.");
    }

    @Test
    void whatCannotComeOutRightIsRefusedBeforeItIsComputed() throws IOException {
        var plan = folder.resolve("plan.rcp");
        Files.writeString(folder.resolve("empty.rcp"), "0 1\n1\n");

        assertThat(desk.fram("simulate", plan, "--samples", Integer.MAX_VALUE)).isEqualTo(2);
        assertThat(desk.fram("simulate", plan, "--by", "+99999-01-01")).isEqualTo(2);
        assertThat(desk.fram("simulate", plan, "--zone", "Mars/Base")).isEqualTo(2);
        assertThat(desk.fram("simulate", plan, "--budget", "NaN")).isEqualTo(2);
        assertThat(desk.fram("simulate", plan, "--risks", folder.resolve("none.csv")))
                .isEqualTo(2);
        assertThat(desk.fram("simulate", folder.resolve("empty.rcp"))).isEqualTo(2);
        assertThat(desk.fram("simulate", folder)).isEqualTo(2);
        assertThat(desk.fram("simulate", plan, "--json", folder.resolve("gone").resolve("out.json")))
                .isEqualTo(2);
        assertThat(desk.out.toString()).isEmpty();
        assertThat(desk.err.toString())
                .contains("--samples 2147483647 do not fit into memory")
                .contains("Years are 1 to 9999")
                .contains("\"Mars/Base\" is no time zone. Write it as Europe/Oslo, or UTC.")
                .contains("--budget is an amount, not NaN")
                .contains("none.csv: there is no such file")
                .contains("empty.rcp has no activities: there is nothing to simulate")
                .contains("is a folder. Name the plan that is in it.")
                .contains("out.json: its folder does not exist");
    }
}
