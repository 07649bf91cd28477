package org.fram.app.engagement.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.fram.app.testing.Browser;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngagementPagesTest {

    @ParameterizedTest
    @EnumSource(Look.class)
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
            browser.go("/engagements");
            assertThat(page.getByRole(AriaRole.LINK, named("Move to the cloud")))
                    .isVisible();
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
