package org.fram.rules;

import java.util.ArrayList;
import java.util.List;
import org.fram.rules.Trace.Step;

/// How a practice comes to its verdict.
///
/// @param checks one for each check of the practice
public record Explanation(Practice practice, Verdict verdict, List<OfCheck> checks) {

    /// So that an explanation of a long list can be read.
    private static final int MOST_ITEMS = 20;

    public Explanation {
        checks = List.copyOf(checks);
    }

    /// How one check is decided.
    ///
    /// @param missing paths of facts for want of which it cannot be told
    /// @param lines what each part of its expressions gave, indented by two blanks a level
    /// @param more how many items are left out
    public record OfCheck(Practice.Check check, List<String> missing, List<String> lines, int more) {
        public OfCheck {
            missing = List.copyOf(missing);
            lines = List.copyOf(lines);
        }
    }

    static OfCheck of(CompiledCheck check, Evaluation evaluation) {
        var missing = evaluation.missing();
        if (!missing.isEmpty()) {
            return new OfCheck(check.check(), missing, List.of(), 0);
        }
        Object outcome = evaluation.outcomes(null);
        if (!(outcome instanceof Evaluation.Outcomes outcomes)) {
            return new OfCheck(check.check(), List.of(), List.of(Words.shown(outcome)), 0);
        }
        var lines = new ArrayList<String>();
        int shown = 0;
        // What fired comes first, then what could not be told, then the rest.
        for (int weight = 0; weight < 3; weight++) {
            for (int i = 0; i < outcomes.items().size() && shown < MOST_ITEMS; i++) {
                var result = outcomes.results().get(i);
                int heavy = result == null ? 2 : result instanceof Unknown ? 1 : 0;
                if (heavy == weight) {
                    shown++;
                    explain(check, evaluation, outcomes.items().get(i), result instanceof Evaluation.Fired, lines);
                }
            }
        }
        return new OfCheck(check.check(), List.of(), lines, outcomes.items().size() - shown);
    }

    private static void explain(
            CompiledCheck check, Evaluation evaluation, Object item, boolean fired, List<String> lines) {
        int depth = 0;
        if (check.check().variable() != null) {
            lines.add("%s = %s%s".formatted(check.check().variable(), Words.label(item), fired ? "  fires" : ""));
            depth = 1;
        }
        var filter = check.filter();
        if (filter != null) {
            var trace = new Trace();
            Object wanted = filter.traced().value(evaluation.frame(filter, item, trace));
            if (!Boolean.TRUE.equals(wanted)) {
                lines.add("%sleft out by the filter:".formatted("  ".repeat(depth)));
                write(trace.steps(), depth + 1, lines);
                return;
            }
        }
        var trace = new Trace();
        check.when().traced().value(evaluation.frame(check.when(), item, trace));
        write(trace.steps(), depth, lines);
    }

    private static void write(List<Step> steps, int depth, List<String> lines) {
        for (var step : steps) {
            lines.add("%s%s  →  %s".formatted("  ".repeat(depth), step.text(), step.value()));
            write(step.parts(), depth + 1, lines);
        }
    }
}
