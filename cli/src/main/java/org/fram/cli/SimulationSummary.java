package org.fram.cli;

import java.io.PrintWriter;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.fram.schedule.files.ReadPlan;
import org.fram.schedule.risk.RiskModel;
import org.fram.schedule.risk.RiskModel.Range;
import org.fram.schedule.risk.SimulationResult;
import org.jspecify.annotations.Nullable;

/// What a simulation gave, for the terminal.
///
/// @param by the date whose probability was asked for, or null
record SimulationSummary(
        ReadPlan read,
        RiskModel model,
        SimulationResult result,
        @Nullable LocalDateTime by,
        Terminal terminal,
        PrintWriter out) {

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
        drivers();
        notes();
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
        read.notes().forEach(note -> out.println(terminal.faint("Note: " + Terminal.safe(note))));
    }

    private static String date(ZonedDateTime date) {
        return date.format(DATE);
    }

    private static String percent(double chance) {
        return String.format(Locale.ROOT, "%.0f %%", chance * 100);
    }
}
