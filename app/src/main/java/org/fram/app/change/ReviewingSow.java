package org.fram.app.change;

import java.time.LocalDate;
import java.util.Map;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.ledger.Deed;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.texts.Text;
import org.fram.app.sow.SowId;
import org.fram.app.sow.StatementsOfWork;
import org.springframework.stereotype.Component;

/// Noting that both sides went through a statement of work, and when they will again: one that nobody looks at is no
/// longer what both sides do.
@Component
public class ReviewingSow {

    private static final int FARTHEST_YEARS = 5;

    private final Transactions transactions;
    private final Authority authority;
    private final StatementsOfWork statements;
    private final Engagements engagements;
    private final SowReviews reviews;
    private final Ledger ledger;

    ReviewingSow(
            Transactions transactions,
            Authority authority,
            StatementsOfWork statements,
            Engagements engagements,
            SowReviews reviews,
            Ledger ledger) {
        this.transactions = transactions;
        this.authority = authority;
        this.statements = statements;
        this.engagements = engagements;
        this.reviews = reviews;
        this.ledger = ledger;
    }

    /// Notes that it was gone through today.
    ///
    /// @param next the day by which it is gone through again
    public DecidingChange.Outcome review(Actor.Person me, EngagementId engagement, SowId sow, LocalDate next) {
        return transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var statement = statements.get(engagement, sow);
            var today = engagements.today(engagement);
            if (!next.isAfter(today) || next.isAfter(today.plusYears(FARTHEST_YEARS))) {
                return new DecidingChange.Outcome.Refused(Text.of("change.refused.next", FARTHEST_YEARS));
            }
            reviews.add(engagement, new SowReview(sow, today, next, me.id()));
            ledger.record(
                    me,
                    engagement,
                    statement.privateTo(),
                    Deed.of(
                            "sow-reviewed",
                            sow.value(),
                            Map.of("document", statement.title(), "next", next.toString())));
            return new DecidingChange.Outcome.Done();
        });
    }
}
