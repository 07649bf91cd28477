package org.fram.app.plan;

import static fram.schema.plan.Tables.ACTIVITY;

import java.util.List;
import org.fram.app.engagement.Findable;
import org.fram.app.engagement.NamedThings;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Activities of the plan, by their codes and their names.
@Component
class FindableActivities implements Findable {

    private final DSLContext database;

    FindableActivities(DSLContext database) {
        this.database = database;
    }

    @Override
    public Text kind() {
        return Text.of("plan.activities");
    }

    @Override
    public List<NamedThings.Thing> find(EngagementId engagement, List<String> words, int most) {
        var text = DSL.lower(DSL.concat(ACTIVITY.CODE, DSL.inline(" "), ACTIVITY.NAME));
        return database.select(ACTIVITY.ID, ACTIVITY.CODE, ACTIVITY.NAME)
                .from(ACTIVITY)
                .where(ACTIVITY.ENGAGEMENT_ID.eq(engagement.value()))
                .and(ACTIVITY.GONE.isNull())
                .and(DSL.and(words.stream().map(text::contains).toList()))
                .orderBy(ACTIVITY.POSITION)
                .limit(most)
                .fetch(row -> new NamedThings.Thing(row.value2(), row.value3(), PlannedActivity.path(row.value1())));
    }
}
