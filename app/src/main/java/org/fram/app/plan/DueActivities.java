package org.fram.app.plan;

import java.util.List;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.engagement.Waiting;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.fram.app.practice.Facts;
import org.springframework.stereotype.Component;

/// Activities of a party that end within three weeks or should have ended, for the project managers of that party.
@Component
class DueActivities implements Waiting {

    private static final int WEEKS = 3;

    private final Plans plans;
    private final Facts facts;

    DueActivities(Plans plans, Facts facts) {
        this.plans = plans;
        this.facts = facts;
    }

    @Override
    public List<Item> of(Actor.Person me, Member member, EngagementId engagement) {
        if (!member.does().contains(ProjectRole.PROJECT_MANAGER)) {
            return List.of();
        }
        var last = facts.today(engagement).plusWeeks(WEEKS);
        return plans.find(engagement).flatMap(Ending::of).orElse(List.of()).stream()
                .filter(Ending::open)
                .filter(ending ->
                        member.party().equals(ending.activity().additions().party())
                                && !ending.day().isAfter(last))
                .map(ending -> new Item(
                        Kind.OWED,
                        "activity " + ending.activity().id(),
                        Text.of(
                                "plan.owed",
                                ending.activity().code(),
                                ending.activity().core().name()),
                        ending.activity().path(),
                        ending.day(),
                        List.of()))
                .toList();
    }
}
