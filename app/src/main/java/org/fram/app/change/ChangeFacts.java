package org.fram.app.change;

import java.math.BigInteger;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Money;
import org.fram.app.practice.FactSource;
import org.fram.app.signing.SignatureRequest;
import org.fram.facts.FactsDocument;
import org.fram.facts.FactsDocumentBuilder;
import org.fram.facts.MoneyFact;
import org.fram.facts.SowFacts;
import org.fram.facts.SowFacts.ChangeFact;
import org.fram.facts.SowFacts.CostFact;
import org.fram.facts.SowFactsBuilder;
import org.fram.facts.SowFactsCostFactBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Changes, what they would cost, and when the statement of work was last gone through, as their part of the facts.
/// Where nobody keeps changes, nothing is said of them. What is private to a party is no fact of the engagement’s.
@Component
class ChangeFacts implements FactSource {

    /// Behind prices, whose approved amounts say the currency.
    static final int ORDER = 40;

    private final ProposedChanges changes;
    private final SowReviews reviews;
    private final InstantSource clock;

    ChangeFacts(ProposedChanges changes, SowReviews reviews, InstantSource clock) {
        this.changes = changes;
        this.reviews = reviews;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public FactsDocument add(FactsDocument facts, EngagementId engagement) {
        var all = changes.of(engagement).stream()
                .filter(change -> change.row().get("seenBy") == null)
                .toList();
        var reviewed = reviews.last(engagement).orElse(null);
        if (all.isEmpty() && reviewed == null) {
            return facts;
        }
        var before = facts.sow();
        var sow = before == null ? SowFactsBuilder.builder() : SowFactsBuilder.builder(before);
        if (reviewed != null) {
            sow.reviewed(reviewed);
        }
        if (!all.isEmpty()) {
            Map<UUID, ChangeOrder> signed = new HashMap<>();
            changes.orders(engagement).stream()
                    .filter(order -> order.request().state(clock.instant()) == SignatureRequest.State.SIGNED)
                    .forEach(order -> signed.put(order.change(), order));
            sow.changes(all.stream()
                    .map(change -> fact(change, signed.get(change.id())))
                    .toList());
            sow.cost(cost(before, all));
        }
        return FactsDocumentBuilder.builder(facts).sow(sow.build()).build();
    }

    private static ChangeFact fact(ProposedChange change, @Nullable ChangeOrder order) {
        boolean agreed = change.state() == ChangeState.AGREED;
        return new ChangeFact(
                change.ref(),
                change.text(),
                agreed ? change.decided() : null,
                change.state() == ChangeState.REFUSED,
                order == null ? Boolean.TRUE.equals(change.says("elsewhere")) ? change.ref() : null : order.name(),
                change.says("elsewhere"),
                change.words("signedBy").isEmpty() ? null : change.words("signedBy"),
                change.says("mayChange"),
                money(change.price()));
    }

    /// What is pending is what was neither refused nor owed already, and what no price line carries yet; in the
    /// currency that was approved, else in the one that all have.
    private static @Nullable CostFact cost(@Nullable SowFacts before, List<ProposedChange> all) {
        CostFact known = before == null ? null : before.cost();
        var pending = all.stream()
                .filter(change -> change.state() == ChangeState.PROPOSED || change.state() == ChangeState.AGREED)
                .filter(change -> !Boolean.TRUE.equals(change.says("inPrice")))
                .map(ProposedChange::price)
                .filter(Objects::nonNull)
                .map(ChangeFacts::money)
                .filter(Objects::nonNull)
                .toList();
        if (pending.isEmpty()) {
            return known;
        }
        var currencies = pending.stream().map(MoneyFact::currency).distinct().toList();
        var cost = known == null ? SowFactsCostFactBuilder.builder() : SowFactsCostFactBuilder.builder(known);
        var sum = pending.stream()
                .map(one -> BigInteger.valueOf(one.minorUnits()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        if (currencies.size() == 1 && sum.bitLength() < Long.SIZE) {
            cost.pending(new MoneyFact(sum.longValue(), currencies.getFirst()));
        }
        return cost.build();
    }

    private static @Nullable MoneyFact money(Money.@Nullable Sum sum) {
        return sum == null
                ? null
                : new MoneyFact(
                        sum.amount()
                                .movePointRight(sum.currency().getDefaultFractionDigits())
                                .longValue(),
                        sum.currency().getCurrencyCode());
    }
}
