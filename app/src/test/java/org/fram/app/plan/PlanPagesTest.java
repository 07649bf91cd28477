package org.fram.app.plan;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.ManagingPeople;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.platform.access.Role;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.SamplePlan;
import org.fram.app.testing.TestEngagement;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// The pages of a plan, as people go through them.
class PlanPagesTest {

    private static final RunningApp APP = RunningApp.shared();

    private final TestEngagement engagement = TestEngagement.create();
    private final SamplePlan plan = new SamplePlan(engagement);

    @DeskAndPhone
    void aPlanIsBroughtInLookedAtChangedAndSimulated(Look look) throws Exception {
        retarget(LocalDate.of(2027, 4, 1));
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            browser.signIn(engagement.customer());
            browser.go(engagement.path("plan"));
            browser.check("plan-empty");
            page.locator("#document")
                    .setInputFiles(new FilePayload(
                            "plan.xlsx", "application/octet-stream", SamplePlan.workbook(SamplePlan.small(10))));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bring it in"))
                    .click();
            page.waitForURL(Pattern.compile(".*/runs/.*|.*/plan"));
            browser.go(engagement.path("plan"));
            waitForRows(browser);

            // By the form, without dragging.
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("User acceptance test"))
                    .click();
            page.locator("#best").fill("8d");
            page.locator("#likely").fill("10d");
            page.locator("#worst").fill("25d");
            page.locator("#obligations").fill("O-001");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Save").setExact(true))
                    .click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Confirm 10d for my side"))
                    .click();
            assertThat(page.locator("#confirmations")).containsText("The customer: confirmed by");
            browser.check("plan-activity");

            browser.go(engagement.path("plan"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Set the baseline"))
                    .first()
                    .click();
            page.locator("#set-baseline")
                    .getByRole(
                            AriaRole.BUTTON,
                            new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Set the baseline"))
                    .click();
            Edits.change(engagement, plan, plan.named("Configure queues"), edit -> Edits.with(edit, "25d", ""));
            options();
            plan.simulate();
            browser.go(engagement.path("plan"));
            assertThat(page.locator(".gantt .p80").first()).isAttached();
            browser.check("plan");
            print(browser, "plan", look);

            browser.go(engagement.path("date"));
            assertThat(page.locator(".date-curve")).isVisible();
            browser.check("date");
            print(browser, "date", look);

            plan.bringIn(SamplePlan.small(15));
            browser.go(engagement.path("plan"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("See what changes"))
                    .click();
            browser.check("plan-arrival");
        }
    }

    @Test
    void aBarIsDraggedAndTheDragIsUndone() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        var before = plan.named("Train agents");
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            var page = browser.page();
            browser.signIn(engagement.customer());
            browser.go(engagement.path("plan?zoom=week"));
            var bar = page.locator("rect[data-activity='" + before.id() + "']");
            bar.scrollIntoViewIfNeeded();
            var box = bar.boundingBox();
            page.mouse().move(box.x + 5, box.y + 5);
            page.mouse().down();
            page.mouse().move(box.x + 5 + 7 * 20, box.y + 6);
            page.mouse().up();
            var undo = page.getByRole(
                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo the change of “Train agents”"));
            assertThat(undo).isVisible();
            assertThat(plan.named("Train agents").core().constraint().date()).isNotNull();
            undo.click();
            assertThat(undo).not().isVisible();
            assertThat(plan.named("Train agents").core()).isEqualTo(before.core());
        }
    }

    @Test
    void twoThousandActivitiesAreThereSoon() throws Exception {
        plan.bringIn(SamplePlan.large(2_000));
        var browser = HttpBrowser.signedIn(engagement.customer());
        browser.get(engagement.path("plan"));

        var begin = Instant.now();
        var page = browser.get(engagement.path("plan")).body();
        var took = Duration.between(begin, Instant.now());
        System.out.printf("A plan of 2,000 activities: %d ms, %d kB%n", took.toMillis(), page.length() / 1024);

        assertThat(Jsoup.parse(page).select(".gantt-table tbody tr")).hasSize(400);
        assertThat(took).isLessThan(Duration.ofSeconds(10));
        var last = Jsoup.parse(browser.get(engagement.path("plan?from=1600")).body());
        assertThat(last.select(".gantt-table tbody tr")).hasSize(400);
    }

    @Test
    void thePlanLeavesAsAFileAndComesBackTheSame() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        var browser = HttpBrowser.signedIn(engagement.vendor());
        var workbook = browser.download(engagement.path("plan/file?kind=xlsx"));
        assertThat(browser.download(engagement.path("plan/file?kind=mspdi"))).isNotEmpty();
        assertThat(browser.download(engagement.path("plan/file?kind=xer"))).isNotEmpty();

        plan.bringIn("again.xlsx", workbook);
        var page = browser.get(engagement.path("plan")).body();
        var way = Jsoup.parse(page).select("a[href*=/arrivals/]").attr("href");
        assertThat(browser.get(way).body()).contains("Nothing changes.");
    }

