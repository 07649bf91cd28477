package org.fram.app.sow;

import java.util.List;
import org.fram.app.platform.access.EngagementId;
import org.fram.facts.Severity;
import org.fram.rules.Finding;
import org.fram.rules.Verdict;
import org.springframework.stereotype.Component;

/// The gate before the signature: what holds it, by the practices that are asked there. Is asked within a transaction.
@Component
public class SignGate {

    private final SowFindings findings;
    private final Obligations obligations;

    SignGate(SowFindings findings, Obligations obligations) {
        this.findings = findings;
        this.obligations = obligations;
    }

    /// How a statement of work stands before it.
    ///
    /// @param holding blockers that nobody has waived
    /// @param open what else was found and nobody has waived
    /// @param waived what somebody lives with
    /// @param untold practices that could not be told, and for want of which facts
    public record Standing(List<Finding> holding, List<Finding> open, List<Finding> waived, List<Verdict> untold) {

        /// Whether nothing holds the signature.
        public boolean isOpen() {
            return holding.isEmpty();
        }
    }

    /// How the draft as it would be signed today stands.
    public Standing of(EngagementId engagement, StatementOfWork statement) {
        return of(engagement, statement, obligations.of(statement.id()));
    }

    /// The same where its obligations are at hand.
    public Standing of(EngagementId engagement, StatementOfWork statement, List<Obligation> promised) {
        var verdicts = findings.atSignature(engagement, statement, promised);
        var all = verdicts.stream()
                .flatMap(verdict -> verdict.findings().stream())
                .sorted((one, other) -> one.severity().compareTo(other.severity()))
                .toList();
        return new Standing(
                all.stream()
                        .filter(one -> one.waiver() == null && one.severity() == Severity.BLOCKER)
                        .toList(),
                all.stream()
                        .filter(one -> one.waiver() == null && one.severity() != Severity.BLOCKER)
                        .toList(),
                all.stream().filter(one -> one.waiver() != null).toList(),
                verdicts.stream()
                        .filter(verdict -> verdict.standing() == Verdict.Standing.NOT_EVALUATED)
                        .toList());
    }
}
