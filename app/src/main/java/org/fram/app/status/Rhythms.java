package org.fram.app.status;

import static fram.schema.status.Tables.RHYTHM;

import java.time.DayOfWeek;
import java.util.Optional;
import org.fram.app.platform.access.EngagementId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// When reports of engagements are made by themselves. Is asked within a transaction.
@Component
public class Rhythms {

    private final DSLContext database;

    Rhythms(DSLContext database) {
        this.database = database;
    }

    /// That of an engagement; empty where somebody has to ask for each report.
    public Optional<Rhythm> of(EngagementId engagement) {
        return database.selectFrom(RHYTHM)
                .where(RHYTHM.ENGAGEMENT_ID.eq(engagement.value()))
                .fetchOptional(row -> new Rhythm(DayOfWeek.of(row.getWeekday()), row.getAt(), row.getSince()));
    }

    void put(EngagementId engagement, Rhythm rhythm) {
        remove(engagement);
        database.insertInto(RHYTHM)
                .set(RHYTHM.ENGAGEMENT_ID, engagement.value())
                .set(RHYTHM.WEEKDAY, rhythm.weekday().getValue())
                .set(RHYTHM.AT, rhythm.at())
                .set(RHYTHM.SINCE, rhythm.since())
                .execute();
    }

    void remove(EngagementId engagement) {
        database.deleteFrom(RHYTHM)
                .where(RHYTHM.ENGAGEMENT_ID.eq(engagement.value()))
                .execute();
    }
}
