package org.fram.app.plan;

import java.util.List;
import java.util.Set;
import org.fram.app.engagement.Dated;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.fram.schedule.Activity.Kind;
import org.springframework.stereotype.Component;

/// Milestones of the plan, and the days on which its activities end. A plan without dates has none.
@Component
class DatedActivities implements Dated {

    private static final Text MILESTONES = Text.of("plan.calendar.milestones");
    private static final Text ACTIVITIES = Text.of("plan.calendar.activities");

    private final Plans plans;

    DatedActivities(Plans plans) {
        this.plans = plans;
    }

    @Override
    public Set<Text> kinds() {
        return Set.of(MILESTONES, ACTIVITIES);
    }

    @Override
    public List<Entry> of(EngagementId engagement) {
        return plans.find(engagement)
                .flatMap(kept -> Ending.of(kept)
                        .map(endings -> endings.stream()
                                .map(ending -> entry(kept, ending))
                                .toList()))
                .orElse(List.of());
    }

    private static Entry entry(KeptPlan kept, Ending ending) {
        var one = ending.activity();
        boolean milestone = one.core().kind() == Kind.MILESTONE;
        var party = one.additions().party();
        return new Entry(
                "activity " + one.id(),
                milestone ? MILESTONES : ACTIVITIES,
                Text.of(milestone ? "plan.calendar.reached" : "plan.calendar.ends"),
                one.code() + " " + one.core().name(),
                one.path(),
                When.Days.on(ending.day()),
                party == null ? new Whose.Everybody() : new Whose.OfParty(party),
                ending.open() ? Standing.OPEN : Standing.DONE,
                kept.standing().changed());
    }
}
