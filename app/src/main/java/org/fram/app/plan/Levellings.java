package org.fram.app.plan;

import static fram.schema.plan.Tables.LEVELLING;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Levelled plans. Is asked within a transaction.
@Component
public class Levellings {

    private final DSLContext database;
    private final InstantSource clock;

    Levellings(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// What became of one.
    public enum Outcome implements Code {
        TAKEN,
        DECLINED
    }

    /// A levelled plan.
    ///
    /// @param revision of the plan that was levelled
    /// @param outcome what became of it, or null while it waits
    public record Levelling(
            UUID id,
            long revision,
            LevelledPlan result,
            Instant computed,
            PersonId by,
            @Nullable Outcome outcome) {}

    /// The newest of an engagement.
    public Optional<Levelling> newest(EngagementId engagement) {
        return database.selectFrom(LEVELLING)
                .where(LEVELLING.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(LEVELLING.COMPUTED.desc(), LEVELLING.ID.desc())
                .limit(1)
                .fetchOptional(row -> new Levelling(
                        row.getId(),
                        row.getRevision(),
                        PlanJson.read(row.getResult(), LevelledPlan.class),
                        row.getComputed(),
                        new PersonId(row.getComputedBy()),
                        row.getOutcome() == null ? null : Code.of(Outcome.class, row.getOutcome())));
    }

    void add(EngagementId engagement, long revision, LevelledPlan result, PersonId by) {
        database.insertInto(LEVELLING)
                .set(LEVELLING.ID, Ids.next())
                .set(LEVELLING.ENGAGEMENT_ID, engagement.value())
                .set(LEVELLING.REVISION, revision)
                .set(LEVELLING.RESULT, PlanJson.write(result))
                .set(LEVELLING.COMPUTED, clock.instant())
                .set(LEVELLING.COMPUTED_BY, by.value())
                .execute();
    }

    /// Settles one.
    ///
    /// @return whether it waited until now
    boolean settle(UUID id, Outcome outcome, PersonId by) {
        return database.update(LEVELLING)
                        .set(LEVELLING.OUTCOME, outcome.code())
                        .set(LEVELLING.SETTLED, clock.instant())
                        .set(LEVELLING.SETTLED_BY, by.value())
                        .where(LEVELLING.ID.eq(id))
                        .and(LEVELLING.OUTCOME.isNull())
                        .execute()
                == 1;
    }
}
