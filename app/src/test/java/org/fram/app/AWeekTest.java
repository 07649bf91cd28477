package org.fram.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.runs.Round;
import org.fram.app.testing.Browser;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestEngagement;
import org.junit.jupiter.api.Test;

/// A week of a project manager, between signature and going live.
class AWeekTest {

    private static final RunningApp APP = RunningApp.shared();

    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson vendor = engagement.vendor();
    private final TestPerson me =
            engagement.member("Project manager", engagement.customerParty(), Role.MANAGER, ProjectRole.PROJECT_MANAGER);
    private final TestPerson sponsor =
            engagement.member("Sponsor", engagement.customerParty(), Role.VIEWER, ProjectRole.SPONSOR);
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Lisbon"));

    @Test
    void fromMondaysLookAheadToFridaysSteeringPack() throws Exception {
        engagement.add(
                me,
                "actions",
                Map.of(
                        "text",
                        "Send the numbers of the old trunks",
                        "owner",
                        vendor.email(),
                        "due",
                        today.minusDays(3)));
        var risk = engagement.add(
                me,
                "risks",
                Map.of(
                        "text", "The trunks are not known in time",
                        "owner", me.name(),
                        "response", "Ask each week",
                        "contingencyPlan", "Count them on the old platform",
                        "trigger", "has(raid.issues) && raid.issues.exists(i, i.text.contains('trunk'))"));
        engagement.add(
                me,
                "escalation-path",
                Map.of(
                        "kind",
                        "delivery",
                        "level",
                        BigDecimal.ONE,
                        "days",
                        BigDecimal.ONE,
                        "customer",
                        "Sponsor",
                        "vendor",
                        vendor.email()));
        try (var mine = Browser.open(Look.DESKTOP_LIGHT);
                var theirs = Browser.open(Look.DESKTOP_LIGHT)) {
            mine.signIn(me);
            theirs.signIn(sponsor);
            var page = mine.page();

            // Monday: whom does the project wait for?
            mine.go(engagement.path("waiting"));
            button(page, "Note as a delay");
            assertThat(page.locator(".key-figures")).containsText("3 days");

            // Tuesday: what was feared has happened, and whoever owns the risk is told.
            var issue = engagement.add(
                    me,
                    "issues",
                    Map.of(
                            "text",
                            "Nobody knows how many trunks there are",
                            "kind",
                            "delivery",
                            "owner",
                            me.name(),
                            "due",
                            today.minusDays(2)));
            round("risk-triggers");
            mine.go("/notices");
            assertThat(page.locator("main")).containsText(risk.ref());
            mine.go(engagement.path("risks/matrix"));
            assertThat(page.locator("#trigger-" + risk.id() + " .mark-bad")).isVisible();

            // Wednesday: a meeting, with an action that goes out with the minutes.
            mine.go(engagement.path("meetings"));
            page.keyboard().press("m");
            page.keyboard().type("Call about the trunks");
            page.keyboard().press("Enter");
            var line = page.getByLabel("Write to: Anything else");
            line.fill("! Count the trunks @" + vendor.name() + " +2");
            line.press("Enter");
            assertThat(page.locator(".meeting-action")).hasCount(1);
            button(page, "Held: send the minutes");
            assertThat(page.locator("main")).containsText("Sent to");

            // Thursday: it is not settled in time, and the sponsor has it on the desk.
            round("escalation");
            var desk = theirs.page();
            theirs.go("/notices");
            assertThat(desk.locator("main")).containsText(issue.ref() + " goes to level 1");
            mine.go(engagement.path("escalation"));
            assertThat(page.locator("main")).containsText("Level 1 since");

            // Friday: the report goes out, and the sponsor reads it.
            mine.go(engagement.path("status"));
            assertThat(page.locator("#area-risks")).containsText("fires");
            button(page, "Keep and send");
            theirs.go("/notices");
            assertThat(desk.locator("main")).containsText("Move to the cloud: Red");
            theirs.go(engagement.path("status/reports/1"));
            assertThat(desk.locator("main")).containsText("Nobody knows how many trunks there are");
            assertThat(desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep and send")))
                    .hasCount(0);
            try (var pack = Loader.loadPDF(desk.request()
                    .get(desk.url().replace("reports/1", "report.pdf?report=1"))
                    .body())) {
                assertThat(new PDFTextStripper().getText(pack))
                        .contains("Red")
                        .contains("Nobody knows how many trunks there are")
                        .contains("Escalated");
            }
        }
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    /// What the server does at its intervals, now.
    private static void round(String name) {
        APP.all(Round.class).stream()
                .filter(round -> round.name().equals(name))
                .findFirst()
                .orElseThrow()
                .work()
                .run();
    }
}
