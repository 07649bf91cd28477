package org.fram.app.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.engagement.ShapingEngagement;
import org.fram.app.engagement.Side;
import org.fram.app.engagement.Terms;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.ledger.Deed;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// An executive's word on the target date: they accept how likely it is, or want another one.
///
/// An executive is somebody of the customer who sponsors the engagement or sits in its steering
/// committee, and may decide in it. What they accept is bound to what they were shown: other figures are
/// refused, and once the date is less likely than it was, the acceptance is void.
@Component
public class AcceptingDate {

    private static final Set<ProjectRole> EXECUTIVES = Set.of(ProjectRole.SPONSOR, ProjectRole.STEERING_COMMITTEE);
    private static final int LONGEST_REASON = 2_000;

    private final Transactions transactions;
    private final Authority authority;
    private final Engagements engagements;
    private final Members members;
    private final Simulations simulations;
    private final Acceptances acceptances;
    private final ShapingEngagement shaping;
    private final Ledger ledger;

    AcceptingDate(
            Transactions transactions,
            Authority authority,
            Engagements engagements,
            Members members,
            Simulations simulations,
            Acceptances acceptances,
            ShapingEngagement shaping,
            Ledger ledger) {
        this.transactions = transactions;
        this.authority = authority;
        this.engagements = engagements;
        this.members = members;
        this.simulations = simulations;
        this.acceptances = acceptances;
        this.shaping = shaping;
        this.ledger = ledger;
    }

    /// What came of it.
    public sealed interface Outcome {

        record Done() implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// What there is to accept; empty without a target date or a simulation. Is asked within a
    /// transaction.
    public Optional<ShownDate> shown(EngagementId engagement) {
        var target = engagements.get(engagement).targetGoLive();
        return target == null
                ? Optional.empty()
                : simulations.newest(engagement).map(newest -> ShownDate.of(target, newest));
    }

    /// Accepts how likely the date is.
    ///
    /// @param seen the digest of what was shown
    public Outcome accept(Actor.Person me, EngagementId engagement, String seen, String reason) {
        return transactions.<Outcome>as(me, () -> {
            var mine = authority.require(me, Act.ACCEPT_DATE, engagement);
            if (!isExecutive(me, engagement)) {
                return new Outcome.Refused(Text.of("plan.refused.executive"));
            }
            var shown = shown(engagement).orElse(null);
            if (shown == null || !shown.sha256().equals(seen)) {
                return new Outcome.Refused(Text.of("plan.refused.shownOther"));
            }
            String why = reason.strip();
            if (why.length() > LONGEST_REASON) {
                return new Outcome.Refused(Text.of("plan.refused.reason", LONGEST_REASON));
            }
            var id = Ids.next();
            acceptances.add(engagement, id, shown, why.isEmpty() ? null : why, mine.party(), me.id());
            var what = new HashMap<String, @Nullable Object>();
            what.put("date", shown.target());
            what.put("probability", shown.percent() + " %");
            what.put("p50", shown.p50());
            what.put("p80", shown.p80());
            what.put("shown", seen);
            what.put("reason", why);
            ledger.record(me, engagement, null, Deed.of("date-accepted", id, what));
            return new Outcome.Done();
        });
    }

    /// Sets another target date, as an act of the engagement.
    ///
    /// @param seen the version of the engagement that was shown
    public Outcome retarget(Actor.Person me, EngagementId engagement, LocalDate target, int seen) {
        var now = transactions.as(me, () -> {
            authority.require(me, Act.SHAPE, engagement);
            return engagements.get(engagement);
        });
        var terms = new Terms(
                now.name(),
                now.kind(),
                now.summary(),
                now.sourcing(),
                now.seats(),
                now.peakSeats(),
                target,
                now.timeZone(),
                seen);
        return shaping.change(me, engagement, terms) instanceof ShapingEngagement.Outcome.Refused(var reason)
                ? new Outcome.Refused(reason)
                : new Outcome.Done();
    }

    /// Whether somebody may accept a date. Is asked within a transaction.
    public boolean isExecutive(Actor.Person person, EngagementId engagement) {
        var customers = engagements.parties(engagement).stream()
                .filter(party -> party.side() == Side.BUYER)
                .map(party -> party.id())
                .toList();
        return authority.may(person, Act.ACCEPT_DATE, engagement)
                && members.of(engagement).stream()
                        .anyMatch(member -> member.person().equals(person.id())
                                && customers.contains(member.party())
                                && member.does().stream().anyMatch(EXECUTIVES::contains));
    }
}
