package org.fram.app.platform.notices;

import static fram.schema.access.Tables.MEMBERSHIP;
import static fram.schema.identity.Tables.PERSON;
import static fram.schema.notices.Tables.MAIL;
import static fram.schema.notices.Tables.NOTICE;

import fram.schema.notices.tables.records.MailRecord;
import fram.schema.notices.tables.records.NoticeRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What the postman has to do: notices to look at, mails to hand over. Each call is a transaction of its own.
@Component
class Outbox {

    // 1. A notice is looked at once: it gets the time at which its mail is due, by what its reader wants at that time.
    //    Whoever changes that has those looked at again that have not gone.
    // 2. When it is due it becomes part of a mail, together with the others of its reader that were gathered. From then
    // on
    //    mail and notices stay together: what is tried again is the same mail, under the same Message-ID.
    // 3. A mail is taken by a lease, which outlasts any answer of a server, then handed over, then marked. Whoever is
    // killed
    //    after handing it over and before marking leaves the lease to run out, and the mail goes a second time under
    // the same
    //    Message-ID: mail programs show it once. No order of these steps does better, as SMTP knows no common commit.

    private static final Actor POSTMAN = new Actor.Task("notices");
    private static final int AT_ONE_GO = 500;
    private static final int SHOWN = 50;
    private static final Duration KEPT = Duration.ofDays(180);
    private static final Duration KEPT_OF_ADDRESSES = Duration.ofDays(30);

    private final DSLContext database;
    private final Transactions transactions;
    private final Wishes wishes;
    private final Map<String, NoticeKind> kinds;
    private final InstantSource clock;

    /// So long somebody has to read in the application what then needs no mail.
    private final Duration moment;

