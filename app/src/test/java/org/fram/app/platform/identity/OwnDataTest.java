package org.fram.app.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.fram.app.testing.ApiClient;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.TestEngagement;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OwnDataTest {

    private static final RunningApp APP = RunningApp.shared();

    @Test
    void whatIsHeldAboutSomebodyIsHandedToThemAsAFile() throws Exception {
        var engagement = TestEngagement.create();
        var person = engagement.customer();
        var browser = HttpBrowser.signedIn(person);
        browser.get(engagement.path("registers/requirements"));
        browser.post(engagement.path("registers/requirements/new"), Map.of("text", "Callers hear their place."));

        var answer = browser.get("/account/data");

        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("attachment", "fram-about-me.json"));
        var held = JsonMapper.shared().readTree(answer.body()).path("held");
        assertThat(held.path("identity.person.id").path(0).path("email").asString())
                .isEqualTo(person.email());
        assertThat(held.path("access.membership.person_id")
                        .path(0)
                        .path("engagement_id")
                        .asString())
                .isEqualTo(engagement.id().toString());
        assertThat(held.path("identity.session.person_id").size()).isPositive();
        assertThat(held.path("register.change.person_id").size()).isPositive();
    }

    @Test
    void nothingByWhichOneCouldBeSomebodyElseAndNothingOfOthersIsInIt() throws Exception {
        var other = TestEngagement.create().customer();
        var person = APP.person("Somebody");
        var secret = String.valueOf(ApiClient.of(person).secret());
        var browser = HttpBrowser.signedIn(person);

        String file = browser.get("/account/data").body();

        assertThat(file).contains("api.token.person_id").doesNotContain(secret, Hashes.sha256(secret));
        assertThat(file).doesNotContain(other.email(), other.id().toString());
        // A digest, a token, or the strong hash of a password.
        assertThat(Pattern.compile("[0-9a-f]{64}|\\\\\\\\x[0-9a-f]|\\$argon2|hash\"|secret\"")
                        .matcher(file)
                        .find())
                .isFalse();
    }

    @Test
    void whenAndHowSomebodySignedInIsInIt() throws Exception {
        var person = APP.administrator("Somebody");
        HttpBrowser.signedIn(person);
        var held = APP.get(OwnData.class).about(person.actor()).held();

        assertThat(held).containsKeys("identity.person.id", "identity.session.person_id", "identity.sign_in.person_id");
    }
}
