package org.fram.app.platform.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.junit.jupiter.api.Test;

class SecondFactorPagesTest {

    private static final RunningApp APP = RunningApp.shared();

    @DeskAndPhone
    void somebodySetsItUpAndSignsInWithItAndWithoutTheirPhone(Look look) {
        var person = APP.person("Somebody");
        Authenticator app;
        String recoveryCode;
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            browser.signIn(person);
            browser.go("/account");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Second factor"))
                    .click();
            browser.check("second-factor-off");
            page.getByLabel("Your password").fill(TestPerson.PASSWORD);
            click(page, "Set it up");
            app = Authenticator.of(page);
            browser.check("second-factor-begun");
            page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Code"))
                    .fill("12 34 56");
            click(page, "Turn it on");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("not the code");
            page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Code"))
                    .fill(app.code());
            click(page, "Turn it on");
            assertThat(page.locator(".codes code")).hasCount(10);
            recoveryCode = page.locator(".codes code").first().textContent();
            browser.check("recovery-codes");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("I have them"))
                    .click();
        }
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            givePassword(browser, person);
            assertThat(page).hasTitle("One more step · Fram");
            // The password alone leads nowhere else.
            browser.go("/engagements");
            assertThat(page).hasTitle("Sign in · Fram");
            browser.go("/sign-in/code");
            page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Code"))
                    .fill("000 000");
            click(page, "Sign in");
            browser.check("code-refused");
            page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Code"))
                    .fill(app.nextCode());
            click(page, "Sign in");
            assertThat(page).hasTitle("Engagements · Fram");
            browser.go("/account");
            browser.check("account");
            assertThat(page.locator(".session").filter(new Locator.FilterOptions().setHasText("(this one)")))
                    .containsText("With password and code");
            assertThat(page.locator("main")).containsText("Right password, wrong code");
        }
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            givePassword(browser, person);
            page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Code"))
                    .fill(recoveryCode);
            click(page, "Sign in");
            assertThat(page.locator("main [role=status]")).containsText("Recovery codes left: 9");
            browser.check("second-factor-on");
            page.getByLabel("Your password").fill("guessed");
            click(page, "Turn it off");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("not your present password");
            page.getByLabel("Your password").fill(TestPerson.PASSWORD);
            click(page, "Turn it off");
            assertThat(page.getByRole(AriaRole.BUTTON, named("Set it up"))).isVisible();
        }
    }

    @Test
    void whereItIsRequiredNobodySeesAnythingBeforeTheyHaveOne() {
        var administrator = APP.administrator("Administrator");
        var person = APP.person("Somebody");
        try (var browser = Browser.open(Look.DESKTOP_LIGHT);
                var other = Browser.open(Look.PHONE_LIGHT)) {
            browser.signIn(administrator);
            other.signIn(person);
            browser.go("/people");
            browser.check("people-second-factor");
            click(browser.page(), "Require it of everybody");
            assertThat(browser.page()).hasTitle("Second factor · Fram");

            var page = other.page();
            other.go("/engagements");
            assertThat(page).hasTitle("Second factor · Fram");
            other.check("second-factor-required");
            page.getByLabel("Your password").fill(TestPerson.PASSWORD);
            click(page, "Set it up");
            page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Code"))
                    .fill(Authenticator.of(page).code());
            click(page, "Turn it on");
            other.go("/engagements");
            assertThat(page).hasTitle("Engagements · Fram");
        } finally {
            APP.get(SettingUpSecondFactor.class).require(administrator.actor(), false);
        }
    }

    private static void givePassword(Browser browser, TestPerson person) {
        browser.go("/sign-in");
        browser.page().getByLabel("E-mail").fill(person.email());
        browser.page().getByLabel("Password").fill(TestPerson.PASSWORD);
        click(browser.page(), "Sign in");
    }

    private static void click(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
