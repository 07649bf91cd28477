package org.fram.app.platform.identity;

import java.util.Optional;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.SignedIn;
import org.fram.app.platform.access.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Signing in with e-mail and password.
@Component
public class SigningIn {

    static final Actor TASK = new Actor.Task("sign-in");

    private final Transactions transactions;
    private final People people;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final FailedSignIns failures;
    private final SignIns signIns;

    /// Compared with where there is no such account, so that the answer takes as long. It is made when the
    /// first such attempt comes, as it takes a while.
    private @Nullable String nobodysHash;

    SigningIn(
            Transactions transactions,
            People people,
            Passwords passwords,
            SecondFactors factors,
            FailedSignIns failures,
            SignIns signIns) {
        this.transactions = transactions;
        this.factors = factors;
        this.signIns = signIns;
        this.people = people;
        this.passwords = passwords;
        this.failures = failures;
    }

    /// What came of trying to sign in.
    public sealed interface Outcome {

        record Welcome(SignedIn person) implements Outcome {}

        /// The password is right; now the code of the second factor.
        record CodeAwaited(PersonId person, String name) implements Outcome {}

        /// There is no such account, or that is not its password; which of the two is nobody's business.
        record Refused() implements Outcome {}

        /// It failed too often; the next try is some minutes away.
        record TooOften() implements Outcome {}
    }

    /// Tries to sign somebody in.
    ///
    /// @param device from which they try
    public Outcome signIn(String email, String password, Device device) {
        String account = People.normal(email);
        if (transactions.<Boolean>as(TASK, () -> failures.tooMany(account, device.address()))) {
            return new Outcome.TooOften();
        }
        var candidate = transactions.<Optional<Candidate>>as(
                TASK,
                () -> people.byEmail(account)
                        .flatMap(person -> passwords
                                .of(person.id())
                                .map(kept -> new Candidate(
                                        person,
                                        kept,
                                        factors.counting(person.id()).isPresent()))));
        // Outside of a transaction, as it takes its time.
        boolean right = passwords.matches(
                password, candidate.map(known -> known.password().hash()).orElseGet(this::nobodysHash));
        if (candidate.isEmpty() || !right) {
            transactions.run(TASK, () -> {
                failures.add(account, device.address());
                candidate.ifPresent(known -> signIns.add(known.person().id(), Way.PASSWORD, false, device.browser()));
            });
            return new Outcome.Refused();
        }
        if (candidate.get().hasSecondFactor()) {
            var person = candidate.get().person();
            return new Outcome.CodeAwaited(person.id(), person.name());
        }
        transactions.run(TASK, () -> failures.forget(account));
        return new Outcome.Welcome(candidate.get().signedIn());
    }

    private synchronized String nobodysHash() {
        String hash = nobodysHash;
        if (hash == null) {
            hash = passwords.hash(passwords.generate());
            nobodysHash = hash;
        }
        return hash;
    }

    private record Candidate(Person person, Passwords.Kept password, boolean hasSecondFactor) {

        SignedIn signedIn() {
            return new SignedIn(person.id(), person.name(), person.administrator(), password.temporary(), false);
        }
    }
}
