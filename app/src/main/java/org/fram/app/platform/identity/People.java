package org.fram.app.platform.identity;

import static fram.schema.identity.Tables.PERSON;

import fram.schema.identity.tables.records.PersonRecord;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The people with accounts, as far as whoever asks may see them. Is asked within a transaction.
@Component
public class People {

    private final DSLContext database;
    private final InstantSource clock;

    People(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The person with this id; nobody where they were erased.
    public Optional<Person> find(PersonId id) {
        return database.selectFrom(PERSON)
                .where(PERSON.ID.eq(id.value()), PERSON.ERASED.isNull())
                .fetchOptional(People::person);
    }

    /// The names of these people; none for those who were erased, or whom whoever asks does not know.
    public Map<PersonId, String> names(Collection<PersonId> people) {
        return database.select(PERSON.ID, PERSON.NAME)
                .from(PERSON)
                .where(PERSON.ID.in(people.stream().map(PersonId::value).toList()), PERSON.ERASED.isNull())
                .fetchMap(row -> new PersonId(row.value1()), row -> row.value2());
    }

    /// The person with this e-mail address, in whatever case.
    public Optional<Person> byEmail(String email) {
        return database.selectFrom(PERSON).where(PERSON.EMAIL.eq(normal(email))).fetchOptional(People::person);
    }

    /// All of them who have not been erased, by name.
    public List<Person> all() {
        return database.selectFrom(PERSON)
                .where(PERSON.ERASED.isNull())
                .orderBy(PERSON.NAME, PERSON.EMAIL)
                .fetch(People::person);
    }

    /// Whether there is anybody.
    boolean any() {
        return database.fetchExists(PERSON);
    }

    void add(Person person) {
        database.insertInto(PERSON)
                .set(PERSON.ID, person.id().value())
                .set(PERSON.EMAIL, normal(person.email()))
                .set(PERSON.NAME, person.name())
                .set(PERSON.ADMINISTRATOR, person.administrator())
                .set(PERSON.CREATED, clock.instant())
                .execute();
    }

    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static Person person(PersonRecord row) {
        return new Person(
                new PersonId(row.getId()), row.getEmail(), row.getName(), row.getAdministrator(), row.getVersion());
    }
}
