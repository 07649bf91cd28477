package org.fram.rules;

import java.util.List;
import java.util.Locale;
import org.fram.facts.Gate;
import org.jspecify.annotations.Nullable;

/// What a practice says of the facts of an engagement.
///
/// @param practice its id
/// @param standing what it comes to
/// @param findings what fired, the waived ones among them, in the order of their items
/// @param unknown what could not be told, for want of which fact: paths of the facts document, or items with
/// the field that is absent
/// @param reason why it is switched off or does not apply, or what went wrong, or null
public record Verdict(
        String practice,
        Standing standing,
        List<Finding> findings,
        List<String> unknown,
        @Nullable String reason) {

    public Verdict {
        findings = List.copyOf(findings);
        unknown = List.copyOf(unknown);
    }

    /// What a verdict comes to.
    public enum Standing {
        /// Something is the matter that nobody has waived.
        FIRED,
        /// All that is the matter is waived.
        WAIVED,
        /// Nothing is the matter, as far as the facts tell.
        QUIET,
        /// The facts do not tell; this is not the same as fine.
        NOT_EVALUATED,
        /// The engagement is of another kind, or somebody decided that it does not apply.
        NOT_APPLICABLE,
        /// Somebody has switched it off, with a reason.
        SWITCHED_OFF,
        /// It cost too much, or an expression went wrong.
        FAILED;

        /// As people and files say it, such as `not evaluated`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /// The same with the findings that are shown at the gate. What fired elsewhere only is quiet there.
    Verdict at(Gate gate) {
        var shown = findings.stream().filter(finding -> finding.at(gate)).toList();
        if (shown.size() == findings.size()) {
            return this;
        }
        var there = shown.stream().anyMatch(finding -> finding.waiver() == null)
                ? Standing.FIRED
                : !shown.isEmpty() ? Standing.WAIVED : unknown.isEmpty() ? Standing.QUIET : Standing.NOT_EVALUATED;
        return new Verdict(practice, there, shown, unknown, reason);
    }

    /// The findings that nobody has waived.
    public List<Finding> open() {
        return findings.stream().filter(finding -> finding.waiver() == null).toList();
    }
}
