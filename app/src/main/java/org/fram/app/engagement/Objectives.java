package org.fram.app.engagement;

import static fram.schema.engagement.Tables.OBJECTIVE;

import java.util.List;
import java.util.UUID;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The objectives of engagements, as far as whoever asks may see them. Is asked within a transaction.
@Component
public class Objectives {

    private final DSLContext database;

    Objectives(DSLContext database) {
        this.database = database;
    }

    /// Those of an engagement, in the order in which they were added.
    public List<Objective> of(EngagementId engagement) {
        return database.selectFrom(OBJECTIVE)
                .where(OBJECTIVE.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(OBJECTIVE.ID)
                .fetch(row -> new Objective(
                        row.getId(),
                        row.getText(),
                        row.getConfirmedBy() == null ? "" : row.getConfirmedBy(),
                        row.getPrivateTo() == null ? null : new PartyId(row.getPrivateTo())));
    }

    void add(EngagementId engagement, Objective objective) {
        var privateTo = objective.privateTo();
        database.insertInto(OBJECTIVE)
                .set(OBJECTIVE.ID, objective.id())
                .set(OBJECTIVE.ENGAGEMENT_ID, engagement.value())
                .set(OBJECTIVE.TEXT, objective.text())
                .set(OBJECTIVE.CONFIRMED_BY, objective.confirmedBy().isEmpty() ? null : objective.confirmedBy())
                .set(OBJECTIVE.PRIVATE_TO, privateTo == null ? null : privateTo.value())
                .execute();
    }

    void remove(EngagementId engagement, UUID objective) {
        database.deleteFrom(OBJECTIVE)
                .where(OBJECTIVE.ENGAGEMENT_ID.eq(engagement.value()))
                .and(OBJECTIVE.ID.eq(objective))
                .execute();
    }
}
