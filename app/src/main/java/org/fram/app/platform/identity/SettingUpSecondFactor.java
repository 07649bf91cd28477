package org.fram.app.platform.identity;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.secrets.LostSecretException;
import org.fram.app.platform.secrets.Secrets;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// Setting up, changing and turning off one's second factor. Whoever does so shows again who they are.
@Component
class SettingUpSecondFactor {

    /// What a proof is about.
    static final String ABOUT = "second-factor";

    private final SecureRandom random = new SecureRandom();
    private final Transactions transactions;
    private final SecondFactors factors;
    private final Secrets secrets;
    private final Reauthentication reauthentication;
    private final People people;
    private final Sessions sessions;
    private final InstantSource clock;

    SettingUpSecondFactor(
            Transactions transactions,
            SecondFactors factors,
            Secrets secrets,
            Reauthentication reauthentication,
            People people,
            Sessions sessions,
            InstantSource clock) {
        this.transactions = transactions;
        this.factors = factors;
        this.secrets = secrets;
        this.reauthentication = reauthentication;
        this.people = people;
        this.sessions = sessions;
        this.clock = clock;
    }

    /// What came of it.
    sealed interface Outcome {

        record Done() implements Outcome {}

        /// The recovery codes, which are shown once.
        record Codes(List<String> codes) implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// How it stands.
    sealed interface Standing {

        record Off() implements Standing {}

        /// An app is to take in the secret, and to confirm it by a code.
        record Begun(Bytes secret, String account) implements Standing {}

        /// It counts.
        ///
        /// @param codesLeft of those for recovery
        record On(Instant since, int codesLeft) implements Standing {}
    }

    Standing standing(Actor.Person me) {
        return transactions.as(me, () -> {
            var kept = factors.of(me.id());
            if (kept.isEmpty()) {
                return new Standing.Off();
            }
            var since = kept.get().confirmed();
            if (since != null) {
                return new Standing.On(since, factors.recoveryCodes(me.id()));
            }
            String account = people.find(me.id()).map(Person::email).orElse("");
            return open(me.id(), kept.get())
                    .<Standing>map(secret -> new Standing.Begun(secret, account))
                    .orElseGet(Standing.Off::new);
        });
    }

    Outcome begin(Actor.Person me, Reauthentication.Proof proof) {
        return proven(me, proof, () -> {
            factors.begin(me.id(), secrets.seal(purpose(me.id()), TimeCodes.newSecret(random)));
            return new Outcome.Done();
        });
    }

    /// A first code shows that the app has the secret; from now on it counts, for the session that asks as well.
    Outcome confirm(Actor.Person me, String code, String token) {
        var codes = RecoveryCodes.make(random);
        boolean right = transactions.<Boolean>as(me, () -> {
            var kept = factors.of(me.id()).filter(factor -> !factor.counts());
            var secret = kept.flatMap(factor -> open(me.id(), factor));
            if (kept.isEmpty() || secret.isEmpty()) {
                return false;
            }
            var step = TimeCodes.step(
                    secret.get().toArray(),
                    GivingCode.plain(code),
                    clock.instant(),
                    kept.get().lastStep());
            if (step.isEmpty() || !factors.use(me.id(), step.getAsLong())) {
                return false;
            }
            factors.confirm(me.id());
            factors.setRecoveryCodes(
                    me.id(), codes.stream().map(RecoveryCodes::hash).toList());
            return true;
        });
        if (!right) {
            return new Outcome.Refused(Text.of("identity.secondFactor.wrongCode"));
        }
        transactions.run(SigningIn.TASK, () -> sessions.strengthen(token, me.id()));
        return new Outcome.Codes(codes);
    }

    Outcome newRecoveryCodes(Actor.Person me, Reauthentication.Proof proof) {
        var codes = RecoveryCodes.make(random);
        return proven(me, proof, () -> {
            if (factors.counting(me.id()).isEmpty()) {
                return new Outcome.Refused(Text.of("identity.secondFactor.isOff"));
            }
            factors.setRecoveryCodes(
                    me.id(), codes.stream().map(RecoveryCodes::hash).toList());
            return new Outcome.Codes(codes);
        });
    }

    Outcome turnOff(Actor.Person me, Reauthentication.Proof proof) {
        return proven(me, proof, () -> {
            factors.remove(me.id());
            return new Outcome.Done();
        });
    }

    /// An administrator turns it off for somebody who lost both app and recovery codes. That person is signed out
    /// everywhere, so that they notice.
    Outcome turnOffOf(Actor.Person administrator, PersonId person) {
        if (!administers(administrator)) {
            return new Outcome.Refused(Text.of("identity.people.notAdministrator"));
        }
        transactions.run(AddingPeople.TASK, () -> factors.remove(person));
        transactions.run(SigningIn.TASK, () -> sessions.endAll(person));
        return new Outcome.Done();
    }

    /// An administrator says whether everybody has to have one.
    Outcome require(Actor.Person administrator, boolean required) {
        return transactions.<Boolean>as(administrator, () -> factors.require(required))
                ? new Outcome.Done()
                : new Outcome.Refused(Text.of("identity.people.notAdministrator"));
    }

    private boolean administers(Actor.Person person) {
        return transactions.<Boolean>as(
                person,
                () -> people.find(person.id()).filter(Person::administrator).isPresent());
    }

    private Outcome proven(Actor.Person me, Reauthentication.Proof proof, Supplier<Outcome> work) {
        return switch (reauthentication.confirm(me, proof, ABOUT)) {
            case Reauthentication.Outcome.Confirmed _ -> transactions.as(me, work);
            case Reauthentication.Outcome.Refused(var reason) -> new Outcome.Refused(reason);
        };
    }

    private Optional<Bytes> open(PersonId person, SecondFactors.Kept kept) {
        try {
            return Optional.of(
                    Bytes.of(secrets.open(purpose(person), kept.secret().toArray())));
        } catch (LostSecretException lost) {
            return Optional.empty();
        }
    }

    static String purpose(PersonId person) {
        return "second factor of " + person;
    }
}
