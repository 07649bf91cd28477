package org.fram.app.raid;

import java.time.LocalDate;
import java.util.HashMap;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.Owners;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Noting an action from whatever page somebody is on: they say what, the rest has its defaults.
@Component
public class NotingAction {

    /// Days within which an action is done where nobody says otherwise.
    public static final int DAYS = 7;

    private static final int LONGEST_FINDING = 200;

    private final Transactions transactions;
    private final Authority authority;
    private final RaidItems items;
    private final RaidLinks links;
    private final Members members;
    private final Engagements engagements;

    NotingAction(
            Transactions transactions,
            Authority authority,
            RaidItems items,
            RaidLinks links,
            Members members,
            Engagements engagements) {
        this.transactions = transactions;
        this.authority = authority;
        this.items = items;
        this.links = links;
        this.members = members;
        this.engagements = engagements;
    }

    /// What somebody wrote.
    ///
    /// @param owner empty for whoever notes it
    /// @param due null for in a week
    /// @param source the path of the page on which it was noted; what is no page of the engagement is
    /// left out
    /// @param finding the practice and its item of which it comes; empty where it comes of none
    public record Wish(String text, String owner, @Nullable LocalDate due, String source, String finding) {}

    /// What came of it.
    public sealed interface Outcome {

        record Noted(RaidItem action) implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Notes it.
    public Outcome note(Actor.Person me, EngagementId engagement, Wish wish) {
        return transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            String text = wish.text().strip();
            if (text.isEmpty()) {
                return new Outcome.Refused(Text.of("raid.refused.text"));
            }
            if (wish.finding().strip().length() > LONGEST_FINDING) {
                return new Outcome.Refused(Text.of("raid.refused.name", LONGEST_FINDING));
            }
            var owner = wish.owner().isBlank()
                    ? members.find(engagement, me.id())
                    : Owners.named(wish.owner(), members.of(engagement));
            if (owner.isEmpty()) {
                return new Outcome.Refused(
                        Text.of("raid.refused.owner", wish.owner().strip()));
            }
            var values = new HashMap<String, @Nullable Object>();
            values.put("text", text);
            values.put("owner", owner.get().name());
            values.put("due", wish.due() == null ? due(engagement) : wish.due());
            String address = EngagementHeads.address(engagement);
            if (isPage(address, wish.source())) {
                values.put("source", wish.source());
            }
            var register = items.register(ThingKind.ACTION);
            return switch (register.acts().add(register, me, engagement, values)) {
                case RowOutcome.Done(var row) -> {
                    var action = new RaidItem(ThingKind.ACTION, row);
                    if (!wish.finding().isBlank()) {
                        links.add(
                                engagement,
                                RaidLinks.link(
                                        action,
                                        Relation.FOLLOWS_FROM,
                                        ThingKind.FINDING,
                                        wish.finding().strip()));
                    }
                    yield new Outcome.Noted(action);
                }
                case RowOutcome.Refused(var reasons) ->
                    new Outcome.Refused(reasons.values().iterator().next());
                case RowOutcome.Overtaken _, RowOutcome.Gone _ ->
                    new Outcome.Refused(Text.of("raid.refused.overtaken"));
            };
        });
    }

    /// The day by which an action is done where nobody says otherwise. Is asked within a transaction.
    public LocalDate due(EngagementId engagement) {
        return engagements.today(engagement).plusDays(DAYS);
    }

    /// Whether a path is one of a page of the engagement.
    public static boolean isPage(String address, String path) {
        return path.equals(address) || path.startsWith(address + "/") && path.matches("[A-Za-z0-9/_.~-]{1,400}");
    }
}
