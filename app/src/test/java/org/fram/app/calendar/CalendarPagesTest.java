package org.fram.app.calendar;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.TestEngagement;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// The calendar in the browser: months and weeks, by whom and by kind, and the address for calendar programs.
class CalendarPagesTest {

    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson me = engagement.customer();
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Lisbon"));
    private final LocalDate middle = today.withDayOfMonth(15);
    private final SampleRows actions = new SampleRows(engagement, "actions");

    @DeskAndPhone
    void oneGoesThroughMonthsAndWeeksAndToWhatStandsThere(Look look) {
        rows();
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            browser.signIn(me);
            browser.go(engagement.path("calendar"));
            assertThat(page.locator(".cal-bar h2")).hasText(month(0));
            assertThat(page.locator(".cal-month")).containsText("Send the list");
            browser.check("calendar-month");

            page.keyboard().press("ArrowRight");
            assertThat(page.locator(".cal-bar h2")).hasText(month(1));
            assertThat(page.locator(".cal-month")).containsText("Migrate the recordings");
            page.keyboard().press("t");
            assertThat(page.locator(".cal-bar h2")).hasText(month(0));
            page.locator(".cal-ways a").first().click();
            assertThat(page.locator(".cal-bar h2")).hasText(month(-1));
            page.locator(".cal-ways a").last().click();

            page.getByLabel("For whom").selectOption("me");
            page.getByLabel("Kind").selectOption("Actions");
            page.getByRole(AriaRole.BUTTON, named("Show")).click();
            assertThat(page.locator(".cal-month")).containsText("Send the list");
            assertThat(page.locator(".cal-month")).not().containsText("Peak weeks");
            assertThat(page.locator(".cal-month")).not().containsText("Ask the carrier");

            browser.go(engagement.path("calendar?view=week&at=" + middle));
            assertThat(page.locator(".cal-week")).containsText("Send the list");
            browser.check("calendar-week");
            page.getByRole(AriaRole.LINK, named("Send the list")).click();
            page.waitForURL(Pattern.compile(".*/registers/actions/rows/.*"));
        }
    }

    @DeskAndPhone
    void theAddressForCalendarProgramsIsMadeAndWithdrawn(Look look) throws Exception {
        rows();
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            browser.signIn(me);
            browser.go("/mine");
            page.getByRole(AriaRole.LINK, named("My calendar")).click();
            assertThat(page.locator(".cal-month")).containsText("Move to the cloud");
            assertThat(page.locator(".cal-month")).containsText("Send the list");
            assertThat(page.locator(".cal-month")).not().containsText("Ask the carrier");
            page.getByLabel("It shows").selectOption("Everything");
            page.getByRole(AriaRole.BUTTON, named("Make an address")).click();
            String address = page.locator(".shown-once code").textContent();
            browser.check("calendar-mine");
            var uri = URI.create(address);
            var stranger = HttpBrowser.stranger();
            String path = uri.getPath() + "?" + uri.getQuery();
            assertThat(stranger.get(path).body()).contains("BEGIN:VCALENDAR", "Send the list", "Ask the carrier");

            browser.go("/calendar");
            assertThat(page.locator(".shown-once")).hasCount(0);
            assertThat(page.locator("#feed")).containsText("A program last asked");
            page.getByRole(AriaRole.BUTTON, named("Withdraw the address")).click();
            assertThat(page.getByRole(AriaRole.BUTTON, named("Make an address")))
                    .isVisible();
            assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void anEmptyCalendarSaysWhatWillStandThere() throws Exception {
        var page = Jsoup.parse(
                HttpBrowser.signedIn(me).get(engagement.path("calendar")).body());

        assertThat(page.select(".empty-state").text()).contains("Nothing has a date here", "come here by themselves");
    }

    @Test
    void whatMakesNoSenseInTheAddressIsTodayAndAllKinds() throws Exception {
        rows();
        var browser = HttpBrowser.signedIn(me);
        for (String at : new String[] {"2026-02-31", "tomorrow", "+999999-01-01", ""}) {
            var page = Jsoup.parse(browser.get(engagement.path("calendar?at=" + at.replace("+", "%2B") + "&kind=none"))
                    .body());
            assertThat(page.select(".cal-bar h2").text()).isEqualTo(month(0));
            assertThat(page.select(".cal-month").text()).contains("Send the list");
        }
    }

    @Test
    void aDayShowsAFewAtOnceAndTheOthersBehindACount() throws Exception {
        for (int k = 1; k <= 9; k++) {
            actions.added(me, "Call number " + k, "due", middle);
        }
        var day = Jsoup.parse(HttpBrowser.signedIn(me)
                        .get(engagement.path("calendar"))
                        .body())
                .select(".cal-day:has(time[datetime=%s])".formatted(middle));

        assertThat(day.select("> ul > li")).hasSize(3);
        assertThat(day.select("details summary").text()).contains("6 more");
        assertThat(day.select("details li")).hasSize(6);
    }

    @Test
    void aCrowdedDayLeadsToAPageOfItsOwn() throws Exception {
        for (int k = 1; k <= 43; k++) {
            actions.added(me, "Call number " + k, "due", middle);
        }
        var browser = HttpBrowser.signedIn(me);
        for (String view : new String[] {"month", "week"}) {
            var day = Jsoup.parse(browser.get(engagement.path("calendar?view=%s&at=%s".formatted(view, middle)))
                            .body())
                    .select(".cal-day:has(time[datetime=%s])".formatted(middle));
            assertThat(day.select(".cal-entry")).as(view).hasSize(view.equals("month") ? 15 : 40);

            var all = day.select(".cal-all a");
            assertThat(all.text()).isEqualTo("All 43 of this day");
            var own = Jsoup.parse(browser.get(all.attr("href")).body());
            assertThat(own.select(".cal-entries > li")).hasSize(43);
            assertThat(own.select(".cal-day")).hasSize(1);
            assertThat(own.select(".tabs a[aria-current]").text()).isEqualTo("Day");
        }
    }

    @Test
    void ofVeryMuchThatIsOverdueAPartIsThereAndAWayToAll() throws Exception {
        for (int k = 1; k <= 51; k++) {
            actions.added(me, "Call number " + k, "due", middle.minusDays(60));
        }
        var page = Jsoup.parse(HttpBrowser.signedIn(me)
                .get(engagement.path("calendar?view=day&at=" + middle))
                .body());

        assertThat(page.select(".cal-earlier summary").text()).isEqualTo("51 overdue from before");
        assertThat(page.select(".cal-earlier li")).hasSize(50);
        assertThat(page.select(".cal-earlier p a").attr("href")).isEqualTo(engagement.path("waiting"));
    }

    @Test
    void eachMonthHasItsDaysInWeeksThatBeginOnMonday() throws Exception {
        rows();
        var browser = HttpBrowser.signedIn(me);
        for (var expected :
                Map.of("2027-02-10", 28, "2027-03-28", 35, "2026-08-01", 42).entrySet()) {
            var page = Jsoup.parse(browser.get(engagement.path("calendar?at=" + expected.getKey()))
                    .body());
            assertThat(page.select(".cal-month > .cal-day"))
                    .as(expected.getKey())
                    .hasSize(expected.getValue());
            assertThat(page.select(".cal-day:not(.cal-outside)"))
                    .hasSize(YearMonth.from(LocalDate.parse(expected.getKey())).lengthOfMonth());
        }
    }

    @Test
    void theDaysAroundAMonthShowWhatIsOnThemButCountElsewhere() throws Exception {
        actions.added(me, "Call in August", "due", LocalDate.of(2026, 8, 31));
        var page = Jsoup.parse(HttpBrowser.signedIn(me)
                .get(engagement.path("calendar?at=2026-09-10"))
                .body());

        assertThat(page.select(".cal-outside").text()).contains("Call in August");
        assertThat(page.select("main").text()).contains("Nothing, none overdue", "1 overdue from before");
    }

    private void rows() {
        actions.added(me, "Send the list of licences", "due", middle, "owner", me.name());
        actions.added(me, "Ask the carrier for its date", "due", middle, "owner", "IT lead");
        actions.added(me, "Agree the test data", "due", middle.minusDays(40), "owner", me.name());
        actions.added(me, "Read the minutes", "due", middle.minusDays(2), "done", middle.minusDays(3));
        actions.added(me, "Migrate the recordings", "due", middle.plusMonths(1));
        new SampleRows(engagement, "blackouts")
                .added(me, "Peak weeks", "begins", middle.minusDays(3), "ends", middle.plusDays(6));
        new SampleRows(engagement, "assumptions")
                .added(me, "The carrier has capacity for both sites", "validateBy", middle.plusDays(5));
        new SampleRows(engagement, "hardware")
                .added(me, "Headsets", "need", middle.plusDays(8), "leadTime", new BigDecimal("5"));
    }

    private String month(int later) {
        return DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK).format(today.plusMonths(later));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
