package org.fram.app.platform.identity;

import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// Giving an account another password. All its sessions end with the old one.
@Component
public class ChangingPassword {

    private final Transactions transactions;
    private final People people;
    private final Passwords passwords;
    private final Sessions sessions;
    private final EntryLinks links;
    private final Reauthentication reauthentication;

    ChangingPassword(
            Transactions transactions,
            People people,
            Passwords passwords,
            Sessions sessions,
            EntryLinks links,
            Reauthentication reauthentication) {
        this.transactions = transactions;
        this.people = people;
        this.passwords = passwords;
        this.sessions = sessions;
        this.links = links;
        this.reauthentication = reauthentication;
    }

    /// What came of it.
    public sealed interface Outcome {

        /// The person signs in with the new one.
        record Changed() implements Outcome {}

        /// The account has a new first password, which is shown once.
        record Reset(String firstPassword) implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// A person changes their own, which takes the present one.
    public Outcome change(Actor.Person me, String present, String wanted) {
        var proof = reauthentication.confirm(me, Reauthentication.Proof.password(present), "password");
        if (proof instanceof Reauthentication.Outcome.Refused(var reason)) {
            return new Outcome.Refused(reason);
        }
        var refusal = AccountRules.refusePassword(wanted);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        if (wanted.equals(present)) {
            return new Outcome.Refused(Text.of("identity.password.same"));
        }
        String hash = passwords.hash(wanted);
        transactions.run(me, () -> {
            passwords.set(me.id(), hash, false);
            sessions.endAll(me.id());
        });
        endLinks(me.id());
        return new Outcome.Changed();
    }

    /// An administrator gives somebody a new first password, since they forgot theirs.
    public Outcome reset(Actor.Person administrator, PersonId person) {
        boolean may = transactions.<Boolean>as(
                administrator,
                () -> people.find(administrator.id())
                        .filter(Person::administrator)
                        .isPresent());
        if (!may) {
            return new Outcome.Refused(Text.of("identity.people.notAdministrator"));
        }
        String firstPassword = passwords.generate();
        String hash = passwords.hash(firstPassword);
        transactions.run(AddingPeople.TASK, () -> passwords.set(person, hash, true));
        transactions.run(SigningIn.TASK, () -> sessions.endAll(person));
        endLinks(person);
        return new Outcome.Reset(firstPassword);
    }

    /// Who has a new password needs no link to choose one, and whoever has such a link must not choose
    /// another.
    private void endLinks(PersonId person) {
        transactions.run(SigningIn.TASK, () -> {
            for (var purpose : EntryLink.Purpose.values()) {
                links.endAll(person, purpose);
            }
        });
    }
}
