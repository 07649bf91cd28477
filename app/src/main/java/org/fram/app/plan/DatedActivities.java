package org.fram.app.plan;

import java.util.List;
import java.util.stream.IntStream;
import org.fram.app.engagement.Dated;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.fram.schedule.Activity.Kind;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.Timetable;
import org.fram.schedule.UnusablePlanException;
import org.springframework.stereotype.Component;

/// Milestones of the plan, and the days on which its activities end. A plan without dates has none.
@Component
class DatedActivities implements Dated {

    private final Plans plans;

    DatedActivities(Plans plans) {
        this.plans = plans;
    }

    @Override
    public List<Entry> of(EngagementId engagement) {
        return plans.find(engagement).map(DatedActivities::entries).orElse(List.of());
    }

    private static List<Entry> entries(KeptPlan kept) {
        try {
            var timetable = CriticalPath.of(kept.plan());
            return IntStream.range(0, kept.activities().size())
                    .filter(k -> kept.activities().get(k).isWork())
                    .mapToObj(k -> entry(kept, timetable, k))
                    .toList();
        } catch (UnusablePlanException unusable) {
            // What cannot be computed has no dates.
            return List.of();
        }
    }

    private static Entry entry(KeptPlan kept, Timetable timetable, int k) {
        var one = kept.activities().get(k);
        var window = timetable.windows().get(k);
        boolean milestone = one.core().kind() == Kind.MILESTONE;
        var party = one.additions().party();
        return new Entry(
                "activity " + one.id(),
                Text.of(milestone ? "plan.calendar.milestones" : "plan.calendar.activities"),
                Text.of(milestone ? "plan.calendar.reached" : "plan.calendar.ends"),
                one.code() + " " + one.core().name(),
                "plan/activities/" + one.id(),
                When.Days.on(timetable.date(window.finish()).toLocalDate()),
                party == null ? new Whose.Everybody() : new Whose.OfParty(party),
                window.complete() ? Standing.DONE : Standing.OPEN,
                kept.standing().changed());
    }
}
