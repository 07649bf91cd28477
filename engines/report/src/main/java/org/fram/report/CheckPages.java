package org.fram.report;

import static org.fram.report.Phrases.capitalised;
import static org.fram.report.Phrases.counted;
import static org.fram.report.Phrases.joined;
import static org.fram.report.Phrases.word;
import static org.fram.report.Verdict.count;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fram.facts.Gate;
import org.fram.facts.Severity;
import org.fram.report.CheckPage.Explained;
import org.fram.report.CheckPage.Item;
import org.fram.report.CheckPage.Label;
import org.fram.report.CheckPage.Other;
import org.fram.report.CheckPage.Others;
import org.fram.report.CheckPage.PracticeGroup;
import org.fram.report.CheckPage.SeverityGroup;
import org.fram.report.CheckPage.Waived;
import org.fram.report.ReviewPage.Figure;
import org.fram.report.ReviewPage.Section;
import org.fram.rules.Catalogue;
import org.fram.rules.Checked;
import org.fram.rules.Explanation.OfCheck;
import org.fram.rules.Explanation.OfItem;
import org.fram.rules.Finding;
import org.fram.rules.Practice;
import org.fram.rules.Verdict.Standing;
import org.jspecify.annotations.Nullable;

/// Makes the page of what practices say.
final class CheckPages {

    /// Findings of one practice that a page shows; a facts document may have ten thousands of items.
    private static final int MOST_ITEMS = 100;

    /// Items that fire for which a page tells how they came to it.
    private static final int MOST_EXPLAINED = 5;

    /// Facts that are named where something could not be told.
    private static final int MOST_UNKNOWN = 12;

    private final Catalogue catalogue;
    private final Checked checked;
    private final @Nullable Gate gate;
    private final String file;
    private final List<org.fram.rules.Verdict> verdicts;
    private final List<Finding> open;
    private final List<Finding> waived;

    CheckPages(Catalogue catalogue, Checked checked, @Nullable Gate gate, String file) {
        this.catalogue = catalogue;
        this.checked = checked;
        this.gate = gate;
        this.file = file;
        this.verdicts = checked.verdicts(gate, catalogue);
        var all = verdicts.stream()
                .flatMap(verdict -> verdict.findings().stream())
                .collect(Collectors.partitioningBy(finding -> finding.waiver() == null));
        this.open = Objects.requireNonNull(all.get(true));
        this.waived = Objects.requireNonNull(all.get(false));
    }

    CheckPage page() {
        var engagement = checked.facts().engagement();
        var name = engagement == null ? null : engagement.name();
        var others = others();
        return new CheckPage(
                name == null ? file : name,
                verdict(),
                severity(Severity.BLOCKER) > 0 || with(Standing.FAILED) > 0,
                checked.remarks(),
                about(),
                figures(others),
                sections(others),
                findings(),
                waived.stream().map(this::waived).toList(),
                others);
    }

    private int severity(Severity severity) {
        return (int)
                open.stream().filter(finding -> finding.severity() == severity).count();
    }

    private int with(Standing standing) {
        return (int) verdicts.stream()
                .filter(verdict -> verdict.standing() == standing)
                .count();
    }

    private String verdict() {
        int blockers = severity(Severity.BLOCKER);
        int warnings = severity(Severity.WARNING);
        var line = new StringBuilder();
        if (blockers > 0) {
            line.append(gate == null ? "Not in order: " : "The gate “%s” is held: ".formatted(gateWord(gate)))
                    .append(count(blockers, "finding blocks", "findings block"))
                    .append(
                            warnings == 0
                                    ? "."
                                    : ", %s."
                                            .formatted(
                                                    count(warnings, "warning is", "warnings are") + " to be settled"));
        } else if (warnings > 0) {
            line.append("Nothing blocks%s, but %s to be settled."
                    .formatted(
                            gate == null ? "" : " the gate “%s”".formatted(gateWord(gate)),
                            count(warnings, "warning is", "warnings are")));
        } else {
            line.append(
                    with(Standing.QUIET) + with(Standing.WAIVED) == 0
                            ? "The facts do not tell enough for any practice."
                            : "Nothing is the matter, as far as the facts tell.");
        }
        int failed = with(Standing.FAILED);
        if (failed > 0) {
            line.append(" %s.".formatted(count(failed, "practice failed", "practices failed")));
        }
        return line.toString();
    }

