package org.fram.app.platform.identity;

import static fram.schema.identity.Tables.RECOVERY_CODE;
import static fram.schema.identity.Tables.SECOND_FACTOR;
import static fram.schema.identity.Tables.SIGN_IN_RULE;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Second factors as they are kept. Is asked within a transaction of the person or of the task `sign-in`.
@Component
class SecondFactors {

    /// A secret that nobody confirmed is not shown again after this time.
    private static final Duration TO_CONFIRM = Duration.ofHours(1);

    private final DSLContext database;
    private final InstantSource clock;

    SecondFactors(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A second factor as it is kept.
    ///
    /// @param secret sealed
    /// @param confirmed since when it counts, or null where it is being set up
    /// @param lastStep whose code was used last
    record Kept(Bytes secret, @Nullable Instant confirmed, long lastStep) {

        boolean counts() {
            return confirmed != null;
        }
    }

    Optional<Kept> of(PersonId person) {
        return database.selectFrom(SECOND_FACTOR)
                .where(SECOND_FACTOR.PERSON_ID.eq(person.value()))
                .and(SECOND_FACTOR
                        .CONFIRMED
                        .isNotNull()
                        .or(SECOND_FACTOR.BEGUN.gt(clock.instant().minus(TO_CONFIRM))))
                .fetchOptional(row -> new Kept(Bytes.of(row.getSecret()), row.getConfirmed(), row.getLastStep()));
    }

    /// The one that counts at signing in.
    Optional<Kept> counting(PersonId person) {
        return of(person).filter(Kept::counts);
    }

    /// Those of all people who have one, for the task `people`.
    Set<PersonId> owners() {
        return new HashSet<>(database.selectFrom(SECOND_FACTOR)
                .where(SECOND_FACTOR.CONFIRMED.isNotNull())
                .fetch(row -> new PersonId(row.getPersonId())));
    }

    /// Begins to set one up, in place of one that was begun before.
    void begin(PersonId person, byte[] secret) {
        var now = clock.instant();
        database.insertInto(SECOND_FACTOR)
                .set(SECOND_FACTOR.PERSON_ID, person.value())
                .set(SECOND_FACTOR.SECRET, secret)
                .set(SECOND_FACTOR.BEGUN, now)
                .onConflict(SECOND_FACTOR.PERSON_ID)
                .doUpdate()
                .set(SECOND_FACTOR.SECRET, secret)
                .set(SECOND_FACTOR.BEGUN, now)
                .set(SECOND_FACTOR.LAST_STEP, 0L)
                .where(SECOND_FACTOR.CONFIRMED.isNull())
                .execute();
    }

    void confirm(PersonId person) {
        database.update(SECOND_FACTOR)
                .set(SECOND_FACTOR.CONFIRMED, clock.instant())
                .where(SECOND_FACTOR.PERSON_ID.eq(person.value()))
                .and(SECOND_FACTOR.CONFIRMED.isNull())
                .execute();
    }

    /// Uses the code of a step up.
    ///
    /// @return whether it was not used before, also by whoever gave it at the same time
    boolean use(PersonId person, long step) {
        return database.update(SECOND_FACTOR)
                        .set(SECOND_FACTOR.LAST_STEP, step)
                        .where(SECOND_FACTOR.PERSON_ID.eq(person.value()))
                        .and(SECOND_FACTOR.LAST_STEP.lt(step))
                        .execute()
                == 1;
    }

    /// Ends it, with its recovery codes.
    ///
    /// @return whether there was one
    boolean remove(PersonId person) {
        return database.deleteFrom(SECOND_FACTOR)
                        .where(SECOND_FACTOR.PERSON_ID.eq(person.value()))
                        .execute()
                == 1;
    }

    /// Gives somebody new recovery codes, of which hashes are kept; the old ones are void.
    void setRecoveryCodes(PersonId person, List<String> hashes) {
        database.deleteFrom(RECOVERY_CODE)
                .where(RECOVERY_CODE.PERSON_ID.eq(person.value()))
                .execute();
        hashes.forEach(hash -> database.insertInto(RECOVERY_CODE)
                .set(RECOVERY_CODE.PERSON_ID, person.value())
                .set(RECOVERY_CODE.HASH, hash)
                .execute());
    }

    int recoveryCodes(PersonId person) {
        return database.fetchCount(RECOVERY_CODE, RECOVERY_CODE.PERSON_ID.eq(person.value()));
    }

    /// Uses a recovery code up.
    ///
    /// @return whether it was one
    boolean useRecoveryCode(PersonId person, String hash) {
        return database.deleteFrom(RECOVERY_CODE)
                        .where(RECOVERY_CODE.PERSON_ID.eq(person.value()))
                        .and(RECOVERY_CODE.HASH.eq(hash))
                        .execute()
                == 1;
    }

    /// Whether everybody has to have one.
    boolean required() {
        return database.fetchExists(SIGN_IN_RULE, SIGN_IN_RULE.SECOND_FACTOR_REQUIRED.isTrue());
    }

    /// Says whether everybody has to have one, in a transaction of an administrator.
    ///
    /// @return whether they may say so
    boolean require(boolean required) {
        return database.update(SIGN_IN_RULE)
                        .set(SIGN_IN_RULE.SECOND_FACTOR_REQUIRED, required)
                        .execute()
                == 1;
    }
}
