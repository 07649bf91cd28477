package org.fram.app.platform.identity;

import static fram.schema.identity.Tables.LINK;
import static fram.schema.identity.Tables.PASSWORD;

import fram.schema.identity.tables.records.LinkRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.identity.EntryLink.Purpose;
import org.fram.app.platform.identity.EntryLink.State;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Links by which people choose a password. Is asked within a transaction of the tasks `people` or `sign-in`.
@Component
class EntryLinks {

    private static final Duration KEPT = Duration.ofDays(90);

    private final DSLContext database;
    private final InstantSource clock;

    EntryLinks(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A link that was just made: the only time at which its address is known.
    ///
    /// @param path in the application, with the token
    record Made(UUID id, String path, Instant expires) {}

    /// Makes one, which replaces those for the same purpose.
    Made make(Purpose purpose, PersonId person, @Nullable PersonId by, Duration lifetime) {
        endAll(person, purpose);
        String token = LinkToken.next();
        UUID id = Ids.next();
        var now = clock.instant();
        database.deleteFrom(LINK).where(LINK.MADE.lt(now.minus(KEPT))).execute();
        database.insertInto(LINK)
                .set(LINK.ID, id)
                .set(LINK.PURPOSE, purpose.code())
                .set(LINK.PERSON_ID, person.value())
                .set(LINK.TOKEN_HASH, Hashes.sha256(token))
                .set(LINK.MADE_BY, by == null ? null : by.value())
                .set(LINK.MADE, now)
                .set(LINK.EXPIRES, now.plus(lifetime))
                .execute();
        // Not a part of the path: paths stand in logs.
        return new Made(id, EntryController.ADDRESS + "?link=" + token, now.plus(lifetime));
    }

    /// The link of a token, open or not.
    Optional<EntryLink> find(String token) {
        return database.selectFrom(LINK)
                .where(LINK.TOKEN_HASH.eq(Hashes.sha256(token)))
                .fetchOptional(this::link);
    }

    /// Marks an open one as used.
    ///
    /// @return whether it was open: of two who use it at the same time one is told no
    boolean use(EntryLink link) {
        var now = clock.instant();
        return database.update(LINK)
                        .set(LINK.USED, now)
                        .where(LINK.ID.eq(link.id()))
                        .and(LINK.USED.isNull())
                        .and(LINK.ENDED.isNull())
                        .and(LINK.EXPIRES.gt(now))
                        .execute()
                == 1;
    }

    /// Ends all open ones for a purpose.
    void endAll(PersonId person, Purpose purpose) {
        database.update(LINK)
                .set(LINK.ENDED, clock.instant())
                .where(LINK.PERSON_ID.eq(person.value()))
                .and(LINK.PURPOSE.eq(purpose.code()))
                .and(LINK.USED.isNull())
                .and(LINK.ENDED.isNull())
                .execute();
    }

    /// Lets nobody else make links of that purpose for that person until the transaction ends: what was counted holds.
    void hold(PersonId person, Purpose purpose) {
        database.fetch(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                "links " + purpose.code() + " " + person.value());
    }

    /// How many were made since then. Is asked once the purpose is held, where more may be made by it.
    int count(PersonId person, Purpose purpose, Instant since) {
        return database.fetchCount(
                LINK, LINK.PERSON_ID.eq(person.value()), LINK.PURPOSE.eq(purpose.code()), LINK.MADE.ge(since));
    }

    /// The last invitation of each person who has not come yet.
    List<EntryLink> waiting() {
        return database
                .select(LINK.fields())
                .distinctOn(LINK.PERSON_ID)
                .from(LINK)
                .leftJoin(PASSWORD)
                .on(PASSWORD.PERSON_ID.eq(LINK.PERSON_ID))
                .where(LINK.PURPOSE.eq(Purpose.INVITATION.code()))
                .and(PASSWORD.PERSON_ID.isNull())
                .orderBy(LINK.PERSON_ID, LINK.MADE.desc(), LINK.ID.desc())
                .fetchInto(LINK)
                .stream()
                .map(this::link)
                .toList();
    }

    private EntryLink link(LinkRecord row) {
        var state = row.getUsed() != null
                ? State.USED
                : row.getEnded() != null
                        ? State.ENDED
                        : row.getExpires().isAfter(clock.instant()) ? State.OPEN : State.EXPIRED;
        UUID by = row.getMadeBy();
        return new EntryLink(
                row.getId(),
                Code.of(Purpose.class, row.getPurpose()),
                new PersonId(row.getPersonId()),
                by == null ? null : new PersonId(by),
                row.getExpires(),
                state);
    }
}
