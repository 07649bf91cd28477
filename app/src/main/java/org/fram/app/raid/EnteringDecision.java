package org.fram.app.raid;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.ledger.Deed;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Entering a decision in the ledger as one that binds. From then on its words stay as they are.
@Component
public class EnteringDecision {

    private final Transactions transactions;
    private final Authority authority;
    private final RaidItems items;
    private final DecisionActs acts;
    private final Engagements engagements;
    private final Ledger ledger;

    EnteringDecision(
            Transactions transactions,
            Authority authority,
            RaidItems items,
            DecisionActs acts,
            Engagements engagements,
            Ledger ledger) {
        this.transactions = transactions;
        this.authority = authority;
        this.items = items;
        this.acts = acts;
        this.engagements = engagements;
        this.ledger = ledger;
    }

    /// Enters it, or says what is missing.
    public RaidOutcome enter(Actor.Person me, EngagementId engagement, UUID id) {
        return transactions.as(me, () -> {
            var mine = authority.require(me, Act.RECORD_DECISION, engagement);
            var decision = items.get(engagement, ThingKind.DECISION, id);
            if (decision.day(DecisionActs.ENTERED) != null) {
                return new RaidOutcome.Refused(Text.of("raid.refused.enteredBefore", decision.ref()));
            }
            if (decision.open() || decision.words("deciders").isEmpty()) {
                return new RaidOutcome.Refused(Text.of("raid.refused.undecided"));
            }
            var today = engagements.today(engagement);
            var outcome = acts.enter(
                    items.register(ThingKind.DECISION),
                    me,
                    engagement,
                    id,
                    new Seen.Version(decision.row().version()),
                    Map.of(DecisionActs.ENTERED, today));
            if (!(outcome instanceof RowOutcome.Done)) {
                return new RaidOutcome.Refused(Text.of("raid.refused.overtaken"));
            }
            ledger.record(
                    me,
                    engagement,
                    decision.isPrivate() ? mine.party() : null,
                    Deed.of("decision-entered", id, what(decision)));
            return new RaidOutcome.Done();
        });
    }

    private static Map<String, @Nullable Object> what(RaidItem decision) {
        var what = new HashMap<String, @Nullable Object>();
        what.put("decision", decision.ref());
        what.put("text", decision.text());
        what.put("deciders", decision.words("deciders"));
        what.put("decided", decision.day("decided"));
        if (!decision.words("reason").isEmpty()) {
            what.put("reason", decision.words("reason"));
        }
        if (!decision.words("options").isEmpty()) {
            what.put("options", decision.words("options"));
        }
        return what;
    }
}
