package org.fram.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fram.facts.EngagementKind;
import org.fram.facts.Gate;
import org.fram.facts.Severity;
import org.jspecify.annotations.Nullable;

/// What experienced people know, as checks over the facts of an engagement.
///
/// @param id stable; findings quote it, and people switch it off by it
/// @param pack id of the pack that it is in
/// @param title what is the matter where it fires, as a heading
/// @param applies the kinds of engagement that it is for
/// @param always whether it is shown at all times, beside its gates
/// @param gates the gates at which it is shown
/// @param source who says so
/// @param why what goes wrong otherwise
/// @param parameters its thresholds, by name
/// @param checks one or more; it fires where any of them does
/// @param place where it stands
public record Practice(
        String id,
        String pack,
        String title,
        Set<EngagementKind> applies,
        boolean always,
        List<Gate> gates,
        String source,
        String why,
        Map<String, Parameter> parameters,
        List<Check> checks,
        Place place) {

    public Practice {
        applies = Set.copyOf(applies);
        gates = List.copyOf(gates);
        checks = List.copyOf(checks);
    }

    /// Whether it, or one of its checks, is shown at the gate.
    public boolean at(Gate gate) {
        return always
                || gates.contains(gate)
                || checks.stream()
                        .anyMatch(
                                check -> check.gates() != null && check.gates().contains(gate));
    }

    /// A threshold.
    ///
    /// @param standard its value where nobody says otherwise; whole or decimal as it is written
    /// @param unit such as days, or null for a bare number
    /// @param about what it is
    public record Parameter(
            double standard, boolean whole, @Nullable String unit, String about) {}

    /// One check: for each item of a list, or for the engagement as a whole, whether something is the matter.
    ///
    /// @param needs paths of facts without which it cannot be told
    /// @param variable what an item is called in the expressions, or null where it is about the whole
    /// @param items the expression that gives the items, or null
    /// @param when the expression that is true where something is the matter
    /// @param message what was seen; expressions stand in braces
    /// @param fix what to do
    /// @param severity fixed, or null where an expression tells it for each item
    /// @param severityExpression gives a word of [Severity], or null
    /// @param gates the gates at which this check is shown, or null where they are those of the practice
    public record Check(
            List<String> needs,
            @Nullable String variable,
            @Nullable String items,
            String when,
            String message,
            @Nullable String fix,
            @Nullable Severity severity,
            @Nullable String severityExpression,
            @Nullable List<Gate> gates) {

        public Check {
            needs = List.copyOf(needs);
            gates = gates == null ? null : List.copyOf(gates);
        }
    }
}
