package org.fram.app.platform.identity;

import static fram.schema.identity.Tables.SIGN_IN;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// When somebody signed in, and when it failed, so that they notice what was not them.
@Component
class SignIns {

    private static final Duration KEPT = Duration.ofDays(90);

    private static final int SHOWN = 10;

    private final DSLContext database;
    private final InstantSource clock;

    SignIns(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A sign-in.
    ///
    /// @param way in which it was tried
    record SignIn(Instant at, Way way, boolean succeeded, String browser) {}

    /// Notes one, within a transaction of the task `sign-in`.
    void add(PersonId person, Way way, boolean succeeded, String browser) {
        var now = clock.instant();
        database.insertInto(SIGN_IN)
                .set(SIGN_IN.ID, Ids.next())
                .set(SIGN_IN.PERSON_ID, person.value())
                .set(SIGN_IN.AT, now)
                .set(SIGN_IN.WAY, way.code())
                .set(SIGN_IN.SUCCEEDED, succeeded)
                .set(SIGN_IN.BROWSER, browser)
                .execute();
        database.deleteFrom(SIGN_IN).where(SIGN_IN.AT.lt(now.minus(KEPT))).execute();
    }

    /// One's own last ones, the newest first.
    List<SignIn> of(Actor.Person me) {
        return database.selectFrom(SIGN_IN)
                .where(SIGN_IN.PERSON_ID.eq(me.id().value()))
                .orderBy(SIGN_IN.AT.desc(), SIGN_IN.ID.desc())
                .limit(SHOWN)
                .fetch(row -> new SignIn(
                        row.getAt(), Code.of(Way.class, row.getWay()), row.getSucceeded(), row.getBrowser()));
    }
}
