package org.fram.app.platform.identity;

import java.util.Optional;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// Somebody who is signed in shows again that it is them, before something that binds. Failures count like those of
/// signing
/// in.
@Component
public class Reauthenticating {

    private final Transactions transactions;
    private final People people;
    private final Passwords passwords;
    private final FailedSignIns failures;

    Reauthenticating(Transactions transactions, People people, Passwords passwords, FailedSignIns failures) {
        this.transactions = transactions;
        this.people = people;
        this.passwords = passwords;
        this.failures = failures;
    }

    /// What came of it.
    public sealed interface Outcome {

        record Shown() implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// By their password. Not within a transaction, as it takes its time.
    public Outcome byPassword(Actor.Person me, String password) {
        var email = transactions.as(
                me, () -> people.find(me.id()).map(Person::email).orElse(""));
        if (transactions.<Boolean>as(SigningIn.TASK, () -> failures.tooMany(email, email))) {
            return new Outcome.Refused(Text.of("identity.signIn.too-often"));
        }
        var kept = transactions.<Optional<Passwords.Kept>>as(me, () -> passwords.of(me.id()));
        if (kept.isPresent() && passwords.matches(password, kept.get().hash())) {
            transactions.run(SigningIn.TASK, () -> failures.forget(email));
            return new Outcome.Shown();
        }
        // Counted for the account alone: colleagues share network addresses.
        transactions.run(SigningIn.TASK, () -> failures.add(email, email));
        return new Outcome.Refused(Text.of("identity.password.presentWrong"));
    }
}
