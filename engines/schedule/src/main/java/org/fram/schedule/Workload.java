package org.fram.schedule;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How much of a resource is booked in a period, and how much there is of it.
///
/// An activity books its resources while it works, not while its calendar is free. What is done books nothing any
/// more. There is of a resource what its units come to in the working time of its calendar, or else of the plan's.
///
/// @param booked working minutes of one whole unit
/// @param there working minutes of one whole unit
public record Workload(double booked, double there) {

    private static final double WHOLE = 100;

    /// All of a plan at the dates of a timetable.
    ///
    /// @param bounds instants in ascending order, in minutes since 1970 in UTC; a period is between two of them
    /// @return of each resource, in the order of the plan, one less than there are bounds
    public static List<List<Workload>> of(Network network, Timetable timetable, long... bounds) {
        var plan = network.plan;
        int periods = Math.max(0, bounds.length - 1);
        var booked = new double[plan.resources().size()][periods];
        var remaining = network.remaining();
        for (var assignment : plan.assignments()) {
            int node = assignment.activity();
            if (network.end[node] == node && remaining[node] > 0) {
                var clock = network.clock[node];
                long last = clock.workAt(timetable.windows().get(node).finish());
                for (int k = 0; k < periods; k++) {
                    long from = Math.max(clock.workAt(bounds[k]), last - remaining[node]);
                    long to = Math.min(clock.workAt(bounds[k + 1]), last);
                    booked[assignment.resource()][k] += Math.max(0, to - from) * assignment.units() / WHOLE;
                }
            }
        }
        var clocks = new HashMap<Integer, WorkClock>();
        var all = new ArrayList<List<Workload>>();
        for (int r = 0; r < booked.length; r++) {
            var resource = plan.resources().get(r);
            int calendar = resource.calendar() == Plan.NONE ? plan.defaultCalendar() : resource.calendar();
            var clock = clocks.computeIfAbsent(
                    calendar,
                    position -> new WorkClock(
                            List.of(plan.calendars().get(position)),
                            plan.zone(),
                            plan.start().toLocalDate()));
            var loads = new ArrayList<Workload>();
            for (int k = 0; k < periods; k++) {
                loads.add(new Workload(booked[r][k], there(plan, resource, clock, bounds[k], bounds[k + 1])));
            }
            all.add(loads);
        }
        return all;
    }

    private static double there(Plan plan, Resource resource, WorkClock clock, long from, long to) {
        if (resource.windows().isEmpty()) {
            return (clock.workAt(to) - clock.workAt(from)) * resource.units() / WHOLE;
        }
        double there = 0;
        for (var window : resource.windows()) {
            long begin = Math.max(from, instant(plan, window.from(), from));
            long end = Math.min(to, instant(plan, window.to(), to));
            if (begin < end) {
                there += (clock.workAt(end) - clock.workAt(begin)) * window.units() / WHOLE;
            }
        }
        return there;
    }

    private static long instant(Plan plan, @Nullable LocalDateTime date, long otherwise) {
        return date == null ? otherwise : WorkClock.instant(date, plan.zone());
    }
}
