package org.fram.app.engagement;

import java.time.ZoneId;
import java.util.List;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Membership;
import org.fram.app.platform.access.Memberships;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// Creating an engagement. Whoever creates it owns it, as a member of the first party.
@Component
public class CreatingEngagement {

    private final Transactions transactions;
    private final Engagements engagements;
    private final Memberships memberships;

    CreatingEngagement(Transactions transactions, Engagements engagements, Memberships memberships) {
        this.transactions = transactions;
        this.engagements = engagements;
        this.memberships = memberships;
    }

    /// What came of it.
    public sealed interface Outcome {

        record Created(EngagementId id, PartyId firstParty) implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// What one says of a new engagement.
    ///
    /// @param partyName the organisation of whoever creates it
    public record Wish(String name, Kind kind, String partyName, Side side, ZoneId timeZone) {}

    /// Creates it, or says why that cannot be.
    public Outcome create(Actor.Person founder, Wish wish) {
        var refusal =
                EngagementRules.refuseName(wish.name()).or(() -> EngagementRules.refusePartyName(wish.partyName()));
        return refusal.<Outcome>map(Outcome.Refused::new).orElseGet(() -> create(founder, wish, EngagementId.next()));
    }

    private Outcome create(Actor.Person founder, Wish wish, EngagementId id) {
        var party = new Party(PartyId.next(), wish.partyName().strip(), wish.side(), List.of(), 0);
        var engagement =
                new Engagement(id, wish.name().strip(), wish.kind(), "", null, null, null, null, wish.timeZone(), 0);
        transactions.run(founder, () -> {
            engagements.add(engagement, founder.id());
            engagements.add(id, party);
            memberships.add(new Membership(id, party.id(), founder.id(), Role.OWNER));
        });
        return new Outcome.Created(id, party.id());
    }
}
