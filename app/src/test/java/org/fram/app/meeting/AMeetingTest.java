package org.fram.app.meeting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.meeting.ArrangingMeetings.Other;
import org.fram.app.platform.access.Role;
import org.fram.app.raid.RaidItems;
import org.fram.app.raid.ThingKind;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.Keystrokes;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestEngagement;
import org.fram.app.testing.TestMail;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// Meetings in the browser: from an empty page to minutes that were sent, by keyboard; the pages of a
/// series; a check-in that is answered by a link.
class AMeetingTest {

    private static final double TWO_MINUTES = 120;

    private static final RunningApp APP = RunningApp.shared();
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final TestEngagement engagement = TestEngagement.create();
    private final MeetingSamples samples = new MeetingSamples(engagement);
    private final TestPerson me = engagement.customer();
    private final TestPerson lead = engagement.member(
            "Lead of the harbour’s IT", engagement.customerParty(), Role.CONTRIBUTOR, ProjectRole.IT_LEAD);
    private final LocalDate today = samples.today();
    private final String outside = "maker%d@walk.example".formatted(PEOPLE.incrementAndGet());

    @Test
    void fromAnEmptyPageToThreeActionsThatAreSentTakesLessThanTwoMinutesByKeyboard() throws Exception {
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            var page = browser.page();
            browser.signIn(me);
            browser.go(engagement.path("meetings"));
            var keyboard = new Keystrokes(page);
            keyboard.press("m");
            keyboard.type("Call with the carrier");
            keyboard.press("Enter");
            var line = page.getByLabel("Write to: Anything else");
            assertThat(line).isFocused();
            keyboard.type("! Ask for the date of the Capital office @IT lead +3");
            keyboard.press("Enter");
            assertThat(page.locator(".meeting-action")).hasCount(1);
            assertThat(line).isFocused();
            keyboard.type("! Send the list of trunks @" + engagement.vendor().name());
            keyboard.press("Enter");
            assertThat(page.locator(".meeting-action")).hasCount(2);
            keyboard.type("! Book the test week +10");
            keyboard.press("Enter");
            assertThat(page.locator(".meeting-action")).hasCount(3);
            assertThat(line).isFocused();
            keyboard.press("Tab");
            keyboard.press("Tab");
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Held: send the minutes")))
                    .isFocused();
            keyboard.press("Enter");
            assertThat(page.locator("main")).containsText("Sent to");
            System.out.println("Minutes with three actions: " + keyboard);
            assertThat(keyboard.steps()).isLessThanOrEqualTo(12);
            assertThat(keyboard.seconds()).isLessThan(TWO_MINUTES);
        }
        var actions = me.asks(() -> APP.get(RaidItems.class).of(engagement.id(), ThingKind.ACTION));
        assertThat(actions)
                .extracting(item -> item.words("owner"))
                .containsExactly(lead.name(), engagement.vendor().name(), me.name());
        assertThat(actions.getFirst().day("due")).isEqualTo(today.plusDays(3));
        assertThat(TestMail.await(engagement.vendor().email(), "Minutes").text())
                .contains("Send the list of trunks");
    }

    @DeskAndPhone
    void aMeetingGoesFromItsAgendaToItsMinutes(Look look) throws Exception {
        var register = APP.get(RaidItems.class).register(ThingKind.ACTION);
        register.acts()
                .add(register, me.actor(), engagement.id(), Map.of("text", "Send the list of trunks", "due", today));
        var decisions = APP.get(RaidItems.class).register(ThingKind.DECISION);
        decisions.acts().add(decisions, me.actor(), engagement.id(), Map.of("text", "Which office is first"));
        var before = samples.arrange(samples.wish(
                "Weekly status",
                MeetingKind.STATUS_MEETING,
                Rhythm.Unit.WEEKS,
                today.minusDays(14),
                List.of(new Other("Maker’s engineer", "no..body@walk.example"))));
        samples.write(me, before, "We begin.");
        samples.hold(before);
        var place = new WritingMinutes.Place(engagement.id(), before.series(), today);
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            browser.signIn(me);
            browser.go(engagement.path("meetings"));
            browser.check("meetings");
            browser.go(engagement.path("meetings/new"));
            browser.check("meeting-new");
            browser.go(engagement.path("meetings/" + before.series()));
            assertThat(page.locator("main")).containsText("each " + weekday());
            browser.check("meeting-series");

            browser.go(place.address());
            assertThat(page.locator("main")).containsText("Which office is first");
            var line = page.getByLabel("Write to: Progress");
            line.fill("Two of three queues route.");
            line.press("Enter");
            assertThat(page.locator(".meeting-note")).hasCount(1);
            line.fill("! Name the skills of the third queue @IT lead +4");
            line.press("Enter");
            assertThat(page.locator(".meeting-action")).containsText(lead.name());
            line.fill("= The Capital office begins");
            line.press("Enter");
            assertThat(page.locator(".meeting-decision")).hasCount(1);
            line.fill("! Something @Nobody at all");
            line.press("Enter");
            assertThat(page.locator("main")).containsText("Nobody at all");
            assertThat(line).hasValue("! Something @Nobody at all");
            browser.forgiveErrors();
            browser.check("meeting-writing");
            line.fill("");

            // Somebody else rewrites the note while its form is open.
            page.locator(".meeting-note a").first().click();
            page.getByLabel("Note", new Page.GetByLabelOptions().setExact(true)).fill("Two queues of three route.");
            var note = samples.notes(place).getFirst();
            APP.get(WritingMinutes.class)
                    .rewrite(engagement.vendor().actor(), place, note.id(), note.version(), "Three queues route.");
            page.locator(".meeting-edit .btn-primary").click();
            assertThat(page.locator(".meeting-newer")).hasText("Three queues route.");
            assertThat(page.getByLabel("Note", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue("Two queues of three route.");
            browser.forgiveErrors();
            browser.check("meeting-overtaken");
            page.locator(".meeting-edit .btn-primary").click();
            assertThat(page.locator(".meeting-note")).containsText("Two queues of three route.");

            page.getByLabel(me.name()).check();
            page.locator("form[action$=present] button").click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Held: send the minutes"))
                    .click();
            assertThat(page.locator("main")).containsText("Sent to");
            for (int i = 0; i < 100 && page.locator(".meeting-unreached").count() == 0; i++) {
                Thread.sleep(100);
                browser.go(place.address());
            }
            assertThat(page.locator(".meeting-unreached")).containsText("Maker’s engineer");
            browser.check("meeting-held");
            assertThat(samples.present(place)).containsExactly(me.name());
        }
    }

    @DeskAndPhone
    void aCheckInIsAnsweredByALinkAndWhoDoesNotIsShown(Look look) throws Exception {
        var place = samples.arrange(samples.wish(
                "Friday check-in",
                MeetingKind.CHECK_IN,
                Rhythm.Unit.WEEKS,
                today.minusDays(1),
                List.of(new Other("Maker’s engineer", outside))));
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            browser.signIn(me);
            browser.go(place.address());
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask now"))
                    .click();
            assertThat(page.locator("main")).containsText("No answer");
            browser.go(TestMail.await(outside, 1).getFirst().link("/guest"));
            page.getByLabel("What moved?").fill("The firewall is there.");
            page.getByLabel("What is in the way?").fill("Nothing.");
            page.getByLabel("What do you need?").fill("The list of ports.");
            browser.check("meeting-questions");
            page.locator("main form .btn-primary").click();
            assertThat(page.locator("main")).containsText("Thank you");
            browser.go(place.address());
            assertThat(page.locator("main")).containsText("The list of ports.");
            assertThat(page.locator("main")).containsText("Late");
            browser.check("meeting-answers");
        }
    }

    @Test
    void withoutScriptsEverythingIsAForm() throws Exception {
        var browser = HttpBrowser.signedIn(me);
        var begun = browser.post(engagement.path("meetings/now"), Map.of("name", "Call"));
        String address = begun.uri().getPath();
        assertThat(address).endsWith("/" + today);
        browser.post(
                address + "/notes",
                Map.of(
                        "kind",
                        "action",
                        "text",
                        "Ask",
                        "owner",
                        lead.email(),
                        "due",
                        "2031-05-03",
                        "point",
                        "general"));
        var written = Jsoup.parse(browser.get(address).body()).select(".meeting-action");
        assertThat(written.text()).contains("AC-1").contains("Ask").contains(lead.name());
        var refused = browser.post(address + "/notes", Map.of("line", "! Ask @Nobody", "point", "general"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("[name=line]").attr("value"))
                .isEqualTo("! Ask @Nobody");
        var document = browser.download(address + "/minutes.docx");
        assertThat(document.length).isGreaterThan(1_000);
        var moved = browser.post(address + "/move", Map.of("to", "2031-05-03", "time", "nonsense"));
        assertThat(moved.statusCode()).isEqualTo(422);
        browser.post(address + "/leave-out", Map.of("reason", "Nobody came"));
        assertThat(browser.get(address).body()).contains("Left out: Nobody came");
        browser.post(address + "/take-up", Map.of());
        browser.post(address + "/hold", Map.of());
        assertThat(browser.get(address).body()).contains("Sent to").doesNotContain("name=\"line\"");
    }

    private String weekday() {
        String name = today.getDayOfWeek().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
