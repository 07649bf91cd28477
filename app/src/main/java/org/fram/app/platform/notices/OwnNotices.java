package org.fram.app.platform.notices;

import static fram.schema.identity.Tables.PERSON;
import static fram.schema.notices.Tables.MAIL;
import static fram.schema.notices.Tables.NOTICE;

import fram.schema.notices.tables.records.NoticeRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PersonId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// What somebody was told. Is asked within a transaction of theirs.
@Component
class OwnNotices {

    private final DSLContext database;
    private final InstantSource clock;

    OwnNotices(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// How many they have not read.
    int unread(PersonId me) {
        return database.fetchCount(NOTICE, of(me), NOTICE.READ.isNull());
    }

    int all(PersonId me) {
        return database.fetchCount(NOTICE, of(me));
    }

    /// Those that are not read first, the newest first.
    List<Told> page(PersonId me, int from, int most) {
        return database.selectFrom(NOTICE)
                .where(of(me))
                .orderBy(NOTICE.READ.isNotNull(), NOTICE.GIVEN.desc(), NOTICE.ID.desc())
                .offset(from)
                .limit(most)
                .fetch(OwnNotices::told);
    }

    Optional<Told> find(PersonId me, UUID id) {
        return database.selectFrom(NOTICE).where(of(me)).and(NOTICE.ID.eq(id)).fetchOptional(OwnNotices::told);
    }

    /// Their own e-mail address, which calendars look for among those invited.
    String email(PersonId me) {
        return database.select(PERSON.EMAIL)
                .from(PERSON)
                .where(PERSON.ID.eq(me.value()))
                .fetchOptional(PERSON.EMAIL)
                .orElseThrow(NotFoundException::new);
    }

    void markRead(PersonId me, UUID id) {
        mark(me, NOTICE.ID.eq(id));
    }

    /// Marks all that were given until then: what came while the page was open was not seen on it.
    void markAllRead(PersonId me, Instant until) {
        mark(me, NOTICE.GIVEN.le(until));
    }

    private void mark(PersonId me, Condition which) {
        database.update(NOTICE)
                .set(NOTICE.READ, clock.instant())
                .where(of(me))
                .and(which)
                .and(NOTICE.READ.isNull())
                .execute();
    }

    /// What the server answered where the last mail to them did not arrive; empty where it did, or where
    /// there was none.
    Optional<Undelivered> lastUndelivered(PersonId me) {
        return database.selectFrom(MAIL)
                .where(MAIL.PERSON_ID.eq(me.value()))
                .and(MAIL.ENDED.isNotNull())
                .orderBy(MAIL.ENDED.desc())
                .limit(1)
                .fetchOptional()
                .filter(row ->
                        row.getState().equals("refused") || row.getState().equals("given-up"))
                .map(row -> new Undelivered(row.getEnded(), row.getAnswer() == null ? "" : row.getAnswer()));
    }

    /// A mail that did not arrive.
    ///
    /// @param answer of the server, or empty
    record Undelivered(Instant at, String answer) {}

    private static Condition of(PersonId me) {
        return NOTICE.PERSON_ID.eq(me.value());
    }

    static Told told(NoticeRecord row) {
        return new Told(
                row.getId(),
                row.getKind(),
                NoticeJson.text(row.getSubject()),
                NoticeJson.texts(row.getText()),
                row.getPath(),
                NoticeJson.event(row.getEvent()),
                row.getGiven(),
                row.getRead());
    }
}
