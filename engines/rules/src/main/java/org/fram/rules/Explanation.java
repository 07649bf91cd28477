package org.fram.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fram.rules.Trace.Step;
import org.jspecify.annotations.Nullable;

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
    /// @param fault why its items cannot be told, or null
    /// @param items what came of each item: first those that fire, then those that cannot be told, then the rest
    /// @param more how many items are left out
    public record OfCheck(
            Practice.Check check,
            List<String> missing,
            @Nullable String fault,
            List<OfItem> items,
            int more) {
        public OfCheck {
            missing = List.copyOf(missing);
            items = List.copyOf(items);
        }
    }

    /// How one item is decided.
    ///
    /// @param name of the item, as in `o = O-14`; empty where the check is about the whole
    /// @param lines what each part of its expressions gave, indented by two blanks a level
    public record OfItem(String name, boolean fires, List<String> lines) {
        public OfItem {
            lines = List.copyOf(lines);
        }
    }

    static OfCheck of(CompiledCheck check, Evaluation evaluation) {
        var missing = evaluation.missing();
        if (!missing.isEmpty()) {
            return new OfCheck(check.check(), missing, null, List.of(), 0);
        }
        try {
            Object outcome = evaluation.outcomes(null);
            return outcome instanceof Evaluation.Outcomes outcomes
                    ? of(check, evaluation, outcomes)
                    : new OfCheck(check.check(), List.of(), Words.shown(outcome), List.of(), 0);
        } catch (Budget.ExceededException exceeded) {
            return new OfCheck(
                    check.check(),
                    List.of(),
                    exceeded.stopped() ? "it takes too long" : "it goes through too much",
                    List.of(),
                    0);
        }
    }

    private static OfCheck of(CompiledCheck check, Evaluation evaluation, Evaluation.Outcomes outcomes) {
        var items = new ArrayList<OfItem>();
        for (int weight = 0; weight < 3; weight++) {
            for (int i = 0; i < outcomes.items().size() && items.size() < MOST_ITEMS; i++) {
                var result = outcomes.results().get(i);
                int heavy = result == null ? 2 : result instanceof Unknown ? 1 : 0;
                if (heavy == weight) {
                    items.add(item(check, evaluation, outcomes.items().get(i), result instanceof Evaluation.Fired));
                }
            }
        }
        return new OfCheck(
                check.check(), List.of(), null, items, outcomes.items().size() - items.size());
    }

    private static OfItem item(CompiledCheck check, Evaluation evaluation, Object item, boolean fires) {
        var variable = check.check().variable();
        var name = variable == null ? "" : "%s = %s".formatted(variable, Words.label(item));
        Set<String> named = variable == null ? Set.of() : Set.of(variable);
        var lines = new ArrayList<String>();
        var filter = check.filter();
        if (filter != null) {
            var trace = new Trace(named);
            Object wanted = filter.traced().value(evaluation.frame(filter, item, trace));
            if (!Boolean.TRUE.equals(wanted)) {
                lines.add("left out by the filter:");
                write(trace.steps(), 1, lines);
                return new OfItem(name, fires, lines);
            }
        }
        var trace = new Trace(named);
        check.when().traced().value(evaluation.frame(check.when(), item, trace));
        write(trace.steps(), 0, lines);
        return new OfItem(name, fires, lines);
    }

    static void write(List<Step> steps, int depth, List<String> lines) {
        for (var step : steps) {
            lines.add("%s%s  →  %s".formatted("  ".repeat(depth), step.text(), step.value()));
            write(step.parts(), depth + 1, lines);
        }
    }
}
