package org.fram.app.platform.api;

import static fram.schema.api.Tables.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.fram.app.engagement.CreatingEngagement;
import org.fram.app.engagement.Kind;
import org.fram.app.engagement.Side;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.identity.ChangingPassword;
import org.fram.app.testing.ApiClient;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestEngagement;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final String ME = Api.ROOT + "/me";

    @Test
    void aTokenIsMadeOnAPageShownOnceAndRevoked() throws Exception {
        var engagement = TestEngagement.create();
        var browser = HttpBrowser.signedIn(engagement.customer());
        browser.get("/account/tokens");
        var made = browser.post(
                "/account/tokens",
                Map.of(
                        "name",
                        "Nightly export",
                        "all",
                        "true",
                        "expires",
                        LocalDate.now(ZoneOffset.UTC).plusDays(30).toString(),
                        "engagement",
                        engagement.id().toString()));
        var secret = Pattern.compile("fram_[0-9A-Za-z]{49}").matcher(made.body());
        assertThat(secret.find()).isTrue();
        var program = new ApiClient(secret.group());

        var me = program.get(ME).json();
        assertThat(me.get("person").stringValue())
                .isEqualTo(engagement.customer().id().toString());
        assertThat(me.get("scopes")).hasToString("[\"read\"]");
        assertThat(me.get("engagements")).hasSize(1);
        String page = browser.get("/account/tokens").body();
        assertThat(page).contains("Nightly export", "last used").doesNotContain(secret.group());

        var token = APP.get(ApiTokens.class).of(engagement.customer().actor()).getFirst();
        browser.post("/account/tokens/%s/revoke".formatted(token.id()), Map.of());
        var revoked = program.get(ME);
        assertThat(revoked.status()).isEqualTo(401);
        assertThat(revoked.problem()).isEqualTo("unknown-token");
        assertThat(revoked.header("WWW-Authenticate")).contains("Bearer", "invalid_token");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        var person = APP.person("Somebody");
        var engagement = TestEngagement.create();
        var today = LocalDate.now(ZoneOffset.UTC);
        var making = APP.get(MakingToken.class);
        var read = EnumSet.of(Scope.READ);
        for (var wish : Set.of(
                new MakingToken.Wish(" ", read, null, today),
                new MakingToken.Wish("A program", Set.of(), null, today),
                new MakingToken.Wish("A program", read, Set.of(), today),
                new MakingToken.Wish("A program", read, null, today.minusDays(2)),
                new MakingToken.Wish("A program", read, null, today.plusYears(1).plusDays(2)))) {
            assertThat(making.make(person.actor(), wish)).isInstanceOf(MakingToken.Outcome.Refused.class);
        }
        assertThatThrownBy(() -> making.make(
                        person.actor(), new MakingToken.Wish("A program", read, Set.of(engagement.id()), today)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void cookiesMeanNothingToTheInterfaceAndTokensNothingToPages() throws Exception {
        var person = APP.person("Somebody");
        var browser = HttpBrowser.signedIn(person);
        assertThat(browser.get(ME).statusCode()).isEqualTo(401);
        assertThat(browser.post(Api.ROOT + "/engagements", Map.of()).statusCode())
                .isEqualTo(401);

        var page = ApiClient.of(person).get("/engagements");
        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location")).endsWith("/sign-in");
        assertThat(page.header("Set-Cookie")).doesNotContain("fram-session");
    }

    @Test
    void withoutAGoodTokenThereIsNothing() throws Exception {
        var person = APP.person("Somebody");
        var none = new ApiClient(null).get(ME);
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.problem()).isEqualTo("no-token");
        for (String wrong : Set.of("nonsense", "fram_" + "0".repeat(49), TokenSecret.next())) {
            assertThat(new ApiClient(wrong).get(ME).problem()).isEqualTo("unknown-token");
        }
        assertThat(new ApiClient(null)
                        .ask("GET", ME, null, Map.of("Authorization", "Basic c29tZTpib2R5"))
                        .status())
                .isEqualTo(401);
        assertThat(new ApiClient(null).get(Api.DESCRIPTION).status())
                .as("the description is for everybody")
                .isEqualTo(200);

        var program = ApiClient.of(person);
        expire(person);
        var expired = program.get(ME);
        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.problem()).isEqualTo("expired-token");
    }

    @Test
    void aTokenReachesAsFarAsItIsSaid() throws Exception {
        var engagement = TestEngagement.create();
        var customer = engagement.customer();
        String rows = "%s/engagements/%s/registers/requirements/rows".formatted(Api.ROOT, engagement.id());
        String body = "{\"values\": {\"text\": \"One\"}}";

        var reads = ApiClient.of(customer, EnumSet.of(Scope.READ), null);
        assertThat(reads.get(rows).status()).isEqualTo(200);
        var refused = reads.post(rows, body);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("outside-of-scope");
        assertThat(refused.header("WWW-Authenticate")).contains("insufficient_scope", "scope=\"write\"");

        var writes = ApiClient.of(customer, EnumSet.of(Scope.WRITE), null);
        assertThat(writes.post(rows, body).status()).isEqualTo(201);
        assertThat(writes.get(rows).status()).isEqualTo(403);

        var another = TestEngagement.create();
        var elsewhere = ApiClient.of(another.customer(), EnumSet.allOf(Scope.class), Set.of(another.id()));
        assertThat(elsewhere.get(rows).status()).isEqualTo(404);
        var all = ApiClient.of(customer).get(Api.ROOT + "/engagements").json().get("items");
        assertThat(all).hasSize(1);
    }

    @Test
    void aTokenForOneEngagementSeesNoOther() throws Exception {
        var one = TestEngagement.create();
        var app = APP.get(CreatingEngagement.class);
        app.create(
                one.customer().actor(),
                new CreatingEngagement.Wish(
                        "Another", Kind.TECHNOLOGY_PROJECT, "Harbour Authority", Side.BUYER, ZoneOffset.UTC));
        var both = ApiClient.of(one.customer())
                .get(Api.ROOT + "/engagements")
                .json()
                .get("items");
        assertThat(both).hasSize(2);
        var narrow = ApiClient.of(one.customer(), EnumSet.allOf(Scope.class), Set.of(one.id()));
        assertThat(narrow.get(Api.ROOT + "/engagements").json().get("items")).hasSize(1);
        for (var engagement : both) {
            String id = engagement.get("id").stringValue();
            assertThat(narrow.get(Api.ROOT + "/engagements/" + id).status())
                    .isEqualTo(id.equals(one.id().toString()) ? 200 : 404);
        }
    }

    @Test
    void whoHasToChooseAPasswordFirstHasNoProgramsUntilThen() throws Exception {
        var person = APP.person("Somebody");
        var program = ApiClient.of(person);
        APP.get(ChangingPassword.class).reset(APP.administrator("Administrator").actor(), person.id());
        var refused = program.get(ME);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("password-first");
    }

    @Test
    void aTokenIsToldFromWhatOnlyLooksLikeOne() {
        String secret = TokenSecret.next();
        assertThat(TokenSecret.wellFormed(secret)).isTrue();
        char last = secret.charAt(secret.length() - 1);
        assertThat(TokenSecret.wellFormed(secret.substring(0, secret.length() - 1) + (last == 'a' ? 'b' : 'a')))
                .isFalse();
        assertThat(TokenSecret.wellFormed(secret.replace("fram_", "gram_"))).isFalse();
    }

    /// Lets a person's tokens have expired long ago.
    static void expire(TestPerson person) {
        APP.get(Transactions.class)
                .run(
                        person.actor(),
                        () -> APP.get(DSLContext.class)
                                .update(TOKEN)
                                .set(TOKEN.CREATED, Instant.parse("2020-01-01T00:00:00Z"))
                                .set(TOKEN.EXPIRES, Instant.parse("2020-06-01T00:00:00Z"))
                                .execute());
    }
}
