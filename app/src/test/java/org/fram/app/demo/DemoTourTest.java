package org.fram.app.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fram.app.testing.Browser;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.junit.jupiter.api.Test;

/// What whoever tries the demonstration sees; the pictures of the README are taken here.
class DemoTourTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final LoadingDemo DEMO = APP.get(LoadingDemo.class);

    @Test
    void theCustomerLooksAtTheVendorsStatementOfWorkAndBringsInItsSecondVersion() throws Exception {
        DEMO.load();
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            var page = browser.page();
            browser.signIn("pm@demo.example", LoadingDemo.PASSWORD);
            page.getByText("Contact center to the cloud").first().click();
            browser.check("demo-home");
            browser.way("Requirements");
            assertThat(page.getByText("keeps the place in the queue")).isVisible();
            browser.way("Assumptions");
            assertThat(page.getByText("National Carrier delivers")).isVisible();
            browser.picture("assumptions");
            browser.way("Price");
            assertThat(page.getByText("Peak agents, for each day").first()).isVisible();
            browser.way("Objectives against KPIs");
            assertThat(page.getByText("Occupancy").first()).isVisible();
            browser.way("Provisioning");
            assertThat(page.getByText("The supplier’s date has moved 2 times").first())
                    .isVisible();
            browser.way("Numbers");
            assertThat(page.getByText("Toll-free numbers").first()).isVisible();
            browser.way("Plan");
            assertThat(page.locator(".loads .over").first()).isAttached();
            browser.check("demo-plan");
            page.getByRole(AriaRole.LINK, named("Who is booked")).first().click();
            assertThat(page.getByText("Not confirmed again").first()).isVisible();
            browser.way("Key roles");
            assertThat(page.getByText("Nobody").first()).isVisible();
            browser.way("Status report");
            assertThat(page.locator(".status-trend")).isVisible();
            assertThat(page.locator(".status-seen").first()).isVisible();
            browser.check("demo-status");
            browser.picture("status");
            Files.write(
                    Path.of("target/screenshots/demo-status.pdf"),
                    page.request().get(page.url() + "/report.pdf").body());
            browser.way("Waited for the other side");
            assertThat(page.getByText("National carrier").first()).isVisible();
            browser.way("Calendar");
            assertThat(page.locator(".cal-entry").first()).isAttached();
            browser.check("demo-calendar");
            browser.way("Readiness");
            assertThat(page.getByText("Hosting of the old recording archive").first())
                    .isVisible();
            browser.way("Overview");

            page.locator("main a[href$='/sow']").first().click();
            page.getByText("version 1").first().click();
            page.getByRole(AriaRole.LINK, named("Document and obligations")).click();
            browser.check("demo-workspace");
            browser.picture("workspace");
            String workspace = page.url();
            assertThat(page.locator("#tally")).containsText("accepted");

            page.getByRole(AriaRole.LINK, named("Findings")).click();
            assertThat(page.locator(".finding").first()).isVisible();
            browser.check("demo-findings");
            browser.picture("findings");

            page.getByRole(AriaRole.LINK, named("Draft")).click();
            browser.picture("draft");
            page.locator("input[type=file]")
                    .setInputFiles(DEMO.documents().resolve("Contact center to the cloud, version 2.docx"));
            page.getByRole(AriaRole.BUTTON, named("Bring in the next version")).click();
            page.waitForURL("**/review*", new Page.WaitForURLOptions().setTimeout(180_000));

            browser.go(workspace.replaceAll("https?://[^/]+", "").replaceAll("\\?.*", "") + "?show=asked");
            assertThat(page.locator(".asked").first()).isVisible();
            assertThat(page.locator(".obligation").count()).isBetween(2, 15);
            browser.picture("next-version");
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
