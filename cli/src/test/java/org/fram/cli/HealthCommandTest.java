package org.fram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.fram.schedule.Activity;
import org.fram.schedule.Costs;
import org.fram.schedule.Link;
import org.fram.schedule.Plan;
import org.fram.schedule.WorkCalendar;
import org.fram.schedule.files.PlanFiles;
import org.fram.schedule.files.PlanFiles.Target;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class HealthCommandTest {

    @TempDir
    private Path folder;

    private final Desk desk = new Desk();

    @BeforeEach
    void putAPlanIntoTheFolder() throws IOException {
        var activities = List.of(
                Activity.of("1", "Design", 2400), Activity.of("2", "<b>Order</b>", 4800), Activity.of("3", "Live", 0));
        var plan = Plan.of(
                "Rollout",
                ZoneId.of("UTC"),
                LocalDateTime.of(2026, 3, 2, 8, 0),
                WorkCalendar.STANDARD,
                activities,
                List.of(Link.of(0, 2)));
        var out = new ByteArrayOutputStream();
        PlanFiles.write(plan, Costs.NONE, Target.MSPDI, out);
        Files.write(folder.resolve("plan.xml"), out.toByteArray());
    }

    @Test
    void theSummaryNamesEachCheckAndWhatFailed() {
        assertThat(desk.fram("health", folder.resolve("plan.xml")))
                .as(desk.err.toString())
                .isZero();
        assertThat(desk.out.toString())
                .containsPattern("1 +failed +Logic +66.7 % +at most 5 %")
                .containsPattern("14 +not told +Baseline execution index +– +The plan has no baseline")
                .contains("Order</b>: waits for nothing")
                .containsPattern("\\d passed, \\d failed, \\d could not be told");
    }

    @Test
    void theExitCodeTellsWhatWasAskedAbout() throws IOException {
        Files.writeString(folder.resolve("chain.rcp"), "3 1\n2\n0 0 1 2\n10 1 1 3\n0 0 0\n");

        assertThat(desk.fram("health", folder.resolve("plan.xml"), "--fail-on", "failed"))
                .isEqualTo(1);
        assertThat(desk.fram("health", folder.resolve("chain.rcp"), "--fail-on", "failed"))
                .as(desk.out.toString())
                .isZero();
        assertThat(desk.fram("health", folder.resolve("chain.rcp"), "--fail-on", "untold"))
                .isEqualTo(1);
        assertThat(desk.fram("health", folder.resolve("none.mpp"))).isEqualTo(2);
        assertThat(desk.fram("health", folder.resolve("plan.xml"), "--status-date", "soon"))
                .isEqualTo(2);
        assertThat(desk.err.toString()).contains("none.mpp does not exist").contains("\"soon\" is no date");
    }

    @Test
    void jsonAndPageTellTheSame() throws IOException {
        var json = folder.resolve("out.json");
        var html = folder.resolve("out.html");

        assertThat(desk.fram(
                        "health",
                        folder.resolve("plan.xml"),
                        "--status-date",
                        "2026-03-31",
                        "--json",
                        json,
                        "--html",
                        html))
                .as(desk.err.toString())
                .isZero();
        var tree = JsonMapper.shared().readTree(Files.readString(json));
        assertThat(tree.path("statusDate").asString()).isEqualTo("2026-03-31T23:59");
        assertThat(tree.path("checks")).hasSize(14);
        assertThat(tree.path("checks").get(8).path("verdict").asString()).isEqualTo("failed");
        assertThat(Files.readString(html))
                .contains("Critical path length index", "is to begin on 2026-03-02, before the status date")
                .contains("&lt;b&gt;Order")
                .doesNotContain("<b>Order");
    }

    @Test
    void aResultNeverOverwritesThePlan() {
        assertThat(desk.fram("health", folder.resolve("plan.xml"), "--html", folder.resolve("plan.xml")))
                .isEqualTo(2);
        assertThat(desk.err.toString()).contains("is an input and would be overwritten");
    }
}
