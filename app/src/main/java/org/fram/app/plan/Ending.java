package org.fram.app.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.UnusablePlanException;

/// The day on which an activity or a milestone ends, by the plan as it is.
record Ending(PlannedActivity activity, LocalDate day) {

    /// Those of a plan, in the order of the work breakdown; empty where its dates cannot be computed.
    static Optional<List<Ending>> of(KeptPlan kept) {
        try {
            var timetable = CriticalPath.of(kept.plan());
            return Optional.of(IntStream.range(0, kept.activities().size())
                    .filter(k -> kept.activities().get(k).isWork())
                    .mapToObj(k -> new Ending(
                            kept.activities().get(k),
                            timetable.date(timetable.windows().get(k).finish()).toLocalDate()))
                    .toList());
        } catch (UnusablePlanException unusable) {
            return Optional.empty();
        }
    }

    /// Whether it is still to come, or late.
    boolean open() {
        return !activity.core().complete();
    }
}