    private List<Label> about() {
        var engagement = checked.facts().engagement();
        var kind = engagement == null ? null : engagement.kind();
        return Stream.of(
                        new Label(
                                "Kind", kind == null ? "not known" : word(kind).replace('_', ' ')),
                        new Label("Day", checked.circumstances().today().toString()),
                        new Label("Shown", gate == null ? "all gates" : "the gate “%s”".formatted(gateWord(gate))),
                        new Label("Facts", file))
                .toList();
    }

    private List<Figure> figures(List<Others> others) {
        int blockers = severity(Severity.BLOCKER);
        int warnings = severity(Severity.WARNING);
        int notes = severity(Severity.INFORMATION);
        int fired = with(Standing.FIRED);
        int waivedOnly = with(Standing.WAIVED);
        int quiet = with(Standing.QUIET);
        int unknown = with(Standing.NOT_EVALUATED);
        int failed = with(Standing.FAILED);
        int asked = fired + waivedOnly + quiet + unknown + failed;
        var untold =
                joined(unknown == 0 ? "" : unknown + " not, for want of facts", failed == 0 ? "" : failed + " failed");
        int notFor = with(Standing.NOT_APPLICABLE);
        int off = with(Standing.SWITCHED_OFF);
        return List.of(
                new Figure(
                        "Findings",
                        Integer.toString(open.size()),
                        open.isEmpty()
                                ? "none"
                                : joined(
                                        counted(blockers, "blocker", "blockers"),
                                        counted(warnings, "warning", "warnings"),
                                        counted(notes, "note", "notes")),
                        "findings",
                        blockers > 0,
                        Bar.of(
                                List.of(blockers, warnings, notes),
                                List.of("accent", "mid", "light"),
                                List.of("blockers", "warnings", "notes"))),
                new Figure(
                        "Evaluated",
                        "%d of %d".formatted(asked - unknown - failed, asked),
                        untold.isEmpty() ? "all practices that apply" : untold,
                        target(others, "failed", "unknown"),
                        failed > 0,
                        Bar.of(
                                List.of(fired, waivedOnly, quiet, unknown + failed),
                                List.of("accent", "mid", "ink", "hollow"),
                                List.of("fired", "waived", "quiet", "not evaluated"))),
                new Figure(
                        "Waived",
                        Integer.toString(waived.size()),
                        soonest(),
                        waived.isEmpty() ? "findings" : "waived",
                        false,
                        List.of()),
                new Figure(
                        "Left out",
                        Integer.toString(notFor + off),
                        notFor + off == 0
                                ? "none"
                                : joined(
                                        notFor == 0 ? "" : notFor + " not for this engagement",
                                        off == 0 ? "" : off + " switched off"),
                        target(others, "switched-off", "not-applicable"),
                        false,
                        List.of()));
    }

    private static String target(List<Others> others, String first, String second) {
        return Stream.of(first, second)
                .filter(anchor -> others.stream().anyMatch(one -> one.anchor().equals(anchor)))
                .findFirst()
                .orElse("findings");
    }

    private String soonest() {
        return waived.stream()
                .map(finding -> Objects.requireNonNull(finding.waiver()).until())
                .sorted()
                .findFirst()
                .map(until -> (waived.size() == 1 ? "until " : "the first until ") + until)
                .orElse("none");
    }

    private List<Section> sections(List<Others> others) {
        var sections = new ArrayList<Section>();
        sections.add(new Section("findings", "Findings", open.isEmpty() ? "" : Integer.toString(open.size())));
        if (!waived.isEmpty()) {
            sections.add(new Section("waived", "Waived", Integer.toString(waived.size())));
        }
        others.forEach(one -> sections.add(new Section(
                one.anchor(), one.title(), Integer.toString(one.practices().size()))));
        return List.copyOf(sections);
    }

    // ---- findings

    private List<SeverityGroup> findings() {
        var groups = new ArrayList<SeverityGroup>();
        Set<String> told = new HashSet<>();
        for (var severity : Severity.values()) {
            var practices = new ArrayList<PracticeGroup>();
            for (var verdict : verdicts) {
                var mine = verdict.open().stream()
                        .filter(finding -> finding.severity() == severity)
                        .toList();
                if (!mine.isEmpty()) {
                    practices.add(practice(verdict, mine, told.add(verdict.practice())));
                }
            }
            if (!practices.isEmpty()) {
                groups.add(new SeverityGroup(
                        word(severity),
                        switch (severity) {
                            case BLOCKER -> "Blockers";
                            case WARNING -> "Warnings";
                            case INFORMATION -> "Notes";
                        },
                        severity(severity),
                        "findings-" + word(severity),
                        practices));
            }
        }
        return List.copyOf(groups);
    }

