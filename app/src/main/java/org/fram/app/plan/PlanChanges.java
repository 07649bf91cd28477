package org.fram.app.plan;

import static fram.schema.plan.Tables.CHANGE;

import fram.schema.plan.tables.records.ChangeRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What people changed about activities. Is asked within a transaction.
@Component
public class PlanChanges {

    private final DSLContext database;
    private final InstantSource clock;

    PlanChanges(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// An activity with its links.
    ///
    /// @param before for what it waits
    /// @param others links beside these that came or went with the change
    public record Snapshot(PlannedActivity activity, List<PlannedLink> before, List<PlannedLink> others) {

        public Snapshot {
            before = List.copyOf(before);
            others = List.copyOf(others);
        }
    }

    /// A change.
    ///
    /// @param before null where it was added
    /// @param after null where it was removed
    public record Change(
            UUID id,
            UUID activity,
            @Nullable Snapshot before,
            @Nullable Snapshot after,
            PersonId by,
            Instant made,
            boolean undone) {}

    void add(EngagementId engagement, PersonId by, @Nullable Snapshot before, @Nullable Snapshot after) {
        var of = before != null ? before : after;
        if (of == null) {
            throw new IllegalArgumentException("Nothing was changed.");
        }
        database.insertInto(CHANGE)
                .set(CHANGE.ID, Ids.next())
                .set(CHANGE.ENGAGEMENT_ID, engagement.value())
                .set(CHANGE.ACTIVITY_ID, of.activity().id())
                .set(CHANGE.BEFORE, before == null ? null : PlanJson.write(before))
                .set(CHANGE.AFTER, after == null ? null : PlanJson.write(after))
                .set(CHANGE.MADE_BY, by.value())
                .set(CHANGE.MADE, clock.instant())
                .execute();
    }

    /// The newest changes of an activity, the newest first.
    public List<Change> of(UUID activity, int most) {
        return database.selectFrom(CHANGE)
                .where(CHANGE.ACTIVITY_ID.eq(activity))
                .orderBy(CHANGE.MADE.desc(), CHANGE.ID.desc())
                .limit(most)
                .fetch(PlanChanges::change);
    }

    /// What somebody changed last and did not take back.
    public Optional<Change> last(EngagementId engagement, PersonId by) {
        return database.selectFrom(CHANGE)
                .where(CHANGE.ENGAGEMENT_ID.eq(engagement.value()))
                .and(CHANGE.MADE_BY.eq(by.value()))
                .and(CHANGE.UNDONE.isFalse())
                .orderBy(CHANGE.MADE.desc(), CHANGE.ID.desc())
                .limit(1)
                .fetchOptional(PlanChanges::change);
    }

    void undone(UUID change) {
        database.update(CHANGE)
                .set(CHANGE.UNDONE, true)
                .where(CHANGE.ID.eq(change))
                .execute();
    }

    private static Change change(ChangeRecord row) {
        return new Change(
                row.getId(),
                row.getActivityId(),
                snapshot(row.getBefore()),
                snapshot(row.getAfter()),
                new PersonId(row.getMadeBy()),
                row.getMade(),
                row.getUndone());
    }

    private static @Nullable Snapshot snapshot(@Nullable JSONB json) {
        return json == null ? null : PlanJson.read(json, Snapshot.class);
    }
}
