package org.fram.report;

import fram.pages.report.JtesimulationGenerated;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.fram.report.SimulationPage.Activity;
import org.fram.report.SimulationPage.Driver;
import org.fram.report.SimulationPage.Figure;
import org.fram.report.SimulationPage.Mark;
import org.fram.schedule.files.ReadPlan;
import org.fram.schedule.risk.Finishes;
import org.fram.schedule.risk.RiskModel;
import org.fram.schedule.risk.RiskModel.Range;
import org.fram.schedule.risk.SimulationResult;
import org.fram.schedule.risk.SimulationResult.ActivityRisk;
import org.jspecify.annotations.Nullable;

/// A simulation of a plan as one self-contained HTML page, in the look of [ReviewReport].
public final class SimulationReport {

    private static final int ACTIVITIES = 200;
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 300;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private SimulationReport() {}

    /// The page.
    ///
    /// @param by the date whose probability was asked for, or null
    public static String html(ReadPlan read, RiskModel model, SimulationResult result, @Nullable LocalDateTime by) {
        var output = new StringOutput();
        JtesimulationGenerated.render(
                new OwaspHtmlTemplateOutput(output), null, page(read, model, result, by), Dress.standard());
        return output.toString();
    }

    static SimulationPage page(ReadPlan read, RiskModel model, SimulationResult result, @Nullable LocalDateTime by) {
        var finishes = result.finishes();
        var asked = by == null ? result.planned().toLocalDateTime() : by;
        return new SimulationPage(
                read.plan().name(),
                "%s is met with a probability of %s."
                        .formatted(DATE.format(asked), percent(finishes.probability(asked))),
                List.of(
                        new Figure(
                                "As planned",
                                date(result.planned()),
                                percent(finishes.probability(result.planned().toLocalDateTime())) + " likely"),
                        new Figure("P50", date(finishes.date(0.5)), "as likely earlier as later"),
                        new Figure("P80", date(finishes.date(0.8)), "met in four of five cases"),
                        new Figure("P95", date(finishes.date(0.95)), "met in nineteen of twenty")),
                curve(finishes),
                marks(finishes),
                result.drivers().stream()
                        .map(driver -> new Driver(
                                driver.kind(),
                                driver.name(),
                                String.format(Locale.ROOT, "%.1f", driver.gainMinutes() / 1440.0),
                                driver.kind().equals("risk")
                                        ? ""
                                        : String.format(Locale.ROOT, "%.2f", driver.correlation())))
                        .toList(),
                activities(model, result),
                notes(read, model, result));
    }

    private static List<Activity> activities(RiskModel model, SimulationResult result) {
        var ranges = new @Nullable Range[result.activities().size()];
        model.ranges().stream()
                .filter(range -> range.activity() < ranges.length)
                .forEach(range -> ranges[range.activity()] = range);
        var shown = new ArrayList<Activity>();
        IntStream.range(0, ranges.length)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        k -> -result.activities().get(k).criticality()))
                .limit(ACTIVITIES)
                .forEach(k -> {
                    ActivityRisk risk = result.activities().get(k);
                    var range = ranges[k];
                    shown.add(new Activity(
                            risk.id(),
                            risk.name(),
                            percent(risk.criticality()),
                            percent(risk.cruciality()),
                            range == null
                                    ? "none"
                                    : range.byDefault() ? "default: " + range.source() : range.source()));
                });
        return shown;
    }

    private static List<String> notes(ReadPlan read, RiskModel model, SimulationResult result) {
        var notes = new ArrayList<String>();
        notes.add("%d samples of %d activities; plan from a file of %s."
                .formatted(result.finishes().samples(), read.plan().activities().size(), read.format()));
        long byDefault = model.ranges().stream().filter(Range::byDefault).count();
        if (byDefault > 0) {
            notes.add("%d of %d durations vary by default ranges of their kind of activity, not by ranges of their own."
                    .formatted(byDefault, model.ranges().size()));
        }
        if (result.activities().size() > ACTIVITIES) {
            notes.add("Of the activities, the %d most critical are shown.".formatted(ACTIVITIES));
        }
        notes.addAll(read.notes());
        return notes;
    }

    private static String curve(Finishes finishes) {
        var points = new StringBuilder();
        for (int percent = 0; percent <= 100; percent++) {
            points.append(x(finishes, percent / 100.0))
                    .append(',')
                    .append(HEIGHT - percent * HEIGHT / 100)
                    .append(' ');
        }
        return points.toString().strip();
    }

    private static List<Mark> marks(Finishes finishes) {
        var marks = new ArrayList<Mark>();
        for (int percent : new int[] {10, 50, 80, 95}) {
            marks.add(new Mark(
                    "P%d: %s".formatted(percent, date(finishes.date(percent / 100.0))),
                    x(finishes, percent / 100.0),
                    HEIGHT - percent * HEIGHT / 100));
        }
        return marks;
    }

    private static int x(Finishes finishes, double chance) {
        long first = finishes.instant(0);
        long range = Math.max(1, finishes.instant(1) - first);
        return (int) ((finishes.instant(chance) - first) * WIDTH / range);
    }

    private static String date(ZonedDateTime date) {
        return DATE.format(date);
    }

    private static String percent(double chance) {
        return String.format(Locale.ROOT, "%.0f %%", chance * 100);
    }
}
