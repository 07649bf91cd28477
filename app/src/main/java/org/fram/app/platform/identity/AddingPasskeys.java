package org.fram.app.platform.identity;

import java.util.List;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// One's own passkeys: adding and removing them, which takes a proof of who one is.
@Component
class AddingPasskeys {

    /// What a proof is about.
    static final String ABOUT = "passkeys";

    private static final String MAKING = "make a passkey";
    private static final int LONGEST_NAME = 100;

    private final Transactions transactions;
    private final Reauthentication reauthentication;
    private final Challenges challenges;
    private final Passkeys passkeys;
    private final People people;
    private final WebAuthn webAuthn;

    AddingPasskeys(
            Transactions transactions,
            Reauthentication reauthentication,
            Challenges challenges,
            Passkeys passkeys,
            People people,
            WebAuthn webAuthn) {
        this.transactions = transactions;
        this.reauthentication = reauthentication;
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.people = people;
        this.webAuthn = webAuthn;
    }

    /// What came of it.
    sealed interface Outcome {

        record Done() implements Outcome {}

        /// What the browser is to make, as JSON.
        record Asked(String options) implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    List<Passkeys.Passkey> of(Actor.Person me) {
        return transactions.as(me, () -> passkeys.of(me.id()));
    }

    /// Asks the browser to make one. The challenge stands for the proof until it is made.
    ///
    /// @param token of the session that asks
    Outcome ask(Actor.Person me, Reauthentication.Proof proof, String token) {
        if (reauthentication.confirmForAccount(me, proof, ABOUT, token)
                instanceof Reauthentication.Outcome.Refused(var reason)) {
            return new Outcome.Refused(reason);
        }
        return transactions.as(
                SigningIn.TASK,
                () -> new Outcome.Asked(webAuthn.creation(
                        challenges.make(me.id(), MAKING), people.find(me.id()).orElseThrow(), passkeys.of(me.id()))));
    }

    /// Keeps what the browser has made.
    Outcome add(Actor.Person me, String challenge, String attestation, String name) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            return new Outcome.Refused(Text.of("identity.passkeys.noName"));
        }
        return transactions.as(SigningIn.TASK, () -> {
            var asked = challenges.take(challenge, me.id(), MAKING);
            if (asked.isEmpty()) {
                return new Outcome.Refused(Text.of("identity.passkeys.tooLate"));
            }
            try {
                return passkeys.add(me.id(), called, webAuthn.made(attestation, asked.get()))
                        ? new Outcome.Done()
                        : new Outcome.Refused(Text.of("identity.passkeys.known"));
            } catch (WebAuthn.RefusedException wrong) {
                return new Outcome.Refused(Text.of("identity.passkeys.refused"));
            }
        });
    }

    Outcome remove(Actor.Person me, Reauthentication.Proof proof, UUID passkey) {
        return switch (reauthentication.confirm(me, proof, ABOUT)) {
            case Reauthentication.Outcome.Confirmed _ -> {
                transactions.run(me, () -> passkeys.remove(me.id(), passkey));
                yield new Outcome.Done();
            }
            case Reauthentication.Outcome.Refused(var reason) -> new Outcome.Refused(reason);
        };
    }
}
