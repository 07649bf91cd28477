package org.fram.report;

import fram.pages.report.JtesimulationGenerated;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.fram.report.SimulationPage.Activity;
import org.fram.report.SimulationPage.Cost;
import org.fram.report.SimulationPage.Dot;
import org.fram.report.SimulationPage.Driver;
import org.fram.report.SimulationPage.Figure;
import org.fram.report.SimulationPage.Mark;
import org.fram.report.SimulationPage.Pair;
import org.fram.schedule.files.ReadPlan;
import org.fram.schedule.risk.CostRisk;
import org.fram.schedule.risk.Finishes;
import org.fram.schedule.risk.RiskModel;
import org.fram.schedule.risk.RiskModel.Range;
import org.fram.schedule.risk.SimulationJson.Asked;
import org.fram.schedule.risk.SimulationResult;
import org.fram.schedule.risk.SimulationResult.ActivityRisk;

/// A simulation of a plan as one self-contained HTML page, in the look of [ReviewReport].
public final class SimulationReport {

    private static final int ACTIVITIES = 200;
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 300;
    private static final int DOTS = 400;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private SimulationReport() {}

    /// The page.
    ///
    /// @param asked what was asked about beside the plan
    public static String html(ReadPlan read, RiskModel model, SimulationResult result, Asked asked) {
        var output = new StringOutput();
        JtesimulationGenerated.render(
                new OwaspHtmlTemplateOutput(output), null, page(read, model, result, asked), Dress.standard());
        return output.toString();
    }

    static SimulationPage page(ReadPlan read, RiskModel model, SimulationResult result, Asked asked) {
        var finishes = result.finishes();
        var by = asked.by() == null ? result.planned().toLocalDateTime() : asked.by();
        return new SimulationPage(
                read.plan().name(),
                "%s is met with a probability of %s.".formatted(DATE.format(by), percent(finishes.probability(by))),
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
                                days(driver.gainMinutes()),
                                driver.kind().equals("risk")
                                        ? ""
                                        : String.format(Locale.ROOT, "%.2f", driver.correlation())))
                        .toList(),
                activities(read, model, result),
                cost(result, asked),
                asked.whatIfs().stream()
                        .map(outcome -> new SimulationPage.WhatIf(
                                outcome.option().name(),
                                days(outcome.gain(finishes, 0.5)),
                                days(outcome.gain(finishes, 0.8)),
                                "%s → %s"
                                        .formatted(
                                                percent(finishes.probability(by)),
                                                percent(outcome.finishes().probability(by)))))
                        .toList(),
                notes(read, model, result));
    }

    private static List<Cost> cost(SimulationResult result, Asked asked) {
        var risk = result.costs();
        if (risk == null) {
            return List.of();
        }
        var budget = asked.budget();
        var by = asked.by();
        var lead = budget == null
                ? ""
                : "%s is enough with a probability of %s%s."
                        .formatted(
                                amount(risk, budget),
                                percent(risk.probability(budget)),
                                by == null
                                        ? ""
                                        : "; date and cost are met together with %s"
                                                .formatted(percent(risk.probability(by, budget))));
        return List.of(new Cost(
                lead,
                List.of(
                        new Figure("As planned", amount(risk, risk.planned()), "when nothing varies"),
                        new Figure("P50", amount(risk, risk.cost(0.5)), "as likely less as more"),
                        new Figure("P80", amount(risk, risk.cost(0.8)), "enough in four of five cases"),
                        new Figure("P95", amount(risk, risk.cost(0.95)), "enough in nineteen of twenty")),
                risk.pairs(0.8).stream()
                        .map(pair -> new Pair(date(pair.date()), amount(risk, pair.cost())))
                        .toList(),
                dots(risk)));
    }

    private static List<Dot> dots(CostRisk risk) {
        var some = risk.some(DOTS);
        var dates = some.stream().mapToLong(pair -> pair.date().toEpochSecond()).summaryStatistics();
        var costs = some.stream().mapToDouble(CostRisk.Pair::cost).summaryStatistics();
        long range = Math.max(1, dates.getMax() - dates.getMin());
        double spread = Math.max(1e-9, costs.getMax() - costs.getMin());
        return some.stream()
                .map(pair -> new Dot(
                        (int) ((pair.date().toEpochSecond() - dates.getMin()) * WIDTH / range),
                        HEIGHT - (int) ((pair.cost() - costs.getMin()) / spread * HEIGHT)))
                .toList();
    }

    private static String amount(CostRisk risk, double amount) {
        var number = String.format(Locale.ROOT, "%,.0f", amount);
        return risk.currency().isEmpty() ? number : number + " " + risk.currency();
    }

    private static String days(long minutes) {
        return String.format(Locale.ROOT, "%.1f", minutes / 1440.0);
    }

    private static List<Activity> activities(ReadPlan read, RiskModel model, SimulationResult result) {
        var ranges = model.ofResult(read.plan().activities().size());
        var shown = new ArrayList<Activity>();
        IntStream.range(0, result.activities().size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        k -> -result.activities().get(k).criticality()))
                .limit(ACTIVITIES)
                .forEach(k -> {
                    ActivityRisk risk = result.activities().get(k);
                    var range = ranges.get(k);
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
        notes.addAll(result.notices());
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
