package org.fram.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A time in which more of a resource is booked than there is.
///
/// An activity books its resources while it works, not while its calendar is free. What is done books
/// nothing any more.
///
/// @param resource position in the plan
/// @param from in minutes since 1970 in UTC
/// @param to exclusive
/// @param booked in hundredths, the most within that time
/// @param there in hundredths, then
public record Overbooking(int resource, long from, long to, int booked, int there) {

    private record Change(long at, int booked, int there) {}

    /// All of a plan at the dates of a timetable, by resource and time.
    public static List<Overbooking> of(Network network, Timetable timetable) {
        var plan = network.plan;
        var changes = new ArrayList<List<Change>>();
        for (var resource : plan.resources()) {
            changes.add(available(plan, resource));
        }
        var remaining = network.remaining();
        for (var assignment : plan.assignments()) {
            int node = assignment.activity();
            if (network.end[node] == node && remaining[node] > 0) {
                book(
                        network.clock[node],
                        timetable.windows().get(node).finish(),
                        remaining[node],
                        assignment.units(),
                        changes.get(assignment.resource()));
            }
        }
        var found = new ArrayList<Overbooking>();
        for (int r = 0; r < changes.size(); r++) {
            sweep(r, changes.get(r), found);
        }
        return found;
    }

    private static List<Change> available(Plan plan, Resource resource) {
        var changes = new ArrayList<Change>();
        if (resource.windows().isEmpty()) {
            changes.add(new Change(Long.MIN_VALUE, 0, resource.units()));
        }
        for (var window : resource.windows()) {
            changes.add(new Change(
                    window.from() == null ? Long.MIN_VALUE : WorkClock.instant(window.from(), plan.zone()),
                    0,
                    window.units()));
            if (window.to() != null) {
                changes.add(new Change(WorkClock.instant(window.to(), plan.zone()), 0, -window.units()));
            }
        }
        return changes;
    }

    private static void book(WorkClock clock, long finish, long work, int units, List<Change> changes) {
        long last = clock.workAt(finish);
        long worked = last - work;
        while (worked < last) {
            long now = clock.startAt(worked);
            long until = clock.workingUntil(now);
            long end = Math.min(until, now + last - worked);
            changes.add(new Change(now, units, 0));
            changes.add(new Change(end, -units, 0));
            worked += end - now;
        }
    }

    private static void sweep(int resource, List<Change> changes, List<Overbooking> found) {
        changes.sort(Comparator.comparingLong(Change::at));
        int booked = 0;
        int there = 0;
        for (int k = 0; k < changes.size(); ) {
            long now = changes.get(k).at();
            for (; k < changes.size() && changes.get(k).at() == now; k++) {
                booked += changes.get(k).booked();
                there += changes.get(k).there();
            }
            if (booked > there && k < changes.size()) {
                found.add(new Overbooking(resource, now, changes.get(k).at(), booked, there));
            }
        }
    }
}
