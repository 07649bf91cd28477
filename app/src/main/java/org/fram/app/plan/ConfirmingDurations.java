package org.fram.app.plan;

import java.util.UUID;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Side;
import org.fram.app.plan.DurationConfirmations.TableSide;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// Confirming how long an activity takes, for the side of those who do the work.
@Component
public class ConfirmingDurations {

    private final Transactions transactions;
    private final Authority authority;
    private final Engagements engagements;
    private final Plans plans;
    private final DurationConfirmations confirmations;

    ConfirmingDurations(
            Transactions transactions,
            Authority authority,
            Engagements engagements,
            Plans plans,
            DurationConfirmations confirmations) {
        this.transactions = transactions;
        this.authority = authority;
        this.engagements = engagements;
        this.plans = plans;
        this.confirmations = confirmations;
    }

    /// What came of it.
    public sealed interface Outcome {

        record Done() implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Confirms a length.
    ///
    /// @param seen how many minutes the page showed
    public Outcome confirm(Actor.Person me, EngagementId engagement, UUID activity, long seen) {
        return transactions.<Outcome>as(me, () -> {
            var mine = authority.require(me, Act.CONTRIBUTE, engagement);
            var one = plans.lock(engagement).find(activity).orElseThrow(NotFoundException::new);
            if (one.core().minutes() != seen) {
                return new Outcome.Refused(Text.of("plan.refused.changedMeanwhile"));
            }
            confirmations.keep(engagement, one, side(engagement, mine.party()), mine.party(), me.id());
            return new Outcome.Done();
        });
    }

    /// Takes back what one's side confirmed.
    public void takeBack(Actor.Person me, EngagementId engagement, UUID activity) {
        transactions.run(me, () -> {
            var mine = authority.require(me, Act.CONTRIBUTE, engagement);
            if (plans.lock(engagement).find(activity).isEmpty()) {
                throw new NotFoundException();
            }
            confirmations.remove(activity, side(engagement, mine.party()));
        });
    }

    /// On which side of the table a party sits. Is asked within a transaction.
    public TableSide side(EngagementId engagement, PartyId party) {
        return engagements.parties(engagement).stream()
                        .anyMatch(one -> one.id().equals(party) && one.side() == Side.BUYER)
                ? TableSide.BUYER
                : TableSide.VENDOR;
    }
}
