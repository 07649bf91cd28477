package org.fram.app.signing.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.fram.app.engagement.ManagingPeople;
import org.fram.app.platform.access.Role;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestEngagement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignaturesPagesTest {

    @DeskAndPhone
    void bothSidesSignAChangeOrderAndKeepWhatWasSignedOnPaper(Look look) {
        var engagement = TestEngagement.create();
        var sponsor = RunningApp.shared().person("Sponsor of the vendor");
        RunningApp.shared()
                .get(ManagingPeople.class)
                .add(
                        engagement.customer().actor(),
                        engagement.id(),
                        sponsor.email(),
                        sponsor.name(),
                        new ManagingPeople.Place(engagement.vendorParty(), Role.MANAGER, Set.of()));
        try (var customer = Browser.open(look);
                var vendor = Browser.open(look)) {
            customer.signIn(engagement.customer());
            vendor.signIn(sponsor);
            customer.go(engagement.path("signatures"));
            customer.check("signatures-empty");
            customer.page()
                    .getByRole(AriaRole.LINK, named("Have something signed"))
                    .click();
            assertThat(customer.page().getByText("Nobody may sign yet")).isVisible();

            mayAllSign(customer, engagement, "");
            mayAllSign(vendor, engagement, "50,000 USD");
            customer.go(engagement.path("signatures/authority"));
            customer.check("signatures-authority");

            customer.go(engagement.path("signatures/new"));
            var page = customer.page();
            page.getByLabel("Document", exactly()).setInputFiles(pdf("Change order 1.pdf"));
            page.getByLabel("What it is").selectOption("change-order");
            page.getByLabel("Amount").fill("60,000 USD");
            page.getByLabel("Signature 1")
                    .selectOption(engagement.customer().id().toString());
            page.getByLabel("Signature 2").selectOption(sponsor.id().toString());
            customer.check("signatures-ask");
            button(page, "Ask for the signatures").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Sponsor of the vendor may not sign this");
            // What was typed is still there; the file is chosen anew.
            assertThat(page.getByLabel("Amount")).hasValue("60,000 USD");
            page.getByLabel("Amount").fill("48,000 USD");
            page.getByLabel("Document", exactly()).setInputFiles(pdf("Change order 1.pdf"));
            button(page, "Ask for the signatures").click();

            assertThat(page.getByRole(AriaRole.HEADING, headed("Change order 1")))
                    .isVisible();
            String path = page.url().replaceAll("https?://[^/]+", "");
            customer.check("signatures-request");
            page.getByLabel("Your password").fill("not the password");
            button(page, "Sign it").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("That is not your present password");
            sign(page);
            assertThat(page.getByText("by password")).isVisible();

            vendor.go(engagement.path("signatures"));
            assertThat(vendor.page().getByText("Waits for you")).isVisible();
            vendor.check("signatures-mine");
            vendor.go(path);
            sign(vendor.page());
            assertThat(vendor.page().locator(".head").getByText("Signed")).isVisible();
            vendor.check("signatures-signed");

            customer.go(engagement.path("signatures/elsewhere"));
            page.getByLabel("Document", exactly()).setInputFiles(pdf("Framework agreement.pdf"));
            page.getByLabel("Name of signature 1").fill("Head of purchasing");
            page.getByLabel("Day of signature 1").fill("2026-01-15");
            customer.check("signatures-elsewhere");
            button(page, "Keep it").click();
            assertThat(page.getByText("Head of purchasing")).isVisible();
            customer.check("signatures");
            customer.go(engagement.path("ledger"));
            assertThat(page.getByText("A document was signed", new Page.GetByTextOptions().setExact(true)))
                    .hasCount(2);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Look.class,
            names = {"DESKTOP_DARK"})
    void whoDoesNotSignSaysWhyAndAllSeeIt(Look look) {
        var engagement = TestEngagement.create();
        try (var browser = Browser.open(look)) {
            browser.signIn(engagement.customer());
            mayAllSign(browser, engagement, "");
            browser.go(engagement.path("signatures/new"));
            var page = browser.page();
            page.getByLabel("Document", exactly()).setInputFiles(pdf("Acceptance.pdf"));
            page.getByLabel("What it is").selectOption("change-order");
            page.getByLabel("Signature 1")
                    .selectOption(engagement.customer().id().toString());
            button(page, "Ask for the signatures").click();

            page.getByText("Refuse to sign").click();
            page.getByLabel("Why").fill("The load test is missing.");
            button(page, "Refuse").click();

            assertThat(page.getByText("The load test is missing.")).isVisible();
            assertThat(page.getByLabel("Your password")).hasCount(0);
            browser.check("signatures-refused");
        }
    }

    private static void mayAllSign(Browser browser, TestEngagement engagement, String upTo) {
        browser.go(engagement.path("signatures/authority"));
        var page = browser.page();
        page.getByLabel("What it is").selectOption("change-order");
        page.getByLabel("Up to").fill(upTo);
        button(page, "Give it").click();
        assertThat(page.getByText("Change order, ").first()).isVisible();
    }

    private static void sign(Page page) {
        page.getByLabel("Your password").fill(TestPerson.PASSWORD);
        button(page, "Sign it").click();
    }

    private static FilePayload pdf(String name) {
        return new FilePayload(name, "application/pdf", "%PDF-1.7 A document.".getBytes(StandardCharsets.US_ASCII));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions headed(String name) {
        return named(name).setLevel(1);
    }
}
