package org.fram.app.engagement.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngagementPagesTest {

    @DeskAndPhone
    void whoCreatesAnEngagementFindsItInTheirList(Look look) {
        var person = RunningApp.shared().person("Project manager");
        try (var browser = Browser.open(look)) {
            browser.signIn(person);
            var page = browser.page();
            assertThat(page).hasTitle("Engagements · Fram");
            browser.check("engagements-empty");

            page.getByRole(AriaRole.LINK, named("New engagement")).click();
            page.getByLabel("Name").fill("Move to the cloud");
            page.getByLabel("Your organisation").fill("Harbour Authority");
            browser.check("engagement-create");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Create"))
                    .click();

            assertThat(page).hasTitle("Overview · Move to the cloud · Fram");
            browser.check("engagement-home");
            browser.go(page.url().replaceAll("https?://[^/]+", "") + "/ledger");
            assertThat(page.getByText("Nothing binds yet")).isVisible();
            browser.check("ledger-empty");
            browser.go("/engagements");
            assertThat(page.getByRole(AriaRole.LINK, named("Move to the cloud")))
                    .isVisible();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Look.class,
            names = {"DESKTOP_DARK", "PHONE_LIGHT"})
    void anOwnerDescribesTheEngagementAndBringsInTheVendor(Look look) {
        var owner = RunningApp.shared().person("Owner");
        var vendor = RunningApp.shared().person("Vendor’s manager");
        try (var browser = Browser.open(look)) {
            browser.signIn(owner);
            create(browser);
            var page = browser.page();

            page.locator("main")
                    .getByRole(
                            AriaRole.LINK,
                            new Locator.GetByRoleOptions().setName("Setup").setExact(true))
                    .click();
            page.getByLabel("What it is about").fill("From the basement to the cloud.");
            page.getByLabel("Sourcing strategy").selectOption("cloud");
            page.getByLabel("Seats in peak weeks").fill("600");
            page.getByRole(AriaRole.BUTTON, named("Save")).click();
            page.getByLabel("Another party").fill("Cloud Vendor");
            page.locator("form[action$='/parties'] button").click();
            page.getByLabel("Another site").fill("Harbour office");
            page.locator("form[action$='/sites'] button").click();
            browser.check("engagement-setup");
            page.locator("main")
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Objectives"))
                    .click();
            page.locator("main")
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Add an objective"))
                    .first()
                    .click();
            page.locator(".form-part [name=text]").fill("Walk away above this price");
            page.locator(".form-part [name=seenBy]").selectOption("mine");
            page.locator(".form-part button.btn-primary").click();
            assertThat(page.getByText("Walk away above this price")).isVisible();

            browser.way("People");
            page.getByLabel("E-mail").fill(vendor.email());
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(vendor.name());
            page.locator("#new-party").selectOption(new SelectOption().setLabel("Cloud Vendor"));
            page.locator("#new-role").selectOption("manager");
            page.locator("form[action$='/people']")
                    .getByLabel("Project manager")
                    .check();
            page.getByRole(AriaRole.BUTTON, named("Add with a first password")).click();
            assertThat(page.getByText(vendor.email())).isVisible();
            browser.check("engagement-people");
        }
        try (var browser = Browser.open(look)) {
            browser.signIn(vendor);
            browser.page().getByRole(AriaRole.LINK, named("Move to the cloud")).click();
            assertThat(browser.page().getByText("Harbour office")).isVisible();
            assertThat(browser.page().getByText("Walk away above this price")).hasCount(0);
            browser.check("engagement-home-of-vendor");
            browser.go(browser.page().url().replaceAll("https?://[^/]+", "") + "/ledger");
            assertThat(browser.page().getByText("A person joined")).isVisible();
            assertThat(browser.page().locator("main")).containsText(owner.name());
            browser.check("ledger");
        }
    }

    @Test
    void whoSavesOverSomebodyElsesChangeIsToldAndNothingIsLost() {
        var owner = RunningApp.shared().person("Owner");
        try (var first = Browser.open(Look.DESKTOP_LIGHT);
                var second = Browser.open(Look.DESKTOP_LIGHT)) {
            first.signIn(owner);
            create(first);
            first.page()
                    .locator("main")
                    .getByRole(
                            AriaRole.LINK,
                            new Locator.GetByRoleOptions().setName("Setup").setExact(true))
                    .click();
            second.signIn(owner);
            second.page().navigate(first.page().url());

            first.page().getByLabel("What it is about").fill("What the first says");
            first.page().getByRole(AriaRole.BUTTON, named("Save")).click();
            assertThat(first.page().getByLabel("What it is about")).hasValue("What the first says");
            second.page().getByLabel("What it is about").fill("What the second says");
            second.page().getByRole(AriaRole.BUTTON, named("Save")).click();

            assertThat(second.page().getByRole(AriaRole.ALERT)).containsText("Somebody else changed this");
            assertThat(second.page().getByLabel("What it is about")).hasValue("What the first says");
        }
    }

    private static void create(Browser browser) {
        browser.go("/engagements/new");
        browser.page().getByLabel("Name").fill("Move to the cloud");
        browser.page().getByLabel("Your organisation").fill("Harbour Authority");
        browser.page().getByRole(AriaRole.BUTTON, named("Create")).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
