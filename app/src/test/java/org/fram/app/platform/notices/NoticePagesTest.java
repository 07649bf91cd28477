package org.fram.app.platform.notices;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestEngagement;
import org.fram.app.testing.TestMail;
import org.junit.jupiter.api.Test;

class NoticePagesTest {

    private static final RunningApp APP = RunningApp.shared();

    @DeskAndPhone
    void theBellCountsWhatIsNotReadAndTheListLeadsThere(Look look) {
        var engagement = TestEngagement.create();
        var reader = engagement.vendor();
        give(reader, "O-007", "The Vendor trains all agents of the service desk before go-live.");
        NoticeSamples.withDate(reader);
        try (var browser = Browser.open(look)) {
            browser.signIn(reader);
            var page = browser.page();
            assertThat(page.locator(".bell-count")).hasText("3");
            page.getByRole(AriaRole.LINK, named("Notices, 3 unread")).click();
            assertThat(page).hasTitle("Notices · Fram");
            assertThat(page.locator(".notices li.unread")).hasCount(3);
            browser.check("notices");

            page.getByRole(AriaRole.LINK, named("You belong to “Move to the cloud” now"))
                    .click();
            page.waitForURL("**" + engagement.path(""));
            assertThat(page.locator(".bell-count")).hasText("2");

            browser.go("/notices");
            page.getByRole(AriaRole.BUTTON, named("Mark as read: Done by 2 May 2031,"))
                    .click();
            assertThat(page.locator(".notices li.unread")).hasCount(1);
            assertThat(page.locator(".notices li").first()).hasClass("unread");
            page.getByRole(AriaRole.BUTTON, named("Mark all as read")).click();
            assertThat(page.locator(".notices li.unread")).hasCount(0);
            assertThat(page.locator(".bell-count")).hasCount(0);
        }
    }

    @Test
    void whoWasToldNothingSeesWhatWouldStandHereAndWhoWasToldMuchTurnsPages() {
        var reader = APP.person("Reader");
        try (var browser = Browser.open(Look.PHONE_LIGHT)) {
            browser.signIn(reader);
            browser.go("/notices");
            assertThat(browser.page().locator(".empty-state")).containsText("Nothing yet");
            browser.check("notices-empty");
            for (int i = 1; i <= 30; i++) {
                give(reader, "O-%03d".formatted(i), "Promise number " + i);
            }
            browser.go("/notices");
            assertThat(browser.page().locator(".bell-count")).hasText("30");
            assertThat(browser.page().locator(".notices li")).hasCount(25);
            browser.page().getByRole(AriaRole.LINK, named("Older")).click();
            assertThat(browser.page().locator(".notices li")).hasCount(5);
            browser.page().getByRole(AriaRole.LINK, named("Newer")).click();
            assertThat(browser.page().locator(".notices li")).hasCount(25);
        }
    }

    @DeskAndPhone
    void onesWishesAreKeptAndWhatMakesNoSenseIsRefused(Look look) {
        var reader = APP.person("Reader");
        try (var browser = Browser.open(look)) {
            browser.signIn(reader);
            browser.go("/account/notices");
            var page = browser.page();
            browser.check("notice-settings");
            page.getByLabel("Somebody adds you to an engagement").selectOption("In the digest");
            page.getByLabel("Time zone").selectOption("Europe/Lisbon");
            page.getByLabel("Digest", exactly()).selectOption("Every week");
            page.getByLabel("Weekly on").selectOption("Friday");
            page.getByLabel("At", exactly()).selectOption("16");
            page.getByLabel("Quiet from").selectOption("20");
            page.getByLabel("Quiet until").selectOption("20");
            save(page);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("end at another hour");

            page.getByLabel("Time zone").selectOption("Europe/Lisbon");
            page.getByLabel("Digest", exactly()).selectOption("Every week");
            page.getByLabel("Somebody adds you to an engagement").selectOption("In the digest");
            page.getByLabel("Quiet from").selectOption("20");
            page.getByLabel("Quiet until").selectOption("7");
            save(page);
            assertThat(page.locator("main [role=status]")).containsText("Saved");
            browser.go("/account/notices");
            assertThat(page.getByLabel("Time zone")).hasValue("Europe/Lisbon");
            assertThat(page.getByLabel("Quiet until")).hasValue("7");
            assertThat(page.getByLabel("Somebody adds you to an engagement")).hasValue("digest");
        }
    }

    @Test
    void anAdministratorSeesWhetherMailGoesAndTriesIt() throws Exception {
        var administrator = APP.administrator("Administrator");
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            browser.signIn(administrator);
            browser.go("/mail");
            browser.page()
                    .getByRole(AriaRole.BUTTON, named("Send a mail to me"))
                    .click();
            assertThat(browser.page().getByText("A mail to you is on its way.")).isVisible();
            browser.check("mail");
        }
        TestMail.await(administrator.email(), "Mail from Fram arrives");
    }

    @Test
    void aLinkOfAMailLeadsThereOnceOneHasSignedIn() throws Exception {
        var engagement = TestEngagement.create();
        var reader = engagement.vendor();
        var mail = TestMail.await(reader.email(), "You belong to “Move to the cloud” now");
        try (var browser = Browser.open(Look.PHONE_DARK)) {
            // As mail programs show it.
            browser.page().setContent(mail.html());
            browser.check("mail-of-a-notice");
            browser.go(mail.link("/notices"));
            assertThat(browser.page()).hasTitle("Sign in · Fram");
            browser.page().getByLabel("E-mail").fill(reader.email());
            browser.page().getByLabel("Password").fill(TestPerson.PASSWORD);
            browser.page().locator("main button").first().click();
            browser.page().waitForURL("**" + engagement.path(""));
        }
    }

    @Test
    void aDateIsTakenIntoOnesCalendarFromThePageToo() throws Exception {
        var reader = APP.person("Reader");
        var id = NoticeSamples.withDate(reader);

        var file = new String(
                HttpBrowser.signedIn(reader).download("/notices/%s/event.ics".formatted(id)), StandardCharsets.UTF_8);

        org.assertj.core.api.Assertions.assertThat(file)
                .startsWith("BEGIN:VCALENDAR")
                .contains("DTSTART:20310502T090000Z", "METHOD:REQUEST");
    }

    private static void give(TestPerson reader, String code, String promise) {
        APP.get(Transactions.class)
                .run(
                        reader.actor(),
                        () -> APP.get(Notices.class)
                                .give(Notice.to(
                                        reader.id(),
                                        Rehearsals.DIGEST,
                                        code,
                                        Text.of("notices.rehearsal.subject", LocalDate.of(2031, 5, 2)),
                                        Text.of("sow.told.assignedText", code + ": " + promise),
                                        "/engagements")));
    }

    private static void save(Page page) {
        page.getByRole(AriaRole.BUTTON, named("Save")).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
