package org.fram.app.engagement;

import static fram.schema.engagement.Tables.SITE;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.fram.app.platform.access.EngagementId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The sites of engagements. Is asked within a transaction.
@Component
public class Sites {

    private final DSLContext database;

    Sites(DSLContext database) {
        this.database = database;
    }

    /// Those of an engagement, by name.
    public List<Site> of(EngagementId engagement) {
        return database.selectFrom(SITE)
                .where(SITE.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(SITE.NAME)
                .fetch(row -> new Site(row.getId(), row.getName(), ZoneId.of(row.getTimeZone()), row.getSeats()));
    }

    void add(EngagementId engagement, Site site) {
        database.insertInto(SITE)
                .set(SITE.ID, site.id())
                .set(SITE.ENGAGEMENT_ID, engagement.value())
                .set(SITE.NAME, site.name())
                .set(SITE.TIME_ZONE, site.timeZone().getId())
                .set(SITE.SEATS, site.seats())
                .execute();
    }

    void remove(EngagementId engagement, UUID site) {
        database.deleteFrom(SITE)
                .where(SITE.ENGAGEMENT_ID.eq(engagement.value()))
                .and(SITE.ID.eq(site))
                .execute();
    }
}
