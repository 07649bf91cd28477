package org.fram.app.status;

import static fram.schema.status.Tables.OTHER_LIGHT;

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
        return database.selectFrom(OTHER_LIGHT)
                .where(OTHER_LIGHT.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(OTHER_LIGHT.AREA)
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
        database.insertInto(OTHER_LIGHT)
                .set(OTHER_LIGHT.ID, Ids.next())
                .set(OTHER_LIGHT.ENGAGEMENT_ID, engagement.value())
                .set(OTHER_LIGHT.AREA, light.area())
                .set(OTHER_LIGHT.LIGHT, light.light().code())
                .set(OTHER_LIGHT.REASON, light.reason())
                .set(OTHER_LIGHT.UNTIL, light.until())
                .set(OTHER_LIGHT.MADE_BY, light.by().value())
                .set(OTHER_LIGHT.MADE, clock.instant())
                .execute();
    }

    void remove(EngagementId engagement, String area) {
        database.deleteFrom(OTHER_LIGHT)
                .where(OTHER_LIGHT.ENGAGEMENT_ID.eq(engagement.value()))
                .and(OTHER_LIGHT.AREA.eq(area))
                .execute();
    }
}
