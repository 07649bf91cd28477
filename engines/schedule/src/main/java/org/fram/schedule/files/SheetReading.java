package org.fram.schedule.files;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fram.schedule.Activity;
import org.fram.schedule.Activity.Baseline;
import org.fram.schedule.Activity.Kind;
import org.fram.schedule.Activity.Progress;
import org.fram.schedule.Constraint;
import org.fram.schedule.Costs;
import org.fram.schedule.Link;
import org.fram.schedule.Plan;
import org.fram.schedule.Resource;
import org.fram.schedule.Resource.Assignment;
import org.fram.schedule.Shift;
import org.fram.schedule.UnusablePlanException;
import org.fram.schedule.WorkCalendar;
import org.fram.schedule.files.PlanSheet.Value;
import org.fram.schedule.files.ReadPlan.Stored;
import org.jspecify.annotations.Nullable;

/// Sheets on their way to a plan. What people write in a spreadsheet of their own is read too, as far as it is
/// there.
final class SheetReading {

    private static final Pattern LINK = Pattern.compile("(\"(?:[^\"]|\"\")+\"|\\S.*?)\\s*(FS|SS|FF|SF)?\\s*"
            + "(?:([+-])\\s*(\\d+(?:\\.\\d+)?)\\s*(e?[mhdw])[a-z]*)?(?:\\s*@\\s*(.+))?");
    private static final Pattern LENGTH = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s*([mhdw]?)[a-z]*\\??");
    private static final Pattern RESOURCE = Pattern.compile("(.*?)(?:[\\s\\[]+(\\d+)\\s*%\\]?)?");

    private final String name;
    private final ZoneId zone;
    private final Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
    private final Map<SheetColumn, Integer> columns = new EnumMap<>(SheetColumn.class);
    private final List<WorkCalendar> calendars = new ArrayList<>();
    private final Map<String, Integer> calendarOf = new HashMap<>();
    private final List<Resource> resources = new ArrayList<>();
    private final Map<String, Integer> resourceOf = new HashMap<>();
    private final Map<String, Integer> activityOf = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private final List<Costs.OfActivity> costsOfActivities = new ArrayList<>();
    private final List<Costs.OfResource> costsOfResources = new ArrayList<>();
    private final Set<String> summaries = new HashSet<>();
    private final List<String> notes = new ArrayList<>();
    private String unit = "d";
    private String where = "";

    SheetReading(String name, List<PlanSheet> sheets, ZoneId zone) {
        this.name = name;
        this.zone = zone;
        for (var sheet : sheets) {
            this.sheets.put(
                    sheet.name(),
                    sheet.rows().stream()
                            .map(row -> row.stream()
                                    .map(Value::text)
                                    .map(String::strip)
                                    .toList())
                            .toList());
        }
    }

    ReadPlan read() {
        var rows = sheets.containsKey(PlanSheets.ACTIVITIES)
                ? sheet(PlanSheets.ACTIVITIES)
                : sheets.values().stream().findFirst().orElse(List.of());
        nameColumns(rows);
        try {
            return read(rows);
        } catch (UnusablePlanException e) {
            throw new UnusablePlanException("%s%s: %s".formatted(name, where, e.getMessage()), e);
        }
    }

