package org.fram.app.meeting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.meeting.WritingMinutes.Place;
import org.fram.app.platform.access.Role;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestEngagement;
import org.junit.jupiter.api.Test;

/// Minutes are written while people talk: nobody waits for Fram, and nothing that was typed is lost when it is slow,
/// does
/// not answer, or has signed somebody out.
class MinutesAsFastAsPeopleTypeTest {

    private static final String NOTES = "**/notes";

    private final TestEngagement engagement = TestEngagement.create();
    private final MeetingSamples samples = new MeetingSamples(engagement);
    private final TestPerson me = engagement.customer();
    private final LocalDate today = samples.today();
    private final Place place = samples.weekly("Weekly status", today);

    @Test
    void linesThatAreTypedFasterThanFramAnswersAreAllWrittenInTheirOrder() {
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            var line = writing(browser);
            var slow = Slow.on(browser.page());
            browser.page().keyboard().type("One\nTwo\n! Three +3\nWhat comes ne");
            for (int left = 3; left > 0; left--) {
                assertThat(browser.page().locator(".on-its-way")).hasCount(left);
                assertThat(browser.page().locator(".meeting-note, .meeting-action"))
                        .hasCount(3 - left);
                slow.answer();
            }
            assertThat(browser.page().locator(".meeting-note, .meeting-action")).hasCount(3);
            assertThat(browser.page().locator(".on-its-way")).hasCount(0);
            assertThat(line).hasValue("What comes ne");
            assertThat(line).isFocused();
        }
        assertThat(samples.notes(place)).extracting(Note::text).startsWith("One", "Two");
        assertThat(samples.notes(place).getLast().kind()).isEqualTo(Note.Kind.ACTION);
    }

    @Test
    void whoEndsTheMeetingWhileLinesAreOnTheirWayEndsItWithThem() {
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            writing(browser);
            var slow = Slow.on(browser.page());
            browser.page().keyboard().type("One\nTwo\nThree");
            hold(browser);
            slow.answer();
            slow.answer();
            slow.answer();
            assertThat(browser.page().locator("main")).containsText("Sent to");
        }
        assertThat(samples.notes(place)).extracting(Note::text).containsExactly("One", "Two", "Three");
    }

    @Test
    void theMeetingDoesNotEndWhileALineIsToBeMended() {
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            var line = writing(browser);
            browser.page().keyboard().type("! Ask @Nobody at all");
            hold(browser);
            assertThat(browser.page().getByRole(AriaRole.ALERT)).containsText("Nobody at all");
            assertThat(line).hasValue("! Ask @Nobody at all");
            assertThat(line).isFocused();
            browser.forgiveErrors();
            line.fill("! Ask the carrier");
            hold(browser);
            assertThat(browser.page().locator("main")).containsText("Sent to");
        }
        assertThat(samples.notes(place)).hasSize(1);
    }

    @Test
    void whatWasTypedAndNotSentIsThereWhenOneComesBack() {
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            var line = writing(browser);
            browser.page().keyboard().type("Two of three");
            browser.page().getByLabel(me.name()).check();
            browser.page().locator("form[action$=present] button").click();
            assertThat(line).hasValue("Two of three");
            browser.go(engagement.path("meetings"));
            browser.go(place.address());
            assertThat(line).hasValue("Two of three");
            line.press("Enter");
            assertThat(browser.page().locator(".meeting-note")).containsText("Two of three");
            browser.page().reload();
            assertThat(line).hasValue("");
        }
    }

    private static void hold(Browser browser) {
        browser.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Held: send the minutes"))
                .click();
    }

    @Test
    void aLineThatIsRefusedComesBackIntoTheFieldOrStaysBesideWhatIsTypedMeanwhile() {
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            var page = browser.page();
            var line = writing(browser);
            page.keyboard().type("! Ask @Nobody at all\n");
            assertThat(line).hasValue("! Ask @Nobody at all");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nobody at all");
            line.fill("");
            var slow = Slow.on(page);
            page.keyboard().type("! Ask @Nobody here\nAnd then");
            slow.answer();
            var again = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take it up again"));
            assertThat(again).isVisible();
            browser.forgiveErrors();
            browser.check("meeting-came-back");
            again.click();
            assertThat(line).hasValue("! Ask @Nobody here");
            assertThat(page.locator(".came-back")).containsText("And then");
            line.fill("! Ask the carrier");
            line.press("Enter");
            slow.answer();
            assertThat(page.locator(".meeting-action")).hasCount(1);
            assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
            again.click();
            assertThat(line).hasValue("And then");
            assertThat(page.locator(".came-back")).hasCount(0);
            browser.forgiveErrors();
        }
    }

    @Test
    void aLineThatFramDoesNotAnswerIsStillThereAndIsWrittenWhenItDoes() {
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            var page = browser.page();
            var line = writing(browser);
            page.route(NOTES, Route::abort);
            page.keyboard().type("We begin on Monday\n");
            assertThat(page.locator("#toasts")).containsText("Fram did not answer");
            assertThat(line).hasValue("We begin on Monday");
            page.unroute(NOTES);
            line.press("Enter");
            assertThat(page.locator(".meeting-note")).containsText("We begin on Monday");
            browser.forgiveErrors();
        }
    }

    @DeskAndPhone
    void whoWasSignedOutSignsInBesideThePageAndGoesOn(Look look) {
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            var line = writing(browser);
            page.context().clearCookies();
            page.keyboard().type("We begin on Monday\n");
            var told = page.locator("#toasts");
            assertThat(told).containsText("you are signed out");
            assertThat(line).hasValue("We begin on Monday");
            browser.forgiveErrors();
            browser.check("meeting-signed-out");
            signInBeside(page);
            assertThat(told).not().containsText("you are signed out");
            line.press("Enter");
            assertThat(page.locator(".meeting-note")).containsText("We begin on Monday");
        }
    }

    @Test
    void aFormThatStoodOpenOverNightKeepsWhatIsInItUntilOneIsSignedInAgain() {
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            var page = browser.page();
            page.clock().install();
            browser.signIn(me);
            browser.go(engagement.path("meetings/now"));
            var name = page.locator("main").getByLabel("What is it about?");
            name.fill("Call with the carrier");
            page.context().clearCookies();
            page.clock().fastForward(12 * 3_600_000);
            name.press("Enter");
            assertThat(page.locator("#toasts")).containsText("you are signed out");
            assertThat(name).hasValue("Call with the carrier");
            signInBeside(page);
            name.press("Enter");
            assertThat(page.locator("h1")).hasText("Call with the carrier");
        }
    }

    private void signInBeside(Page page) {
        var beside = page.waitForPopup(
                () -> page.getByText("Sign in beside this page").click());
        beside.getByLabel("E-mail").fill(me.email());
        beside.getByLabel("Password").fill(TestPerson.PASSWORD);
        beside.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
        beside.waitForURL(url -> !url.contains("/sign-in"));
        beside.close();
        page.bringToFront();
        page.evaluate("window.dispatchEvent(new Event('focus'))");
    }

    @DeskAndPhone
    void whoTypesAnAtIsOfferedNamesAndRoles(Look look) {
        engagement.member(
                "Lead of the harbour’s IT", engagement.customerParty(), Role.CONTRIBUTOR, ProjectRole.IT_LEAD);
        engagement.member("Lead of the harbour’s cranes", engagement.customerParty(), Role.CONTRIBUTOR);
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            var line = writing(browser);
            page.keyboard().type("! Ask the carrier @lea");
            var names = page.locator(".names-offered [role=option]");
            assertThat(names).hasCount(3);
            browser.check("meeting-names");
            line.press("ArrowDown");
            assertThat(page.locator("[role=option][aria-selected=true]")).hasText("Lead of the harbour’s cranes");
            line.press("Escape");
            assertThat(names).hasCount(0);
            page.keyboard().type("d of the harbour’s c");
            line.press("Enter");
            assertThat(line).hasValue("! Ask the carrier @Lead of the harbour’s cranes ");
            page.keyboard().type("+3\n");
            assertThat(page.locator(".meeting-action")).containsText("Lead of the harbour’s cranes");
            page.keyboard().type("! Send it @IT");
            names.filter(new Locator.FilterOptions().setHasText("IT lead")).click();
            line.press("Enter");
            assertThat(page.locator(".meeting-action")).hasCount(2);
        }
    }

    @Test
    void whatTheOtherSideWritesAppearsWhileOneWrites() {
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            var page = browser.page();
            page.clock().install();
            var line = writing(browser);
            page.keyboard().type("What I am about to");
            samples.write(engagement.vendor(), place, "Written by the vendor.");
            page.clock().fastForward(20_000);
            assertThat(page.locator(".meeting-note")).containsText("Written by the vendor.");
            assertThat(line).hasValue("What I am about to");
            assertThat(line).isFocused();
        }
    }

    @Test
    void whatAPageAsksByItselfIsAskedAgainWithoutAWord() {
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            var page = browser.page();
            page.clock().install();
            writing(browser);
            page.route("**/said?*", Route::abort);
            page.waitForRequest("**/said?*", () -> page.clock().fastForward(20_000));
            page.unroute("**/said?*");
            samples.write(engagement.vendor(), place, "Written by the vendor.");
            page.clock().fastForward(20_000);
            assertThat(page.locator(".meeting-note")).containsText("Written by the vendor.");
            assertThat(page.locator("#toasts")).isEmpty();
            browser.forgiveErrors();
        }
    }

    private Locator writing(Browser browser) {
        browser.signIn(me);
        browser.go(place.address());
        var line = browser.page().getByLabel("Write to: Progress");
        line.focus();
        return line;
    }

    /// An application that answers what is sent to it when it is told to.
    private record Slow(Page page, Deque<Route> held) {

        static Slow on(Page page) {
            var slow = new Slow(page, new ArrayDeque<>());
            page.route(NOTES, slow.held::add);
            return slow;
        }

        void answer() {
            page.waitForCondition(() -> !held.isEmpty());
            held.remove().resume();
        }
    }
}
