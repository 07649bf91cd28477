package org.fram.schedule.level;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.fram.schedule.Plan;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A levelled plan as JSON. Dates are local to the zone that stands beside them;
/// `docs/reference/level-format.md` describes each field.
public final class LevelledJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private LevelledJson() {}

    private record Whole(
            String plan,
            String zone,
            long seed,
            int effort,
            boolean proven,
            String start,
            String finish,
            String earliestFinish,
            Number makespan,
            Number lowerBound,
            Number gap,
            long lateMinutes,
            List<Activity> activities) {}

    private record Activity(String id, String name, String start, String finish) {}

    /// The plan as indented JSON that ends with a line break.
    public static String write(Plan plan, LevelSettings settings, Levelled levelled) {
        var timetable = levelled.timetable();
        var activities = new ArrayList<Activity>();
        for (int k = 0; k < plan.activities().size(); k++) {
            var activity = plan.activities().get(k);
            var window = timetable.windows().get(k);
            activities.add(new Activity(
                    activity.id(),
                    activity.name(),
                    local(timetable.date(window.start())),
                    local(timetable.date(window.finish()))));
        }
        return MAPPER.writeValueAsString(new Whole(
                        plan.name(),
                        plan.zone().getId(),
                        settings.seed(),
                        settings.effort(),
                        levelled.proven(),
                        local(levelled.start()),
                        local(levelled.finish()),
                        local(levelled.earliestFinish()),
                        number(levelled.makespan()),
                        number(levelled.lowerBound()),
                        number(levelled.gap()),
                        levelled.late(),
                        activities))
                + "\n";
    }

    private static Number number(double value) {
        double rounded = Math.round(value * 1e4) / 1e4;
        if (rounded == Math.rint(rounded)) {
            return (long) rounded;
        }
        return rounded;
    }

    private static String local(ZonedDateTime date) {
        return date.toLocalDateTime().toString();
    }
}