    private ReadPlan read(List<List<String>> rows) {
        readSettings();
        readCalendars();
        readResources();
        var activities = new ArrayList<Activity>();
        var stored = new ArrayList<Stored>();
        var wbs = wbs(rows);
        for (int k = 1; k < rows.size(); k++) {
            where = ", row %d of the activities".formatted(k + 1);
            var row = rows.get(k);
            activityOf.put(id(row, k), k - 1);
            activities.add(activity(row, k, wbs));
            stored.add(new Stored(
                    date(cell(row, SheetColumn.START), false),
                    date(cell(row, SheetColumn.FINISH), true),
                    cell(row, SheetColumn.CRITICAL).equals("yes"),
                    Set.of()));
            readCost(row, k - 1);
        }
        var links = new ArrayList<Link>();
        var assignments = new ArrayList<Assignment>();
        for (int k = 1; k < rows.size(); k++) {
            where = ", row %d of the activities".formatted(k + 1);
            for (var text : parts(cell(rows.get(k), SheetColumn.WAITS_FOR))) {
                links.add(link(text, k - 1));
            }
            for (var text : parts(cell(rows.get(k), SheetColumn.RESOURCES))) {
                assignments.add(assignment(text, k - 1));
            }
        }
        where = "";
        var plan = new Plan(
                setting("name", name),
                settings.containsKey("time zone") ? zoneOf(setting("time zone", "")) : zone,
                start(stored),
                status(),
                calendars,
                calendar(setting("calendar", "")),
                activities,
                links,
                resources,
                assignments);
        var perDay = setting("cost per day", "0");
        return new ReadPlan(plan, "a workbook (XLSX)", stored, costs(perDay), notes);
    }

    private Costs costs(String perDay) {
        double ofPlan = number(perDay);
        var costs = new Costs(setting("currency", ""), ofPlan, costsOfActivities, costsOfResources);
        return ofPlan == 0 && costsOfActivities.isEmpty() && costsOfResources.isEmpty() ? Costs.NONE : costs;
    }

    private List<List<String>> sheet(String title) {
        return sheets.getOrDefault(title, List.of());
    }

    private void nameColumns(List<List<String>> rows) {
        if (!rows.isEmpty()) {
            for (int k = 0; k < rows.getFirst().size(); k++) {
                for (var column : SheetColumn.values()) {
                    var header = rows.getFirst().get(k);
                    if (column.isMeantBy(header) && columns.putIfAbsent(column, k) == null) {
                        // Plain numbers are in the unit that the header names.
                        unit = column == SheetColumn.DURATION && header.matches("(?i).*\\(h(ours)?\\)") ? "h" : unit;
                    }
                }
            }
        }
        for (var needed : List.of(SheetColumn.NAME, SheetColumn.DURATION)) {
            if (!columns.containsKey(needed)) {
                throw new UnusablePlanException(
                        "%s is a workbook without a column \"%s\" in its first row, so it is no plan that can be read. Name the columns as in docs/reference/plan-workbook.md."
                                .formatted(name, needed.title()));
            }
        }
    }

    private static String at(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }

    private String cell(List<String> row, SheetColumn column) {
        var at = columns.get(column);
        return at == null ? "" : at(row, at);
    }

    private void readSettings() {
        for (var row : sheet(PlanSheets.PLAN)) {
            if (!at(row, 1).isEmpty()) {
                settings.put(at(row, 0).toLowerCase(Locale.ROOT), at(row, 1));
            }
        }
    }

    private String setting(String key, String otherwise) {
        return settings.getOrDefault(key, otherwise);
    }

