package org.fram.report;

import fram.pages.report.JtehealthGenerated;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fram.report.HealthPage.Concern;
import org.fram.report.HealthPage.Figure;
import org.fram.schedule.files.ReadPlan;
import org.fram.schedule.health.Health;
import org.fram.schedule.health.Health.Check;
import org.fram.schedule.health.Health.Verdict;
import org.fram.schedule.health.HealthLimits.Limit;
import org.fram.schedule.health.HealthLimits.Unit;

/// A plan's health as one self-contained HTML page, in the look of [ReviewReport].
public final class HealthReport {

    private static final int CONCERNS = 100;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private HealthReport() {}

    /// The page.
    public static String html(ReadPlan read, Health health) {
        var output = new StringOutput();
        JtehealthGenerated.render(new OwaspHtmlTemplateOutput(output), null, page(read, health), Dress.standard());
        return output.toString();
    }

    static HealthPage page(ReadPlan read, Health health) {
        var checks = health.checks().stream().map(HealthReport::check).toList();
        long failed = health.count(Verdict.FAILED);
        return new HealthPage(
                read.plan().name(),
                verdict(health),
                failed > 0,
                List.of(
                        figure("Passed", health, Verdict.PASSED, false),
                        figure("Failed", health, Verdict.FAILED, failed > 0),
                        figure("Not told", health, Verdict.UNTOLD, false),
                        new Figure(
                                "Status date",
                                health.statusDate() == null ? "none" : DATE.format(health.statusDate()),
                                "up to when progress is known",
                                false)),
                checks,
                checks.stream()
                        .filter(check -> check.verdict().equals("untold"))
                        .toList(),
                notes(read));
    }

    /// What a check measured, for people: `3.1 %`, or `0.97`.
    public static String measured(Check check) {
        var value = check.value();
        return value == null ? "–" : amount(value, check.limit().unit());
    }

    /// What it may amount to, for people: `at most 5 %`.
    public static String threshold(Limit limit) {
        var most = limit.most();
        var least = limit.least();
        return most != null
                ? "at most " + amount(most, limit.unit())
                : least != null ? "at least " + amount(least, limit.unit()) : "";
    }

    /// A verdict in a word.
    public static String word(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case UNTOLD -> "not told";
        };
    }

    private static String amount(double value, Unit unit) {
        return switch (unit) {
            case SHARE -> {
                var percent = String.format(Locale.ROOT, "%.1f", value * 100);
                yield (percent.endsWith(".0") ? percent.substring(0, percent.length() - 2) : percent) + " %";
            }
            case INDEX -> String.format(Locale.ROOT, "%.2f", value);
        };
    }

    private static String verdict(Health health) {
        long failed = health.count(Verdict.FAILED);
        long told = health.checks().size() - health.count(Verdict.UNTOLD);
        return failed == 0
                ? "All %d checks that could be told are passed.".formatted(told)
                : "%d of %d checks that could be told failed.".formatted(failed, told);
    }

    private static Figure figure(String label, Health health, Verdict verdict, boolean alarming) {
        return new Figure(
                label,
                Long.toString(health.count(verdict)),
                "of %d checks".formatted(health.checks().size()),
                alarming);
    }

    private static HealthPage.Check check(Check check) {
        int concerned = check.concerns().size();
        return new HealthPage.Check(
                check.number(),
                check.limit().title(),
                check.limit().question(),
                check.verdict().name().toLowerCase(Locale.ROOT),
                word(check.verdict()),
                measured(check),
                threshold(check.limit()),
                check.reason(),
                concerned,
                check.concerns().stream()
                        .limit(CONCERNS)
                        .map(concern -> new Concern(concern.id(), concern.name(), concern.why()))
                        .toList(),
                concerned > CONCERNS ? "The first %d of %d are shown.".formatted(CONCERNS, concerned) : "");
    }

    private static List<String> notes(ReadPlan read) {
        var notes = new ArrayList<String>();
        notes.add("%d activities and %d links; plan from a file of %s. Dates of what is not done are computed anew."
                .formatted(read.plan().activities().size(), read.plan().links().size(), read.format()));
        notes.addAll(read.notes());
        return notes;
    }
}
