package org.fram.app.platform.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.junit.jupiter.api.Test;

class AccountPagesTest {

    private static final RunningApp APP = RunningApp.shared();

    @DeskAndPhone
    void anAdministratorGivesAnAccountAndItsOwnerChoosesAPassword(Look look) {
        var administrator = APP.administrator("Administrator");
        String email = "new-%s@fram.example".formatted(administrator.id());
        String firstPassword;
        try (var browser = Browser.open(look)) {
            browser.signIn(administrator);
            browser.go("/people");
            var page = browser.page();
            page.getByLabel("E-mail").fill(email);
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Newcomer");
            page.getByRole(AriaRole.BUTTON, named("Add with a first password")).click();
            firstPassword = page.locator("[role=status] code").textContent();
            browser.check("accounts");
        }
        try (var browser = Browser.open(look)) {
            browser.go("/sign-in");
            browser.check("sign-in");
            signIn(browser.page(), email, firstPassword);
            assertThat(browser.page()).hasTitle("Your account · Fram");
            browser.go("/engagements");
            assertThat(browser.page()).hasTitle("Your account · Fram");
            browser.check("account-first-password");

            browser.page().getByLabel("Present password").fill(firstPassword);
            browser.page().getByLabel("New password").fill("a sentence that I keep in mind");
            browser.page()
                    .getByRole(AriaRole.BUTTON, named("Change the password"))
                    .click();
            assertThat(browser.page().locator("main [role=status]")).containsText("Sign in with the new one");
            signIn(browser.page(), email, "a sentence that I keep in mind");
            assertThat(browser.page()).hasTitle("Engagements · Fram");
        }
    }

    @Test
    void whoSignsOutIsAStrangerAndAWrongPasswordIsSaidToBe() {
        var person = APP.person("Somebody");
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            browser.signIn(person);
            browser.page().getByRole(AriaRole.BUTTON, named("Somebody")).click();
            browser.page().getByRole(AriaRole.BUTTON, named("Sign out")).click();
            assertThat(browser.page().locator("main [role=status]")).hasText("You are signed out.");
            browser.go("/engagements");
            assertThat(browser.page()).hasTitle("Sign in · Fram");

            signIn(browser.page(), person.email(), "guessed");
            assertThat(browser.page().locator("main .alert")).containsText("no account with this e-mail");
        }
    }

    @Test
    void whoIsSignedInElsewhereSignsOutThere() {
        var person = APP.person("Somebody");
        try (var here = Browser.open(Look.DESKTOP_DARK);
                var there = Browser.open(Look.PHONE_LIGHT)) {
            here.signIn(person);
            there.signIn(person);
            here.go("/account");
            assertThat(here.page().locator(".session")).hasCount(2);
            assertThat(here.page().locator(".session").filter(new Locator.FilterOptions().setHasText("(this one)")))
                    .containsText("Chrome, Linux");
            here.check("account-sessions");

            here.page().locator(".session button").click();
            assertThat(here.page().locator(".session")).hasCount(1);
            there.go("/engagements");
            assertThat(there.page()).hasTitle("Sign in · Fram");

            there.signIn(person);
            here.go("/account");
            here.page()
                    .getByRole(AriaRole.BUTTON, named("Sign out everywhere else"))
                    .click();
            assertThat(here.page().locator(".session")).hasCount(1);
            there.go("/engagements");
            assertThat(there.page()).hasTitle("Sign in · Fram");
        }
    }

    @Test
    void whatIsNotThereAndWhatIsNotOursAreAFriendlyPage() {
        var person = APP.person("Somebody");
        try (var browser = Browser.open(Look.PHONE_LIGHT)) {
            browser.signIn(person);
            for (String path : new String[] {"/nothing", "/engagements/" + person.id(), "/engagements/no-id"}) {
                browser.go(path);
                assertThat(browser.page()).hasTitle("There is nothing here · Fram");
            }
            browser.check("not-found");
            browser.go("/people");
            assertThat(browser.page()).hasTitle("That is not yours to do · Fram");
            browser.forgiveErrors();
        }
    }

    private static void signIn(Page page, String email, String password) {
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
