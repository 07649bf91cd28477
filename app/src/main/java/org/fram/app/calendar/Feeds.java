package org.fram.app.calendar;

import static fram.schema.calendar.Tables.FEED;

import java.time.Instant;
import java.util.Optional;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The addresses to which people's calendar programs subscribe, one for each person. Is asked within a transaction, of
/// the person themselves or of the task `calendar`.
@Component
public class Feeds {

    private final DSLContext database;

    Feeds(DSLContext database) {
        this.database = database;
    }

    /// That somebody has one.
    ///
    /// @param used when a program last asked, or null
    public record Feed(
            PersonId person, Instant made, @Nullable Instant used) {}

    /// That of a person; empty where they have none.
    public Optional<Feed> of(PersonId person) {
        return database.selectFrom(FEED)
                .where(FEED.PERSON_ID.eq(person.value()))
                .fetchOptional(row -> new Feed(new PersonId(row.getPersonId()), row.getMade(), row.getUsed()));
    }

    /// The one behind an address; empty where there is none.
    Optional<Feed> find(String hash) {
        return database.selectFrom(FEED)
                .where(FEED.HASH.eq(hash))
                .fetchOptional(row -> new Feed(new PersonId(row.getPersonId()), row.getMade(), row.getUsed()));
    }

    /// Keeps one in the place of that before.
    void keep(PersonId person, String hash, Instant now) {
        remove(person);
        database.insertInto(FEED)
                .set(FEED.PERSON_ID, person.value())
                .set(FEED.HASH, hash)
                .set(FEED.MADE, now)
                .execute();
    }

    void remove(PersonId person) {
        database.deleteFrom(FEED).where(FEED.PERSON_ID.eq(person.value())).execute();
    }

    void use(PersonId person, Instant now) {
        database.update(FEED)
                .set(FEED.USED, now)
                .where(FEED.PERSON_ID.eq(person.value()))
                .execute();
    }
}
