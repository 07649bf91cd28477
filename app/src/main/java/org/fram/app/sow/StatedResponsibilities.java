package org.fram.app.sow;

import java.util.List;
import java.util.Objects;
import org.fram.app.platform.access.EngagementId;
import org.fram.facts.SowFacts.RaciRowFact;
import org.fram.review.ReviewFacts;
import org.springframework.stereotype.Component;

/// What the tables of responsibilities say that stand in statements of work, whatever people agreed
/// since. Is asked within a transaction.
@Component
public class StatedResponsibilities {

    private final StatementsOfWork statements;
    private final DraftFacts drafts;

    StatedResponsibilities(StatementsOfWork statements, DraftFacts drafts) {
        this.statements = statements;
        this.drafts = drafts;
    }

    /// The rows of the one that was begun last, of those that whoever asks may see; none where there is
    /// none.
    public List<RaciRowFact> of(EngagementId engagement) {
        var all = statements.of(engagement);
        if (all.isEmpty()) {
            return List.of();
        }
        var sow = ReviewFacts.of(drafts.document(all.getLast())).sow();
        return Objects.requireNonNullElse(sow == null ? null : sow.raci(), List.of());
    }
}
