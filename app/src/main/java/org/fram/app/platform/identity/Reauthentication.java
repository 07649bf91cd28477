package org.fram.app.platform.identity;

import java.util.Optional;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// Asks somebody who is signed in to show again who they are, before something that binds or that a thief of a
/// session would do. Failures are counted: after eight in a quarter of an hour one has to wait.
///
/// It is asked outside of a transaction, as hashing takes its time.
@Component
public class Reauthentication {

    private final Transactions transactions;
    private final Passwords passwords;
    private final Passkeys passkeys;
    private final AskingPasskeys asking;
    private final Sessions sessions;
    private final FailedSignIns failures;

    Reauthentication(
            Transactions transactions,
            Passwords passwords,
            Passkeys passkeys,
            AskingPasskeys asking,
            Sessions sessions,
            FailedSignIns failures) {
        this.passkeys = passkeys;
        this.asking = asking;
        this.sessions = sessions;
        this.transactions = transactions;
        this.passwords = passwords;
        this.failures = failures;
    }

    /// What somebody shows, as form fields; blank where it is not used.
    ///
    /// @param challenge the id of the one that a passkey answered
    /// @param assertion the passkey's answer, as JSON
    public record Proof(String password, String challenge, String assertion) {

        /// A password alone.
        public static Proof password(String password) {
            return new Proof(password, "", "");
        }

        @Override
        public String toString() {
            return "Proof[…]";
        }
    }

    /// By what somebody has shown it.
    public enum Means implements Code {
        PASSWORD,
        PASSKEY,
        /// Only about one's own account.
        PROVIDER
    }

    /// What came of it.
    public sealed interface Outcome {

        record Confirmed(Means means) implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Whether it is them.
    ///
    /// @param about what it is for: of a signature the SHA-256 of what is signed
    public Outcome confirm(Actor.Person me, Proof proof, String about) {
        String counted = "again " + me.id();
        if (transactions.<Boolean>as(SigningIn.TASK, () -> failures.tooMany(counted))) {
            return new Outcome.Refused(Text.of("identity.again.tooOften"));
        }
        if (!proof.assertion().isEmpty()) {
            return asking.look(me.id(), purpose(about), proof.challenge(), proof.assertion())
                            .right()
                    ? confirmed(counted, Means.PASSKEY)
                    : refused(counted, "identity.again.wrongPasskey");
        }
        if (proof.password().isEmpty()) {
            return new Outcome.Refused(Text.of("identity.again.missing"));
        }
        var kept = transactions.<Optional<Passwords.Kept>>as(SigningIn.TASK, () -> passwords.of(me.id()));
        if (kept.isEmpty() || !passwords.matches(proof.password(), kept.get().hash())) {
            return refused(counted, "identity.again.wrongPassword");
        }
        return confirmed(counted, Means.PASSWORD);
    }

    private Outcome confirmed(String counted, Means means) {
        transactions.run(SigningIn.TASK, () -> failures.forget(counted));
        return new Outcome.Confirmed(means);
    }

    private Outcome refused(String counted, String key) {
        transactions.run(SigningIn.TASK, () -> failures.add(counted));
        return new Outcome.Refused(Text.of(key));
    }

    /// The same for what one does about one's own account. Whoever has neither password nor passkey, as they sign in
    /// with
    /// a provider, has it confirmed by having just done so.
    Outcome confirmForAccount(Actor.Person me, Proof proof, String about, String token) {
        var form = form(me, about);
        boolean fresh = !form.password()
                && !form.passkey()
                && transactions.<Boolean>as(SigningIn.TASK, () -> sessions.isFreshByProvider(token, me.id()));
        return fresh ? new Outcome.Confirmed(Means.PROVIDER) : confirm(me, proof, about);
    }

    /// What a form asks for.
    public AgainForm form(Actor.Person me, String about) {
        return transactions.as(
                SigningIn.TASK,
                () -> new AgainForm(
                        passwords.of(me.id()).isPresent(), !passkeys.of(me.id()).isEmpty(), about));
    }

    /// What a browser is to ask a passkey, as JSON.
    String ask(Actor.Person me, String about) {
        return asking.ask(me.id(), purpose(about));
    }

    private static String purpose(String about) {
        return "again, for " + about;
    }
}
