package org.fram.app.sow;

import java.util.List;
import java.util.Map;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.practice.Decision;
import org.fram.app.practice.Decisions;
import org.fram.app.practice.Facts;
import org.fram.app.practice.Practices;
import org.fram.facts.FactsDocument;
import org.fram.facts.Gate;
import org.fram.review.Review;
import org.fram.review.ReviewFacts;
import org.fram.review.ReviewFacts.Spot;
import org.fram.rules.Catalogue;
import org.fram.rules.Circumstances;
import org.fram.rules.Explanation;
import org.fram.rules.Finding;
import org.fram.rules.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the practices find in a statement of work. Is asked within a transaction, and rests on what whoever asks may
/// see.
@Component
public class SowFindings {

    private final Facts facts;
    private final DraftFacts drafts;
    private final Practices practices;
    private final Decisions decisions;

    SowFindings(Facts facts, DraftFacts drafts, Practices practices, Decisions decisions) {
        this.facts = facts;
        this.drafts = drafts;
        this.practices = practices;
        this.decisions = decisions;
    }

    /// What was found.
    ///
    /// @param findings the heaviest first, the waived ones among them
    /// @param decisions what people decided about findings
    /// @param notEvaluated how many practices could not be told
    /// @param facts on which it rests
    public record Found(List<Placed> findings, List<Decision> decisions, int notEvaluated, FactsDocument facts) {

        /// How many findings nobody has waived.
        public int open() {
            return (int) findings.stream()
                    .filter(one -> one.finding().waiver() == null)
                    .count();
        }
    }

    /// A finding, and where what it is about stands in the document.
    ///
    /// @param spot null where it is about the whole
    public record Placed(Finding finding, @Nullable Spot spot) {}

    /// In what would be signed today.
    public Found inDraft(EngagementId engagement, StatementOfWork statement) {
        return found(engagement, statement, drafts.draft(statement));
    }

    /// The same where its obligations are at hand.
    public Found inDraft(EngagementId engagement, StatementOfWork statement, List<Obligation> all) {
        return found(engagement, statement, drafts.draft(statement, all));
    }

    /// In the document as it stands, as if all were accepted that nobody has decided on yet.
    public Found inDocument(EngagementId engagement, StatementOfWork statement, List<Obligation> all) {
        return found(engagement, statement, drafts.document(statement, all));
    }

    /// How the verdict of a practice on the draft came about.
    ///
    /// @throws org.fram.rules.UnusableFileException where there is no such practice
    public Explanation explain(StatementOfWork statement, String practice) {
        return Catalogue.standard()
                .explain(
                        practice,
                        drafts.of(facts, statement, drafts.draft(statement)),
                        Circumstances.on(facts.today(statement.engagement())));
    }

    /// What the practices that are asked at the signature say of what would be signed today.
    ///
    /// @param all its obligations, whatever was decided about them
    List<Verdict> atSignature(EngagementId engagement, StatementOfWork statement, List<Obligation> all) {
        var known = drafts.of(facts, statement, drafts.draft(statement, all));
        return practices
                .check(
                        known,
                        facts.today(engagement),
                        decisions.about(engagement, statement.id().value()))
                .verdicts(Gate.SIGN, Catalogue.standard());
    }

    private Found found(EngagementId engagement, StatementOfWork statement, Review living) {
        var known = drafts.of(facts, statement, living);
        var decided = decisions.about(engagement, statement.id().value());
        var checked = practices.check(known, facts.today(engagement), decided);
        Map<String, Spot> spots = ReviewFacts.spots(living);
        return new Found(
                checked.findings(null).stream()
                        .map(finding -> new Placed(finding, spots.get(finding.item())))
                        .toList(),
                decided,
                (int) checked.verdicts().stream()
                        .filter(verdict -> verdict.standing() == Verdict.Standing.NOT_EVALUATED)
                        .count(),
                known);
    }
}
