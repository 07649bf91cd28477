package org.fram.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import org.fram.schedule.Timetable.Window;
import org.jspecify.annotations.Nullable;

/// The critical path method on calendars: earliest dates by one pass along the links, latest dates by one
/// pass back.
///
/// The work is linear in activities and links. Resources give calendars, but their amount is not looked at.
///
/// - What is done stays where it was. What is in progress resumes after its links (and the status date, where
/// the plan moves what is not done); its start stays.
/// - A lag passes on the calendar that its link names. A finish that falls into free time stays there.
/// - Float is counted in working minutes of the activity's own calendar.
/// - A summary spans its parts; its float is the least of theirs. A link from the *start* of a summary counts
/// from the earliest start that its own links and constraint allow.
///
/// Source: J. E. Kelley and M. R. Walker, *Critical-path planning and scheduling*, 1959; precedence relations
/// after B. Roy, *Graphes et ordonnancements*, 1962.
public final class CriticalPath {

    private CriticalPath() {}

    /// From where latest dates are counted.
    public enum Ends {
        /// From the finish of the plan: one critical path, or several of the same length.
        PLAN,
        /// From the finish of each activity that nothing waits for: a critical path to each end.
        EACH
    }

    /// When each activity can and must run.
    ///
    /// @throws UnusablePlanException if activities wait for each other, or dates go beyond the year 9999
    public static Timetable of(Plan plan) {
        return of(Network.of(plan), Ends.PLAN);
    }

    /// When each activity of a plan that is laid out already can and must run.
    public static Timetable of(Network network, Ends ends) {
        return of(network, ends, null);
    }

    /// The same where each node starts no earlier than at an instant of its own; nothing is put later then.
    static Timetable of(Network network, Ends ends, long @Nullable [] delayed) {
        int nodes = network.nodes;
        var remaining = network.remaining();
        var earlyStart = new long[nodes];
        var earlyFinish = new long[nodes];
        long finish = network.forward(remaining, delayed, earlyStart, earlyFinish);
        if (finish >= WorkClock.LAST) {
            throw new UnusablePlanException(
                    "The plan goes beyond the year 9999: look for a length, a lag or a date that is far too large.");
        }

        var end = new long[nodes];
        for (int node = 0; node < nodes; node++) {
            boolean last = network.outFrom[node] == network.outFrom[node + 1];
            end[node] = ends == Ends.EACH && last ? earlyFinish[node] : finish;
        }
        var lateStart = new long[nodes];
        var lateFinish = new long[nodes];
        network.backward(remaining, earlyStart, earlyFinish, end, lateStart, lateFinish);
        var passes = new Passes(network, remaining, earlyStart, earlyFinish, lateStart, lateFinish, finish);
        return passes.timetable(delayed == null);
    }

    /// What the two passes gave, put together.
    private static final class Passes {

        private final Network network;
        private final long[] remaining;
        private final long[] earlyStart;
        private final long[] earlyFinish;
        private final long[] lateStart;
        private final long[] lateFinish;
        private final long[] start;
        private final long[] finish;
        private final long planFinish;

        Passes(
                Network network,
                long[] remaining,
                long[] earlyStart,
                long[] earlyFinish,
                long[] lateStart,
                long[] lateFinish,
                long planFinish) {
            this.network = network;
            this.remaining = remaining;
            this.earlyStart = earlyStart;
            this.earlyFinish = earlyFinish;
            this.lateStart = lateStart;
            this.lateFinish = lateFinish;
            this.planFinish = planFinish;
            this.start = earlyStart.clone();
            this.finish = earlyFinish.clone();
        }

        Timetable timetable(boolean puttingLate) {
            var plan = network.plan;
            var freeFloat = freeFloat(earlyStart, earlyFinish);
            if (puttingLate) {
                putLate();
            }
            int count = plan.activities().size();
            var windows = new Window[count];
            for (int k = 0; k < count; k++) {
                windows[k] = new Window(
                        start[k],
                        finish[k],
                        earlyStart[k],
                        earlyFinish[k],
                        lateStart[k],
                        lateFinish[k],
                        totalFloat(k),
                        freeFloat[k],
                        plan.activities().get(k).complete());
            }
            spanSummaries(windows);
            return new Timetable(
                    new ArrayList<>(Arrays.asList(windows)),
                    WorkClock.instant(plan.start(), plan.zone()),
                    planFinish,
                    plan.zone());
        }

        private long totalFloat(int node) {
            var clock = network.clock[node];
            long atFinish = clock.workAt(lateFinish[node]) - clock.workAt(earlyFinish[node]);
            return network.actualStart[node] != Network.OPEN_BEFORE
                    ? atFinish
                    : Math.min(atFinish, clock.workAt(lateStart[node]) - clock.workAt(earlyStart[node]));
        }

        private long[] freeFloat(long[] from, long[] to) {
            var free = new long[network.nodes];
            for (int node = 0; node < network.nodes; node++) {
                free[node] = freeFloat(node, from, to);
            }
            return free;
        }

        /// How many minutes the node can move before it moves another, or the end of the plan.
        private long freeFloat(int node, long[] from, long[] to) {
            if (network.actualFinish[node] != Network.OPEN_BEFORE) {
                return 0;
            }
            var clock = network.clock[node];
            long finishes = clock.workAt(to[node]);
            long least = clock.workAt(planFinish) - finishes;
            for (int k = network.outFrom[node]; k < network.outFrom[node + 1]; k++) {
                int e = network.outEdge[k];
                int after = network.edgeAfter[e];
                long then = Network.unlagged(
                        network.edgeToStart[e] ? from[after] : to[after], network.edgeLag[e], network.edgeClock[e]);
                least = Math.min(
                        least, clock.workAt(then) - (network.edgeFromFinish[e] ? finishes : clock.workAt(from[node])));
            }
            return least;
        }

        /// Moves what is to be as late as possible by what it can move without moving others.
        private void putLate() {
            for (int position = network.nodes - 1; position >= 0; position--) {
                int node = network.order[position];
                if (node >= network.end.length || network.end[node] != node) {
                    continue;
                }
                var activity = network.plan.activities().get(node);
                if (activity.constraint().kind() != Constraint.Kind.AS_LATE_AS_POSSIBLE || activity.begun()) {
                    continue;
                }
                long later = Math.min(freeFloat(node, start, finish), totalFloat(node));
                if (later > 0) {
                    var clock = network.clock[node];
                    long work = clock.workAt(earlyStart[node]) + later;
                    start[node] = clock.startAt(work);
                    finish[node] = remaining[node] == 0 ? start[node] : clock.finishAt(work + remaining[node]);
                }
            }
        }

        /// Parts stand anywhere in the plan, so each hands its window up to all its summaries.
        private void spanSummaries(Window[] windows) {
            var activities = network.plan.activities();
            var spans = new Window[windows.length];
            for (int k = 0; k < windows.length; k++) {
                if (network.end[k] != k) {
                    continue;
                }
                for (int up = activities.get(k).parent();
                        up != Plan.NONE;
                        up = activities.get(up).parent()) {
                    spans[up] = spans[up] == null ? windows[k] : spans[up].spanning(windows[k]);
                }
            }
            for (int k = 0; k < windows.length; k++) {
                if (spans[k] != null) {
                    windows[k] = spans[k];
                }
            }
        }
    }
}
