package org.fram.app.plan;

import static fram.schema.plan.Tables.ACCEPTANCE;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What executives accepted of target dates. Is asked within a transaction.
@Component
public class Acceptances {

    private final DSLContext database;
    private final InstantSource clock;

    Acceptances(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// That somebody accepts how likely a date is.
    ///
    /// @param probability as it was shown, 0 to 1
    /// @param reason why, or null
    public record Acceptance(
            UUID id,
            LocalDate target,
            double probability,
            @Nullable String reason,
            PersonId by,
            Instant accepted) {

        /// Whether it still holds where a date is as likely as this: it is void once the date is less
        /// likely.
        public boolean holds(ShownDate now) {
            return target.equals(now.target()) && probability <= now.probability();
        }
    }

    /// The newest of a target date.
    public Optional<Acceptance> newest(EngagementId engagement, LocalDate target) {
        return database.selectFrom(ACCEPTANCE)
                .where(ACCEPTANCE.ENGAGEMENT_ID.eq(engagement.value()))
                .and(ACCEPTANCE.TARGET.eq(target))
                .orderBy(ACCEPTANCE.ACCEPTED.desc(), ACCEPTANCE.ID.desc())
                .limit(1)
                .fetchOptional(row -> new Acceptance(
                        row.getId(),
                        row.getTarget(),
                        row.getProbability(),
                        row.getReason(),
                        new PersonId(row.getAcceptedBy()),
                        row.getAccepted()));
    }

    void add(EngagementId engagement, UUID id, ShownDate shown, @Nullable String reason, PartyId party, PersonId by) {
        database.insertInto(ACCEPTANCE)
                .set(ACCEPTANCE.ID, id)
                .set(ACCEPTANCE.ENGAGEMENT_ID, engagement.value())
                .set(ACCEPTANCE.SIMULATION_ID, shown.simulation().id())
                .set(ACCEPTANCE.TARGET, shown.target())
                .set(ACCEPTANCE.PROBABILITY, shown.probability())
                .set(ACCEPTANCE.SHA256, shown.sha256())
                .set(ACCEPTANCE.REASON, reason)
                .set(ACCEPTANCE.PARTY_ID, party.value())
                .set(ACCEPTANCE.ACCEPTED_BY, by.value())
                .set(ACCEPTANCE.ACCEPTED, clock.instant())
                .execute();
    }
}
