package org.fram.app.platform.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.fram.app.platform.access.Transactions;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// In a real browser, whose developer tools stand in for the finger on the sensor.
class PasskeyTest {

    private static final RunningApp APP = RunningApp.shared();

    private final TestPerson person = APP.person("Somebody");

    @DeskAndPhone
    void somebodyAddsOneSignsInWithItAndRemovesIt(Look look) {
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            device(page, true);
            browser.signIn(person);
            browser.go("/account/passkeys");
            page.getByLabel("Name").fill("Work phone");
            page.getByLabel("Your password").fill("guessed");
            click(page, "Add a passkey");
            assertThat(page.getByRole(AriaRole.ALERT)).hasText("That is not your present password.");
            browser.check("passkeys-refused");
            browser.forgiveErrors();
            add(page, "Work phone");
            assertThat(page.locator(".apart")).containsText("Not used yet");
            browser.check("passkeys");

            signOut(browser);
            browser.go("/sign-in");
            browser.check("sign-in-passkey");
            click(page, "Sign in with a passkey");
            assertThat(page).hasTitle("Engagements · Fram");
            browser.go("/account");
            assertThat(page.locator(".session").filter(new Locator.FilterOptions().setHasText("(this one)")))
                    .containsText("With a passkey");

            browser.go("/account/passkeys");
            assertThat(page.locator(".apart")).containsText("Last used");
            click(page, "Use a passkey instead");
            assertThat(page.locator(".again [role=status]")).containsText("It is you");
            page.locator(".apart button").click();
            assertThat(page.locator("main")).containsText("You have none yet.");

            signOut(browser);
            browser.go("/sign-in");
            click(page, "Sign in with a passkey");
            assertThat(page.locator("main [role=alert]").first()).containsText("does not open anything here");
        }
    }

    @Test
    void itIsBothFactorsInOne() {
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            var page = browser.page();
            device(page, true);
            browser.signIn(person);
            browser.go("/account/passkeys");
            add(page, "Key");
            var settingUp = APP.get(SettingUpSecondFactor.class);
            settingUp.begin(person.actor(), Reauthentication.Proof.password(TestPerson.PASSWORD));
            var begun = (SettingUpSecondFactor.Standing.Begun) settingUp.standing(person.actor());
            settingUp.confirm(person.actor(), new Authenticator(begun.secret().toArray()).code(), "");
            signOut(browser);

            browser.go("/sign-in");
            click(page, "Sign in with a passkey");

            assertThat(page).hasTitle("Engagements · Fram");
        }
    }

    @Test
    void aDeviceThatDoesNotRecognizeItsOwnerDoesNotCount() {
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            var page = browser.page();
            device(page, false);
            browser.signIn(person);
            browser.go("/account/passkeys");
            page.getByLabel("Name").fill("Key");
            page.getByLabel("Your password").fill(TestPerson.PASSWORD);
            click(page, "Add a passkey");

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("gave no answer");
        }
    }

    @Test
    void anAnswerIsForOnePersonAndPurposeAndTakenOnce() {
        var reauthentication = APP.get(Reauthentication.class);
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            var page = browser.page();
            device(page, true);
            browser.signIn(person);
            browser.go("/account/passkeys");
            add(page, "Key");
            assertThat(reauthentication.form(person.actor(), "x")).isEqualTo(new AgainForm(true, true, "x"));

            assertThat(reauthentication.confirm(person.actor(), answer(page, "other text"), "this text"))
                    .isInstanceOf(Reauthentication.Outcome.Refused.class);
            assertThat(reauthentication.confirm(APP.person("Nosy").actor(), answer(page, "this text"), "this text"))
                    .isInstanceOf(Reauthentication.Outcome.Refused.class);
            var answer = answer(page, "this text");
            var changed = new Reauthentication.Proof(
                    "", answer.challenge(), answer.assertion().replace("\"signature\":\"ME", "\"signature\":\"MF"));
            var fresh = answer(page, "this text");
            assertThat(reauthentication.confirm(person.actor(), changed, "this text"))
                    .isInstanceOf(Reauthentication.Outcome.Refused.class);
            assertThat(reauthentication.confirm(person.actor(), fresh, "this text"))
                    .isEqualTo(new Reauthentication.Outcome.Confirmed(Reauthentication.Means.PASSKEY));
            assertThat(reauthentication.confirm(person.actor(), fresh, "this text"))
                    .isInstanceOf(Reauthentication.Outcome.Refused.class);
            // Its device counts answers: an older one than the last that was taken is a copy's.
            var older = answer(page, "this text");
            reauthentication.confirm(person.actor(), answer(page, "this text"), "this text");
            assertThat(reauthentication.confirm(person.actor(), older, "this text"))
                    .isInstanceOf(Reauthentication.Outcome.Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "{}",
                "null",
                "[]",
                "{\"rawId\":\"%%\"}",
                "{\"id\":\"a\",\"rawId\":\"YQ\",\"type\":\"public-key\",\"response\":{}}"
            })
    void whatIsNoAnswerAtAllIsRefused(String senseless) {
        var signingIn = APP.get(SigningInWithPasskey.class);
        var device = new Device("192.0.2.77", "Chrome, Linux");
        assertThat(signingIn.signIn("no challenge", senseless, device))
                .isEqualTo(new SigningInWithPasskey.Outcome.Refused());
        assertThatThrownBy(() -> APP.get(WebAuthn.class).made(senseless, Bytes.of(new byte[32])))
                .isInstanceOf(WebAuthn.RefusedException.class);
    }

    @Test
    void aChallengeIsGoodForMinutes() {
        var challenges = APP.get(Challenges.class);
        var transactions = APP.get(Transactions.class);
        var made = transactions.<Challenges.Challenge>as(SigningIn.TASK, () -> challenges.make(person.id(), "this"));

        assertThat(take(made, "that")).isFalse();
        assertThat(take(made, "this")).isTrue();
        assertThat(take(made, "this")).isFalse();
        assertThat(transactions.as(SigningIn.TASK, () -> challenges.take("no id", person.id(), "this")))
                .isEmpty();
    }

    private boolean take(Challenges.Challenge made, String about) {
        return APP.get(Transactions.class)
                .<Boolean>as(
                        SigningIn.TASK,
                        () -> APP.get(Challenges.class)
                                .take(made.id().toString(), person.id(), about)
                                .isPresent());
    }

    /// What the passkey of the page answers when it is asked for this.
    private Reauthentication.Proof answer(Page page, String about) {
        String asked = APP.get(Reauthentication.class).ask(person.actor(), about);
        String assertion = (String) page.evaluate("""
                async (asked) => JSON.stringify(await navigator.credentials.get({
                    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(asked).options),
                }))""", asked);
        return new Reauthentication.Proof(
                "", asked.replaceAll(".*\"challenge\":\"([0-9a-f-]{36})\".*", "$1"), assertion);
    }

    /// Gives the page's browser a device that keeps passkeys.
    ///
    /// @param recognizes its owner
    private static CDPSession device(Page page, boolean recognizes) {
        var tools = page.context().newCDPSession(page);
        tools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", recognizes);
        options.addProperty("automaticPresenceSimulation", true);
        var device = new JsonObject();
        device.add("options", options);
        tools.send("WebAuthn.addVirtualAuthenticator", device);
        return tools;
    }

    private static void add(Page page, String name) {
        page.getByLabel("Name").fill(name);
        page.getByLabel("Your password").fill(TestPerson.PASSWORD);
        click(page, "Add a passkey");
        assertThat(page.locator(".apart")).containsText(name);
    }

    private static void signOut(Browser browser) {
        browser.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Somebody"))
                .click();
        click(browser.page(), "Sign out");
        assertThat(browser.page().locator("main [role=status]")).hasText("You are signed out.");
    }

    private static void click(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
