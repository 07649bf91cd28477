package org.fram.app.meeting;

import static fram.schema.meeting.Tables.KEPT_MEETING;
import static fram.schema.meeting.Tables.NOTE;
import static fram.schema.meeting.Tables.SERIES;
import static org.jooq.impl.DSL.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fram.app.engagement.Findable;
import org.fram.app.engagement.NamedThings;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Series by their names, and meetings by what was written in them.
@Component
class FindableMeetings implements Findable {

    private final AllSeries series;
    private final DSLContext database;

    FindableMeetings(AllSeries series, DSLContext database) {
        this.series = series;
        this.database = database;
    }

    @Override
    public Text kind() {
        return Text.of("meeting.title");
    }

    @Override
    public List<NamedThings.Thing> find(EngagementId engagement, List<String> words, int most) {
        var found = new ArrayList<NamedThings.Thing>();
        for (var one : series.of(engagement)) {
            String all = (one.ref() + " " + one.name()).toLowerCase(Locale.ROOT);
            if (words.stream().allMatch(all::contains)) {
                found.add(new NamedThings.Thing(one.ref(), one.name(), one.path()));
            }
        }
        var hasAll = words.stream()
                .map(word -> lower(NOTE.TEXT).contains(word))
                .reduce(DSL.trueCondition(), (one, other) -> one.and(other));
        database.select(SERIES.REF, KEPT_MEETING.DAY, NOTE.TEXT)
                .from(NOTE)
                .join(KEPT_MEETING)
                .on(KEPT_MEETING.ID.eq(NOTE.MEETING_ID))
                .join(SERIES)
                .on(SERIES.ID.eq(KEPT_MEETING.SERIES_ID))
                .where(NOTE.ENGAGEMENT_ID.eq(engagement.value()))
                .and(hasAll)
                .orderBy(NOTE.WRITTEN.desc())
                .limit(most)
                .forEach(row -> found.add(new NamedThings.Thing(
                        row.value1() + " " + row.value2(),
                        row.value3(),
                        "meetings/%s/%s".formatted(row.value1(), row.value2()))));
        return found.stream().limit(most).toList();
    }
}
