package org.fram.app.plan;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.SamplePlan;
import org.fram.app.testing.TestEngagement;
import org.fram.app.testing.TestMail;
import org.fram.schedule.Activity;
import org.fram.schedule.Link;
import org.fram.schedule.Plan;
import org.fram.schedule.Resource;
import org.fram.schedule.Resource.Assignment;
import org.fram.schedule.WorkCalendar;
import org.junit.jupiter.api.Test;

/// From a file to dates that people can keep: a plan is brought in and levelled, somebody is booked and says on which
/// dates they can, and what is booked twice over is seen.
class PlanWalkTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final long DAY = 8 * 60;

    private final TestEngagement engagement = TestEngagement.create();
    private final SamplePlan plan = new SamplePlan(engagement);
    private final String email = "developer%d@walk.example".formatted(PEOPLE.incrementAndGet());

    @DeskAndPhone
    void aPlanIsLevelledAndWhoIsBookedAnswers(Look look) throws Exception {
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            browser.signIn(engagement.customer());
            browser.go(engagement.path("plan"));
            page.locator("#document")
                    .setInputFiles(
                            new FilePayload("plan.xlsx", "application/octet-stream", SamplePlan.workbook(rollout())));
            button(page, "Bring it in").click();
            page.waitForURL(Pattern.compile(".*/runs/.*|.*/plan"));
            await(browser, "plan", ".gantt-table tbody tr");
            assertThat(page.locator(".loads .over").first()).isAttached();
            assertThat(page.locator("#loads")).isVisible();
            browser.check("plan-before-levelling");

            page.locator("#effort").selectOption("quick");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Level").setExact(true))
                    .click();
            page.waitForURL(Pattern.compile(".*/runs/.*|.*/plan/levelled"));
            await(browser, "plan/levelled", "#moves");
            browser.check("plan-levelled");
            button(page, "Take these dates over").click();
            assertThat(page.locator("#loads")).hasCount(0);
            assertThat(page.locator(".loads .over")).hasCount(0);

            book(page, browser, "60", "2027-02-01", "2027-03-12");
            book(page, browser, "80", "2027-03-01", "2027-03-26");
            browser.go(engagement.path("plan/bookings"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask now"))
                    .first()
                    .click();
            assertThat(page.getByText("Asked", new Page.GetByTextOptions().setExact(true)))
                    .hasCount(2);
            String link = TestMail.await(email, 1).getLast().link("/guest");

            browser.go(link);
            browser.check("booking-asked");
            var first = page.locator(".statement").first();
            first.getByLabel("Yes, on these dates").check();
            var second = page.locator(".statement").last();
            second.getByLabel("Yes, but on other dates").check();
            second.getByLabel("First day").fill("2027-03-08");
            second.getByLabel("Last day").fill("2027-03-26");
            second.getByLabel("Note").fill("On leave in the first week.");
            button(page, "Send the answer").click();
            assertThat(page.getByText("Thank you")).isVisible();

            browser.go(engagement.path("plan/bookings"));
            assertThat(page.getByText("On leave in the first week.")).isVisible();
            browser.check("bookings");
            button(page, "Take these dates over").click();
            assertThat(page.getByText("Confirmed", new Page.GetByTextOptions().setExact(true)))
                    .hasCount(2);

            browser.go(engagement.path("plan"));
            assertThat(page.locator(".loads .over").first()).isAttached();
            browser.check("plan-booked");
            page.getByText("The same in numbers").click();
            page.locator(".loads-numbers a:has(.mark)").first().click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Integration developer")))
                    .isVisible();
            assertThat(page.locator("#bookings")).isVisible();
            browser.check("plan-load");
        }
    }

    @Test
    void aLinkIsDrawnFromBarToBar() throws Exception {
        plan.bringIn(rollout());
        var train = plan.named("Train agents");
        var announce = plan.named("Record announcements");
        assertThat(plan.kept().before(train.id())).isEmpty();
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            var page = browser.page();
            browser.signIn(engagement.customer());
            browser.go(engagement.path("plan?zoom=week"));
            var handle = page.locator("circle[data-link='" + announce.id() + "']");
            page.locator("tr[data-row='" + announce.id() + "'] .gantt-picture")
                    .hover(new Locator.HoverOptions().setPosition(30, 14));
            var from = handle.boundingBox();
            var to = page.locator("tr[data-row='" + train.id() + "'] .gantt-picture")
                    .boundingBox();
            page.mouse().move(from.x + from.width / 2, from.y + from.height / 2);
            page.mouse().down();
            page.mouse().move(from.x + 20, to.y + 14);
            page.mouse().move(from.x + 24, to.y + 14);
            page.mouse().up();
            assertThat(page.getByRole(
                            AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo the change of “Train agents”")))
                    .isVisible();
        }
        assertThat(plan.kept().before(train.id())).singleElement().satisfies(link -> {
            assertThat(link.before()).isEqualTo(announce.id());
            assertThat(link.type()).isEqualTo(Link.Type.FINISH_START);
        });
    }

    @Test
    void aLinkThatMakesACircleIsRefused() throws Exception {
        plan.bringIn(rollout());
        var editing = APP.get(EditingPlan.class);
        var me = engagement.customer().actor();
        var integrate = plan.named("Integrate the case system");
        var test = plan.named("User acceptance test");

        assertThat(editing.waitFor(me, engagement.id(), integrate.id(), test.id(), integrate.version()))
                .isInstanceOf(EditingPlan.Outcome.Refused.class);
        assertThat(editing.waitFor(me, engagement.id(), test.id(), integrate.id(), test.version() + 1))
                .as("an older picture")
                .isInstanceOf(EditingPlan.Outcome.Refused.class);
        assertThat(editing.waitFor(me, engagement.id(), test.id(), integrate.id(), test.version()))
                .as("it waits already")
                .isInstanceOf(EditingPlan.Outcome.Done.class);
        assertThat(plan.kept().before(test.id())).hasSize(3);
    }

    /// Two pieces of work at once for one developer, a test behind them, and training beside.
    private static Plan rollout() {
        var activities = List.of(
                Activity.of("1", "Move to the cloud", DAY).asSummary(),
                Activity.of("2", "Design workshops", 10 * DAY).within(0),
                Activity.of("3", "Integrate the case system", 15 * DAY).within(0),
                Activity.of("4", "Interface to the identity provider", 8 * DAY).within(0),
                Activity.of("5", "Configure queues", 12 * DAY).within(0),
                Activity.of("6", "Record announcements", 6 * DAY).within(0),
                Activity.of("7", "User acceptance test", 10 * DAY).within(0),
                Activity.of("8", "Train agents", 6 * DAY).within(0),
                Activity.of("9", "Go-live", 0).within(0));
        var links = List.of(
                Link.of(1, 2),
                Link.of(1, 3),
                Link.of(1, 4),
                Link.of(2, 6),
                Link.of(3, 6),
                Link.of(4, 6),
                Link.of(6, 8));
        return Plan.of("Move", ZoneOffset.UTC, SamplePlan.START.atTime(8, 0), WorkCalendar.STANDARD, activities, links)
                .with(
                        List.of(
                                new Resource("R1", "Integration developer", 100, Plan.NONE),
                                new Resource("R2", "Engineer", 100, Plan.NONE)),
                        List.of(
                                new Assignment(1, 1, 100),
                                new Assignment(2, 0, 100),
                                new Assignment(3, 0, 100),
                                new Assignment(4, 1, 100)));
    }

    private void book(Page page, Browser browser, String share, String begins, String ends) {
        browser.go(engagement.path("registers/bookings/new"));
        page.locator("#person").fill("Integration developer");
        page.locator("#side").selectOption("partner");
        page.locator("#begins").fill(begins);
        page.locator("#ends").fill(ends);
        page.locator("#share").fill(share);
        page.locator("#email").fill(email);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save").setExact(true))
                .click();
        assertThat(page.locator("#backfilledBy")).hasCount(0);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /// A run is on its way: the page is looked at until it is there.
    private void await(Browser browser, String path, String selector) throws InterruptedException {
        for (int look = 0; look < 150; look++) {
            browser.go(engagement.path(path));
            if (browser.page().locator(selector).count() > 0) {
                return;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("There is no " + selector + ".");
    }
}
