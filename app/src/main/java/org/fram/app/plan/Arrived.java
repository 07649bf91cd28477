package org.fram.app.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.fram.app.plan.FromFile.Wait;
import org.fram.app.plan.PlannedActivity.Core;
import org.fram.schedule.Costs;
import org.fram.schedule.Plan;
import org.fram.schedule.WorkCalendar;
import org.jspecify.annotations.Nullable;

/// A plan as it came out of a file, on its way into an engagement. Its calendars have names of their
/// own.
record Arrived(Plan plan, Costs costs) {

    static Arrived of(Plan read, Costs costs) {
        var names = new HashSet<String>();
        var calendars = new ArrayList<WorkCalendar>();
        for (var calendar : read.calendars()) {
            String name = calendar.name();
            for (int k = 2; !names.add(name); k++) {
                name = "%s (%d)".formatted(calendar.name(), k);
            }
            calendars.add(new WorkCalendar(name, calendar.week(), calendar.exceptions()));
        }
        return new Arrived(
                new Plan(
                        read.name(),
                        read.zone(),
                        read.start(),
                        read.status(),
                        calendars,
                        read.defaultCalendar(),
                        read.activities(),
                        read.links(),
                        read.resources(),
                        read.assignments()),
                costs);
    }

    /// What it says of each activity, as many as the plan has.
    List<FromFile> said() {
        var waits = new ArrayList<List<Wait>>();
        plan.activities().forEach(_ -> waits.add(new ArrayList<>()));
        for (var link : plan.links()) {
            waits.get(link.after())
                    .add(new Wait(
                            plan.activities().get(link.before()).id(),
                            link.type(),
                            link.lag(),
                            calendar(link.lagCalendar())));
        }
        var said = new ArrayList<FromFile>();
        for (int k = 0; k < waits.size(); k++) {
            var activity = plan.activities().get(k);
            said.add(new FromFile(Core.of(activity, calendar(activity.calendar())), waits.get(k)));
        }
        return said;
    }

    private @Nullable String calendar(int position) {
        return position == Plan.NONE ? null : plan.calendars().get(position).name();
    }
}
