package org.fram.app.change;

import java.util.List;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.sow.StatementsOfWork;
import org.fram.review.Comparison;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How far a change is, and what it does. Is asked within a transaction.
@Component
public class WeighingChange {

    private final ProposedChanges changes;
    private final DecidingChange deciding;
    private final OrderingChange ordering;
    private final StatementsOfWork statements;

    WeighingChange(
            ProposedChanges changes, DecidingChange deciding, OrderingChange ordering, StatementsOfWork statements) {
        this.changes = changes;
        this.deciding = deciding;
        this.ordering = ordering;
        this.statements = statements;
    }

    /// How far one is.
    ///
    /// @param parties that have to agree
    /// @param agreed those that do
    /// @param orders change orders that were put up, the earliest first
    /// @param canBeOrdered whether a change order can be put up now
    /// @param impact what it does to the statement of work; null where it comes with no versions
    public record Standing(
            List<PartyId> parties,
            List<PartyId> agreed,
            List<ChangeOrder> orders,
            boolean canBeOrdered,
            @Nullable Impact impact) {

        public Standing {
            parties = List.copyOf(parties);
            agreed = List.copyOf(agreed);
            orders = List.copyOf(orders);
        }
    }

    /// That of a change.
    public Standing of(EngagementId engagement, ProposedChange change) {
        var wording = change.wording();
        return new Standing(
                deciding.parties(engagement),
                deciding.agreed(engagement, change),
                changes.orders(engagement).stream()
                        .filter(order -> order.change().equals(change.id()))
                        .toList(),
                ordering.refuse(engagement, change).isEmpty(),
                wording == null
                        ? null
                        : Impact.of(Comparison.of(
                                statements.read(wording.sow(), wording.from()).review(),
                                statements.read(wording.sow(), wording.to()).review())));
    }
}