    private static ZoneId zoneOf(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new UnusablePlanException("\"%s\" is no time zone, such as Europe/Oslo.".formatted(id), e);
        }
    }

    private LocalDateTime start(List<Stored> stored) {
        var said = date(setting("start", ""), false);
        if (said != null) {
            return said;
        }
        return stored.stream()
                .map(Stored::start)
                .filter(Objects::nonNull)
                .min(LocalDateTime::compareTo)
                .orElseThrow(
                        () -> new UnusablePlanException(
                                "It does not say when the plan starts. Give an activity a start, or the sheet \"Plan\" a row \"Start\"."));
    }

    private Plan.@Nullable Status status() {
        var date = date(setting("status date", ""), true);
        return date == null
                ? null
                : new Plan.Status(
                        date,
                        setting("unfinished work moves behind the status date", "")
                                .equals("yes"));
    }

    private void readCalendars() {
        var weeks = new LinkedHashMap<String, Map<DayOfWeek, List<Shift>>>();
        var exceptions = new HashMap<String, Map<LocalDate, List<Shift>>>();
        var rows = sheet(PlanSheets.CALENDARS);
        for (int k = 1; k < rows.size(); k++) {
            where = ", row %d of the calendars".formatted(k + 1);
            var calendar = at(rows.get(k), 0);
            var day = at(rows.get(k), 1);
            var shifts = shifts(at(rows.get(k), 2));
            var week = weeks.computeIfAbsent(calendar, _ -> new EnumMap<>(DayOfWeek.class));
            var weekday = Arrays.stream(DayOfWeek.values())
                    .filter(one -> one.name().equalsIgnoreCase(day))
                    .findFirst();
            if (weekday.isPresent()) {
                week.put(weekday.get(), shifts);
            } else {
                var date = date(day, false);
                if (date == null) {
                    throw new UnusablePlanException("The day is missing.");
                }
                exceptions.computeIfAbsent(calendar, _ -> new TreeMap<>()).put(date.toLocalDate(), shifts);
            }
        }
        where = "";
        weeks.forEach(
                (calendar, week) -> add(new WorkCalendar(calendar, week, exceptions.getOrDefault(calendar, Map.of()))));
        if (calendars.isEmpty()) {
            add(WorkCalendar.STANDARD);
            notes.add("The workbook has no calendars; Monday to Friday, 8 to 12 and 13 to 17 is taken.");
        }
    }

    private void add(WorkCalendar calendar) {
        calendarOf.put(calendar.name(), calendars.size());
        calendars.add(calendar);
    }

    private int calendar(String title) {
        if (title.isEmpty()) {
            return 0;
        }
        var at = calendarOf.get(title);
        if (at == null) {
            throw new UnusablePlanException("There is no calendar \"%s\" in the sheet of calendars.".formatted(title));
        }
        return at;
    }

    private static List<Shift> shifts(String text) {
        var shifts = new ArrayList<Shift>();
        if (text.isEmpty() || text.equalsIgnoreCase("free")) {
            return shifts;
        }
        for (var shift : text.split("[\\s,;]+")) {
            var ends = shift.split("-", 2);
            if (ends.length != 2) {
                throw new UnusablePlanException("\"%s\" is no shift, such as 08:00-12:00.".formatted(shift));
            }
            int from = minute(ends[0]);
            int to = minute(ends[1]);
            if (from >= to) {
                throw new UnusablePlanException("The shift %s ends before it begins.".formatted(shift));
            }
            shifts.add(new Shift(from, to));
        }
        return shifts;
    }

    private static int minute(String time) {
        try {
            return time.equals("24:00") ? 1440 : LocalTime.parse(time).toSecondOfDay() / 60;
        } catch (DateTimeParseException e) {
            throw new UnusablePlanException("\"%s\" is no time of the day, such as 08:00.".formatted(time), e);
        }
    }

    private void readResources() {
        var rows = sheet(PlanSheets.RESOURCES);
        for (int k = 1; k < rows.size(); k++) {
            where = ", row %d of the resources".formatted(k + 1);
            var row = rows.get(k);
            int units = at(row, 2).isEmpty() ? 100 : (int) Math.round(number(at(row, 2)));
            var id = at(row, 0).isEmpty() ? at(row, 1) : at(row, 0);
            add(new Resource(id, at(row, 1), units, at(row, 3).isEmpty() ? Plan.NONE : calendar(at(row, 3))));
            double perUse = at(row, 4).isEmpty() ? 0 : number(at(row, 4));
            double perDay = at(row, 5).isEmpty() ? 0 : number(at(row, 5));
            if (perUse + perDay > 0) {
                costsOfResources.add(new Costs.OfResource(resources.size() - 1, perUse, perDay));
            }
        }
        where = "";
    }

    private int add(Resource resource) {
        resources.add(resource);
        resourceOf.putIfAbsent(resource.id(), resources.size() - 1);
        resourceOf.putIfAbsent(resource.name(), resources.size() - 1);
        return resources.size() - 1;
    }

    private void readCost(List<String> row, int activity) {
        var fixed = cell(row, SheetColumn.FIXED_COST);
        var perDay = cell(row, SheetColumn.COST_PER_DAY);
        if (!fixed.isEmpty() || !perDay.isEmpty()) {
            costsOfActivities.add(new Costs.OfActivity(
                    activity, fixed.isEmpty() ? 0 : number(fixed), perDay.isEmpty() ? 0 : number(perDay)));
        }
    }

    private String id(List<String> row, int k) {
        var id = cell(row, SheetColumn.ID);
        return id.isEmpty() ? Integer.toString(k) : id;
    }

    private Map<String, Integer> wbs(List<List<String>> rows) {
        var wbs = new HashMap<String, Integer>();
        for (int k = 1; k < rows.size(); k++) {
            var code = cell(rows.get(k), SheetColumn.WBS);
            wbs.putIfAbsent(code, k - 1);
            int dot = code.lastIndexOf('.');
            if (dot > 0) {
                summaries.add(code.substring(0, dot));
            }
        }
        return wbs;
    }

    private Activity activity(List<String> row, int k, Map<String, Integer> wbs) {
        var code = cell(row, SheetColumn.WBS);
        int dot = code.lastIndexOf('.');
        int parent = dot < 0 ? Plan.NONE : wbs.getOrDefault(code.substring(0, dot), Plan.NONE);
        boolean summary = cell(row, SheetColumn.KIND).equalsIgnoreCase("summary")
                || (!code.isEmpty() && summaries.contains(code));
        long minutes = summary ? 0 : length(cell(row, SheetColumn.DURATION), unit);
        var calendar = cell(row, SheetColumn.CALENDAR);
        return new Activity(
                id(row, k),
                cell(row, SheetColumn.NAME),
                parent,
                summary ? Kind.SUMMARY : minutes == 0 ? Kind.MILESTONE : Kind.TASK,
                minutes,
                calendar.isEmpty() ? Plan.NONE : calendar(calendar),
                constraint(row),
                date(cell(row, SheetColumn.DEADLINE), true),
                summary ? Progress.NONE : progress(row),
                baseline(row));
    }

    private Constraint constraint(List<String> row) {
        var text = cell(row, SheetColumn.CONSTRAINT);
        if (text.isEmpty()) {
            return Constraint.NONE;
        }
        for (var kind : Constraint.Kind.values()) {
            var word = SheetWriting.word(kind);
            var said = text.toLowerCase(Locale.ROOT).replace(" than", "").replace(" on", "");
            if (word.toLowerCase(Locale.ROOT).equals(said)) {
                boolean end = kind == Constraint.Kind.FINISH_NO_LATER
                        || kind == Constraint.Kind.MUST_FINISH
                        || kind == Constraint.Kind.START_NO_LATER;
                var date = date(cell(row, SheetColumn.CONSTRAINT_DATE), end);
                boolean dated =
                        kind != Constraint.Kind.AS_SOON_AS_POSSIBLE && kind != Constraint.Kind.AS_LATE_AS_POSSIBLE;
                if (dated && date == null) {
                    throw new UnusablePlanException("The constraint \"%s\" has no date.".formatted(text));
                }
                return new Constraint(kind, dated ? date : null);
            }
        }
        throw new UnusablePlanException("\"%s\" is no constraint. There are: %s."
                .formatted(
                        text,
                        String.join(
                                ", ",
                                Arrays.stream(Constraint.Kind.values())
                                        .map(SheetWriting::word)
                                        .toList())));
    }

    private Progress progress(List<String> row) {
        var begun = date(cell(row, SheetColumn.ACTUAL_START), false);
        var done = date(cell(row, SheetColumn.ACTUAL_FINISH), true);
        var remaining = cell(row, SheetColumn.REMAINING);
        return begun == null && done == null
                ? Progress.NONE
                : new Progress(begun, done, done != null || remaining.isEmpty() ? 0 : length(remaining, "h"));
    }

    private @Nullable Baseline baseline(List<String> row) {
        var begin = date(cell(row, SheetColumn.BASELINE_START), false);
        var end = date(cell(row, SheetColumn.BASELINE_FINISH), true);
        var length = cell(row, SheetColumn.BASELINE_DURATION);
        return begin == null && end == null && length.isEmpty()
                ? null
                : new Baseline(begin, end, length.isEmpty() ? 0 : length(length, "h"));
    }

    private Link link(String text, int after) {
        var whole = activityOf.get(text);
        if (whole != null) {
            return Link.of(whole, after);
        }
        Matcher parts = LINK.matcher(text);
        if (!parts.matches()) {
            throw new UnusablePlanException("\"%s\" is no link, such as 12, or 12 SS+4h.".formatted(text));
        }
        var id = parts.group(1);
        if (id.startsWith("\"")) {
            id = id.substring(1, id.length() - 1).replace("\"\"", "\"");
        }
        var before = activityOf.get(id);
        if (before == null) {
            throw new UnusablePlanException(
                    "It waits for \"%s\", and there is no activity with that id. Remove the link, or add the activity."
                            .formatted(id));
        }
        var type = Link.Type.FINISH_START;
        for (var one : Link.Type.values()) {
            if (SheetWriting.initials(one).equals(parts.group(2))) {
                type = one;
            }
        }
        if (parts.group(4) == null) {
            return new Link(before, after, type, 0, Plan.NONE);
        }
        var unit = parts.group(5);
        boolean elapsed = unit.startsWith("e");
        long lag = Math.round(Double.parseDouble(parts.group(4)) * minutes(unit.substring(unit.length() - 1), elapsed));
        return new Link(
                before,
                after,
                type,
                parts.group(3).equals("-") ? -lag : lag,
                elapsed
                        ? Plan.NONE
                        : parts.group(6) == null ? calendar(setting("calendar", "")) : calendar(parts.group(6)));
    }

    private Assignment assignment(String text, int activity) {
        Matcher parts = RESOURCE.matcher(text);
        var who = parts.matches() ? parts.group(1).strip() : text;
        var units = parts.matches() && parts.group(2) != null ? Integer.parseInt(parts.group(2)) : 100;
        var known = resourceOf.get(who);
        int resource = known != null ? known : add(new Resource(who, who, 100, Plan.NONE));
        return new Assignment(activity, resource, units);
    }

    /// The parts of a list with semicolons or commas between; not within quotation marks.
    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        boolean quoted = false;
        for (int k = 0; k < text.length(); k++) {
            char sign = text.charAt(k);
            quoted ^= sign == '"';
            if (!quoted && (sign == ';' || sign == ',')) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(sign);
            }
        }
        parts.add(part.toString().strip());
        return parts.stream().filter(one -> !one.isEmpty()).toList();
    }

    private static long length(String text, String unit) {
        if (text.isEmpty()) {
            return 0;
        }
        Matcher parts = LENGTH.matcher(text);
        if (!parts.matches()) {
            throw new UnusablePlanException("\"%s\" is no length, such as 40, 5d or 4h.".formatted(text));
        }
        double minutes =
                Double.parseDouble(parts.group(1)) * minutes(parts.group(2).isEmpty() ? unit : parts.group(2), false);
        if (!(minutes >= 0 && minutes < 1e12)) {
            throw new UnusablePlanException("A length of %s: it is zero or more, and not endless.".formatted(text));
        }
        return Math.round(minutes);
    }

    private static long minutes(String unit, boolean elapsed) {
        return switch (unit) {
            case "m" -> 1;
            case "h" -> 60;
            case "d" -> elapsed ? 1440 : PlanSheets.DAY;
            default -> elapsed ? 7 * 1440 : PlanSheets.WEEK;
        };
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new UnusablePlanException("\"%s\" is no number.".formatted(text), e);
        }
    }

    /// A date; one without a time is at its beginning, or at its end.
    private static @Nullable LocalDateTime date(String text, boolean end) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (text.indexOf('T') > 0 || text.indexOf(' ') > 0) {
                return LocalDateTime.parse(text.replace(' ', 'T'));
            }
            var day = LocalDate.parse(text);
            return end ? day.atTime(23, 59) : day.atStartOfDay();
        } catch (DateTimeParseException e) {
            throw new UnusablePlanException(
                    "\"%s\" is no date of the years 1 to 9999, such as 2027-03-31 or 2027-03-31 17:00.".formatted(text),
                    e);
        }
    }
}
