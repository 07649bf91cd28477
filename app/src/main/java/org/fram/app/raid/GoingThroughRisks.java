package org.fram.app.raid;

import java.time.LocalDate;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Noting that people went through the risks today, or considered a category.
@Component
public class GoingThroughRisks {

    private static final int LONGEST = 400;

    private final Transactions transactions;
    private final Authority authority;
    private final Engagements engagements;
    private final RiskReviews reviews;

    GoingThroughRisks(Transactions transactions, Authority authority, Engagements engagements, RiskReviews reviews) {
        this.transactions = transactions;
        this.authority = authority;
        this.engagements = engagements;
        this.reviews = reviews;
    }

    /// Notes that all risks were gone through today.
    ///
    /// @param kind null where somebody chose nothing that is offered, which is refused
    /// @param stakeholders whether those affected took part
    public RaidOutcome today(
            Actor.Person me, EngagementId engagement, RiskReview.@Nullable Kind kind, boolean stakeholders) {
        return transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            if (kind == null) {
                return new RaidOutcome.Refused(Text.of("raid.refused.choice"));
            }
            reviews.add(engagement, new RiskReview(day(engagement), kind, stakeholders, me.id()));
            return new RaidOutcome.Done();
        });
    }

    /// Notes that a category was considered today and nothing was found.
    ///
    /// @param category null where somebody chose nothing that is offered, which is refused
    /// @param note whom they asked
    public RaidOutcome consider(
            Actor.Person me, EngagementId engagement, @Nullable RiskCategory category, String note) {
        return transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            if (category == null) {
                return new RaidOutcome.Refused(Text.of("raid.refused.choice"));
            }
            String why = note.strip();
            if (why.isEmpty() || why.length() > LONGEST) {
                return new RaidOutcome.Refused(Text.of("raid.refused.note", LONGEST));
            }
            reviews.consider(engagement, new Considered(category, day(engagement), why, me.id()));
            return new RaidOutcome.Done();
        });
    }

    private LocalDate day(EngagementId engagement) {
        return engagements.today(engagement);
    }
}
