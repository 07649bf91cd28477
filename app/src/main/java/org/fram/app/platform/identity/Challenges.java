package org.fram.app.platform.identity;

import static fram.schema.identity.Tables.CHALLENGE;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.fram.app.platform.access.PersonId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What passkeys are asked to sign. Each is good once, for five minutes, for one purpose of one person. Is asked within
/// a
/// transaction of the task `sign-in`.
@Component
class Challenges {

    static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final DSLContext database;
    private final InstantSource clock;

    Challenges(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A challenge.
    record Challenge(UUID id, Bytes bytes) {}

    /// Makes one.
    ///
    /// @param person who is asked, or null where that is not known
    Challenge make(@Nullable PersonId person, String about) {
        var now = clock.instant();
        database.deleteFrom(CHALLENGE)
                .where(CHALLENGE.MADE.lt(now.minus(LIFETIME)))
                .execute();
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var made = new Challenge(UUID.randomUUID(), Bytes.of(bytes));
        database.insertInto(CHALLENGE)
                .set(CHALLENGE.ID, made.id())
                .set(CHALLENGE.PERSON_ID, person == null ? null : person.value())
                .set(CHALLENGE.ABOUT, Hashes.sha256(about))
                .set(CHALLENGE.BYTES, bytes)
                .set(CHALLENGE.MADE, now)
                .execute();
        return made;
    }

    /// Uses one up; empty where there is none for this person and purpose, or not any more.
    Optional<Bytes> take(String id, @Nullable PersonId person, String about) {
        UUID key;
        try {
            key = UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
        Condition theirs = person == null ? CHALLENGE.PERSON_ID.isNull() : CHALLENGE.PERSON_ID.eq(person.value());
        return database.deleteFrom(CHALLENGE)
                .where(CHALLENGE.ID.eq(key))
                .and(theirs)
                .and(CHALLENGE.ABOUT.eq(Hashes.sha256(about)))
                .and(CHALLENGE.MADE.ge(clock.instant().minus(LIFETIME)))
                .returning(CHALLENGE.BYTES)
                .fetchOptional(row -> Bytes.of(row.get(CHALLENGE.BYTES)));
    }
}
