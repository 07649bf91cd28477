package org.fram.app.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fram.app.plan.PlanChanges.Snapshot;
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

/// Deciding about a levelled plan: its dates are taken over, or the plan stays as it is. Taken over, activities
/// start no earlier than at the dates that were found; each of these changes is in the history of its activity.
@Component
public class DecidingLevelling {

    private final Transactions transactions;
    private final Authority authority;
    private final Plans plans;
    private final PlanChanges changes;
    private final Levellings levellings;
    private final Ledger ledger;

    DecidingLevelling(
            Transactions transactions,
            Authority authority,
            Plans plans,
            PlanChanges changes,
            Levellings levellings,
            Ledger ledger) {
        this.transactions = transactions;
        this.authority = authority;
        this.plans = plans;
        this.changes = changes;
        this.levellings = levellings;
        this.ledger = ledger;
    }

    /// What came of it.
    public sealed interface Outcome {

        record Done() implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// What taking it over would change. Is asked within a transaction.
    ///
    /// @throws UnusablePlanException where that would be no plan
    public Difference preview(KeptPlan kept, LevelledPlan levelled) {
        return Difference.of(kept, HoldingBack.with(kept, levelled.starts()));
    }

    /// Takes its dates over, unless the plan was changed since it was levelled.
    public Outcome take(Actor.Person me, EngagementId engagement, UUID levelling) {
        try {
            return transactions.<Outcome>as(me, () -> {
                authority.require(me, Act.CONTRIBUTE, engagement);
                var kept = plans.lock(engagement);
                var found = levellings.newest(engagement).orElse(null);
                if (found == null || !found.id().equals(levelling) || found.outcome() != null) {
                    return new Outcome.Refused(Text.of("plan.levelling.refused.settled"));
                }
                if (found.revision() != kept.standing().revision()) {
                    return new Outcome.Refused(Text.of("plan.levelling.refused.changed"));
                }
                hold(me, kept, found.result().starts());
                plans.touch(engagement, me.id());
                levellings.settle(levelling, Levellings.Outcome.TAKEN, me.id());
                ledger.record(
                        me,
                        engagement,
                        null,
                        Deed.of(
                                "plan-levelled",
                                levelling,
                                Map.of(
                                        "activities", found.result().starts().size(),
                                        "finish", found.result().finish())));
                return new Outcome.Done();
            });
        } catch (UnusablePlanException impossible) {
            return new Outcome.Refused(Text.of("plan.refused.unusable", String.valueOf(impossible.getMessage())));
        }
    }

    /// Leaves the plan as it is.
    public Outcome decline(Actor.Person me, EngagementId engagement, UUID levelling) {
        return transactions.<Outcome>as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var found = levellings.newest(engagement).orElse(null);
            return found != null
                            && found.id().equals(levelling)
                            && levellings.settle(levelling, Levellings.Outcome.DECLINED, me.id())
                    ? new Outcome.Done()
                    : new Outcome.Refused(Text.of("plan.levelling.refused.settled"));
        });
    }

    private void hold(Actor.Person me, KeptPlan kept, List<LevelledPlan.Start> starts) {
        var byId = new HashMap<UUID, PlannedActivity>();
        kept.activities().forEach(one -> byId.put(one.id(), one));
        for (var start : starts) {
            var before = byId.get(start.activity());
            if (before != null) {
                var after = HoldingBack.held(before, start).stored();
                var links = kept.before(before.id());
                plans.store(kept.engagement(), after, links);
                changes.add(
                        kept.engagement(),
                        me.id(),
                        new Snapshot(before, links, List.of()),
                        new Snapshot(after, links, List.of()));
            }
        }
    }
}
