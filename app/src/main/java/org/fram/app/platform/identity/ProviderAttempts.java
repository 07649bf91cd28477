package org.fram.app.platform.identity;

import static fram.schema.identity.Tables.PROVIDER_ATTEMPT;
import static fram.schema.identity.Tables.PROVIDER_LINK;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who is on the way to a provider and back, and who is known under which subject. Is asked within a transaction of the
/// task `sign-in`.
@Component
class ProviderAttempts {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final DSLContext database;
    private final InstantSource clock;

    ProviderAttempts(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A way to a provider and back.
    ///
    /// @param person who links their account, or null where somebody signs in
    record Attempt(
            String provider,
            String nonce,
            String verifier,
            @Nullable PersonId person) {}

    void begin(String state, String browser, Attempt attempt) {
        var now = clock.instant();
        database.deleteFrom(PROVIDER_ATTEMPT)
                .where(PROVIDER_ATTEMPT.MADE.lt(now.minus(LIFETIME)))
                .execute();
        var person = attempt.person();
        database.insertInto(PROVIDER_ATTEMPT)
                .set(PROVIDER_ATTEMPT.STATE_HASH, Hashes.sha256(state))
                .set(PROVIDER_ATTEMPT.BROWSER_HASH, Hashes.sha256(browser))
                .set(PROVIDER_ATTEMPT.PROVIDER, attempt.provider())
                .set(PROVIDER_ATTEMPT.NONCE, attempt.nonce())
                .set(PROVIDER_ATTEMPT.VERIFIER, attempt.verifier())
                .set(PROVIDER_ATTEMPT.PERSON_ID, person == null ? null : person.value())
                .set(PROVIDER_ATTEMPT.MADE, now)
                .execute();
    }

    /// Ends one; empty where there is none of this state and browser, or not any more.
    Optional<Attempt> end(String state, String browser, String provider) {
        return database.deleteFrom(PROVIDER_ATTEMPT)
                .where(PROVIDER_ATTEMPT.STATE_HASH.eq(Hashes.sha256(state)))
                .and(PROVIDER_ATTEMPT.BROWSER_HASH.eq(Hashes.sha256(browser)))
                .and(PROVIDER_ATTEMPT.PROVIDER.eq(provider))
                .and(PROVIDER_ATTEMPT.MADE.ge(clock.instant().minus(LIFETIME)))
                .returning()
                .fetchOptional(row -> new Attempt(
                        row.getProvider(),
                        row.getNonce(),
                        row.getVerifier(),
                        row.getPersonId() == null ? null : new PersonId(row.getPersonId())));
    }

    /// Who an issuer calls so.
    Optional<PersonId> linked(String issuer, String subject) {
        return database.update(PROVIDER_LINK)
                .set(PROVIDER_LINK.USED, clock.instant())
                .where(PROVIDER_LINK.ISSUER.eq(issuer))
                .and(PROVIDER_LINK.SUBJECT.eq(subject))
                .returning(PROVIDER_LINK.PERSON_ID)
                .fetchOptional(row -> new PersonId(row.get(PROVIDER_LINK.PERSON_ID)));
    }

    /// Notes that it is them.
    ///
    /// @return whether neither of the two is linked to another one there
    boolean link(String issuer, String subject, PersonId person) {
        Instant now = clock.instant();
        return database.insertInto(PROVIDER_LINK)
                        .set(PROVIDER_LINK.ISSUER, issuer)
                        .set(PROVIDER_LINK.SUBJECT, subject)
                        .set(PROVIDER_LINK.PERSON_ID, person.value())
                        .set(PROVIDER_LINK.LINKED, now)
                        .set(PROVIDER_LINK.USED, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /// When somebody was linked with which issuers.
    Map<String, Instant> of(PersonId person) {
        return database.selectFrom(PROVIDER_LINK)
                .where(PROVIDER_LINK.PERSON_ID.eq(person.value()))
                .fetchMap(PROVIDER_LINK.ISSUER, PROVIDER_LINK.LINKED);
    }

    void unlink(String issuer, PersonId person) {
        database.deleteFrom(PROVIDER_LINK)
                .where(PROVIDER_LINK.ISSUER.eq(issuer))
                .and(PROVIDER_LINK.PERSON_ID.eq(person.value()))
                .execute();
    }
}
