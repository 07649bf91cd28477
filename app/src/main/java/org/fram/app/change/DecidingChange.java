package org.fram.app.change;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.agreement.Agreeing;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.Party;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.ledger.Deed;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.notices.Delivery;
import org.fram.app.platform.notices.Notice;
import org.fram.app.platform.notices.NoticeKind;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.platform.texts.Text;
import org.fram.app.sow.Obligations;
import org.fram.app.sow.StatementsOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Weighing a change and deciding about it: that an obligation covers it already, that it is refused, or that one’s
/// party agrees to it. Once both sides agree to the same terms it is agreed.
@Component
public class DecidingChange {

    private static final NoticeKind CHANGES = NoticeKind.chosen("changes", Delivery.AT_ONCE);
    private static final int LONGEST = 2_000;

    private final Transactions transactions;
    private final Authority authority;
    private final ProposedChanges changes;
    private final Register register;
    private final ChangeActs acts;
    private final StatementsOfWork statements;
    private final Obligations obligations;
    private final Engagements engagements;
    private final Members members;
    private final Agreeing agreeing;
    private final Ledger ledger;
    private final Notices notices;
    private final InstantSource clock;

    DecidingChange(
            Transactions transactions,
            Authority authority,
            ProposedChanges changes,
            Register changesRegister,
            ChangeActs acts,
            StatementsOfWork statements,
            Obligations obligations,
            Engagements engagements,
            Members members,
            Agreeing agreeing,
            Ledger ledger,
            Notices notices,
            InstantSource clock) {
        this.transactions = transactions;
        this.authority = authority;
        this.changes = changes;
        this.register = changesRegister;
        this.acts = acts;
        this.statements = statements;
        this.obligations = obligations;
        this.engagements = engagements;
        this.members = members;
        this.agreeing = agreeing;
        this.ledger = ledger;
        this.notices = notices;
        this.clock = clock;
    }

    @Bean
    static NoticeKind changeNotices() {
        return CHANGES;
    }

    /// What came of it.
    public sealed interface Outcome {

