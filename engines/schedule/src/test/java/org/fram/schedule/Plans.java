package org.fram.schedule;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;

/// Plans for tests, as text that one can read.
public final class Plans {

    /// A Monday, at the beginning of its work.
    public static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 8, 0);

    public static final ZoneId UTC = ZoneId.of("UTC");

    private Plans() {}

    /// A plan on days of eight hours, Monday to Friday: a line for each activity, `name hours after other …`,
    /// where `other` may be followed by `SS`, `FF`, `SF` or `FS` and a lag in hours, as in `after dig SS+4`.
    public static Plan standard(String text) {
        return on(WorkCalendar.STANDARD, text);
    }

    public static Plan on(WorkCalendar calendar, String text) {
        var activities = new ArrayList<Activity>();
        var links = new ArrayList<Link>();
        var position = new HashMap<String, Integer>();
        for (var line : text.strip().split("\n")) {
            var words = line.strip().split("\\s+");
            position.put(words[0], activities.size());
            activities.add(Activity.of(words[0], words[0], Long.parseLong(words[1]) * 60));
        }
        for (var line : text.strip().split("\n")) {
            var words = line.strip().split("\\s+");
            for (int k = 3; k < words.length; k++) {
                int before = position.getOrDefault(words[k], -1);
                var type = Link.Type.FINISH_START;
                long lag = 0;
                if (k + 1 < words.length && words[k + 1].matches("(FS|SS|FF|SF)([+-]\\d+)?")) {
                    k++;
                    type = switch (words[k].substring(0, 2)) {
                        case "SS" -> Link.Type.START_START;
                        case "FF" -> Link.Type.FINISH_FINISH;
                        case "SF" -> Link.Type.START_FINISH;
                        default -> Link.Type.FINISH_START;
                    };
                    lag = words[k].length() == 2 ? 0 : Long.parseLong(words[k].substring(2)) * 60;
                }
                links.add(new Link(before, position.getOrDefault(words[0], -1), type, lag, 0));
            }
        }
        return Plan.of("test", UTC, MONDAY, calendar, activities, links);
    }

    /// The plan with one of its activities changed.
    public static Plan with(Plan plan, String id, java.util.function.UnaryOperator<Activity> change) {
        return plan.withActivities(plan.activities().stream()
                .map(activity -> activity.id().equals(id) ? change.apply(activity) : activity)
                .toList());
    }

    /// A plan of so many activities in which each waits for up to two of the thirty before it.
    public static Plan random(long seed, int size, WorkCalendar calendar) {
        var random = new Random(seed);
        var activities = new ArrayList<Activity>();
        var links = new ArrayList<Link>();
        for (int k = 0; k < size; k++) {
            activities.add(Activity.of("A" + k, "Activity " + k, random.nextInt(1, 40) * 30L));
            for (int p = 0; p < Math.min(k, 2); p++) {
                var types = Link.Type.values();
                links.add(new Link(
                        Math.max(0, k - 1 - random.nextInt(30)),
                        k,
                        random.nextInt(4) == 0 ? types[random.nextInt(3)] : Link.Type.FINISH_START,
                        random.nextInt(4) == 0 ? random.nextInt(-4, 10) * 60L : 0,
                        0));
            }
        }
        return Plan.of("random", UTC, MONDAY, calendar, activities, List.copyOf(links));
    }
}
