package org.fram.app.platform.identity;

import java.util.Optional;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// Giving somebody an account, with a first password that they have to change.
@Component
public class AddingPeople {

    static final Actor TASK = new Actor.Task("people");

    private final Transactions transactions;
    private final People people;
    private final Passwords passwords;

    AddingPeople(Transactions transactions, People people, Passwords passwords) {
        this.transactions = transactions;
        this.people = people;
        this.passwords = passwords;
    }

    /// What came of it.
    public sealed interface Outcome {

        /// The account is new, and this is its first password, which is shown once; empty where it has none.
        record Added(PersonId person, String firstPassword) implements Outcome {}

        /// Somebody with this address has an account.
        record Known(PersonId person) implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Gives an account to whoever has this e-mail address, or says that they have one.
    public Outcome add(String email, String name, boolean administrator) {
        return add(email, name, administrator, passwords.generate(), true);
    }

    /// The same with a password that is chosen, and that they keep: for demonstrations and tests.
    public Outcome add(String email, String name, boolean administrator, String password) {
        return add(email, name, administrator, password, false);
    }

    /// Gives an account without a password, in which nobody can sign in before they were invited: see
    /// [InvitingPeople].
    public Outcome addUninvited(String email, String name, boolean administrator) {
        var refusal = AccountRules.refuseEmail(email).or(() -> AccountRules.refuseName(name));
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        return transactions.<Outcome>as(TASK, () -> {
            Optional<Person> known = people.byEmail(email);
            if (known.isPresent()) {
                return new Outcome.Known(known.get().id());
            }
            var id = PersonId.next();
            people.add(new Person(id, email, name.strip(), administrator, 0));
            return new Outcome.Added(id, "");
        });
    }

    /// Gives an account without a password to somebody who signs in with a provider; empty where the address or the
    /// name is none.
    Optional<PersonId> addWithoutPassword(String email, String name) {
        if (AccountRules.refuseEmail(email).isPresent()
                || AccountRules.refuseName(name).isPresent()) {
            return Optional.empty();
        }
        var person = new Person(PersonId.next(), email, name.strip(), false, 0);
        return transactions.as(TASK, () -> {
            people.add(person);
            return Optional.of(person.id());
        });
    }

    private Outcome add(String email, String name, boolean administrator, String firstPassword, boolean temporary) {
        var refusal = AccountRules.refuse(email, name, firstPassword);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        String hash = passwords.hash(firstPassword);
        return transactions.<Outcome>as(TASK, () -> {
            Optional<Person> known = people.byEmail(email);
            if (known.isPresent()) {
                return new Outcome.Known(known.get().id());
            }
            return new Outcome.Added(store(email, name, administrator, hash, temporary), firstPassword);
        });
    }

    PersonId store(String email, String name, boolean administrator, String hash, boolean temporary) {
        var id = PersonId.next();
        people.add(new Person(id, email, name.strip(), administrator, 0));
        passwords.set(id, hash, temporary);
        return id;
    }
}
