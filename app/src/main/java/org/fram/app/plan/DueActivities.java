package org.fram.app.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.engagement.Waiting;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.fram.app.practice.Facts;
import org.fram.schedule.Activity;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.UnusablePlanException;
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
        return member.does().contains(ProjectRole.PROJECT_MANAGER)
                ? plans.find(engagement)
                        .map(plan -> items(plan, member, facts.today(engagement)))
                        .orElseGet(List::of)
                : List.of();
    }

    private static List<Item> items(KeptPlan kept, Member member, LocalDate today) {
        try {
            var timetable = CriticalPath.of(kept.plan());
            var last = today.plusWeeks(WEEKS);
            var items = new ArrayList<Item>();
            for (int k = 0; k < kept.activities().size(); k++) {
                var one = kept.activities().get(k);
                if (one.core().kind() == Activity.Kind.SUMMARY
                        || one.core().complete()
                        || !member.party().equals(one.additions().party())) {
                    continue;
                }
                var ends = timetable.date(timetable.windows().get(k).finish()).toLocalDate();
                if (!ends.isAfter(last)) {
                    items.add(new Item(
                            Kind.OWED,
                            "activity " + one.id(),
                            Text.of("plan.owed", one.code(), one.core().name()),
                            "plan/activities/" + one.id(),
                            ends,
                            List.of()));
                }
            }
            return items;
        } catch (UnusablePlanException unusable) {
            return List.of();
        }
    }
}
