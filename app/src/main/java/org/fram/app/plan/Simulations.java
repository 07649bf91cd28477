package org.fram.app.plan;

import static fram.schema.plan.Tables.SIMULATION;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Simulations of plans. Is asked within a transaction.
@Component
public class Simulations {

    private final DSLContext database;
    private final InstantSource clock;

    Simulations(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A simulation.
    ///
    /// @param revision of the plan that was simulated
    public record Simulation(UUID id, long revision, Simulated result, Instant computed, PersonId by) {}

    /// The newest of an engagement.
    public Optional<Simulation> newest(EngagementId engagement) {
        return database.selectFrom(SIMULATION)
                .where(SIMULATION.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(SIMULATION.COMPUTED.desc(), SIMULATION.ID.desc())
                .limit(1)
                .fetchOptional(row -> new Simulation(
                        row.getId(),
                        row.getRevision(),
                        PlanJson.read(row.getResult(), Simulated.class),
                        row.getComputed(),
                        new PersonId(row.getComputedBy())));
    }

    void add(EngagementId engagement, long revision, Simulated result, PersonId by) {
        database.insertInto(SIMULATION)
                .set(SIMULATION.ID, Ids.next())
                .set(SIMULATION.ENGAGEMENT_ID, engagement.value())
                .set(SIMULATION.REVISION, revision)
                .set(SIMULATION.RESULT, PlanJson.write(result))
                .set(SIMULATION.COMPUTED, clock.instant())
                .set(SIMULATION.COMPUTED_BY, by.value())
                .execute();
    }
}
