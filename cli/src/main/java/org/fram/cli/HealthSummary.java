package org.fram.cli;

import java.io.PrintWriter;
import org.fram.report.HealthReport;
import org.fram.schedule.files.ReadPlan;
import org.fram.schedule.health.Health;
import org.fram.schedule.health.Health.Check;
import org.fram.schedule.health.Health.Verdict;

/// A plan's health, for the terminal.
///
/// @param everything whether all activities are shown that a check found
record HealthSummary(ReadPlan read, Health health, boolean everything, Terminal terminal, PrintWriter out) {

    private static final int CONCERNS = 5;

    void print() {
        out.println(terminal.strong(Terminal.safe(read.plan().name())));
        out.println(terminal.faint("%s, %d activities, %s"
                .formatted(
                        read.format(),
                        read.plan().activities().size(),
                        health.statusDate() == null
                                ? "no status date"
                                : "status date " + health.statusDate().toLocalDate())));
        out.println();
        health.checks().forEach(this::line);
        health.checks().stream()
                .filter(check -> check.verdict() == Verdict.FAILED)
                .forEach(this::details);
        out.println();
        out.println("%d passed, %d failed, %d could not be told."
                .formatted(health.count(Verdict.PASSED), health.count(Verdict.FAILED), health.count(Verdict.UNTOLD)));
        read.notes().forEach(note -> out.println(terminal.faint("Note: " + Terminal.safe(note))));
    }

    private void line(Check check) {
        var word = "%-8s".formatted(HealthReport.word(check.verdict()));
        var verdict = switch (check.verdict()) {
            case PASSED -> word;
            case FAILED -> terminal.alarming(word);
            case UNTOLD -> terminal.faint(word);
        };
        out.println("  %2d  %s  %-28s %9s  %s"
                .formatted(
                        check.number(),
                        verdict,
                        check.limit().title(),
                        HealthReport.measured(check),
                        terminal.faint(
                                check.verdict() == Verdict.UNTOLD
                                        ? check.reason()
                                        : HealthReport.threshold(check.limit()))));
    }

    private void details(Check check) {
        out.println();
        out.println(terminal.strong(check.limit().title()));
        out.println("  " + Terminal.safe(check.reason()));
        int shown = everything
                ? check.concerns().size()
                : Math.min(CONCERNS, check.concerns().size());
        check.concerns()
                .subList(0, shown)
                .forEach(concern -> out.println("    %s  %s: %s"
                        .formatted(
                                Terminal.safe(concern.id()),
                                Terminal.safe(concern.name()),
                                Terminal.safe(concern.why()))));
        if (shown < check.concerns().size()) {
            out.println(terminal.faint("    … and %d more; --all shows them."
                    .formatted(check.concerns().size() - shown)));
        }
    }
}