    @Test
    void theExecutiveAcceptsWhatTheyWereShown() throws Exception {
        retarget(LocalDate.of(2027, 4, 1));
        plan.bringIn(SamplePlan.small(10));
        plan.simulate();
        var sponsor = APP.person("Head of the service");
        APP.get(ManagingPeople.class)
                .add(
                        engagement.customer().actor(),
                        engagement.id(),
                        sponsor.email(),
                        sponsor.name(),
                        new ManagingPeople.Place(
                                engagement.customerParty(), Role.MANAGER, Set.of(ProjectRole.SPONSOR)));
        var browser = HttpBrowser.signedIn(sponsor);
        var page = Jsoup.parse(browser.get(engagement.path("date")).body());
        String seen = page.select("#accept input[name=seen]").attr("value");
        assertThat(seen).hasSize(64);

        assertThat(browser.post(engagement.path("date/accept"), Map.of("seen", "0".repeat(64), "reason", ""))
                        .statusCode())
                .isEqualTo(422);
        browser.post(engagement.path("date/accept"), Map.of("seen", seen, "reason", "The law sets the date."));
        assertThat(Jsoup.parse(browser.get(engagement.path("date")).body()).text())
                .contains("Head of the service accepted", "The law sets the date.");
        var manager = HttpBrowser.signedIn(engagement.customer());
        assertThat(manager.get(engagement.path("date")).body()).doesNotContain("Accept the probability");
    }

    private void options() {
        var weighing = APP.get(WeighingOptions.class);
        var me = engagement.customer().actor();
        weighing.add(
                me,
                engagement.id(),
                new WeighingOptions.Wish("A second engineer", PlanOption.Type.REINFORCE, "", null, "Engineer", "1"));
        weighing.add(
                me,
                engagement.id(),
                new WeighingOptions.Wish("Half of the acceptance test", PlanOption.Type.PART, "4", null, "", "50"));
        weighing.add(
                me,
                engagement.id(),
                new WeighingOptions.Wish("No training before go-live", PlanOption.Type.DROP, "5", null, "", ""));
    }

    private void retarget(LocalDate day) {
        int version = engagement
                .customer()
                .asks(() -> APP.get(Engagements.class).get(engagement.id()).version());
        APP.get(AcceptingDate.class).retarget(engagement.customer().actor(), engagement.id(), day, version);
    }

    private void waitForRows(Browser browser) throws InterruptedException {
        for (int look = 0; look < 100; look++) {
            if (browser.page().locator(".gantt-table tbody tr").count() > 0) {
                return;
            }
            Thread.sleep(200);
            browser.page().reload();
        }
        throw new IllegalStateException("There is no plan.");
    }

    /// As it is printed: `target/screenshots/NAME-print.png`, and one page as PDF.
    private static void print(Browser browser, String name, Look look) {
        if (look == Look.DESKTOP_LIGHT) {
            var page = browser.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.setViewportSize(name.equals("date") ? 718 : 1040, name.equals("date") ? 1040 : 718);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots", name.toLowerCase(Locale.ROOT) + "-print.png")));
            byte[] pdf = page.pdf(new Page.PdfOptions()
                    .setFormat("A4")
                    .setMargin(new com.microsoft.playwright.options.Margin()
                            .setTop("12mm")
                            .setBottom("12mm")
                            .setLeft("12mm")
                            .setRight("12mm")));
            if (name.equals("date")) {
                var pages = Pattern.compile("/Type\\s*/Page[^s]")
                        .matcher(new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .results()
                        .count();
                assertThat(pages).as("pages of the printed date").isEqualTo(1);
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            page.setViewportSize(1440, 900);
        }
    }
}
