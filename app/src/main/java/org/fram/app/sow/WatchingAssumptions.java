package org.fram.app.sow;

import static fram.schema.register.Tables.CHANGE;
import static fram.schema.sow.Tables.ASSUMPTION;
import static fram.schema.sow.Tables.ASSUMPTION_OVERDUE;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.Change;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowsChanged;
import org.fram.app.platform.runs.Round;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Says when an assumption fails: when somebody says that it does not hold, and when the day has passed by which it was
/// to be validated.
@Component
class WatchingAssumptions {

    private static final Actor.Task TASK = new Actor.Task("assumptions");
    private static final String HOLDS = "holds";

    private final DSLContext database;
    private final Transactions transactions;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    WatchingAssumptions(
            DSLContext database, Transactions transactions, InstantSource clock, ApplicationEventPublisher events) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
        this.events = events;
    }

    /// Looks each hour, so that a day that passes is noticed soon after it has.
    @Bean
    static Round assumptionsRound(WatchingAssumptions watching) {
        return Round.every("assumptions", Duration.ofHours(1), watching::look);
    }

    @EventListener
    void changed(RowsChanged change) {
        boolean said = change.kind() == Change.Kind.ADDED
                || change.kind() == Change.Kind.CHANGED && change.columns().contains(HOLDS);
        if (!said || !change.register().name().equals("assumptions")) {
            return;
        }
        for (var row : change.rows()) {
            if (Boolean.FALSE.equals(row.get(HOLDS))) {
                events.publishEvent(new AssumptionFailed(
                        change.engagement(),
                        row.get("seenBy") == null ? null : change.party(),
                        row.id(),
                        row.ref(),
                        text(row),
                        AssumptionFailed.Reason.FALSE,
                        change.person()));
            }
        }
    }

    /// Says of which assumptions the day has passed since it was last asked; each is said once for each day that it is
    /// given. A day ends in UTC, as on the register's page.
    ///
    /// @return how many there were
    int look() {
        return transactions.<Integer>as(TASK, () -> {
            var now = clock.instant();
            var overdue = database.select(
                            ASSUMPTION.ID,
                            ASSUMPTION.ENGAGEMENT_ID,
                            ASSUMPTION.REF,
                            ASSUMPTION.TEXT,
                            ASSUMPTION.VALIDATE_BY,
                            ASSUMPTION.PRIVATE_TO,
                            CHANGE.PERSON_ID)
                    .distinctOn(ASSUMPTION.ID)
                    .from(ASSUMPTION)
                    .join(CHANGE)
                    .on(CHANGE.ENGAGEMENT_ID.eq(ASSUMPTION.ENGAGEMENT_ID).and(CHANGE.ROW_ID.eq(ASSUMPTION.ID)))
                    .leftJoin(ASSUMPTION_OVERDUE)
                    .on(ASSUMPTION_OVERDUE
                            .ASSUMPTION_ID
                            .eq(ASSUMPTION.ID)
                            .and(ASSUMPTION_OVERDUE.VALIDATE_BY.eq(ASSUMPTION.VALIDATE_BY)))
                    .where(ASSUMPTION.VALIDATE_BY.lt(LocalDate.ofInstant(now, ZoneOffset.UTC)))
                    .and(ASSUMPTION.HOLDS.isNull())
                    .and(ASSUMPTION.DELETION.isNull())
                    .and(ASSUMPTION_OVERDUE.ASSUMPTION_ID.isNull())
                    .orderBy(ASSUMPTION.ID, CHANGE.ID.desc())
                    .fetch();
            int told = 0;
            for (var row : overdue) {
                // Of two that look at once, one inserts it.
                int mine = database.insertInto(ASSUMPTION_OVERDUE)
                        .set(ASSUMPTION_OVERDUE.ASSUMPTION_ID, row.value1())
                        .set(ASSUMPTION_OVERDUE.ENGAGEMENT_ID, row.value2())
                        .set(ASSUMPTION_OVERDUE.VALIDATE_BY, row.value5())
                        .set(ASSUMPTION_OVERDUE.PRIVATE_TO, row.value6())
                        .set(ASSUMPTION_OVERDUE.TOLD, now)
                        .onConflictDoNothing()
                        .execute();
                told += mine;
                if (mine == 1) {
                    events.publishEvent(new AssumptionFailed(
                            new EngagementId(row.value2()),
                            row.value6() == null ? null : new PartyId(row.value6()),
                            row.value1(),
                            row.value3(),
                            row.value4(),
                            AssumptionFailed.Reason.OVERDUE,
                            new PersonId(row.value7())));
                }
            }
            return told;
        });
    }

    private static String text(Row row) {
        return String.valueOf(row.get("text"));
    }
}
