package org.fram.app.status;

import static fram.schema.status.Tables.OVERRIDE;

import java.time.InstantSource;
import java.util.List;
import org.fram.app.engagement.Light;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// What people put in the place of lights. Is asked within a transaction.
@Component
class OtherLights {

    private final DSLContext database;
    private final InstantSource clock;

    OtherLights(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    List<OtherLight> of(EngagementId engagement) {
        return database.selectFrom(OVERRIDE)
                .where(OVERRIDE.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(OVERRIDE.AREA)
                .fetch(row -> new OtherLight(
                        row.getArea(),
                        Code.of(Light.class, row.getLight()),
                        row.getReason(),
                        row.getUntil(),
                        new PersonId(row.getMadeBy())));
    }

    /// Keeps it in place of the one before.
    void put(EngagementId engagement, OtherLight light) {
        remove(engagement, light.area());
        database.insertInto(OVERRIDE)
                .set(OVERRIDE.ID, Ids.next())
                .set(OVERRIDE.ENGAGEMENT_ID, engagement.value())
                .set(OVERRIDE.AREA, light.area())
                .set(OVERRIDE.LIGHT, light.light().code())
                .set(OVERRIDE.REASON, light.reason())
                .set(OVERRIDE.UNTIL, light.until())
                .set(OVERRIDE.MADE_BY, light.by().value())
                .set(OVERRIDE.MADE, clock.instant())
                .execute();
    }

    void remove(EngagementId engagement, String area) {
        database.deleteFrom(OVERRIDE)
                .where(OVERRIDE.ENGAGEMENT_ID.eq(engagement.value()))
                .and(OVERRIDE.AREA.eq(area))
                .execute();
    }
}
