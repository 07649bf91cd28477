package org.fram.app.plan;

import static fram.schema.plan.Tables.CONFIRMATION;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// What those who do the work have confirmed. Is asked within a transaction.
@Component
public class DurationConfirmations {

    private final DSLContext database;
    private final InstantSource clock;

    DurationConfirmations(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The sides of the table.
    public enum TableSide implements Code {
        BUYER,
        /// All who deliver: vendor, partner, carrier and others.
        VENDOR
    }

    /// That somebody confirmed how long an activity takes.
    ///
    /// @param minutes as it was then; another length is not confirmed
    public record Confirmation(UUID activity, TableSide side, long minutes, PersonId by, Instant confirmed) {

        /// Whether it is of the length that the activity has now.
        public boolean holds(PlannedActivity now) {
            return now.id().equals(activity) && now.core().minutes() == minutes;
        }
    }

    /// All of an engagement.
    public List<Confirmation> of(EngagementId engagement) {
        return database.selectFrom(CONFIRMATION)
                .where(CONFIRMATION.ENGAGEMENT_ID.eq(engagement.value()))
                .fetch(row -> new Confirmation(
                        row.getActivityId(),
                        Code.of(TableSide.class, row.getSide()),
                        row.getMinutes(),
                        new PersonId(row.getConfirmedBy()),
                        row.getConfirmed()));
    }

    /// Keeps one in place of the side's before.
    void keep(EngagementId engagement, PlannedActivity activity, TableSide side, PartyId party, PersonId by) {
        remove(activity.id(), side);
        database.insertInto(CONFIRMATION)
                .set(CONFIRMATION.ENGAGEMENT_ID, engagement.value())
                .set(CONFIRMATION.ACTIVITY_ID, activity.id())
                .set(CONFIRMATION.SIDE, side.code())
                .set(CONFIRMATION.MINUTES, activity.core().minutes())
                .set(CONFIRMATION.PARTY_ID, party.value())
                .set(CONFIRMATION.CONFIRMED_BY, by.value())
                .set(CONFIRMATION.CONFIRMED, clock.instant())
                .execute();
    }

    void remove(UUID activity, TableSide side) {
        database.deleteFrom(CONFIRMATION)
                .where(CONFIRMATION.ACTIVITY_ID.eq(activity))
                .and(CONFIRMATION.SIDE.eq(side.code()))
                .execute();
    }
}
