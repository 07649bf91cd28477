package org.fram.app.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Locale;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.identity.SigningIn.Outcome.Refused;
import org.fram.app.platform.identity.SigningIn.Outcome.TooOften;
import org.fram.app.platform.identity.SigningIn.Outcome.Welcome;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

class SigningInTest {

    private static final RunningApp APP = RunningApp.shared();

    private static final Device HERE = new Device("here", "Firefox, Windows");
    private static final Device AFAR = new Device("afar", "");

    private final SigningIn signingIn = APP.get(SigningIn.class);

    @Test
    void theRightPasswordIsWelcomeInWhateverCaseTheAddressIs() {
        var person = APP.person("Somebody");

        assertThat(signingIn.signIn(" " + person.email().toUpperCase(Locale.ROOT), TestPerson.PASSWORD, HERE))
                .isInstanceOfSatisfying(
                        Welcome.class,
                        welcome -> assertThat(welcome.person().id()).isEqualTo(person.id()));
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreRefusedAlike() {
        var person = APP.person("Somebody");

        assertThat(signingIn.signIn(person.email(), "guessed", HERE)).isEqualTo(new Refused());
        assertThat(signingIn.signIn("nobody@fram.example", "guessed", HERE)).isEqualTo(new Refused());
    }

    @Test
    void afterEightFailuresEvenTheRightPasswordHasToWait() {
        var person = APP.person("Somebody");
        for (int i = 0; i < 8; i++) {
            assertThat(signingIn.signIn(person.email(), "guess " + i, AFAR)).isEqualTo(new Refused());
        }

        assertThat(signingIn.signIn(person.email(), TestPerson.PASSWORD, AFAR)).isEqualTo(new TooOften());
    }

    @Test
    void passwordsAreKeptAsArgon2idHashes() {
        var passwords = new Passwords(APP.get(DSLContext.class), APP.get(InstantSource.class), Passwords.MEMORY_KIB);

        String hash = passwords.hash(TestPerson.PASSWORD);

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(TestPerson.PASSWORD);
    }

    @Test
    void aSessionEndsWhenItsPasswordIsChanged() {
        var person = APP.person("Somebody");
        var transactions = APP.get(Transactions.class);
        var sessions = APP.get(Sessions.class);
        String token = transactions.<String>as(
                SigningIn.TASK, () -> sessions.begin(person.id(), "Firefox, Windows", Way.PASSWORD));
        assertThat(transactions.as(SigningIn.TASK, () -> sessions.find(token))).isPresent();

        var outcome = APP.get(ChangingPassword.class)
                .change(person.actor(), TestPerson.PASSWORD, "another sentence to remember");

        assertThat(outcome).isEqualTo(new ChangingPassword.Outcome.Changed());
        assertThat(transactions.as(SigningIn.TASK, () -> sessions.find(token))).isEmpty();
        assertThat(signingIn.signIn(person.email(), "another sentence to remember", HERE))
                .isInstanceOf(Welcome.class);
    }

    @Test
    void changingAPasswordTakesThePresentOneAndAGoodOne() {
        var person = APP.person("Somebody").actor();
        var changing = APP.get(ChangingPassword.class);

        assertThat(changing.change(person, "guessed", "another sentence to remember"))
                .isInstanceOf(ChangingPassword.Outcome.Refused.class);
        assertThat(changing.change(person, TestPerson.PASSWORD, "short"))
                .isInstanceOf(ChangingPassword.Outcome.Refused.class);
        assertThat(changing.change(person, TestPerson.PASSWORD, TestPerson.PASSWORD))
                .isInstanceOf(ChangingPassword.Outcome.Refused.class);
    }

    @Test
    void onlyAdministratorsResetPasswords() {
        var changing = APP.get(ChangingPassword.class);
        Actor.Person person = APP.person("Somebody").actor();
        Actor.Person administrator = APP.administrator("Administrator").actor();

        assertThat(changing.reset(person, administrator.id())).isInstanceOf(ChangingPassword.Outcome.Refused.class);
        assertThat(changing.reset(administrator, person.id())).isInstanceOf(ChangingPassword.Outcome.Reset.class);
    }
}
