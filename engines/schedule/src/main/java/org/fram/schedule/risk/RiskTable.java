package org.fram.schedule.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fram.schedule.Plan;
import org.fram.schedule.UnusablePlanException;
import org.fram.schedule.risk.RiskModel.Event;
import org.fram.schedule.risk.RiskModel.Group;
import org.fram.schedule.risk.RiskModel.Impact;
import org.fram.schedule.risk.RiskModel.Range;

/// Risks as people write them in a table: a row for each range, risk or group of activities.
///
/// The first row names the columns, in any order: `kind` (`range`, `risk`, `group`), `name`, `activities`
/// (ids, with spaces between), `chance` (of a risk, or the correlation of a group), `distribution` (`pert`
/// where there is none, `triangular`, `uniform`, `lognormal`, `discrete`, `empirical`), `low`, `likely`,
/// `high`. `docs/reference/risks.md` describes them.
public final class RiskTable {

    /// The normal value that 90 % of all are below.
    private static final double P90 = 1.2815515655446004;

    private final Plan plan;
    private final Map<String, Integer> position = new HashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Range> ranges = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

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
        var table = new RiskTable(plan);
        if (rows.isEmpty()) {
            throw new UnusablePlanException("The table of risks is empty.");
        }
        for (int k = 0; k < rows.getFirst().size(); k++) {
            table.columns.put(rows.getFirst().get(k).strip().toLowerCase(Locale.ROOT), k);
        }
        for (var needed : List.of("kind", "activities")) {
            if (!table.columns.containsKey(needed)) {
                throw new UnusablePlanException(
                        "The table of risks has no column \"%s\"; it has %s.".formatted(needed, rows.getFirst()));
            }
        }
        for (int k = 1; k < rows.size(); k++) {
            try {
                table.row(rows.get(k), k + 1);
            } catch (UnusablePlanException e) {
                throw new UnusablePlanException("Row %d: %s".formatted(k + 1, e.getMessage()), e);
            }
        }
        return new RiskModel(table.ranges, table.groups, table.events);
    }

    private void row(List<String> row, int number) {
        var activities = activities(cell(row, "activities"));
        switch (cell(row, "kind").toLowerCase(Locale.ROOT)) {
            case "range" ->
                activities.forEach(
                        activity -> ranges.add(new Range(activity, distribution(row, activity), "given", false)));
            case "group" -> groups.add(new Group(activities, number(cell(row, "chance"), "chance")));
            case "risk" -> {
                var impacts = activities.stream()
                        .map(activity -> new Impact(activity, distribution(row, activity)))
                        .toList();
                var name = cell(row, "name").isEmpty() ? "Risk of row " + number : cell(row, "name");
                events.add(new Event("R" + number, name, number(cell(row, "chance"), "chance"), impacts));
            }
            case "" -> {}
            default ->
                throw new UnusablePlanException(
                        "\"%s\" is no kind of row. Kinds are range, risk and group.".formatted(cell(row, "kind")));
        }
    }

    private String cell(List<String> row, String column) {
        var at = columns.get(column);
        return at == null || at >= row.size() ? "" : row.get(at).strip();
    }

    private List<Integer> activities(String ids) {
        var activities = new ArrayList<Integer>();
        for (var id : ids.split("\\s+")) {
            var at = position.get(id);
            if (at == null && !id.isEmpty()) {
                throw new UnusablePlanException("There is no activity with the id \"%s\" in the plan.".formatted(id));
            }
            if (at != null) {
                activities.add(at);
            }
        }
        return activities;
    }

    private Distribution distribution(List<String> row, int activity) {
        double planned = plan.activities().get(activity).remaining();
        var low = cell(row, "low");
        var likely = cell(row, "likely");
        var high = cell(row, "high");
        return switch (cell(row, "distribution").toLowerCase(Locale.ROOT)) {
            case "", "pert" ->
                new Distribution.Pert(minutes(low, planned), minutes(likely, planned), minutes(high, planned));
            case "triangular" ->
                new Distribution.Triangular(minutes(low, planned), minutes(likely, planned), minutes(high, planned));
            case "uniform" -> new Distribution.Uniform(minutes(low, planned), minutes(high, planned));
            case "lognormal" -> {
                double median = minutes(likely, planned);
                yield new Distribution.LogNormal(median, Math.log(minutes(high, planned) / median) / P90);
            }
            case "empirical" ->
                new Distribution.Empirical(List.of(likely.split("\\s+")).stream()
                        .map(value -> minutes(value, planned))
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
                    lengths.add(minutes(value.substring(0, colon), planned));
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
    /// or a share of the planned length (`120%`).
    private static double minutes(String text, double planned) {
        if (text.isEmpty()) {
            throw new UnusablePlanException("A length is missing.");
        }
        var value = number(text.substring(0, text.length() - 1), "length");
        return switch (text.charAt(text.length() - 1)) {
            case 'm' -> value;
            case 'h' -> value * 60;
            case 'd' -> value * 8 * 60;
            case 'w' -> value * 5 * 8 * 60;
            case '%' -> value / 100 * planned;
            default ->
                throw new UnusablePlanException("\"%s\" is no length. Write 90m, 4h, 5d, 2w or 120%%.".formatted(text));
        };
    }

    private static double number(String text, String what) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new UnusablePlanException("\"%s\" is no number for a %s.".formatted(text, what), e);
        }
    }
}
