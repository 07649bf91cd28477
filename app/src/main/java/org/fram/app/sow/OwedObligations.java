package org.fram.app.sow;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Party;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.engagement.Waiting;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Shortened;
import org.fram.app.platform.texts.Text;
import org.fram.review.ReviewFacts;
import org.springframework.stereotype.Component;

/// The obligations that somebody is to see to: those that are assigned to them, and for a project
/// manager those of their party with a day and with nobody who sees to them.
@Component
class OwedObligations implements Waiting {

    private static final List<Integer> REMINDERS = List.of(14, 3);
    static final Set<Obligation.State> STANDING = EnumSet.of(Obligation.State.PROPOSED, Obligation.State.ACCEPTED);

    private final StatementsOfWork statements;
    private final Obligations obligations;
    private final Engagements engagements;

    OwedObligations(StatementsOfWork statements, Obligations obligations, Engagements engagements) {
        this.statements = statements;
        this.obligations = obligations;
        this.engagements = engagements;
    }

    @Override
    public List<Item> of(Actor.Person me, Member member, EngagementId engagement) {
        var items = new ArrayList<Item>();
        for (var sow : statements.of(engagement)) {
            if (member.does().contains(ProjectRole.PROJECT_MANAGER)) {
                String party = party(engagement, member);
                obligations.of(sow.id()).stream()
                        .filter(one -> me.id().equals(one.assignedTo())
                                || one.assignedTo() == null
                                        && one.state() == Obligation.State.ACCEPTED
                                        && party.equalsIgnoreCase(one.promise().accountable())
                                        && ReviewFacts.day(one.promise().due()) != null)
                        .filter(one -> STANDING.contains(one.state()))
                        .forEach(one -> items.add(item(sow, one)));
            } else {
                obligations.assigned(sow.id(), me.id()).stream()
                        .filter(one -> STANDING.contains(one.state()))
                        .forEach(one -> items.add(item(sow, one)));
            }
        }
        return items;
    }

    private String party(EngagementId engagement, Member member) {
        return engagements.parties(engagement).stream()
                .filter(party -> party.id().equals(member.party()))
                .map(Party::name)
                .findFirst()
                .orElse("");
    }

    private static Item item(StatementOfWork sow, Obligation one) {
        String key = one.assignedTo() == null
                ? "sow.owed.unassigned"
                : one.state() == Obligation.State.PROPOSED ? "sow.owed.undecided" : "sow.owed.obligation";
        return new Item(
                Kind.OWED,
                "obligation " + one.id(),
                Text.of(key, one.code(), Shortened.line(one.promise().text())),
                sow.path() + one.id().place(),
                ReviewFacts.day(one.promise().due()),
                REMINDERS);
    }
}
