package org.fram.app.platform.identity;

import static fram.schema.identity.Tables.SESSION;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.Transactions;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Looking at the browsers in which one is signed in, and signing out there.
@Component
class EndingSessions {

    private final Transactions transactions;
    private final DSLContext database;

    EndingSessions(Transactions transactions, DSLContext database) {
        this.transactions = transactions;
        this.database = database;
    }

    /// A browser in which somebody is signed in.
    ///
    /// @param browser its name, or empty
    /// @param way in which one signed in
    /// @param present whether it is the one that asks
    record Session(UUID id, String browser, Way way, Instant created, Instant seen, boolean present) {}

    /// One's own, the one seen last first.
    ///
    /// @param token of the session that asks
    List<Session> of(Actor.Person me, String token) {
        String hash = Hashes.sha256(token);
        return transactions.as(
                me,
                () -> database.selectFrom(SESSION)
                        .where(SESSION.PERSON_ID.eq(me.id().value()))
                        .andNot(SESSION.PENDING)
                        .orderBy(SESSION.SEEN.desc(), SESSION.ID)
                        .fetch(row -> new Session(
                                row.getId(),
                                row.getBrowser(),
                                Code.of(Way.class, row.getWay()),
                                row.getCreated(),
                                row.getSeen(),
                                row.getTokenHash().equals(hash))));
    }

    /// Ends one of one's own; one that has ended already is as good.
    void end(Actor.Person me, UUID session) {
        transactions.run(
                me,
                () -> database.deleteFrom(SESSION)
                        .where(SESSION.PERSON_ID.eq(me.id().value()))
                        .and(SESSION.ID.eq(session))
                        .execute());
    }

    /// Ends all of one's own but the one that asks.
    void endOthers(Actor.Person me, String token) {
        transactions.run(
                me,
                () -> database.deleteFrom(SESSION)
                        .where(SESSION.PERSON_ID.eq(me.id().value()))
                        .and(SESSION.TOKEN_HASH.ne(Hashes.sha256(token)))
                        .execute());
    }
}
