package org.fram.app.platform.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Transactions;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.Look;
import org.fram.app.testing.OidcServer;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/// Against a real server of OpenID Connect, in a real browser.
class ProviderTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final OidcServer SERVER = OidcServer.running();

    private final String email = "p%s@%s".formatted(UUID.randomUUID(), OidcServer.DOMAIN);

    @AfterEach
    void tellTheTruth() {
        SERVER.tellTheTruth();
    }

    @DeskAndPhone
    void whoIsKnownThereGetsAnAccountAndSignsOutOfBoth(Look look) {
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            browser.go("/sign-in");
            browser.check("sign-in-with");
            signInThere(browser, email);
            assertThat(page).hasTitle("Engagements · Fram");
            assertThat(page.locator(".account")).containsText("Of the Company");
            browser.go("/account");
            assertThat(page.locator(".session").filter(new Locator.FilterOptions().setHasText("(this one)")))
                    .containsText("With an account elsewhere");
            browser.check("account-of-provider");

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Of the Company"))
                    .click();
            click(page, "Sign out");
            assertThat(page.locator("h1")).hasText("You are signed out");
            browser.check("signed-out");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign out of Company too"))
                    .click();
            assertThat(page.locator("main [role=status]")).hasText("You are signed out.");
            // There it asks for the password again.
            goThere(browser);
            assertThat(page).hasURL(OidcServer.issuer() + "/login");
        }
    }

    @Test
    void whoHasAnAccountWithTheAddressIsThatOneAlsoWhenTheAddressChanges() {
        var known = known(email);
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            signInThere(browser, email);
            assertThat(browser.page().locator(".account")).containsText("Known already");
        }
        SERVER.lie(claims -> claims.claim("email", "renamed@elsewhere.example"));
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            signInThere(browser, email);
            assertThat(browser.page().locator(".account")).containsText("Known already");
        }
        assertThat(APP.get(SigningInWithProvider.class).links(known.actor()))
                .containsOnlyKeys(OidcServer.issuer().toString());
    }

    @Test
    void somebodyElseUnderTheAddressOfWhoIsLinkedIsNotThem() {
        known(email);
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            signInThere(browser, email);
            assertThat(browser.page().locator(".account")).containsText("Known already");
        }
        SERVER.lie(claims -> claims.claim("email", email));
        refuses("other@" + OidcServer.DOMAIN, "linked with another one");
    }

    @ParameterizedTest
    @CsvSource({
        "unverified-%s@company.example, has not verified your e-mail",
        "stranger-%s@gmail.example, no account here for your e-mail",
    })
    void whomTheProviderDoesNotAnswerForIsNobody(String address, String notice) {
        refuses(address.formatted(UUID.randomUUID()), notice);
    }

    @Test
    void anotherNonceAnotherAudienceAndAnExpiredWordAreNotBelieved() {
        for (Consumer<JwtClaimsSet.Builder> lie : List.<Consumer<JwtClaimsSet.Builder>>of(
                claims -> claims.claim("nonce", "of another time"),
                claims -> claims.audience(List.of("another client")),
                claims -> claims.issuer("https://somebody.example"),
                claims -> claims.issuedAt(Instant.now().minusSeconds(600))
                        .expiresAt(Instant.now().minusSeconds(90)))) {
            SERVER.lie(lie);
            refuses(email, "could not be believed");
        }
    }

    @Test
    void clocksMayDifferByAMinute() {
        SERVER.lie(claims -> claims.issuedAt(Instant.now().plusSeconds(30))
                .expiresAt(Instant.now().plusSeconds(90)));
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            signInThere(browser, email);
            assertThat(browser.page()).hasTitle("Engagements · Fram");
        }
        SERVER.lie(claims -> claims.issuedAt(Instant.now().minusSeconds(600))
                .expiresAt(Instant.now().minusSeconds(30)));
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            signInThere(browser, email);
            assertThat(browser.page()).hasTitle("Engagements · Fram");
        }
    }

    @Test
    void aWayBackIsTakenOnceAndInTheBrowserThatWentThere() {
        try (var browser = Browser.open(Look.DESKTOP_LIGHT);
                var other = Browser.open(Look.DESKTOP_LIGHT)) {
            var page = browser.page();
            var back = new ArrayList<String>();
            page.onRequest(request -> {
                if (request.url().contains("/return?")) {
                    back.add(request.url());
                }
            });
            signInThere(browser, email);
            assertThat(page).hasTitle("Engagements · Fram");
            other.page().navigate(back.getFirst());
            assertThat(other.page().getByRole(AriaRole.ALERT).first()).containsText("was used already");

            page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("fram-session"));
            page.navigate(back.getFirst());
            assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("was used already");
        }
    }

    @Test
    void aProviderThatIsDownIsSaidToBe() {
        try (var browser = Browser.open(Look.PHONE_LIGHT)) {
            browser.go("/sign-in");
            browser.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in with Elsewhere"))
                    .click();
            assertThat(browser.page().getByRole(AriaRole.ALERT).first()).containsText("cannot be reached right now");
            browser.check("provider-down");
        }
    }

    @Test
    void accountsAreLinkedAndUnlinkedByWhoShowsWhoTheyAre() {
        var person = APP.person("Linker");
        try (var browser = Browser.open(Look.DESKTOP_DARK)) {
            var page = browser.page();
            browser.signIn(person);
            browser.go("/account/providers");
            click(page, "Link Company");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Give your password first");
            page.getByLabel("Your password").fill(TestPerson.PASSWORD);
            click(page, "Link Company");
            browser.check("go-there");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in with Company"))
                    .click();
            giveThere(page, email);
            assertThat(page.locator(".apart").first()).containsText("Linked since");
            browser.check("providers");
        }
        try (var browser = Browser.open(Look.DESKTOP_DARK)) {
            var page = browser.page();
            signInThere(browser, email);
            assertThat(page.locator(".account")).containsText("Linker");
            browser.go("/account/providers");
            page.getByLabel("Your password").fill(TestPerson.PASSWORD);
            click(page, "Unlink Company");
            assertThat(page.locator(".apart").first()).containsText("Not linked");
        }
    }

    @Test
    void whoHasNoPasswordAddsAPasskeyRightAfterSigningIn() {
        var reauthentication = APP.get(Reauthentication.class);
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            signInThere(browser, email);
            assertThat(browser.page()).hasTitle("Engagements · Fram");
            var me = new Actor.Person(APP.get(Transactions.class)
                    .<Person>as(
                            SigningIn.TASK,
                            () -> APP.get(People.class).byEmail(email).orElseThrow())
                    .id());
            String token = browser.page().context().cookies().stream()
                    .filter(cookie -> cookie.name.equals("fram-session"))
                    .findFirst()
                    .orElseThrow()
                    .value;
            var nothing = new Reauthentication.Proof("", "", "");

            assertThat(reauthentication.confirmForAccount(me, nothing, "passkeys", token))
                    .isEqualTo(new Reauthentication.Outcome.Confirmed(Reauthentication.Means.PROVIDER));
            assertThat(reauthentication.confirmForAccount(me, nothing, "passkeys", "another session"))
                    .isInstanceOf(Reauthentication.Outcome.Refused.class);
            assertThat(reauthentication.confirm(me, nothing, "a signature"))
                    .isInstanceOf(Reauthentication.Outcome.Refused.class);
        }
    }

    private static TestPerson known(String address) {
        var outcome = APP.get(AddingPeople.class).add(address, "Known already", false, TestPerson.PASSWORD);
        return new TestPerson(((AddingPeople.Outcome.Added) outcome).person(), address, "Known already");
    }

    private static void refuses(String address, String notice) {
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            signInThere(browser, address);
            assertThat(browser.page()).hasTitle("Sign in · Fram");
            assertThat(browser.page().getByRole(AriaRole.ALERT).first()).containsText(notice);
        }
    }

    private static void signInThere(Browser browser, String address) {
        goThere(browser);
        giveThere(browser.page(), address);
    }

    private static void goThere(Browser browser) {
        browser.go("/sign-in");
        browser.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in with Company"))
                .click();
    }

    private static void giveThere(Page page, String address) {
        page.locator("input[name=username]").fill(address);
        page.locator("input[name=password]").fill(OidcServer.PASSWORD);
        page.locator("button[type=submit]").click();
    }

    private static void click(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
