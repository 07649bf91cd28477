package org.fram.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.fram.rules.Evaluation.Fired;
import org.fram.rules.Evaluation.Outcomes;
import org.fram.rules.Verdict.Standing;
import org.jspecify.annotations.Nullable;

/// Makes the verdict of a practice from what its checks found.
final class Gathering {

    /// So that a field that is absent everywhere does not fill a report.
    private static final int MOST_UNKNOWN = 100;

    private final Practice practice;
    private final Decided decided;
    private final List<Finding> findings = new ArrayList<>();
    private final TreeSet<String> missing = new TreeSet<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private boolean evaluated;

    Gathering(Practice practice, Decided decided) {
        this.practice = practice;
        this.decided = decided;
    }

    void missing(List<String> paths) {
        missing.addAll(paths);
    }

    void add(CompiledCheck check, Object outcome) {
        if (outcome instanceof Unknown reason) {
            unknown("", reason);
            return;
        }
        evaluated = true;
        var outcomes = (Outcomes) outcome;
        for (int i = 0; i < outcomes.items().size(); i++) {
            var result = outcomes.results().get(i);
            if (result == null) {
                continue;
            }
            var item = Words.label(outcomes.items().get(i));
            if (decided.exempt(practice.id(), item) != null) {
                continue;
            }
            if (result instanceof Unknown reason) {
                unknown(item, reason);
            } else if (result instanceof Fired fired) {
                findings.add(finding(check, item, fired));
            }
        }
    }

    private void unknown(String item, Unknown reason) {
        if (reason.fault()) {
            faults.add((item.isEmpty() ? "" : item + ": ") + reason.what());
        } else if (unknown.size() < MOST_UNKNOWN) {
            unknown.add((item.isEmpty() ? "" : item + ": ") + reason.what());
        }
    }

    private Finding finding(CompiledCheck check, String item, Fired fired) {
        var own = check.check().gates();
        return new Finding(
                practice.id(),
                practice.title(),
                fired.severity(),
                item,
                check.list(),
                fired.message(),
                fired.fix(),
                own == null ? practice.gates() : own,
                own == null && practice.always(),
                decided.waiver(practice.id(), item));
    }

    Verdict verdict() {
        var all = new ArrayList<>(missing);
        all.addAll(unknown);
        return new Verdict(practice.id(), standing(), findings, all, reason());
    }

    private @Nullable String reason() {
        return faults.isEmpty() ? null : String.join("; ", faults.subList(0, Math.min(5, faults.size())));
    }

    private Standing standing() {
        if (!findings.isEmpty()) {
            return findings.stream().allMatch(finding -> finding.waiver() != null) ? Standing.WAIVED : Standing.FIRED;
        }
        if (!faults.isEmpty()) {
            return Standing.FAILED;
        }
        // Where one check is quiet and another cannot be told, the practice is not known to be kept.
        return evaluated && missing.isEmpty() && unknown.isEmpty() ? Standing.QUIET : Standing.NOT_EVALUATED;
    }
}
