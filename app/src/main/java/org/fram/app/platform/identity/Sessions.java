package org.fram.app.platform.identity;

import static fram.schema.identity.Tables.PASSWORD;
import static fram.schema.identity.Tables.PERSON;
import static fram.schema.identity.Tables.SESSION;
import static fram.schema.identity.Tables.SIGN_IN_RULE;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.SignedIn;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Browsers in which somebody is signed in. They survive a restart, and end twelve hours after they were
/// last seen.
///
/// Who is behind a session is read anew each time: whoever is no administrator any more is none at once. Is
/// asked within a transaction of the task `sign-in`.
@Component
class Sessions {

    private static final Duration LIFETIME = Duration.ofHours(12);

    /// So long a code is awaited after the password.
    private static final Duration PENDING = Duration.ofMinutes(10);

    /// So long somebody has just signed in.
    private static final Duration FRESH = Duration.ofMinutes(10);

    /// So seldom is it written down that a session was seen.
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final DSLContext database;
    private final InstantSource clock;

    Sessions(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Begins one.
    ///
    /// @param browser its name, or empty
    /// @return the token, of which only a hash is kept
    String begin(PersonId person, String browser, Way way) {
        return begin(person, browser, way, false, null);
    }

    /// Begins one that is nobody's until the code was given.
    String beginPending(PersonId person, String browser) {
        return begin(person, browser, Way.PASSWORD, true, null);
    }

    /// Begins one by a provider's word.
    String begin(PersonId person, String browser, ByProvider provider) {
        return begin(person, browser, Way.PROVIDER, false, provider);
    }

    private String begin(PersonId person, String browser, Way way, boolean pending, @Nullable ByProvider provider) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        database.insertInto(SESSION)
                .set(SESSION.TOKEN_HASH, Hashes.sha256(token))
                .set(SESSION.PERSON_ID, person.value())
                .set(SESSION.CREATED, now)
                .set(SESSION.SEEN, now)
                .set(SESSION.BROWSER, browser)
                .set(SESSION.WAY, way.code())
                .set(SESSION.PENDING, pending)
                .set(SESSION.PROVIDER, provider == null ? null : provider.provider())
                .set(
                        SESSION.PROVIDER_WORD,
                        provider == null ? null : provider.word().toArray())
                .execute();
        database.deleteFrom(SESSION).where(SESSION.SEEN.lt(now.minus(LIFETIME))).execute();
        return token;
    }

    /// Who is behind a token; empty where nobody is, or not any more.
    Optional<SignedIn> find(String token) {
        String hash = Hashes.sha256(token);
        var now = clock.instant();
        var found = database.select(
                        PERSON.ID,
                        PERSON.NAME,
                        PERSON.ADMINISTRATOR,
                        PASSWORD.TEMPORARY,
                        SESSION.SEEN,
                        SESSION.WAY,
                        SIGN_IN_RULE.SECOND_FACTOR_REQUIRED)
                .from(SESSION)
                .crossJoin(SIGN_IN_RULE)
                .join(PERSON)
                .on(PERSON.ID.eq(SESSION.PERSON_ID))
                .leftJoin(PASSWORD)
                .on(PASSWORD.PERSON_ID.eq(PERSON.ID))
                .where(SESSION.TOKEN_HASH.eq(hash))
                .and(SESSION.SEEN.gt(now.minus(LIFETIME)))
                .andNot(SESSION.PENDING)
                .fetchOptional();
        if (found.isPresent() && found.get().get(SESSION.SEEN).isBefore(now.minus(SEEN_EVERY))) {
            database.update(SESSION)
                    .set(SESSION.SEEN, now)
                    .where(SESSION.TOKEN_HASH.eq(hash))
                    .execute();
        }
        return found.map(row -> new SignedIn(
                new PersonId(row.get(PERSON.ID)),
                row.get(PERSON.NAME),
                row.get(PERSON.ADMINISTRATOR),
                // It concerns whoever comes in by it.
                Boolean.TRUE.equals(row.get(PASSWORD.TEMPORARY))
                        && row.get(SESSION.WAY).startsWith(Way.PASSWORD.code()),
                row.get(SIGN_IN_RULE.SECOND_FACTOR_REQUIRED)
                        && row.get(SESSION.WAY).equals(Way.PASSWORD.code())));
    }

    /// Whose code is awaited.
    Optional<HalfSignedIn> findPending(String token) {
        return database.select(PERSON.ID, PERSON.NAME)
                .from(SESSION)
                .join(PERSON)
                .on(PERSON.ID.eq(SESSION.PERSON_ID))
                .where(SESSION.TOKEN_HASH.eq(Hashes.sha256(token)))
                .and(SESSION.PENDING)
                .and(SESSION.CREATED.gt(clock.instant().minus(PENDING)))
                .fetchOptional(row -> new HalfSignedIn(new PersonId(row.get(PERSON.ID)), row.get(PERSON.NAME)));
    }

    /// The provider by whose word a session began.
    ///
    /// @param provider its id
    /// @param word sealed
    record ByProvider(String provider, Bytes word) {}

    Optional<ByProvider> provider(String token) {
        return database.selectFrom(SESSION)
                .where(SESSION.TOKEN_HASH.eq(Hashes.sha256(token)))
                .and(SESSION.PROVIDER.isNotNull())
                .fetchOptional(row -> new ByProvider(row.getProvider(), Bytes.of(row.getProviderWord())));
    }

    /// Whether a session has just begun by a provider's word.
    boolean isFreshByProvider(String token, PersonId person) {
        return database.fetchExists(
                SESSION,
                SESSION.TOKEN_HASH
                        .eq(Hashes.sha256(token))
                        .and(SESSION.PERSON_ID.eq(person.value()))
                        .and(SESSION.WAY.eq(Way.PROVIDER.code()))
                        .and(SESSION.CREATED.gt(clock.instant().minus(FRESH))));
    }

    /// Notes that a code was given after all in a session that began with the password alone.
    void strengthen(String token, PersonId person) {
        database.update(SESSION)
                .set(SESSION.WAY, Way.PASSWORD_AND_CODE.code())
                .where(SESSION.TOKEN_HASH.eq(Hashes.sha256(token)))
                .and(SESSION.PERSON_ID.eq(person.value()))
                .and(SESSION.WAY.eq(Way.PASSWORD.code()))
                .execute();
    }

    void end(String token) {
        database.deleteFrom(SESSION)
                .where(SESSION.TOKEN_HASH.eq(Hashes.sha256(token)))
                .execute();
    }

    /// Ends all sessions of a person.
    void endAll(PersonId person) {
        database.deleteFrom(SESSION).where(SESSION.PERSON_ID.eq(person.value())).execute();
    }
}
