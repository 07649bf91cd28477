package org.fram.app.plan;

import java.util.Map;
import java.util.UUID;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.ledger.Deed;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.texts.Text;
import org.fram.schedule.UnusablePlanException;
import org.springframework.stereotype.Component;

/// Deciding about a plan that arrived when there is one already: it replaces that, is put together with
/// it, or is not taken.
@Component
public class TakingOver {

    private final Transactions transactions;
    private final Authority authority;
    private final Plans plans;
    private final Arrivals arrivals;
    private final Ledger ledger;

    TakingOver(Transactions transactions, Authority authority, Plans plans, Arrivals arrivals, Ledger ledger) {
        this.transactions = transactions;
        this.authority = authority;
        this.plans = plans;
        this.arrivals = arrivals;
        this.ledger = ledger;
    }

    /// What came of it.
    public sealed interface Outcome {

        record Done() implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// What one that waits would change, in one way or the other.
    public sealed interface Preview {

        record Shown(Difference difference) implements Preview {}

        /// That way there is no plan.
        record Impossible(String why) implements Preview {}
    }

    /// What it would change. Is asked within a transaction.
    ///
    /// @param merging whether the two are put together
    /// @throws org.fram.app.platform.access.NotFoundException where none waits
    public Preview preview(EngagementId engagement, UUID arrival, boolean merging) {
        var kept = plans.get(engagement);
        try {
            return new Preview.Shown(
                    Difference.of(kept, taken(kept, arrival, merging).plan()));
        } catch (UnusablePlanException impossible) {
            return new Preview.Impossible(String.valueOf(impossible.getMessage()));
        }
    }

    /// Takes it over.
    ///
    /// @param merging whether the two are put together
    /// @param seen the revision of the plan that the difference was shown against
    public Outcome take(Actor.Person me, EngagementId engagement, UUID arrival, boolean merging, long seen) {
        return transactions.<Outcome>as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var one = arrivals.get(engagement, arrival);
            var kept = plans.lock(engagement);
            if (one.outcome() != null) {
                return new Outcome.Refused(Text.of("plan.refused.settled"));
            }
            if (kept.standing().revision() != seen) {
                return new Outcome.Refused(Text.of("plan.refused.changedMeanwhile"));
            }
            Takeover.Result taken;
            try {
                taken = taken(kept, arrival, merging);
            } catch (UnusablePlanException impossible) {
                return new Outcome.Refused(Text.of("plan.refused.unusable", String.valueOf(impossible.getMessage())));
            }
            plans.takeOver(engagement, taken, me.id());
            arrivals.settle(arrival, merging ? Arrivals.Outcome.MERGED : Arrivals.Outcome.REPLACED, me.id());
            ledger.record(
                    me,
                    engagement,
                    null,
                    Deed.of(merging ? "plan-merged" : "plan-replaced", arrival, Map.of("document", one.fileName())));
            return new Outcome.Done();
        });
    }

    /// Leaves the plan as it is.
    public Outcome decline(Actor.Person me, EngagementId engagement, UUID arrival) {
        return transactions.<Outcome>as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            arrivals.get(engagement, arrival);
            return arrivals.settle(arrival, Arrivals.Outcome.DECLINED, me.id())
                    ? new Outcome.Done()
                    : new Outcome.Refused(Text.of("plan.refused.settled"));
        });
    }

    private Takeover.Result taken(KeptPlan kept, UUID arrival, boolean merging) {
        var arrived = arrivals.content(arrival).orElseThrow(org.fram.app.platform.access.NotFoundException::new);
        var engagement = kept.engagement();
        return Takeover.of(
                kept,
                plans.gone(engagement),
                plans.fromFile(engagement),
                arrived,
                merging ? Takeover.How.MERGE : Takeover.How.REPLACE);
    }
}
