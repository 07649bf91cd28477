package org.fram.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fram.facts.Gate;
import org.fram.facts.Severity;
import org.fram.rules.Catalogue;
import org.fram.rules.Checked;
import org.fram.rules.Finding;
import org.fram.rules.Verdict;
import org.fram.rules.Verdict.Standing;
import org.jspecify.annotations.Nullable;

/// Findings as text for a terminal: what they come to, each practice that fired with its items, and what could not be
/// told.
final class CheckSummary {

    /// How many findings of one practice are shown, unless all are asked for.
    private static final int SHOWN = 5;

    private final String file;
    private final Catalogue catalogue;
    private final Checked checked;
    private final @Nullable Gate gate;
    private final boolean everything;
    private final Terminal terminal;
    private final PrintWriter out;

    CheckSummary(
            String file,
            Catalogue catalogue,
            Checked checked,
            @Nullable Gate gate,
            boolean everything,
            Terminal terminal,
            PrintWriter out) {
        this.file = file;
        this.catalogue = catalogue;
        this.checked = checked;
        this.gate = gate;
        this.everything = everything;
        this.terminal = terminal;
        this.out = out;
    }

    void print() {
        var verdicts = checked.verdicts(gate, catalogue);
        out.println(terminal.strong(Terminal.safe(file)));
        var open = verdicts.stream().flatMap(verdict -> verdict.open().stream()).toList();
        var line = line(verdicts, open);
        out.println("  " + (count(open, Severity.BLOCKER) == 0 ? line : terminal.alarming(line)));
        checked.remarks().forEach(remark -> paragraph("  Note: ", remark));
        for (var severity : Severity.values()) {
            severity(severity, verdicts);
        }
        waived(verdicts);
        rest("Not evaluated", Standing.NOT_EVALUATED, verdicts);
        rest("Switched off", Standing.SWITCHED_OFF, verdicts);
    }

    private String line(List<Verdict> verdicts, List<Finding> open) {
        return "%s%s, %s, %s; %d of %d practices could not be evaluated."
                .formatted(
                        gate == null ? "" : "At the gate “%s”: ".formatted(Gates.word(gate)),
                        number(count(open, Severity.BLOCKER), "blocker"),
                        number(count(open, Severity.WARNING), "warning"),
                        number(count(open, Severity.INFORMATION), "hint"),
                        verdicts.stream()
                                .filter(verdict -> verdict.standing() == Standing.NOT_EVALUATED)
                                .count(),
                        verdicts.size());
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static String number(long number, String what) {
        return number == 1 ? "1 " + what : "%d %ss".formatted(number, what);
    }

    private void severity(Severity severity, List<Verdict> verdicts) {
        boolean titled = false;
        for (var verdict : verdicts) {
            var mine = verdict.open().stream()
                    .filter(finding -> finding.severity() == severity)
                    .toList();
            if (mine.isEmpty()) {
                continue;
            }
            if (!titled) {
                title(
                        switch (severity) {
                            case BLOCKER -> "Blockers";
                            case WARNING -> "Warnings";
                            case INFORMATION -> "Hints";
                        });
                titled = true;
            }
            practice(verdict, mine);
        }
    }

    private void practice(Verdict verdict, List<Finding> findings) {
        var head = "  %-8s  %s"
                .formatted(
                        verdict.practice(),
                        Terminal.safe(catalogue.known(verdict.practice()).title()));
        out.println(terminal.strong(head));
        var shown = everything || findings.size() <= SHOWN ? findings : findings.subList(0, SHOWN - 1);
        for (var finding : shown) {
            paragraph("            ", finding.message());
        }
        if (shown.size() < findings.size()) {
            out.println("            … and %d more; --all shows them.".formatted(findings.size() - shown.size()));
        }
        // What to do is mostly the same for all items, and then it is said once.
        findings.stream().map(Finding::fix).distinct().limit(SHOWN).forEach(fix -> {
            if (fix != null) {
                paragraph("          → ", fix);
            }
        });
    }

    private void waived(List<Verdict> verdicts) {
        var waived = new ArrayList<Finding>();
        verdicts.forEach(verdict -> verdict.findings().stream()
                .filter(finding -> finding.waiver() != null)
                .forEach(waived::add));
        if (waived.isEmpty()) {
            return;
        }
        title("Waived");
        for (var finding : waived) {
            var waiver = finding.waiver();
            if (waiver != null) {
                paragraph(
                        "  %-8s  ".formatted(finding.practice()),
                        "%s%s lives with it until %s (%s): %s"
                                .formatted(
                                        finding.item().isEmpty() ? "" : finding.item() + ": ",
                                        waiver.by(),
                                        waiver.until(),
                                        waiver.authority(),
                                        waiver.reason()));
            }
        }
    }

    private void rest(String title, Standing standing, List<Verdict> verdicts) {
        var those = verdicts.stream()
                .filter(verdict -> verdict.standing() == standing)
                .toList();
        if (those.isEmpty()) {
            return;
        }
        title(title);
        for (var verdict : those) {
            var because = standing == Standing.NOT_EVALUATED
                    ? "not known: " + String.join(", ", cut(verdict.unknown()))
                    : String.valueOf(verdict.reason());
            paragraph("  %-8s  ".formatted(verdict.practice()), because);
        }
    }

    private List<String> cut(List<String> unknown) {
        if (everything || unknown.size() <= SHOWN) {
            return unknown;
        }
        var some = new ArrayList<>(unknown.subList(0, SHOWN - 1));
        some.add("%d more".formatted(unknown.size() - some.size()));
        return some;
    }

    private void title(String text) {
        out.println();
        out.println(terminal.strong(text.toUpperCase(Locale.ROOT)));
    }

    private void paragraph(String start, String text) {
        var first = start;
        for (var line : Terminal.wrapped(Terminal.safe(text), Math.max(20, terminal.width() - start.length()))) {
            out.println(first + line);
            first = " ".repeat(start.length());
        }
    }
}
