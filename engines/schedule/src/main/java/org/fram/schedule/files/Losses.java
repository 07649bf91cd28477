package org.fram.schedule.files;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fram.schedule.Activity;
import org.fram.schedule.Costs;
import org.fram.schedule.Link;
import org.fram.schedule.Plan;
import org.fram.schedule.Resource;
import org.fram.schedule.Shift;
import org.fram.schedule.WorkCalendar;
import org.jspecify.annotations.Nullable;

/// What of a plan is not there any more after it was written and read again.
final class Losses {

    private Losses() {}

    /// Each kind of loss in a sentence; none where the two plans say the same.
    static List<String> between(Plan plan, Costs costs, ReadPlan again) {
        var losses = new ArrayList<String>();
        var after = again.plan();
        if (!after.zone().equals(plan.zone())) {
            losses.add("The time zone (%s): the file holds local dates only.".formatted(plan.zone()));
        }
        if (plan.status() != null && after.status() == null) {
            losses.add("The status date is missing.");
        }
        // Programs add a summary of the whole; activities are told by their names, in order.
        var byName = new HashMap<String, ArrayList<Activity>>();
        for (var activity : after.activities()) {
            byName.computeIfAbsent(activity.name(), _ -> new ArrayList<>()).add(activity);
        }
        var found = new ArrayList<@Nullable Activity>();
        for (var activity : plan.activities()) {
            var same = byName.getOrDefault(activity.name(), new ArrayList<>());
            found.add(same.isEmpty() ? null : same.removeFirst());
        }
        long missing = found.stream().filter(Objects::isNull).count();
        if (missing > 0) {
            losses.add("%d activities are missing.".formatted(missing));
        }
        differing(
                losses,
                "lengths of activities differ",
                plan,
                found,
                activity -> activity.kind() == Activity.Kind.SUMMARY ? 0L : activity.minutes());
        differing(losses, "ids of activities differ", plan, found, Activity::id);
        differing(losses, "constraints differ", plan, found, Activity::constraint);
        differing(losses, "deadlines are missing", plan, found, Losses::deadline);
        differing(losses, "states of progress differ", plan, found, Activity::progress);
        differing(losses, "baselines differ", plan, found, activity -> String.valueOf(activity.baseline()));
        differing(
                losses,
                "activities have another calendar",
                plan,
                found,
                activity -> calendar(plan, activity),
                activity -> calendar(after, activity));
        int links = plan.links().size() - after.links().size();
        if (links > 0) {
            losses.add("%d links are missing.".formatted(links));
        } else if (!sorted(plan, Losses::lag).equals(sorted(after, Losses::lag))) {
            losses.add("Kinds or lags of links differ.");
        }
        if (after.assignments().size() < plan.assignments().size()) {
            losses.add("%d assignments are missing."
                    .formatted(plan.assignments().size() - after.assignments().size()));
        }
        if (!amounts(plan, Resource::units).equals(amounts(after, Resource::units))) {
            losses.add("Units of resources differ, or resources are missing.");
        }
        if (!sorted(costs).equals(sorted(again.costs()))) {
            losses.add("Costs differ, or some are missing.");
        }
        return losses;
    }

    private static List<Integer> amounts(Plan plan, Function<Resource, Integer> part) {
        return plan.resources().stream().map(part).sorted().toList();
    }

    private static List<Long> sorted(Costs costs) {
        return Stream.of(
                        Stream.of(costs.perDay()),
                        costs.activities().stream().flatMap(cost -> Stream.of(cost.fixed(), cost.perDay())),
                        costs.resources().stream().flatMap(cost -> Stream.of(cost.perUse(), cost.perDay())))
                .flatMap(amounts -> amounts)
                .map(amount -> Math.round(amount * 100))
                .filter(amount -> amount != 0)
                .sorted()
                .toList();
    }

    private static WorkCalendar calendar(Plan plan, Activity activity) {
        var calendar =
                plan.calendars().get(activity.calendar() == Plan.NONE ? plan.defaultCalendar() : activity.calendar());
        return new WorkCalendar("", weekOf(calendar), calendar.exceptions());
    }

    private static Map<DayOfWeek, List<Shift>> weekOf(WorkCalendar calendar) {
        var week = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, calendar.week().getOrDefault(day, List.of()));
        }
        return week;
    }

    private static String deadline(Activity activity) {
        LocalDateTime deadline = activity.deadline();
        return String.valueOf(deadline);
    }

    private static String lag(Link link) {
        return link.type() + " " + link.lag();
    }

    private static List<String> sorted(Plan plan, Function<Link, String> words) {
        return plan.links().stream().map(words).sorted().toList();
    }

    private static void differing(
            List<String> losses,
            String what,
            Plan plan,
            List<@Nullable Activity> found,
            Function<Activity, Object> part) {
        differing(losses, what, plan, found, part, part);
    }

    private static void differing(
            List<String> losses,
            String what,
            Plan plan,
            List<@Nullable Activity> found,
            Function<Activity, Object> before,
            Function<Activity, Object> after) {
        long count = 0;
        for (int k = 0; k < found.size(); k++) {
            var activity = found.get(k);
            if (activity != null && !before.apply(plan.activities().get(k)).equals(after.apply(activity))) {
                count++;
            }
        }
        if (count > 0) {
            losses.add("%d %s.".formatted(count, what));
        }
    }
}
