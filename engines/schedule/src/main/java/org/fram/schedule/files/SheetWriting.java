package org.fram.schedule.files;

import static org.fram.schedule.files.PlanSheet.amount;
import static org.fram.schedule.files.PlanSheet.moment;
import static org.fram.schedule.files.PlanSheet.words;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fram.schedule.Activity;
import org.fram.schedule.Activity.Kind;
import org.fram.schedule.Constraint;
import org.fram.schedule.Costs;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.Link;
import org.fram.schedule.Plan;
import org.fram.schedule.Shift;
import org.fram.schedule.Timetable;
import org.fram.schedule.files.PlanSheet.Value;

/// A plan on its way to sheets.
final class SheetWriting {

    private final Plan plan;
    private final Costs costs;
    private final Timetable timetable;
    private final List<String> calendars;
    private final List<String> resources;
    private final Map<Integer, Costs.OfActivity> costOfActivity = new HashMap<>();
    private final Map<Integer, Costs.OfResource> costOfResource = new HashMap<>();

    SheetWriting(Plan plan, Costs costs) {
        this.plan = plan;
        this.costs = costs;
        this.timetable = CriticalPath.of(plan);
        this.calendars = unique(
                plan.calendars().stream().map(calendar -> calendar.name()).toList());
        this.resources = resourceNames();
        costs.activities().forEach(cost -> costOfActivity.put(cost.activity(), cost));
        costs.resources().forEach(cost -> costOfResource.put(cost.resource(), cost));
    }

    List<PlanSheet> sheets() {
        return List.of(
                new PlanSheet(PlanSheets.ACTIVITIES, activities()),
                new PlanSheet(PlanSheets.RESOURCES, resources()),
                new PlanSheet(PlanSheets.CALENDARS, calendars()),
                new PlanSheet(PlanSheets.PLAN, plan()));
    }

    private List<List<Value>> activities() {
        var wbs = wbs();
        var links = new HashMap<Integer, List<String>>();
        plan.links()
                .forEach(link -> links.computeIfAbsent(link.after(), _ -> new ArrayList<>())
                        .add(link(link)));
        var assigned = new HashMap<Integer, List<String>>();
        plan.assignments()
                .forEach(assignment -> assigned.computeIfAbsent(assignment.activity(), _ -> new ArrayList<>())
                        .add("%s %d%%".formatted(resources.get(assignment.resource()), assignment.units())));
        var rows = new ArrayList<List<Value>>();
        rows.add(Arrays.stream(SheetColumn.values())
                .map(column -> words(column.title()))
                .toList());
        for (int k = 0; k < plan.activities().size(); k++) {
            var activity = plan.activities().get(k);
            int at = k;
            rows.add(Arrays.stream(SheetColumn.values())
                    .map(column -> value(column, activity, at, wbs.get(at), links, assigned))
                    .toList());
        }
        return rows;
    }

    private Value value(
            SheetColumn column,
            Activity activity,
            int at,
            String wbs,
            Map<Integer, List<String>> links,
            Map<Integer, List<String>> assigned) {
        var window = timetable.windows().get(at);
        var baseline = activity.baseline();
        var progress = activity.progress();
        var cost = costOfActivity.get(at);
        boolean summary = activity.kind() == Kind.SUMMARY;
        return switch (column) {
            case ID -> words(activity.id());
            case WBS -> words(wbs);
            case NAME -> words(activity.name());
            case KIND -> words(word(activity.kind()));
            case DURATION -> hours(activity.minutes());
            case CALENDAR -> words(activity.calendar() == Plan.NONE ? "" : calendars.get(activity.calendar()));
            case WAITS_FOR -> words(String.join("; ", links.getOrDefault(at, List.of())));
            case RESOURCES -> words(String.join("; ", assigned.getOrDefault(at, List.of())));
            case CONSTRAINT ->
                words(
                        activity.constraint().equals(Constraint.NONE)
                                ? ""
                                : word(activity.constraint().kind()));
            case CONSTRAINT_DATE -> moment(activity.constraint().date());
            case DEADLINE -> moment(activity.deadline());
            case START -> moment(timetable.date(window.start()).toLocalDateTime());
            case FINISH -> moment(timetable.date(window.finish()).toLocalDateTime());
            case FLOAT -> hours(window.totalFloat());
            case CRITICAL -> words(window.critical() ? "yes" : "no");
            case ACTUAL_START -> moment(progress.start());
            case ACTUAL_FINISH -> moment(progress.finish());
            case REMAINING -> summary || !activity.begun() ? words("") : hours(progress.remaining());
            case BASELINE_START -> moment(baseline == null ? null : baseline.start());
            case BASELINE_FINISH -> moment(baseline == null ? null : baseline.finish());
            case BASELINE_DURATION -> baseline == null ? words("") : hours(baseline.minutes());
            case FIXED_COST -> cost == null ? words("") : amount(cost.fixed());
            case COST_PER_DAY -> cost == null ? words("") : amount(cost.perDay());
        };
    }

