package org.fram.app.platform.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.fram.app.testing.ApiClient;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.Look;
import org.fram.app.testing.Receiver;
import org.fram.app.testing.TestEngagement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The pages by which people let programs in, and have them told.
class ApiPagesTest {

    @DeskAndPhone
    void somebodyMakesATokenReadsHowToUseItAndRevokesIt(Look look) throws Exception {
        var engagement = TestEngagement.create();
        try (var browser = Browser.open(look)) {
            browser.signIn(engagement.customer());
            var page = browser.page();
            browser.go("/account");
            browser.check("account");
            page.getByRole(AriaRole.LINK, named("Tokens for programs")).click();
            page.getByLabel("Name").fill("Nightly export of the registers");
            page.getByLabel("May change things too").check();
            page.getByRole(AriaRole.BUTTON, named("Make the token")).click();
            String secret = page.locator("main [role=status] code").textContent();
            browser.check("token-made");
            org.assertj.core.api.Assertions.assertThat(
                            new ApiClient(secret).get(Api.ROOT + "/me").status())
                    .isEqualTo(200);

            page.getByRole(AriaRole.LINK, named("Interface for programs")).click();
            assertThat(page.locator("h1")).hasText("Interface for programs");
            page.locator("#changeRowRequirements summary").click();
            assertThat(page.locator("#changeRowRequirements")).containsText("If-Match");
            browser.check("api-docs");

            browser.go("/account/tokens");
            page.getByRole(AriaRole.BUTTON, named("Revoke Nightly export of the registers"))
                    .click();
            assertThat(page.locator("main")).containsText("No program acts as you.");
            browser.check("tokens");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Look.class,
            names = {"DESKTOP_DARK", "PHONE_LIGHT"})
    void somebodyHasAnotherSystemTold(Look look) throws Exception {
        var engagement = TestEngagement.create();
        try (var browser = Browser.open(look);
                var receiver = Receiver.that(
                        (exchange, number) -> exchange.sendResponseHeaders(number == 1 ? 503 : 200, -1))) {
            browser.signIn(engagement.customer());
            var page = browser.page();
            browser.go(engagement.path("webhooks"));
            page.getByLabel("Address").fill("https://nobody.invalid/fram");
            page.getByRole(AriaRole.BUTTON, named("Add")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nobody knows an address");
            browser.forgiveErrors();
            page.getByLabel("Address").fill(receiver.url());
            page.getByLabel("It is the whole engagement’s: it is told what all parties see, and no more")
                    .check();
            page.getByRole(AriaRole.BUTTON, named("Add")).click();
            assertThat(page.locator("main [role=status] code")).hasText(Pattern.compile("whsec_.+"));
            browser.check("webhook-added");

            page.getByRole(AriaRole.BUTTON, named("Send a test")).click();
            var arrived = page.locator("li", new Page.LocatorOptions().setHasText("webhook.test"))
                    .getByText("arrived");
            for (int i = 0; i < 100 && arrived.count() == 0; i++) {
                page.waitForTimeout(100);
                page.reload();
            }
            assertThat(arrived).isVisible();
            page.locator("main details summary").first().click();
            browser.check("webhook");
            page.getByRole(AriaRole.BUTTON, named("Tell it again")).first().click();
            page.getByRole(AriaRole.BUTTON, named("Pause")).click();
            assertThat(page.locator("main")).containsText("Somebody paused it");
            browser.go(engagement.path("webhooks"));
            assertThat(page.locator("main")).containsText("paused");
            browser.check("webhooks");
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
