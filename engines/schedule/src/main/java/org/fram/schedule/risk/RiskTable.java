package org.fram.schedule.risk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.fram.schedule.Costs;
import org.fram.schedule.Plan;
import org.fram.schedule.UnusablePlanException;
import org.fram.schedule.risk.RiskModel.Correlation;
import org.fram.schedule.risk.RiskModel.Event;
import org.fram.schedule.risk.RiskModel.Group;
import org.fram.schedule.risk.RiskModel.Impact;
import org.fram.schedule.risk.RiskModel.Order;
import org.fram.schedule.risk.RiskModel.Range;

/// Risks as people write them in a table: a row for each range, risk, order, cost, or group of activities.
///
/// The first row names the columns, in any order: `kind` (`range`, `risk`, `group`, `correlation`, `order`, `cost`),
/// `name`, `activities` (ids, with spaces between), `chance` (of a risk, or the correlation of a group or of two),
/// `distribution` (`pert` where there is none, `triangular`, `uniform`, `lognormal`, `discrete`, `empirical`), `low`,
/// `likely`, `high`, `ordered`, `cost`, `cost per day`. `docs/reference/risks.md` describes them.
public final class RiskTable {

    private static final List<String> COLUMNS = List.of(
            "kind",
            "name",
            "activities",
            "chance",
            "distribution",
            "low",
            "likely",
            "high",
            "ordered",
            "cost",
            "cost per day");