    private List<List<Value>> resources() {
        var rows = new ArrayList<List<Value>>();
        rows.add(Stream.of("Id", "Name", "Units (%)", "Calendar", "Cost per use", "Cost per day")
                .map(PlanSheet::words)
                .toList());
        for (int k = 0; k < plan.resources().size(); k++) {
            var resource = plan.resources().get(k);
            var cost = costOfResource.get(k);
            rows.add(List.of(
                    words(resource.id()),
                    words(resource.name()),
                    amount(resource.units()),
                    words(resource.calendar() == Plan.NONE ? "" : calendars.get(resource.calendar())),
                    cost == null ? words("") : amount(cost.perUse()),
                    cost == null ? words("") : amount(cost.perDay())));
        }
        return rows;
    }

    private List<List<Value>> calendars() {
        var rows = new ArrayList<List<Value>>();
        rows.add(Stream.of("Calendar", "Day", "Shifts").map(PlanSheet::words).toList());
        for (int k = 0; k < plan.calendars().size(); k++) {
            var calendar = plan.calendars().get(k);
            var name = words(calendars.get(k));
            for (var day : DayOfWeek.values()) {
                rows.add(List.of(
                        name,
                        words(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
                        words(shifts(calendar.week().getOrDefault(day, List.of())))));
            }
            calendar.exceptions()
                    .forEach((date, shifts) -> rows.add(List.of(name, words(date.toString()), words(shifts(shifts)))));
        }
        return rows;
    }

    private List<List<Value>> plan() {
        var status = plan.status();
        var rows = new ArrayList<List<Value>>();
        rows.add(List.of(words("What"), words("Value")));
        rows.add(List.of(words("Name"), words(plan.name())));
        rows.add(List.of(words("Time zone"), words(plan.zone().getId())));
        rows.add(List.of(words("Start"), moment(plan.start())));
        rows.add(List.of(words("Calendar"), words(calendars.get(plan.defaultCalendar()))));
        rows.add(List.of(words("Status date"), moment(status == null ? null : status.date())));
        rows.add(List.of(
                words("Unfinished work moves behind the status date"),
                words(status != null && status.moves() ? "yes" : "no")));
        rows.add(List.of(words("Currency"), words(costs.currency())));
        rows.add(List.of(words("Cost per day"), amount(costs.perDay())));
        return rows;
    }

    private static Value hours(long minutes) {
        return amount(minutes / 60.0);
    }

    static String word(Enum<?> constant) {
        var words = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String shifts(List<Shift> shifts) {
        return shifts.isEmpty()
                ? "free"
                : shifts.stream()
                        .map(shift -> time(shift.from()) + "-" + time(shift.to()))
                        .collect(Collectors.joining(" "));
    }

    private static String time(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    private String link(Link link) {
        var id = plan.activities().get(link.before()).id();
        var text = new StringBuilder(id.matches("[\\w.:/#-]+") ? id : "\"" + id.replace("\"", "\"\"") + "\"");
        if (link.type() != Link.Type.FINISH_START || link.lag() != 0) {
            text.append(' ').append(initials(link.type()));
        }
        if (link.lag() != 0) {
            boolean elapsed = link.lagCalendar() == Plan.NONE;
            long length = Math.abs(link.lag());
            text.append(link.lag() < 0 ? '-' : '+')
                    .append(length % 60 == 0 ? length / 60 : length)
                    .append(elapsed ? "e" : "")
                    .append(length % 60 == 0 ? 'h' : 'm');
            if (!elapsed && link.lagCalendar() != plan.defaultCalendar()) {
                text.append(" @ ").append(calendars.get(link.lagCalendar()));
            }
        }
        return text.toString();
    }

    static String initials(Link.Type type) {
        return switch (type) {
            case FINISH_START -> "FS";
            case START_START -> "SS";
            case FINISH_FINISH -> "FF";
            case START_FINISH -> "SF";
        };
    }

    /// Numbers by the hierarchy: the second part of the first summary is 1.2.
    private List<String> wbs() {
        var numbers = new HashMap<Integer, String>();
        var children = new HashMap<Integer, Integer>();
        var codes = new ArrayList<String>();
        for (int k = 0; k < plan.activities().size(); k++) {
            codes.add(code(k, numbers, children));
        }
        return codes;
    }

    private String code(int k, Map<Integer, String> numbers, Map<Integer, Integer> children) {
        var known = numbers.get(k);
        if (known != null) {
            return known;
        }
        int parent = plan.activities().get(k).parent();
        var above = parent == Plan.NONE ? "" : code(parent, numbers, children) + ".";
        var code = above + children.merge(parent, 1, Integer::sum);
        numbers.put(k, code);
        return code;
    }

    /// The name of a resource where it is its alone, otherwise its id.
    private List<String> resourceNames() {
        var seen = new HashSet<String>();
        Set<String> twice = new HashSet<>();
        plan.resources().forEach(resource -> {
            if (!seen.add(resource.name())) {
                twice.add(resource.name());
            }
        });
        plan.resources().forEach(resource -> {
            if (!resource.id().equals(resource.name()) && seen.contains(resource.id())) {
                twice.add(resource.id());
            }
        });
        return plan.resources().stream()
                .map(resource -> resource.name().isBlank()
                                || resource.name().matches(".*[;,\"].*")
                                || twice.contains(resource.name())
                        ? resource.id()
                        : resource.name())
                .toList();
    }

    private static List<String> unique(List<String> names) {
        var seen = new HashSet<String>();
        var unique = new ArrayList<String>();
        for (var name : names) {
            var one = name;
            for (int number = 2; !seen.add(one); number++) {
                one = "%s (%d)".formatted(name, number);
            }
            unique.add(one);
        }
        return unique;
    }
}
