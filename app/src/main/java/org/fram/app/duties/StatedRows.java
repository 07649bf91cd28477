package org.fram.app.duties;

import java.util.List;
import java.util.Objects;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.practice.Facts;
import org.fram.facts.SowFacts.RaciRowFact;
import org.springframework.stereotype.Component;

/// The rows that the tables of the statement of work have, whatever people confirmed beside it. Is asked within a
/// transaction.
@Component
public class StatedRows {

    private final Facts facts;

    StatedRows(Facts facts) {
        this.facts = facts;
    }

    /// Those of an engagement, in the order of the document.
    public List<RaciRowFact> of(EngagementId engagement) {
        var sow = facts.upTo(engagement, DutyFacts.ORDER).sow();
        return Objects.requireNonNullElse(sow == null ? null : sow.raci(), List.of());
    }
}