    private static final List<String> KINDS = List.of("range", "risk", "group", "correlation", "order", "cost");

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d{1,3})?");

    /// A comma stands for the point, where it cannot stand between thousands.
    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?\\d*,(\\d{1,2}|\\d{4,})");

    /// The normal value that 90 % of all are below.
    private static final double P90 = 1.2815515655446004;

    private final Plan plan;
    private final Map<String, Integer> position = new HashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final Set<Integer> ranged = new HashSet<>();
    private final Set<Integer> grouped = new HashSet<>();
    private final Set<Set<Integer>> correlated = new HashSet<>();
    private final List<Range> ranges = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Correlation> correlations = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final Map<Integer, Costs.OfActivity> costs = new TreeMap<>();
    private final List<Double> perDay = new ArrayList<>();

    /// What a table says.
    ///
    /// @param costs with those of the plan, where the table has none of the same activity
    public record Read(RiskModel model, Costs costs) {}

    private RiskTable(Plan plan) {
        this.plan = plan;
        for (int k = 0; k < plan.activities().size(); k++) {
            position.put(plan.activities().get(k).id(), k);
        }
    }

    /// Reads a table.
    ///
    /// @param rows as texts; the first names the columns
    /// @throws UnusablePlanException if a row cannot be used; the message begins with its number
    public static RiskModel read(Plan plan, List<List<String>> rows) {
        return read(plan, Costs.NONE, rows).model();
    }

    /// Reads a table, and puts its costs over those of a plan.
    ///
    /// @param rows as texts; the first names the columns
    /// @throws UnusablePlanException if a row cannot be used; the message begins with its number
    public static Read read(Plan plan, Costs known, List<List<String>> rows) {
        var table = new RiskTable(plan);
        if (rows.isEmpty()) {
            throw new UnusablePlanException("The table of risks is empty.");
        }
        table.head(rows.getFirst());
        for (int k = 1; k < rows.size(); k++) {
            try {
                refuseSurplus(rows.get(k), rows.getFirst().size());
                table.row(rows.get(k), k + 1);
            } catch (UnusablePlanException e) {
                throw new UnusablePlanException("Row %d: %s".formatted(k + 1, e.getMessage()), e);
            }
        }
        return new Read(
                new RiskModel(table.ranges, table.groups, table.events, table.correlations, table.orders),
                table.costs(known));
    }

    /// Reads correlations of two activities each: rows of two ids and a coefficient from -1 to 1. A first row that ends
    /// in no number names the columns.
    ///
    /// @throws UnusablePlanException if a row cannot be used; the message begins with its number
    public static List<Correlation> readCorrelations(Plan plan, List<List<String>> rows) {
        var table = new RiskTable(plan);
        for (int k = 0; k < rows.size(); k++) {
            var row = rows.get(k).stream().map(String::strip).toList();
            if (row.stream().allMatch(String::isEmpty)) {
                continue;
            }
            if (k == 0 && row.size() >= 3 && row.get(2).matches("[A-Za-z ]+")) {
                continue;
            }
            try {
                if (row.size() < 3) {
                    throw new UnusablePlanException("Two ids and a coefficient are needed, not %s.".formatted(row));
                }
                table.correlate(table.activity(row.get(0)), table.activity(row.get(1)), row.get(2));
            } catch (UnusablePlanException e) {
                throw new UnusablePlanException("Row %d: %s".formatted(k + 1, e.getMessage()), e);
            }
        }
        return table.correlations;
    }

    private void head(List<String> names) {
        for (int k = 0; k < names.size(); k++) {
            var name = names.get(k).strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && columns.put(name, k) != null) {
                throw new UnusablePlanException(
                        "The table of risks has two columns \"%s\". Remove one of them.".formatted(name));
            }
        }
        for (var needed : List.of("kind", "activities")) {
            if (!columns.containsKey(needed)) {
                throw new UnusablePlanException(
                        "The table of risks has no column \"%s\"; it has %s.".formatted(needed, names));
            }
        }
        for (var name : columns.keySet()) {
            if (!COLUMNS.contains(name)) {
                COLUMNS.stream()
                        .filter(known -> nearly(known, name))
                        .findFirst()
                        .ifPresent(known -> {
                            throw new UnusablePlanException(
                                    "The table of risks has a column \"%s\", which is not read. If it is \"%s\", write it so."
                                            .formatted(name, known));
                        });
            }
        }
    }

    /// Whether two words differ by at most two letters that are wrong, missing or too many.
    private static boolean nearly(String one, String other) {
        if (Math.min(one.length(), other.length()) < 4) {
            return false;
        }
        var above = IntStream.rangeClosed(0, other.length()).toArray();
        for (int k = 1; k <= one.length(); k++) {
            var row = new int[other.length() + 1];
            row[0] = k;
            for (int j = 1; j <= other.length(); j++) {
                int same = one.charAt(k - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(above[j - 1] + same, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()] <= 2;
    }

    private Costs costs(Costs known) {
        if (costs.isEmpty() && perDay.isEmpty()) {
            return known;
        }
        double daily = perDay.stream().mapToDouble(Double::doubleValue).sum();
        known.activities().forEach(cost -> costs.putIfAbsent(cost.activity(), cost));
        return new Costs(
                known.currency(),
                perDay.isEmpty() ? known.perDay() : daily,
                List.copyOf(costs.values()),
                known.resources());
    }

    private static void refuseSurplus(List<String> row, int columns) {
        if (row.stream().skip(columns).anyMatch(cell -> !cell.isBlank())) {
            throw new UnusablePlanException(
                    "There are more cells than columns. Put values that hold the separator into quotation marks.");
        }
    }

    private void row(List<String> row, int number) {
        var activities = activities(cell(row, "activities"));
        var kind = cell(row, "kind").toLowerCase(Locale.ROOT);
        boolean costsAlone = kind.equals("cost")
                || (kind.equals("risk") && !cell(row, "cost").isEmpty());
        if (activities.isEmpty() && !costsAlone && KINDS.contains(kind)) {
            throw new UnusablePlanException("It names no activities. Write their ids into the column \"activities\".");
        }
        switch (kind) {
            case "range" ->
                activities.forEach(activity -> {
                    once(ranged.add(activity), activity, "another range");
                    ranges.add(new Range(activity, distribution(row, activity), "given", false));
                });
            case "group" -> {
                activities.forEach(activity -> once(grouped.add(activity), activity, "another group"));
                groups.add(new Group(activities, number(cell(row, "chance"), "chance")));
            }
            case "risk" -> {
                var impacts = activities.stream()
                        .map(activity -> new Impact(activity, distribution(row, activity)))
                        .toList();
                var name = cell(row, "name").isEmpty() ? "Risk of row " + number : cell(row, "name");
                var cost = cell(row, "cost");
                events.add(new Event(
                        "R" + number,
                        name,
                        number(cell(row, "chance"), "chance"),
                        impacts,
                        cost.isEmpty() ? 0 : number(cost, "cost")));
            }
            case "correlation" -> {
                if (activities.size() != 2) {
                    throw new UnusablePlanException(
                            "A correlation is of two activities, not of %d.".formatted(activities.size()));
                }
                correlate(activities.get(0), activities.get(1), cell(row, "chance"));
            }
            case "order" -> {
                var name = cell(row, "name").isEmpty() ? "Order of row " + number : cell(row, "name");
                orders.add(new Order("O" + number, name, date(cell(row, "ordered")), leadTime(row), activities));
            }
            case "cost" -> cost(row, activities);
            case "" -> {
                if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                    throw new UnusablePlanException(
                            "It has no kind. Kinds are %s.".formatted(String.join(", ", KINDS)));
                }
            }
            default ->
                throw new UnusablePlanException("\"%s\" is no kind of row. Kinds are %s."
                        .formatted(cell(row, "kind"), String.join(", ", KINDS)));
        }
    }

    private void correlate(int one, int other, String coefficient) {
        if (one == other) {
            throw new UnusablePlanException("%s is correlated with itself.".formatted(named(one)));
        }
        if (!correlated.add(Set.of(one, other))) {
            throw new UnusablePlanException("%s and %s have a correlation in another row. Remove one of them."
                    .formatted(named(one), named(other)));
        }
        correlations.add(new Correlation(one, other, number(coefficient, "correlation")));
    }

    private void once(boolean first, int activity, String what) {
        if (!first) {
            throw new UnusablePlanException(
                    "%s has %s in another row. Remove one of them.".formatted(named(activity), what));
        }
    }

    private String named(int activity) {
        var it = plan.activities().get(activity);
        return "Activity \"%s\" (%s)".formatted(it.name(), it.id());
    }

    /// Without activities the cost per day is that of the whole plan.
    private void cost(List<String> row, List<Integer> activities) {
        double fixed = cell(row, "cost").isEmpty() ? 0 : number(cell(row, "cost"), "cost");
        double daily = cell(row, "cost per day").isEmpty() ? 0 : number(cell(row, "cost per day"), "cost per day");
        if (activities.isEmpty()) {
            if (fixed > 0) {
                throw new UnusablePlanException(
                        "A cost that is paid once is that of activities. Name them, or give a cost per day.");
            }
            perDay.add(daily);
        }
        activities.forEach(activity -> costs.merge(
                activity,
                new Costs.OfActivity(activity, fixed, daily),
                (one, other) ->
                        new Costs.OfActivity(activity, one.fixed() + other.fixed(), one.perDay() + other.perDay())));
    }

    private LocalDateTime date(String text) {
        try {
            return text.isEmpty()
                    ? plan.start()
                    : text.contains("T")
                            ? LocalDateTime.parse(text)
                            : LocalDate.parse(text).atTime(8, 0);
        } catch (DateTimeParseException e) {
            throw new UnusablePlanException("\"%s\" is no date, such as 2027-03-31.".formatted(text), e);
        }
    }

    /// A lead time passes day and night: a day has 24 hours, and a week seven days.
    private Distribution leadTime(List<String> row) {
        return distribution(row, 0, 3);
    }

    private int activity(String id) {
        var at = position.get(id);
        if (at == null) {
            throw new UnusablePlanException("There is no activity with the id \"%s\" in the plan.".formatted(id));
        }
        return at;
    }

    private String cell(List<String> row, String column) {
        var at = columns.get(column);
        return at == null || at >= row.size() ? "" : row.get(at).strip();
    }

    private List<Integer> activities(String ids) {
        var activities = new ArrayList<Integer>();
        if (position.containsKey(ids)) {
            return List.of(activity(ids));
        }
        for (var id : ids.split("[\\s,;]+")) {
            if (!id.isEmpty()) {
                activities.add(activity(id));
            }
        }
        return activities;
    }

    private Distribution distribution(List<String> row, int activity) {
        return distribution(row, (double) plan.activities().get(activity).remaining(), 1);
    }

    /// @param planned of which shares are told; zero where none can be
    /// @param days how many times eight hours a day has
    private Distribution distribution(List<String> row, double planned, int days) {
        var low = cell(row, "low");
        var likely = cell(row, "likely");
        var high = cell(row, "high");
        return switch (cell(row, "distribution").toLowerCase(Locale.ROOT)) {
            case "", "pert" ->
                new Distribution.Pert(
                        minutes(low, planned, days), minutes(likely, planned, days), minutes(high, planned, days));
            case "triangular" ->
                new Distribution.Triangular(
                        minutes(low, planned, days), minutes(likely, planned, days), minutes(high, planned, days));
            case "uniform" -> new Distribution.Uniform(minutes(low, planned, days), minutes(high, planned, days));
            case "lognormal" -> {
                double median = minutes(likely, planned, days);
                yield new Distribution.LogNormal(median, Math.log(minutes(high, planned, days) / median) / P90);
            }
            case "empirical" ->
                new Distribution.Empirical(List.of(likely.split("\\s+")).stream()
                        .map(value -> minutes(value, planned, days))
                        .toList());
            case "discrete" -> {
                var lengths = new ArrayList<Double>();
                var chances = new ArrayList<Double>();
                for (var value : likely.split("\\s+")) {
                    int colon = value.indexOf(':');
                    if (colon < 0) {
                        throw new UnusablePlanException(
                                "\"%s\" is no length with its chance, such as 5d:0.3.".formatted(value));
                    }
                    lengths.add(minutes(value.substring(0, colon), planned, days));
                    chances.add(number(value.substring(colon + 1), "chance"));
                }
                yield new Distribution.Discrete(lengths, chances);
            }
            default ->
                throw new UnusablePlanException(
                        "\"%s\" is no distribution. There are pert, triangular, uniform, lognormal, discrete, empirical."
                                .formatted(cell(row, "distribution")));
        };
    }

    /// A length: minutes (`90m`), hours (`4h`), days of eight hours (`5d`), weeks of five such days (`2w`),
    /// or a share of the planned length (`120%`). Of a lead time, days have 24 hours and weeks seven days.
    static double minutes(String text, double planned, int days) {
        if (text.isEmpty()) {
            throw new UnusablePlanException("A length is missing.");
        }
        char unit = Character.toLowerCase(text.charAt(text.length() - 1));
        if (Character.isDigit(unit)) {
            throw new UnusablePlanException(
                    "\"%s\" does not say of what. Write 90m, 4h, 5d, 2w or 120%%.".formatted(text));
        }
        var value = number(text.substring(0, text.length() - 1), "length");
        return switch (unit) {
            case 'm' -> value;
            case 'h' -> value * 60;
            case 'd' -> value * days * 8 * 60;
            case 'w' -> value * (days == 1 ? 5 : 7) * days * 8 * 60;
            case '%' -> {
                if (days != 1) {
                    throw new UnusablePlanException(
                            "\"%s\": a lead time is no share of something that is planned. Write 30d or 6w."
                                    .formatted(text));
                }
                yield value / 100 * planned;
            }
            default ->
                throw new UnusablePlanException("\"%s\" is no length. Write 90m, 4h, 5d, 2w or 120%%.".formatted(text));
        };
    }

    private static double number(String written, String what) {
        var text = written.strip();
        boolean share = text.endsWith("%") && what.equals("chance");
        var plain = share ? text.substring(0, text.length() - 1).strip() : text;
        if (WITH_COMMA.matcher(plain).matches()) {
            plain = plain.replace(',', '.');
        }
        if (!NUMBER.matcher(plain.toLowerCase(Locale.ROOT)).matches()) {
            throw new UnusablePlanException(
                    text.isEmpty()
                            ? "The %s is missing.".formatted(what)
                            : "\"%s\" is no number for a %s. Write it as 1234.5.".formatted(text, what));
        }
        return share ? Double.parseDouble(plain) / 100 : Double.parseDouble(plain);
    }
}
