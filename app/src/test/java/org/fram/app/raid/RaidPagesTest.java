package org.fram.app.raid;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.Keystrokes;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// The weekly work in the browser: an action in two keystrokes beside its words, items and what they
/// have to do with.
class RaidPagesTest {

    private static final RunningApp APP = RunningApp.shared();

    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson me = engagement.customer();
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Lisbon"));

    @DeskAndPhone
    void anActionTakesTwoKeystrokesAndItsWords(Look look) {
        row(ThingKind.DECISION, Map.of("text", "One office first", "deciders", "Steering committee"));
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            browser.signIn(me);
            browser.go(engagement.path("setup"));
            int strokes = 0;
            page.keyboard().press("a");
            strokes++;
            // What is typed at once is not lost.
            page.keyboard().type("Ask the carrier for its date");
            assertThat(page.getByLabel("What is to be done")).hasValue("Ask the carrier for its date");
            browser.check("raid-note");
            page.keyboard().press("Enter");
            strokes++;
            assertThat(page.locator(".toast-note")).containsText("Noted as AC-1");
            assertThat(strokes).isEqualTo(2);
            assertThat(page.locator("dialog[open]")).hasCount(0);

            var action = only(ThingKind.ACTION);
            assertThat(action.get("owner")).isEqualTo(me.name());
            assertThat(action.get("due")).isEqualTo(today.plusDays(NotingAction.DAYS));
            assertThat(action.get("source")).isEqualTo(engagement.path("setup"));

            // A letter that somebody types is a letter.
            page.getByLabel("Name").first().focus();
            page.keyboard().press("a");
            assertThat(page.locator("dialog[open]")).hasCount(0);

            browser.go("/mine");
            assertThat(page.locator("main")).containsText("Ask the carrier for its date");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("AC-1"))
                    .first()
                    .click();
            assertThat(page.locator("main")).containsText("Due on");
            browser.check("raid-action");
        }
    }

    @Test
    void aNewActionTakesLessThanFiveSecondsByKeyboard() {
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            browser.signIn(me);
            browser.go(engagement.path("waiting"));
            var keyboard = new Keystrokes(browser.page());
            keyboard.press("a");
            keyboard.type("Ask legal");
            keyboard.press("Enter");
            assertThat(browser.page().locator(".toast-note")).containsText("Noted as AC-1");
            System.out.println("A new action of two words: " + keyboard);
            assertThat(keyboard.seconds()).isLessThan(5);
        }
        assertThat(only(ThingKind.ACTION).get("text")).isEqualTo("Ask legal");
    }

    @Test
    void withoutScriptsAnActionIsNotedOnAPageOfItsOwn() throws Exception {
        var browser = HttpBrowser.signedIn(me);
        String from = engagement.path("people");
        var link = Jsoup.parse(browser.get(from).body())
                .select("a[data-shortcut=a]")
                .attr("href");
        assertThat(link).isEqualTo(engagement.path("actions/new?from=" + from));
        var form = Jsoup.parse(browser.get(link).body()).select(".note-form");
        assertThat(form.select("[name=source]").attr("value")).isEqualTo(from);
        assertThat(browser.post(engagement.path("actions"), Map.of("text", " ", "source", from))
                        .statusCode())
                .isEqualTo(422);
        var noted = browser.post(
                engagement.path("actions"),
                Map.of(
                        "text",
                        "Call",
                        "due",
                        "2027-05-03",
                        "owner",
                        engagement.vendor().email(),
                        "source",
                        from));
        assertThat(noted.uri().getPath()).isEqualTo(from);
        assertThat(only(ThingKind.ACTION).get("owner"))
                .isEqualTo(engagement.vendor().name());
        // Nobody is led elsewhere by where an action came from.
        var elsewhere = browser.post(engagement.path("actions"), Map.of("text", "Go", "source", "//elsewhere.example"));
        assertThat(elsewhere.uri().getPath()).startsWith(engagement.path("raid/actions/"));
    }

    @Test
    void aFindingBecomesAnActionAndShowsIt() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        sow.share();
        row(ThingKind.ISSUE, Map.of("text", "No dial tone", "owner", "IT lead", "due", today.minusDays(3)));
        var browser = HttpBrowser.signedIn(me);
        String findings = engagement.path("sow/" + sow.id() + "/findings");
        var finding = Jsoup.parse(browser.get(findings).body()).select("#ISS-01 li.finding");
        assertThat(finding.text()).contains("No dial tone");
        assertThat(finding.attr("data-finding")).isEqualTo("ISS-01 I-1");
        var form = Jsoup.parse(browser.get(finding.select("a[data-opens]").attr("href"))
                        .body())
                .select(".note-form");
        browser.post(
                engagement.path("actions"),
                Map.of(
                        "text", form.select("[name=text]").attr("value"),
                        "source", form.select("[name=source]").attr("value"),
                        "finding", form.select("[name=finding]").attr("value")));
        assertThat(Jsoup.parse(browser.get(findings).body()).select("#ISS-01").text())
                .contains("AC-1 Under way");
        APP.get(NotingDay.class)
                .today(
                        me.actor(),
                        engagement.id(),
                        ThingKind.ACTION,
                        only(ThingKind.ACTION).id(),
                        DayOf.DONE,
                        "");
        assertThat(Jsoup.parse(browser.get(findings).body()).select("#ISS-01").text())
                .contains("AC-1 Done");
        // Settled, it is found no more.
        APP.get(NotingDay.class)
                .today(
                        me.actor(),
                        engagement.id(),
                        ThingKind.ISSUE,
                        only(ThingKind.ISSUE).id(),
                        DayOf.CLOSED,
                        "");
        assertThat(browser.get(findings).body()).doesNotContain("No dial tone");
    }

    @DeskAndPhone
    void anItemIsLinkedAndEnteredOnItsPage(Look look) {
        var decision = row(
                ThingKind.DECISION,
                Map.of(
                        "text",
                        "The pilot begins with the Capital office alone",
                        "options",
                        "All offices at once; one office after the other; the Capital office alone.",
                        "deciders",
                        "Steering committee",
                        "reason",
                        "Its team has the most experience.",
                        "decided",
                        today));
        row(ThingKind.ACTION, Map.of("text", "Tell the other offices when they follow"));
        row(
                ThingKind.ISSUE,
                Map.of("text", "The firewall drops every tenth call", "due", today.minusDays(3), "owner", "IT lead"));
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            browser.signIn(me);
            browser.go(engagement.path("registers/issues"));
            browser.check("raid-issues");
            browser.go(engagement.path("raid/decisions/" + decision.id()));
            page.getByLabel("How").selectOption("led-to");
            page.getByLabel("Number or name").fill("AC-1");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Link").setExact(true))
                    .click();
            assertThat(page.locator("#links")).containsText("Tell the other offices");
            browser.check("raid-decision");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enter it in the ledger"))
                    .click();
            assertThat(page.locator("main")).containsText("In the ledger since");
        }
    }

    @DeskAndPhone
    void risksAreSeenAtAGlance(Look look) {
        row(ThingKind.ISSUE, Map.of("text", "The firewall drops every tenth call", "due", today.minusDays(3)));
        row(
                ThingKind.RISK,
                Map.ofEntries(
                        Map.entry("text", "The circuit of the Capital office comes after it is needed"),
                        Map.entry("category", "network"),
                        Map.entry("owner", "IT lead"),
                        Map.entry("probability", new BigDecimal("40")),
                        Map.entry("days", new BigDecimal("25")),
                        Map.entry("response", "Ask the carrier each week, and order a mobile line."),
                        Map.entry("probabilityAfter", new BigDecimal("20")),
                        Map.entry("daysAfter", new BigDecimal("5")),
                        Map.entry("contingencyPlan", "The mobile line carries the calls for two weeks."),
                        Map.entry("trigger", "raid.issues.exists(i, !has(i.closed) && i.due < today)")));
        row(
                ThingKind.RISK,
                Map.of(
                        "text", "Interfaces are not tested under the load of the peak weeks",
                        "category", "integration",
                        "probability", new BigDecimal("30"),
                        "days", new BigDecimal("18"),
                        "quality", "high"));
        for (String text :
                List.of("Agents go on using notes on paper", "The old numbers ring on", "Rooms are booked")) {
            row(
                    ThingKind.RISK,
                    Map.of(
                            "text",
                            text,
                            "category",
                            "adoption",
                            "owner",
                            "Contact center lead",
                            "probability",
                            new BigDecimal("55"),
                            "days",
                            new BigDecimal("6"),
                            "quality",
                            "medium"));
        }
        row(
                ThingKind.RISK,
                Map.of("text", "Something that nobody estimated", "trigger", "plan.target.probability < 0.7"));
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            browser.signIn(me);
            browser.go(engagement.path("risks/matrix"));
            assertThat(page.locator(".risk-matrix")).hasCount(2);
            assertThat(page.locator(".risk-matrix").first().locator("circle")).hasCount(5);
            assertThat(page.locator("main")).containsText("10 days expected");
            assertThat(page.locator("main")).containsText("It fires");
            assertThat(page.locator("main")).containsText("Not known: plan");
            page.getByText("What that rests on").first().click();
            browser.check("raid-risks");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Gone through today"))
                    .click();
            assertThat(page.locator("#gone-through")).containsText("noted by " + me.name());
            page.getByLabel("Whom you asked").fill("The head of the data team");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Nothing found"))
                    .click();
            assertThat(page.locator(".risk-categories")).containsText("The head of the data team");
            // One click from each circle.
            page.locator(".risk-matrix").first().locator("svg a").first().click();
            assertThat(page.locator("main")).containsText("The circuit of the Capital office");
            browser.check("raid-risk");
        }
    }

    @DeskAndPhone
    void whatEverybodyOwesIsSeenByPartyAndPerson(Look look) {
        String vendor = engagement.vendor().email();
        row(
                ThingKind.ACTION,
                Map.of(
                        "text",
                        "Send the list of licences that are in use",
                        "owner",
                        vendor,
                        "due",
                        today.minusDays(2)));
        row(ThingKind.ACTION, Map.of("text", "Name the engineers for the cutover", "owner", vendor, "due", today));
        row(
                ThingKind.ISSUE,
                Map.of("text", "The firewall drops every tenth call", "owner", me.name(), "due", today.plusDays(9)));
        try (var browser = Browser.open(look)) {
            browser.signIn(me);
            browser.go(engagement.path("waiting"));
            assertThat(browser.page().locator("main")).containsText("Cloud Vendor 2 due, 1 overdue");
            browser.check("raid-ahead");
        }
    }

    private Row only(ThingKind kind) {
        List<RaidItem> all = me.asks(() -> APP.get(RaidItems.class).of(engagement.id(), kind));
        return all.getFirst().row();
    }

    private Row row(ThingKind kind, Map<String, Object> values) {
        var register = APP.get(RaidItems.class).register(kind);
        if (register.acts().add(register, me.actor(), engagement.id(), new HashMap<>(values))
                instanceof RowOutcome.Done(var row)) {
            return row;
        }
        throw new IllegalStateException("A row is refused.");
    }
}
