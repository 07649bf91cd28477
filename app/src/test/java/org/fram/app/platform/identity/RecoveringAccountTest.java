package org.fram.app.platform.identity;

import static fram.schema.identity.Tables.KNOWN_BROWSER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.identity.RecoveringAccount.Outcome;
import org.fram.app.platform.notices.NoMail;
import org.fram.app.platform.texts.Text;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestMail;
import org.fram.app.testing.TestMail.Mail;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

class RecoveringAccountTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final String ANOTHER = "another sentence that I keep";

    private final RecoveringAccount recovering = APP.get(RecoveringAccount.class);
    private final EnteringByLink entering = APP.get(EnteringByLink.class);
    private final Transactions transactions = APP.get(Transactions.class);
    private final DSLContext database = APP.get(DSLContext.class);
    private final TestPerson person = APP.person("Forgetful");
    private final String network = "network " + UUID.randomUUID();

    @Test
    void whoForgotTheirPasswordChoosesAnotherByTheLinkAndIsSignedOutEverywhere() throws Exception {
        var elsewhere = HttpBrowser.signedIn(person);
        assertThat(elsewhere.get("/account").uri().getPath()).isEqualTo("/account");

        assertThat(recovering.ask(" " + person.email().toUpperCase(Locale.ROOT), network))
                .isEqualTo(Outcome.HEARD);
        String token = token(links(1).getLast());
        assertThat(entering.choose(token, ANOTHER))
                .isEqualTo(new EnteringByLink.Outcome.Entered(EntryLink.Purpose.RECOVERY));

        assertThat(elsewhere.get("/account").uri().getPath()).isEqualTo("/sign-in");
        assertThat(signsIn(TestPerson.PASSWORD)).isFalse();
        assertThat(signsIn(ANOTHER)).isTrue();
        assertThat(entering.choose(token, "one more for the road"))
                .isEqualTo(new EnteringByLink.Outcome.Closed(Text.of("identity.entry.recovery.used")));
        // They are told that it happened.
        TestMail.await(person.email(), "Your password was set anew");
    }

    @Test
    void nobodyLearnsWhetherThereIsAnAccount() throws Exception {
        var browser = HttpBrowser.stranger();
        browser.get("/recovery");
        var known = browser.post("/recovery", Map.of("email", person.email()));
        browser.get("/recovery");
        var unknown = browser.post("/recovery", Map.of("email", "nobody-" + UUID.randomUUID() + "@fram.example"));

        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(200);
        assertThat(known.uri()).isEqualTo(unknown.uri());
        assertThat(withoutToken(known.body())).isEqualTo(withoutToken(unknown.body()));
        assertThat(links(1)).hasSize(1);
    }

    @Test
    void aPasswordThatIsChangedMeanwhileEndsTheLink() throws Exception {
        recovering.ask(person.email(), network);
        String token = token(links(1).getFirst());

        APP.get(ChangingPassword.class).change(person.actor(), TestPerson.PASSWORD, ANOTHER);

        assertThat(entering.look(token))
                .isEqualTo(new EnteringByLink.Door.Closed(Text.of("identity.entry.recovery.ended")));
    }

    @Test
    void whoeverAsksTooOftenWaitsAndNobodysMailboxIsFilled() throws Exception {
        for (int i = 0; i < 8; i++) {
            assertThat(recovering.ask(person.email(), network)).isEqualTo(Outcome.HEARD);
        }
        assertThat(recovering.ask(person.email(), network)).isEqualTo(Outcome.TOO_OFTEN);
        // The right password is still welcome: asking is no failed sign-in.
        assertThat(signsIn(TestPerson.PASSWORD)).isTrue();

        recovering.ask(APP.person("Another").email(), network);
        assertThat(links(3)).hasSize(3);
    }

    @Test
    void whoWasOnlyInvitedAndWhereNoMailIsSentThereIsNoLink() {
        var byHand = new RecoveringAccount(
                transactions,
                APP.get(People.class),
                APP.get(Passwords.class),
                APP.get(EntryLinks.class),
                APP.get(FailedSignIns.class),
                NoMail.notices(),
                APP.get(InstantSource.class));

        assertThat(byHand.ask(person.email(), network)).isEqualTo(Outcome.NO_MAIL);
    }

    @Test
    void ofASignInFromABrowserThatIsNotKnownOneIsTold() throws Exception {
        var first = HttpBrowser.signedIn(person);
        assertThat(browsers()).isOne();
        // The same browser again is no news.
        first.get("/account");
        first.post("/sign-out", Map.of());
        first.get("/sign-in");
        first.post("/sign-in", Map.of("email", person.email(), "password", TestPerson.PASSWORD));
        assertThat(browsers()).isOne();
        assertThat(TestMail.to(person.email())).isEmpty();

        HttpBrowser.signedIn(person);

        assertThat(browsers()).isEqualTo(2);
        TestMail.await(person.email(), "Somebody signed in to your account from a browser that is not known");
    }

    private int browsers() {
        return transactions.<Integer>as(
                SigningIn.TASK,
                () -> database.fetchCount(
                        KNOWN_BROWSER, KNOWN_BROWSER.PERSON_ID.eq(person.id().value())));
    }

    private boolean signsIn(String password) {
        return APP.get(SigningIn.class).signIn(person.email(), password, new Device(network, "A browser"))
                instanceof SigningIn.Outcome.Welcome;
    }

    private List<Mail> links(int number) throws InterruptedException {
        return TestMail.await(person.email(), "A new password for Fram", number);
    }

    private static String token(Mail mail) {
        return mail.link("/enter").replaceAll(".*link=", "");
    }

    private static String withoutToken(String page) {
        return page.replaceAll("(name=\"_csrf\" value=|X-CSRF-TOKEN&#34;: &#34;)[^>]*", "")
                .replaceAll("hx-headers=\"[^\"]*\"|hx-headers='[^']*'", "");
    }
}
