package org.fram.cli;

import java.io.PrintWriter;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.fram.schedule.files.ReadPlan;
import org.fram.schedule.risk.RiskModel;
import org.fram.schedule.risk.RiskModel.Range;
import org.fram.schedule.risk.SimulationJson.Asked;
import org.fram.schedule.risk.SimulationResult;

/// What a simulation gave, for the terminal.
///
/// @param asked what was asked about beside the plan
record SimulationSummary(
        ReadPlan read, RiskModel model, SimulationResult result, Asked asked, Terminal terminal, PrintWriter out) {

    private static final int DRIVERS = 10;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);

    void print() {
        var finishes = result.finishes();
        out.println(terminal.strong(Terminal.safe(read.plan().name())));
        out.println(terminal.faint("%s, %d activities, %d samples%s"
                .formatted(
                        read.format(),
                        read.plan().activities().size(),
                        finishes.samples(),
                        result.converged() ? " (the P80 date is known well enough)" : "")));
        out.println();
        var by = asked.by();
        if (by != null) {
            out.println("%s is met with a probability of %s."
                    .formatted(by.format(DATE_TIME), terminal.strong(percent(finishes.probability(by)))));
        }
        out.println("As planned it finishes on %s; that is met with a probability of %s."
                .formatted(
                        date(result.planned()),
                        percent(finishes.probability(result.planned().toLocalDateTime()))));
        out.println();
        for (int chance : new int[] {10, 20, 50, 80, 90, 95}) {
            out.println("  P%d   %s".formatted(chance, date(finishes.date(chance / 100.0))));
        }
        costs();
        drivers();
        whatIfs();
        notes();
    }

    private void costs() {
        var risk = result.costs();
        if (risk == null) {
            return;
        }
        out.println();
        out.println(terminal.strong("What it costs%s"
                .formatted(risk.currency().isEmpty() ? "" : ", in " + Terminal.safe(risk.currency()))));
        out.println("  planned %s, mean %s, P50 %s, P80 %s, P95 %s"
                .formatted(
                        amount(risk.planned()),
                        amount(risk.mean()),
                        amount(risk.cost(0.5)),
                        amount(risk.cost(0.8)),
                        amount(risk.cost(0.95))));
        var budget = asked.budget();
        var by = asked.by();
        if (budget != null) {
            out.println("  %s is enough with a probability of %s%s."
                    .formatted(
                            amount(budget),
                            percent(risk.probability(budget)),
                            by == null
                                    ? ""
                                    : "; date and cost are met together with %s"
                                            .formatted(percent(risk.probability(by, budget)))));
        }
        out.println("  Met together in four of five cases:");
        risk.pairs(0.8).forEach(pair -> out.println("    %s and %s".formatted(date(pair.date()), amount(pair.cost()))));
    }

    private void whatIfs() {
        if (asked.whatIfs().isEmpty()) {
            return;
        }
        out.println();
        out.println(terminal.strong("What each option buys: days at P50 and at P80, and probability of the date"));
        var now = result.finishes();
        var by = asked.by() == null ? result.planned().toLocalDateTime() : asked.by();
        for (var outcome : asked.whatIfs()) {
            out.println("  %6s %6s  %3s → %3s  %s"
                    .formatted(
                            days(outcome.gain(now, 0.5)),
                            days(outcome.gain(now, 0.8)),
                            percent(now.probability(by)),
                            percent(outcome.finishes().probability(by)),
                            Terminal.safe(outcome.option().name())));
        }
    }

    private static String days(long minutes) {
        return String.format(Locale.ROOT, "%.1f", minutes / 1440.0);
    }

    private static String amount(double amount) {
        return String.format(Locale.ROOT, "%,.0f", amount);
    }

    private void drivers() {
        if (result.drivers().isEmpty()) {
            return;
        }
        out.println();
        out.println(terminal.strong("What drives the date, and what P80 gains without it"));
        for (var driver :
                result.drivers().subList(0, Math.min(DRIVERS, result.drivers().size()))) {
            out.println("  %6s days  %s%s"
                    .formatted(
                            String.format(Locale.ROOT, "%.1f", driver.gainMinutes() / 1440.0),
                            driver.kind().equals("risk") ? "risk: " : "",
                            Terminal.safe(driver.name())));
        }
    }

    private void notes() {
        long byDefault = model.ranges().stream().filter(Range::byDefault).count();
        if (byDefault > 0) {
            out.println();
            out.println(
                    "%d of %d durations vary by default ranges of their kind of activity, not by ranges of their own."
                            .formatted(byDefault, model.ranges().size()));
        }
        result.notices().forEach(notice -> out.println(terminal.warning("Note: " + notice)));
        read.notes().forEach(note -> out.println(terminal.faint("Note: " + Terminal.safe(note))));
    }

    private static String date(ZonedDateTime date) {
        return date.format(DATE);
    }

    private static String percent(double chance) {
        return String.format(Locale.ROOT, "%.0f %%", chance * 100);
    }
}
