package org.fram.app.platform.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// Making the first account, which administrates. Only who started Fram can: it takes a code from their
/// terminal.
@Component
public class FirstAdministrator {

    /// So many wrong codes, and only a restart gives a new one.
    private static final int TRIES = 10;

    private final Transactions transactions;
    private final People people;
    private final Passwords passwords;
    private final AddingPeople adding;
    private final String code;
    private boolean awaited = true;
    private int tries = TRIES;

    FirstAdministrator(Transactions transactions, People people, Passwords passwords, AddingPeople adding) {
        this.transactions = transactions;
        this.people = people;
        this.passwords = passwords;
        this.adding = adding;
        this.code = passwords.generate();
    }

    /// What came of trying to make the first account.
    public sealed interface Outcome {

        record Made(PersonId person) implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Whether there is nobody yet.
    public synchronized boolean isAwaited() {
        if (awaited) {
            awaited = !transactions.<Boolean>as(SigningIn.TASK, people::any);
        }
        return awaited;
    }

    /// The code for the terminal; empty once there is somebody.
    public synchronized Optional<String> code() {
        return isAwaited() ? Optional.of(code) : Optional.empty();
    }

    /// Makes the first account.
    public synchronized Outcome make(String givenCode, String email, String name, String password) {
        if (!isAwaited()) {
            return new Outcome.Refused(Text.of("identity.first.thereIsOne"));
        }
        if (tries == 0) {
            return new Outcome.Refused(Text.of("identity.first.noMoreTries"));
        }
        if (!same(givenCode.strip(), code)) {
            tries--;
            return new Outcome.Refused(Text.of("identity.first.wrongCode", tries));
        }
        var refusal = AccountRules.refuse(email, name, password);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        String hash = passwords.hash(password);
        var person = transactions.<PersonId>as(AddingPeople.TASK, () -> {
            if (people.any()) {
                throw new IllegalStateException("Another server on this database has made the first account.");
            }
            return adding.store(email, name, true, hash, false);
        });
        awaited = false;
        return new Outcome.Made(person);
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
