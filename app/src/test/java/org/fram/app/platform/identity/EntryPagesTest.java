package org.fram.app.platform.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.fram.app.testing.Browser;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.TestMail;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EntryPagesTest {

    private static final RunningApp APP = RunningApp.shared();

    @ParameterizedTest
    @EnumSource(
            value = Look.class,
            names = {"DESKTOP_DARK", "PHONE_LIGHT"})
    void somebodyIsInvitedComesAndForgetsTheirPassword(Look look) throws Exception {
        var administrator = APP.administrator("Administrator");
        String email = "comes-%s@fram.example".formatted(administrator.id());
        try (var browser = Browser.open(look)) {
            browser.signIn(administrator);
            browser.go("/people");
            browser.page().getByLabel("E-mail").fill(email);
            browser.page()
                    .getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                    .fill("Head of the service");
            browser.page().getByRole(AriaRole.BUTTON, named("Invite by e-mail")).click();
            assertThat(browser.page().locator("main [role=status]")).containsText("on its way");
            assertThat(browser.page().locator(".lines li").filter(new Locator.FilterOptions().setHasText(email)))
                    .containsText("Invited, not come yet");
            browser.check("accounts-invited");
        }
        var invitation = TestMail.await(email, 1).getFirst();
        try (var browser = Browser.open(look)) {
            browser.page().setContent(invitation.html());
            browser.check("mail-of-an-invitation");
            browser.go(invitation.link("/enter"));
            assertThat(browser.page()).hasTitle("Welcome, Head of the service · Fram");
            browser.check("entry");
            browser.page().getByLabel("Password").fill("a sentence that I keep in mind");
            browser.page().getByRole(AriaRole.BUTTON, named("Set the password")).click();
            assertThat(browser.page().locator("main [role=status]")).containsText("Your password is set");
            browser.signIn(email, "a sentence that I keep in mind");

            browser.go(invitation.link("/enter"));
            assertThat(browser.page().locator("main")).containsText("has been followed already");
            browser.check("entry-closed");
            // It answers 410, which the console notes.
            browser.forgiveErrors();
        }
        try (var browser = Browser.open(look)) {
            browser.go("/sign-in");
            browser.page()
                    .getByRole(AriaRole.LINK, named("Forgot your password?"))
                    .click();
            browser.page().getByLabel("E-mail").fill(email);
            browser.check("recovery");
            browser.page().getByRole(AriaRole.BUTTON, named("Send the link")).click();
            assertThat(browser.page().locator("main [role=status]")).containsText("If there is an account");
            browser.go(TestMail.await(email, "A new password for Fram").link("/enter"));
            browser.page().getByLabel("Password").fill("another sentence to keep in mind");
            browser.page().getByRole(AriaRole.BUTTON, named("Set the password")).click();
            assertThat(browser.page().locator("main [role=status]")).containsText("Your password is changed");
            browser.signIn(email, "another sentence to keep in mind");
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
