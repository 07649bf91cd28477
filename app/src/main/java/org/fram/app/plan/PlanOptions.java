package org.fram.app.plan;

import static fram.schema.plan.Tables.OPTION;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// What could be done about dates. Is asked within a transaction.
@Component
public class PlanOptions {

    private final DSLContext database;
    private final InstantSource clock;

    PlanOptions(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Changes(List<PlanOption.Change> all) {}

    /// All of an engagement, the oldest first.
    public List<PlanOption> of(EngagementId engagement) {
        return database.selectFrom(OPTION)
                .where(OPTION.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(OPTION.CREATED, OPTION.ID)
                .fetch(row -> new PlanOption(
                        row.getId(),
                        row.getName(),
                        PlanJson.read(row.getChanges(), Changes.class).all()));
    }

    void add(EngagementId engagement, PlanOption option, PersonId by) {
        database.insertInto(OPTION)
                .set(OPTION.ID, option.id())
                .set(OPTION.ENGAGEMENT_ID, engagement.value())
                .set(OPTION.NAME, option.name())
                .set(OPTION.CHANGES, PlanJson.write(new Changes(option.changes())))
                .set(OPTION.CREATED_BY, by.value())
                .set(OPTION.CREATED, clock.instant())
                .execute();
    }

    boolean remove(EngagementId engagement, UUID option) {
        return database.deleteFrom(OPTION)
                        .where(OPTION.ID.eq(option))
                        .and(OPTION.ENGAGEMENT_ID.eq(engagement.value()))
                        .execute()
                == 1;
    }
}