    private PracticeGroup practice(org.fram.rules.Verdict verdict, List<Finding> findings, boolean explained) {
        var practice = catalogue.known(verdict.practice());
        var items = new ArrayList<Item>();
        @Nullable String before = null;
        for (var finding : findings.subList(0, Math.min(MOST_ITEMS, findings.size()))) {
            var fix = Objects.requireNonNullElse(finding.fix(), "");
            items.add(new Item(finding.message(), where(finding), fix.equals(before) ? "" : fix));
            before = fix;
        }
        int more = findings.size() - items.size();
        return new PracticeGroup(
                practice.id(),
                practice.title(),
                findings.size(),
                practice.why(),
                source(practice),
                items,
                more == 0 ? "" : "… and %,d more; the findings as JSON have all of them.".formatted(more),
                explained ? named(verdict.unknown()) : "",
                explained ? how(practice) : List.of());
    }

    private static String where(Finding finding) {
        return joined(finding.item(), Objects.requireNonNullElse(finding.list(), ""));
    }

    private static String source(Practice practice) {
        var gates = practice.always()
                ? "shown at all times"
                : "shown at "
                        + practice.gates().stream().map(CheckPages::gateWord).collect(Collectors.joining(", "));
        return joined(capitalised(practice.source()), gates);
    }

    /// The checks that fired, with the first of the items for which they did.
    private List<Explained> how(Practice practice) {
        return catalogue.explain(practice.id(), checked.facts(), checked.circumstances()).checks().stream()
                .filter(check -> check.items().stream().anyMatch(OfItem::fires))
                .map(CheckPages::explained)
                .toList();
    }

    private static Explained explained(OfCheck check) {
        var variable = check.check().variable();
        return new Explained(
                variable == null
                        ? ""
                        : "%s in %s".formatted(variable, check.check().items()),
                check.check().when(),
                check.items().stream()
                        .filter(OfItem::fires)
                        .limit(MOST_EXPLAINED)
                        .map(CheckPages::steps)
                        .collect(Collectors.joining("\n\n")));
    }

    private static String steps(OfItem item) {
        var steps = String.join("\n", item.lines());
        return item.name().isEmpty()
                ? steps
                : item.name() + "\n" + steps.indent(2).stripTrailing();
    }

    private Waived waived(Finding finding) {
        var waiver = Objects.requireNonNull(finding.waiver());
        return new Waived(
                finding.practice(),
                finding.title(),
                finding.message(),
                "%s lives with it until %s (%s): %s"
                        .formatted(capitalised(waiver.by()), waiver.until(), waiver.authority(), waiver.reason()));
    }

    // ---- practices that found nothing

    private List<Others> others() {
        return Stream.of(
                        others(
                                Standing.FAILED,
                                "failed",
                                "Failed",
                                "An expression went wrong, took too many steps, or too long.",
                                true),
                        others(
                                Standing.NOT_EVALUATED,
                                "unknown",
                                "Not evaluated",
                                "The facts do not tell. This is not the same as fine.",
                                true),
                        others(
                                Standing.SWITCHED_OFF,
                                "switched-off",
                                "Switched off",
                                "Somebody has decided not to ask.",
                                true),
                        others(
                                Standing.NOT_APPLICABLE,
                                "not-applicable",
                                "Not applicable",
                                "For engagements of another kind, or decided not to apply.",
                                false),
                        others(
                                Standing.QUIET,
                                "quiet",
                                "Quiet",
                                "Nothing is the matter, as far as the facts tell.",
                                false))
                .filter(one -> !one.practices().isEmpty())
                .toList();
    }

    private Others others(Standing standing, String anchor, String title, String lead, boolean shown) {
        return new Others(
                anchor,
                title,
                lead,
                shown,
                verdicts.stream()
                        .filter(verdict -> verdict.standing() == standing)
                        .map(verdict -> new Other(
                                verdict.practice(),
                                catalogue.known(verdict.practice()).title(),
                                verdict.unknown().isEmpty()
                                        ? Objects.requireNonNullElse(verdict.reason(), "")
                                        : "Not known: " + named(verdict.unknown())))
                        .toList());
    }

    private static String named(List<String> unknown) {
        int more = unknown.size() - MOST_UNKNOWN;
        return String.join(", ", unknown.subList(0, Math.min(MOST_UNKNOWN, unknown.size())))
                + (more > 0 ? " and %d more".formatted(more) : "");
    }

    private static String gateWord(Gate gate) {
        return word(gate).replace('_', '-');
    }
}
