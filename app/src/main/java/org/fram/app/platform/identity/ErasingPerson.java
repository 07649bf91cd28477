package org.fram.app.platform.identity;

import java.time.InstantSource;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Erasing an account with all that is known of the person. What they did keeps their id, which stands for nobody then,
/// so
/// the ledger still holds.
@Component
public class ErasingPerson {

    private final Transactions transactions;
    private final People people;
    private final DSLContext database;
    private final InstantSource clock;

    ErasingPerson(Transactions transactions, People people, DSLContext database, InstantSource clock) {
        this.transactions = transactions;
        this.people = people;
        this.database = database;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Outcome {

        record Erased() implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Somebody whom an administrator may erase.
    ///
    /// @throws NotFoundException where there is nobody
    public Person about(Actor.Person administrator, PersonId person) {
        return transactions.as(administrator, () -> {
            if (people.find(administrator.id()).filter(Person::administrator).isEmpty()) {
                throw new NotFoundException();
            }
            return people.find(person).orElseThrow(NotFoundException::new);
        });
    }

    /// Erases them. There is no way back.
    ///
    /// @param email theirs, as the administrator typed it to show that they mean it
    public Outcome erase(Actor.Person administrator, PersonId person, String email) {
        var gone = about(administrator, person);
        if (administrator.id().equals(person)) {
            return new Outcome.Refused(Text.of("identity.erase.self"));
        }
        if (!gone.email().equals(People.normal(email))) {
            return new Outcome.Refused(Text.of("identity.erase.email"));
        }
        try {
            transactions.run(
                    administrator,
                    () -> database.fetch(
                            "select identity.erase({0}, {1})", DSL.val(person.value()), DSL.val(clock.instant())));
            return new Outcome.Erased();
        } catch (DataAccessException refused) {
            if ("23000".equals(refused.sqlState())) {
                return new Outcome.Refused(Text.of("identity.erase.lastOwner"));
            }
            throw refused;
        }
    }
}