    Outbox(
            DSLContext database,
            Transactions transactions,
            Wishes wishes,
            List<NoticeKind> kinds,
            InstantSource clock,
            @Value("${fram.notices.moment:PT1M}") Duration moment) {
        this.database = database;
        this.transactions = transactions;
        this.wishes = wishes;
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(NoticeKind::code, kind -> kind));
        this.clock = clock;
        this.moment = moment;
    }

    /// A mail that the postman has.
    ///
    /// @param attempt under which it was taken; an older one no longer counts
    record Taken(UUID id, int attempt, int failures, Instant made) {}

    /// What is in a mail.
    ///
    /// @param email to whom it goes
    /// @param account whether that is somebody with an account
    record Parcel(UUID id, Instant made, String email, boolean account, Preferences wishes, List<Told> notices) {}

    /// How mails fare, for administrators.
    ///
    /// @param oldest when the mail was made that waits longest, or null
    /// @param undelivered those that did not arrive, the last first
    record State(
            int waiting, @Nullable Instant oldest, @Nullable Instant lastSent, List<Undelivered> undelivered) {}

    /// A mail that did not arrive.
    ///
    /// @param person whom it was for; null for a bare address
    record Undelivered(@Nullable PersonId person, @Nullable String name, Instant at, MailState state, String answer) {}

    /// Where a mail is on its way.
    enum MailState implements Code {
        WAITING,
        SENT,
        /// The server said that it will never take it.
        REFUSED,
        /// The server did not take it for days.
        GIVEN_UP,
        /// Nobody waits for it any more.
        UNWANTED
    }

    /// Looks at notices that nobody has looked at.
    ///
    /// @return whether there may be more
    boolean plan() {
        return asPostman(() -> {
            var now = clock.instant();
            var fresh = database.selectFrom(NOTICE)
                    .where(NOTICE.MAILING.eq("new"))
                    .orderBy(NOTICE.GIVEN)
                    .limit(AT_ONE_GO)
                    .forUpdate()
                    .skipLocked()
                    .fetch();
            var known = new HashMap<UUID, Preferences>();
            for (var notice : fresh) {
                plan(notice, now, known);
                database.executeUpdate(notice);
            }
            return fresh.size() == AT_ONE_GO;
        });
    }

    private void plan(NoticeRecord notice, Instant now, Map<UUID, Preferences> known) {
        UUID person = notice.getPersonId();
        // A kind that is not declared any more, as its module has changed, still reaches its reader.
        var kind = kinds.getOrDefault(notice.getKind(), NoticeKind.chosen(notice.getKind(), Delivery.AT_ONCE));
        if (person == null) {
            due(notice, now, false);
            return;
        }
        var wanted = known.computeIfAbsent(person, id -> wishes.of(new PersonId(id)));
        switch (wanted.of(kind)) {
            case NEVER -> notice.setMailing("none");
            case DIGEST -> {
                // A date for the calendar is worth little when it comes with the news of the week.
                if (notice.getEvent() == null) {
                    due(notice, wanted.nextDigest(now), true);
                } else {
                    due(notice, wanted.afterQuiet(now), false);
                }
            }
            case AT_ONCE -> {
                // Whoever reads it here within a moment needs no mail.
                var soon = kind.choice() ? now.plus(moment) : now;
                var after = kind.choice() ? wanted.afterQuiet(soon) : now;
                // What waited through the night comes together in the morning.
                due(notice, after, after.isAfter(soon) && notice.getEvent() == null);
            }
        }
    }

    private static void due(NoticeRecord notice, Instant due, boolean gathered) {
        notice.setMailing("waiting");
        notice.setDue(due);
        notice.setGathered(gathered);
    }

    /// Makes mails of what is due.
    void make() {
        asPostman(() -> {
            var now = clock.instant();
            var due = database.selectFrom(NOTICE)
                    .where(NOTICE.MAILING.eq("waiting"))
                    .and(NOTICE.DUE.le(now))
                    .orderBy(NOTICE.GIVEN, NOTICE.ID)
                    .forUpdate()
                    .skipLocked()
                    .fetch();
            var mails = new LinkedHashMap<Object, List<NoticeRecord>>();
            for (var notice : due) {
                boolean known = notice.getRead() != null && notice.getEvent() == null;
                if (known || !isWanted(notice, now)) {
                    notice.setMailing("none");
                    if (notice.getAddress() != null) {
                        notice.setPath("");
                    }
                    database.executeUpdate(notice);
                } else {
                    Object together = notice.getGathered() ? notice.getPersonId() : notice.getId();
                    mails.computeIfAbsent(together, _ -> new ArrayList<>()).add(notice);
                }
            }
            for (var notices : mails.values()) {
                var mail = database.newRecord(MAIL);
                mail.setId(Ids.next());
                mail.setPersonId(notices.getFirst().getPersonId());
                mail.setMade(now);
                mail.setDue(now);
                mail.insert();
                for (var notice : notices) {
                    notice.setMailing("mailed");
                    notice.setMailId(mail.getId());
                    database.executeUpdate(notice);
                }
            }
            return null;
        });
    }

    /// Whether a notice is still worth a mail: in time, and about an engagement that its reader has not left.
    private boolean isWanted(NoticeRecord notice, Instant now) {
        boolean late = notice.getUntil() != null && notice.getUntil().isBefore(now);
        return !late
                && (notice.getEngagementId() == null
                        || notice.getPersonId() == null
                        || database.fetchExists(
                                MEMBERSHIP,
                                MEMBERSHIP.ENGAGEMENT_ID.eq(notice.getEngagementId()),
                                MEMBERSHIP.PERSON_ID.eq(notice.getPersonId())));
    }

    /// Takes the mail that is due longest, unless somebody has it.
    Optional<Taken> take(Duration lease) {
        return asPostman(() -> {
            var now = clock.instant();
            var next = database.selectFrom(MAIL)
                    .where(MAIL.STATE.eq(MailState.WAITING.code()))
                    .and(MAIL.DUE.le(now))
                    .and(MAIL.LEASED_UNTIL.isNull().or(MAIL.LEASED_UNTIL.le(now)))
                    .orderBy(MAIL.DUE, MAIL.ID)
                    .limit(1)
                    .forUpdate()
                    .skipLocked()
                    .fetchOptional();
            next.ifPresent(row -> {
                row.setAttempt(row.getAttempt() + 1);
                row.setLeasedUntil(now.plus(lease));
                database.executeUpdate(row);
            });
            return next.map(row -> new Taken(row.getId(), row.getAttempt(), row.getFailures(), row.getMade()));
        });
    }

    /// Lets go of all mails, as whoever had them is known to have ended.
    void releaseAll() {
        asPostman(() -> database.update(MAIL)
                .setNull(MAIL.LEASED_UNTIL)
                .where(MAIL.STATE.eq(MailState.WAITING.code()))
                .and(MAIL.LEASED_UNTIL.isNotNull())
                .execute());
    }

    /// What is in a mail; empty where nobody waits for any of it any more.
    Optional<Parcel> open(Taken taken) {
        return asPostman(() -> {
            var now = clock.instant();
            var notices = database
                    .selectFrom(NOTICE)
                    .where(NOTICE.MAIL_ID.eq(taken.id()))
                    .orderBy(NOTICE.GIVEN, NOTICE.ID)
                    .fetch()
                    .stream()
                    .filter(notice -> isWanted(notice, now))
                    .toList();
            if (notices.isEmpty()) {
                return Optional.<Parcel>empty();
            }
            var first = notices.getFirst();
            UUID person = first.getPersonId();
            @Nullable String email = person == null ? first.getAddress() : email(person);
            return Optional.ofNullable(email)
                    .map(to -> new Parcel(
                            taken.id(),
                            taken.made(),
                            to,
                            person != null,
                            person == null ? Preferences.UNSAID : wishes.of(new PersonId(person)),
                            notices.stream().map(OwnNotices::told).toList()));
        });
    }

    private @Nullable String email(UUID person) {
        return database.select(PERSON.EMAIL)
                .from(PERSON)
                .where(PERSON.ID.eq(person))
                .fetchOne(PERSON.EMAIL);
    }

    /// Ends a mail, if it is still whoever took it that says so.
    ///
    /// @param answer what the server said, or null where it says no more than before
    void end(Taken taken, MailState state, @Nullable String answer) {
        asPostman(() -> {
            int ended = database.update(MAIL)
                    .set(MAIL.STATE, state.code())
                    .set(MAIL.ENDED, clock.instant())
                    .set(MAIL.ANSWER, DSL.coalesce(DSL.val(answer), MAIL.ANSWER))
                    .setNull(MAIL.LEASED_UNTIL)
                    .where(of(taken))
                    .execute();
            if (ended == 1) {
                // What opened a door to whoever has it has gone there, or never will.
                database.update(NOTICE)
                        .set(NOTICE.PATH, "")
                        .where(NOTICE.MAIL_ID.eq(taken.id()))
                        .and(NOTICE.ADDRESS.isNotNull())
                        .execute();
            }
            return null;
        });
    }

    /// Has a mail tried again later.
    ///
    /// @param failed whether it was this mail that failed, and not the way to the server
    void later(Taken taken, Instant due, String answer, boolean failed) {
        asPostman(() -> database.update(MAIL)
                .set(MAIL.DUE, due)
                .set(MAIL.ANSWER, answer)
                .set(MAIL.FAILURES, MAIL.FAILURES.plus(failed ? 1 : 0))
                .setNull(MAIL.LEASED_UNTIL)
                .where(of(taken))
                .execute());
    }

    /// Forgets what is old.
    void forget() {
        asPostman(() -> {
            var now = clock.instant();
            database.deleteFrom(NOTICE)
                    .where(NOTICE.GIVEN.lt(now.minus(KEPT)))
                    .or(NOTICE.ADDRESS.isNotNull().and(NOTICE.GIVEN.lt(now.minus(KEPT_OF_ADDRESSES))))
                    .execute();
            database.deleteFrom(MAIL)
                    .where(MAIL.ENDED.lt(now.minus(KEPT_OF_ADDRESSES)))
                    .execute();
            return null;
        });
    }

    /// How mails fare. Whoever asks has to be an administrator: the caller knows that.
    State state() {
        return asPostman(() -> {
            var waiting = database.selectFrom(MAIL)
                    .where(MAIL.STATE.eq(MailState.WAITING.code()))
                    .fetch();
            return new State(
                    waiting.size(),
                    waiting.stream()
                            .map(MailRecord::getMade)
                            .min(Instant::compareTo)
                            .orElse(null),
                    database.select(DSL.max(MAIL.ENDED))
                            .from(MAIL)
                            .where(MAIL.STATE.eq(MailState.SENT.code()))
                            .fetchOne(0, Instant.class),
                    undelivered());
        });
    }

    private List<Undelivered> undelivered() {
        return database.select(MAIL.PERSON_ID, PERSON.NAME, MAIL.ENDED, MAIL.STATE, MAIL.ANSWER)
                .from(MAIL)
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(MAIL.PERSON_ID))
                .where(MAIL.STATE.in(MailState.REFUSED.code(), MailState.GIVEN_UP.code()))
                .orderBy(MAIL.ENDED.desc())
                .limit(SHOWN)
                .fetch(row -> new Undelivered(
                        row.get(MAIL.PERSON_ID) == null ? null : new PersonId(row.get(MAIL.PERSON_ID)),
                        row.get(PERSON.NAME),
                        row.get(MAIL.ENDED),
                        Code.of(MailState.class, row.get(MAIL.STATE)),
                        Objects.requireNonNullElse(row.get(MAIL.ANSWER), "")));
    }

    /// How the mail of a notice fares that was given under a key; empty where there is none, or none yet.
    Optional<MailState> fate(String key) {
        return asPostman(() -> database.select(MAIL.STATE)
                .from(NOTICE)
                .join(MAIL)
                .on(MAIL.ID.eq(NOTICE.MAIL_ID))
                .where(NOTICE.KEY.eq(key))
                .limit(1)
                .fetchOptional(row -> Code.of(MailState.class, row.get(MAIL.STATE))));
    }

    /// Those of some keys whose mail was refused for good, or given up.
    Set<String> refused(Collection<String> keys) {
        return asPostman(() -> database.selectDistinct(NOTICE.KEY)
                .from(NOTICE)
                .join(MAIL)
                .on(MAIL.ID.eq(NOTICE.MAIL_ID))
                .where(NOTICE.KEY.in(keys))
                .and(MAIL.STATE.in(MailState.REFUSED.code(), MailState.GIVEN_UP.code()))
                .fetchSet(NOTICE.KEY));
    }

    private static Condition of(Taken taken) {
        return MAIL.ID
                .eq(taken.id())
                .and(MAIL.ATTEMPT.eq(taken.attempt()))
                .and(MAIL.STATE.eq(MailState.WAITING.code()));
    }

    private <T extends @Nullable Object> T asPostman(Supplier<T> work) {
        return transactions.as(POSTMAN, work);
    }
}
