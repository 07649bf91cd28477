package org.fram.app.raid;

import java.util.UUID;
import java.util.stream.Collectors;
import org.fram.app.engagement.NamedThings;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Saying what an item has to do with another one, or with an obligation, an activity, an order, a
/// change.
@Component
public class LinkingItems {

    private static final int LONGEST = 200;

    private final Transactions transactions;
    private final Authority authority;
    private final RaidItems items;
    private final RaidLinks links;
    private final ObjectProvider<NamedThings> things;

    LinkingItems(
            Transactions transactions,
            Authority authority,
            RaidItems items,
            RaidLinks links,
            ObjectProvider<NamedThings> things) {
        this.transactions = transactions;
        this.authority = authority;
        this.items = items;
        this.links = links;
        this.things = things;
    }

    /// To what somebody links an item.
    ///
    /// @param relation null where somebody chose none that is offered, which is refused; so is the kind
    /// @param name as people call it, such as `O-012`
    public record Wish(
            @Nullable Relation relation, @Nullable ThingKind kind, String name) {}

    /// Links an item to something, or says why that cannot be.
    public RaidOutcome link(Actor.Person me, EngagementId engagement, ThingKind itemKind, UUID itemId, Wish wish) {
        return transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var item = items.get(engagement, itemKind, itemId);
            var relation = wish.relation();
            var kind = wish.kind();
            if (relation == null || kind == null) {
                return new RaidOutcome.Refused(Text.of("raid.refused.choice"));
            }
            String called = wish.name().strip();
            if (called.isEmpty() || called.length() > LONGEST) {
                return new RaidOutcome.Refused(Text.of("raid.refused.name", LONGEST));
            }
            if (!kind.isItem()) {
                return toElsewhere(engagement, item, relation, kind, called);
            }
            var other = items.called(engagement, kind, called).orElse(null);
            if (other == null) {
                return new RaidOutcome.Refused(unknown(kind, called));
            }
            return relation == Relation.LED_TO
                    ? toItem(engagement, other, Relation.FOLLOWS_FROM, item)
                    : toItem(engagement, item, relation, other);
        });
    }

    /// Takes a link away.
    public void unlink(Actor.Person me, EngagementId engagement, UUID link) {
        transactions.run(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            if (!links.remove(engagement, link)) {
                throw new NotFoundException();
            }
        });
    }

    private RaidOutcome toElsewhere(
            EngagementId engagement, RaidItem item, Relation relation, ThingKind kind, String called) {
        boolean known = things.stream().anyMatch(one -> one.kind().equals(kind.code()));
        var found = things.stream()
                .filter(one -> one.kind().equals(kind.code()))
                .flatMap(one -> one.find(engagement, called).stream())
                .findFirst();
        if (known && found.isEmpty()) {
            return new RaidOutcome.Refused(unknown(kind, called));
        }
        links.add(
                engagement,
                RaidLinks.link(
                        item, relation, kind, found.map(NamedThings.Thing::name).orElse(called)));
        return new RaidOutcome.Done();
    }

    private RaidOutcome toItem(EngagementId engagement, RaidItem from, Relation relation, RaidItem to) {
        if (from.row().id().equals(to.row().id())) {
            return new RaidOutcome.Refused(Text.of("raid.refused.itself", from.ref()));
        }
        if (relation == Relation.FOLLOWS_FROM) {
            // Of two who link at once the second one sees what the first one linked.
            links.lock(engagement);
            var way = links.way(engagement, to.row().id(), from.row().id());
            if (!way.isEmpty()) {
                return new RaidOutcome.Refused(Text.of(
                        "raid.refused.circle",
                        from.ref(),
                        to.ref(),
                        way.stream().map(id -> ref(engagement, id)).collect(Collectors.joining(" → "))));
            }
        }
        links.add(
                engagement,
                RaidLinks.link(from, relation, to.kind(), to.row().id().toString()));
        return new RaidOutcome.Done();
    }

    private String ref(EngagementId engagement, UUID id) {
        for (var kind : ThingKind.values()) {
            if (kind.isItem()) {
                var found = items.find(engagement, kind, id);
                if (found.isPresent()) {
                    return found.get().ref();
                }
            }
        }
        return "…";
    }

    private static Text unknown(ThingKind kind, String called) {
        return Text.of("raid.refused.unknown." + kind.code(), called);
    }
}
