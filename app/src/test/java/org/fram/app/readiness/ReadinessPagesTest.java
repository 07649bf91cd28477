package org.fram.app.readiness;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.fram.app.engagement.ShapingEngagement;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.TestEngagement;

/// Sign-offs and the legacy exit in the browser: from an empty page by what is usual to one that is signed off.
class ReadinessPagesTest {

    private static final RunningApp APP = RunningApp.shared();

    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson me = engagement.customer();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @DeskAndPhone
    void oneBeginsWithWhatIsUsualAndSignsOff(Look look) {
        APP.get(ShapingEngagement.class)
                .addSite(me.actor(), engagement.id(), "Harbour office", ZoneId.of("Europe/Lisbon"), 40);
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            browser.signIn(me);
            browser.go(engagement.path("readiness"));
            browser.check("readiness-empty");
            page.getByRole(AriaRole.LINK, named("Begin with what is usual"))
                    .first()
                    .click();
            browser.check("readiness-usual");
            page.getByLabel("Security assessment of the platform").uncheck();
            page.getByRole(AriaRole.BUTTON, named("Add what is ticked")).click();
            assertThat(page.locator("main")).containsText("Harbour office");
            assertThat(page.locator("main")).not().containsText("Security assessment");

            var exits = new SampleRows(engagement, "legacy-exit");
            exits.added(
                    me,
                    "Maintenance of the old platform",
                    "kind",
                    "contract-notice",
                    "withWhom",
                    "Maker of the old platform",
                    "owner",
                    me.name(),
                    "noticeBy",
                    today.plusDays(12),
                    "endsOn",
                    today.plusDays(100));
            exits.added(
                    me,
                    "Hosting of the archive",
                    "kind",
                    "contract-notice",
                    "noticeBy",
                    today.minusDays(2),
                    "endsOn",
                    today.plusDays(60));
            exits.added(
                    me,
                    "Recordings of two years",
                    "kind",
                    "recordings",
                    "keepUntil",
                    today.plusDays(700),
                    "keptAt",
                    "Archive of the records office");
            var signOffs = new SampleRows(engagement, "sign-offs");
            signOffs.added(
                    me,
                    "Desks of the second floor",
                    "kind",
                    "desktop",
                    "site",
                    "Harbour office",
                    "due",
                    today.minusDays(3));
            signOffs.added(
                    me,
                    "Firewall of the second floor",
                    "kind",
                    "firewall",
                    "site",
                    "Harbour office",
                    "due",
                    today.minusDays(1),
                    "signedOff",
                    today.minusDays(2),
                    "signedBy",
                    "Network engineer",
                    "evidence",
                    "Log of the network test");
            browser.go(engagement.path("readiness"));
            assertThat(page.locator("ul[aria-labelledby=notices] li")).hasCount(2);
            browser.check("readiness");

            page.getByRole(AriaRole.LINK, named("Desks of the second floor"))
                    .first()
                    .click();
            browser.check("readiness-row");
            browser.go(engagement.path("registers/sign-offs"));
            browser.check("readiness-sign-offs");
            browser.go(engagement.path("registers/legacy-exit"));
            browser.check("readiness-legacy-exit");
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