        record Done() implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Says between which versions of a statement of work it lies.
    ///
    /// @param wording null for none
    public Outcome word(
            Actor.Person me, EngagementId engagement, String ref, ProposedChange.@Nullable Wording wording) {
        return transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var change = changes.get(engagement, ref);
            if (change.state() != ChangeState.PROPOSED) {
                return new Outcome.Refused(Text.of("change.refused.decided"));
            }
            if (wording != null) {
                statements.get(engagement, wording.sow());
                int newest = statements.versions(wording.sow()).size();
                if (wording.from() < 1 || wording.to() > newest || wording.from() >= wording.to()) {
                    return new Outcome.Refused(Text.of("change.refused.versions", newest));
                }
            }
            changes.word(engagement, change.id(), wording);
            return new Outcome.Done();
        });
    }

    /// Says that it is owed already.
    ///
    /// @param labels of the obligations that cover it
    public Outcome inScope(Actor.Person me, EngagementId engagement, String ref, List<String> labels) {
        return transactions.as(me, () -> {
            authority.require(me, Act.ASK_FOR_SIGNATURES, engagement);
            var known = statements.of(engagement).stream()
                    .flatMap(statement -> obligations.of(statement.id()).stream())
                    .map(one -> one.code())
                    .toList();
            var unknown =
                    labels.stream().filter(label -> !known.contains(label)).toList();
            if (labels.isEmpty()) {
                return new Outcome.Refused(Text.of("change.refused.noObligation"));
            }
            if (!unknown.isEmpty()) {
                return new Outcome.Refused(Text.of("change.refused.unknownObligation", String.join(", ", unknown)));
            }
            return decide(me, engagement, ref, ChangeState.IN_SCOPE, Map.of("inScopeBy", labels));
        });
    }

    /// Refuses it; the reason stays.
    public Outcome refuse(Actor.Person me, EngagementId engagement, String ref, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            return new Outcome.Refused(Text.of("change.refused.reason", LONGEST));
        }
        return transactions.as(me, () -> {
            authority.require(me, Act.ASK_FOR_SIGNATURES, engagement);
            return decide(me, engagement, ref, ChangeState.REFUSED, Map.of("refusal", why));
        });
    }

    /// Agrees to it for one’s party.
    ///
    /// @param seen the digest of the terms that whoever agrees saw
    public Outcome agree(Actor.Person me, EngagementId engagement, String ref, String seen) {
        return transactions.as(me, () -> {
            var mine = authority.require(me, Act.ASK_FOR_SIGNATURES, engagement);
            var change = changes.get(engagement, ref);
            if (change.state() != ChangeState.PROPOSED) {
                return new Outcome.Refused(Text.of("change.refused.decided"));
            }
            if (!change.terms().equals(seen)) {
                return new Outcome.Refused(Text.of("change.refused.other"));
            }
            if (change.row().get("seenBy") != null) {
                return new Outcome.Refused(Text.of("change.refused.private"));
            }
            if (!parties(engagement).contains(mine.party())) {
                return new Outcome.Refused(Text.of("change.refused.party"));
            }
            changes.agree(engagement, change.id(), new Assent(mine.party(), change.terms(), me.id(), clock.instant()));
            ledger.record(
                    me,
                    engagement,
                    null,
                    Deed.of("change-assent", change.id(), Map.of("change", ref, "terms", change.terms())));
            if (agreed(engagement, change).containsAll(parties(engagement))) {
                return decide(me, engagement, ref, ChangeState.AGREED, Map.of());
            }
            tell(me, engagement, change, "change.told.agrees");
            return new Outcome.Done();
        });
    }

    /// The parties that agree to the terms of a change as they are. Is asked within a transaction.
    List<PartyId> agreed(EngagementId engagement, ProposedChange change) {
        return changes.assents(change.id()).stream()
                .filter(assent -> assent.terms().equals(change.terms()))
                .map(Assent::party)
                .filter(parties(engagement)::contains)
                .toList();
    }

    /// The parties that have to agree. Is asked within a transaction.
    List<PartyId> parties(EngagementId engagement) {
        return engagements.parties(engagement).stream()
                .filter(agreeing::has)
                .map(Party::id)
                .toList();
    }

    private Outcome decide(
            Actor.Person me, EngagementId engagement, String ref, ChangeState state, Map<String, Object> more) {
        var change = changes.get(engagement, ref);
        if (change.state() != ChangeState.PROPOSED) {
            return new Outcome.Refused(Text.of("change.refused.decided"));
        }
        var decision = new HashMap<String, @Nullable Object>(more);
        decision.put("state", state.code());
        decision.put("decided", engagements.today(engagement));
        var outcome = acts.decide(
                register,
                me,
                engagement,
                change.id(),
                new Seen.Version(change.row().version()),
                decision);
        return switch (outcome) {
            case RowOutcome.Done _ -> {
                // Whoever sees a private one is of its party.
                PartyId privateTo = change.row().get("seenBy") == null
                        ? null
                        : authority.require(me, Act.SEE, engagement).party();
                ledger.record(
                        me,
                        engagement,
                        privateTo,
                        Deed.of(
                                "change-" + state.code(),
                                change.id(),
                                Map.of(
                                        "change", ref,
                                        "reason", more.getOrDefault("refusal", ""),
                                        "obligations",
                                                String.join(
                                                        ", ",
                                                        more.get("inScopeBy") instanceof List<?> labels
                                                                ? labels.stream()
                                                                        .map(String::valueOf)
                                                                        .toList()
                                                                : List.<String>of()))));
                if (privateTo == null) {
                    tell(me, engagement, change, "change.told." + state.code());
                }
                yield new Outcome.Done();
            }
            case RowOutcome.Refused(var reasons) ->
                new Outcome.Refused(reasons.values().iterator().next());
            case RowOutcome.Overtaken _, RowOutcome.Gone _ -> new Outcome.Refused(Text.of("change.refused.other"));
        };
    }

    /// Tells those who decide, of all parties that have to agree.
    private void tell(Actor.Person me, EngagementId engagement, ProposedChange change, String subject) {
        var parties = parties(engagement);
        for (var member : members.of(engagement)) {
            boolean decides = member.role().compareTo(Act.ASK_FOR_SIGNATURES.least()) >= 0;
            if (decides && parties.contains(member.party()) && !member.person().equals(me.id())) {
                notices.give(Notice.to(
                                member.person(),
                                CHANGES,
                                subject + " " + change.id() + " " + change.terms() + " " + me.id(),
                                Text.of(subject, change.ref()),
                                Text.of("change.told.text", change.text()),
                                EngagementHeads.address(engagement) + "/changes/" + change.ref())
                        .in(engagement));
            }
        }
    }
}
