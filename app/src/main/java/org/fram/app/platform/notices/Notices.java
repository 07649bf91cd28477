package org.fram.app.platform.notices;

import static fram.schema.notices.Tables.NOTICE;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.notices.Outbox.MailState;
import org.fram.app.platform.start.Settings;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells people something. Is asked within a transaction, that of what it tells of: when that is rolled back
/// nobody is told anything.
///
/// ```
/// notices.give(Notice.to(person, KIND, "obligation-assigned " + id, Text.of("sow.told.assigned", code),
///                 Text.of("sow.told.assigned.text", promise), "/engagements/…")
///         .in(engagement));
/// ```
@Component
public class Notices {

    private final DSLContext database;
    private final InstantSource clock;
    private final Bell bell;
    private final Outbox outbox;
    private final Set<NoticeKind> kinds;
    private final boolean mails;

    Notices(
            DSLContext database,
            InstantSource clock,
            Bell bell,
            Outbox outbox,
            List<NoticeKind> kinds,
            Settings settings) {
        this.database = database;
        this.clock = clock;
        this.bell = bell;
        this.outbox = outbox;
        this.kinds = kinds.stream().collect(toUnmodifiableSet());
        this.mails = settings.mail() != null;
    }

    /// Whether this installation sends mail. Where it does not, people with accounts are told in the
    /// application alone, and whoever wants to reach somebody without one is shown what to hand on instead.
    public boolean mails() {
        return mails;
    }

    /// Tells somebody something, unless they were told under the same key before.
    ///
    /// @throws IllegalStateException for a bare address where this installation sends no mail: see [#mails]
    /// @throws IllegalArgumentException for a kind that no module declares
    public void give(Notice notice) {
        if (!kinds.contains(notice.kind())) {
            throw new IllegalArgumentException("No bean declares the notices of kind '%s'."
                    .formatted(notice.kind().code()));
        }
        if (!mails && notice.to() instanceof Recipient.Address) {
            throw new IllegalStateException("This installation sends no mail, so nobody is told by an address.");
        }
        // Without naming the index, as PostgreSQL would then want whoever gives it to see what others were told.
        database.insertInto(NOTICE)
                .set(NOTICE.ID, Ids.next())
                .set(NOTICE.PERSON_ID, person(notice.to()))
                .set(NOTICE.ADDRESS, address(notice.to()))
                .set(
                        NOTICE.ENGAGEMENT_ID,
                        notice.engagement() == null ? null : notice.engagement().value())
                .set(NOTICE.KIND, notice.kind().code())
                .set(NOTICE.KEY, notice.key())
                .set(NOTICE.SUBJECT, NoticeJson.text(notice.subject()))
                .set(NOTICE.TEXT, NoticeJson.texts(notice.text()))
                .set(NOTICE.PATH, notice.path())
                .set(NOTICE.EVENT, NoticeJson.event(notice.event()))
                .set(NOTICE.UNTIL, notice.until())
                .set(NOTICE.GIVEN, clock.instant())
                .set(NOTICE.MAILING, mails ? "new" : "none")
                .onConflictDoNothing()
                .execute();
        bell.ringAfterCommit();
    }

    /// Notes that somebody has learned by themselves what they were told under a key: it counts as read, and
    /// no mail goes that has not gone yet. Is asked within a transaction of theirs.
    public void seen(Actor.Person me, String key) {
        database.update(NOTICE)
                .set(NOTICE.READ, clock.instant())
                .where(NOTICE.PERSON_ID.eq(me.id().value()))
                .and(NOTICE.KEY.eq(key))
                .and(NOTICE.READ.isNull())
                .execute();
    }

    /// Whether the mail server refused for good to take what was given under a key, or did not take it for
    /// days.
    public boolean isRefused(String key) {
        return outbox.fate(key)
                .filter(state -> state == MailState.REFUSED || state == MailState.GIVEN_UP)
                .isPresent();
    }

    /// Those of some keys under which something was given that the mail server refused for good to take,
    /// or did not take for days. Is not asked within a transaction of a person, as nobody sees what
    /// others were told.
    public Set<String> refused(Collection<String> keys) {
        return keys.isEmpty() ? Set.of() : outbox.refused(keys);
    }

    private static @Nullable UUID person(Recipient to) {
        return to instanceof Recipient.Account(PersonId id) ? id.value() : null;
    }

    private static @Nullable String address(Recipient to) {
        return to instanceof Recipient.Address(var email) ? email : null;
    }
}
