package org.fram.schedule;

import java.util.ArrayDeque;
import java.util.Arrays;

/// The forward pass over many samples at once, for plans whose activities all work on one calendar.
///
/// On one calendar, dates are monotone in the minutes worked before them, so the pass can be made on counts
/// of minutes and only its result needs the calendar. A node's samples stand in a column; a column is used
/// again as soon as nobody waits for its node any more, so that all of them stay near the processor.
///
/// An object is one thread's; a pass allocates nothing.
public final class ColumnPass {

    /// Samples in a column.
    public static final int WIDTH = 256;

    /// Gives the lengths of an activity.
    @FunctionalInterface
    public interface Lengths {

        /// Fills a column.
        ///
        /// @param node below the number of activities
        /// @param column takes [#WIDTH] lengths in working minutes that are still to be done
        void fill(int node, double[] column);
    }

    private final Network network;
    private final long[] planned;
    private final double[] startFrom;
    private final double[] finishFrom;
    private final double[] actualStart;
    private final double[] actualFinish;
    private final double[] mustStart;
    private final double[] mustFinish;
    private final double[][] finish;
    private final double[][] start;
    /// No sample finishes before: dates to which something is bound, some of which lie in free time.
    private final long bounded;
    private final double[] length = new double[WIDTH];
    private final double[] bound = new double[WIDTH];

    /// Prepares passes.
    ///
    /// @throws IllegalArgumentException if the plan has more than one working time
    public ColumnPass(Network network) {
        if (!network.oneClock) {
            throw new IllegalArgumentException("The plan works on several calendars.");
        }
        this.network = network;
        this.planned = network.remaining();
        int nodes = network.nodes;
        var plan = network.plan;
        var clock = nodes == 0 ? null : network.clock[0];
        long moved = plan.status() != null && plan.status().moves()
                ? WorkClock.instant(plan.status().date(), plan.zone())
                : Network.OPEN_BEFORE;
        startFrom = new double[nodes];
        finishFrom = new double[nodes];
        actualStart = new double[nodes];
        actualFinish = new double[nodes];
        mustStart = new double[nodes];
        mustFinish = new double[nodes];
        for (int node = 0; node < nodes && clock != null; node++) {
            startFrom[node] = clock.workAt(earliest(node, moved));
            finishFrom[node] = work(clock, network.finishNoEarlier[node]);
            actualStart[node] = work(clock, network.actualStart[node]);
            actualFinish[node] = work(clock, network.actualFinish[node]);
            mustStart[node] = work(clock, network.mustStart[node]);
            mustFinish[node] = work(clock, network.mustFinish[node]);
        }
        bounded = bounded(moved);
        finish = new double[nodes][];
        start = new double[nodes][];
        place();
    }

    /// Counts of minutes do not tell the end of a free time from its beginning. What takes time ends at the beginning;
    /// what is done, takes no time, or finishes no earlier than on a date is there on that date.
    private long bounded(long moved) {
        long latest = Network.OPEN_BEFORE;
        for (int node = 0; node < network.nodes; node++) {
            boolean begun = network.actualStart[node] != Network.OPEN_BEFORE;
            long date;
            if (network.actualFinish[node] != Network.OPEN_BEFORE) {
                date = network.actualFinish[node];
            } else if (network.mustFinish[node] != Network.OPEN_BEFORE && !begun) {
                date = network.mustFinish[node];
            } else {
                boolean pinned = network.mustStart[node] != Network.OPEN_BEFORE && !begun;
                date = pinned && planned[node] > 0 ? Network.OPEN_BEFORE : network.finishNoEarlier[node];
                if (planned[node] == 0) {
                    date = Math.max(date, pinned ? network.mustStart[node] : earliest(node, moved));
                }
            }
            latest = Math.max(latest, date);
        }
        return latest;
    }

    private long earliest(int node, long moved) {
        return Math.max(Math.max(network.floor[node], moved), network.startNoEarlier[node]);
    }

    private static double work(WorkClock clock, long instant) {
        return instant == Network.OPEN_BEFORE ? Double.NEGATIVE_INFINITY : clock.workAt(instant);
    }

    /// Gives each node the columns that it needs, those of nodes that are done with before it first.
    private void place() {
        var lastUser = new int[network.nodes];
        var rank = new int[network.nodes];
        for (int k = 0; k < network.nodes; k++) {
            rank[network.order[k]] = k;
        }
        var needsStart = new boolean[network.nodes];
        for (int e = 0; e < network.edgeBefore.length; e++) {
            int before = network.edgeBefore[e];
            lastUser[before] = Math.max(lastUser[before], rank[network.edgeAfter[e]]);
            needsStart[before] |= !network.edgeFromFinish[e];
        }
        var endsAt = new int[network.nodes];
        Arrays.fill(endsAt, -1);
        var next = new int[network.nodes];
        var free = new ArrayDeque<double[]>();
        for (int k = 0; k < network.nodes; k++) {
            int node = network.order[k];
            finish[node] = free.isEmpty() ? new double[WIDTH] : free.pop();
            if (needsStart[node]) {
                start[node] = free.isEmpty() ? new double[WIDTH] : free.pop();
            }
            int until = Math.max(k, lastUser[node]);
            next[node] = endsAt[until];
            endsAt[until] = node;
            for (int done = endsAt[k]; done >= 0; done = next[done]) {
                free.push(finish[done]);
                if (needsStart[done]) {
                    free.push(start[done]);
                }
            }
        }
    }

    /// Passes once, over [#WIDTH] samples.
    ///
    /// @param lengths of the activities
    /// @param last takes the finish of the plan of each sample, in minutes worked; [#instant] makes dates of
    /// them
    public void run(Lengths lengths, double[] last) {
        Arrays.fill(last, Double.NEGATIVE_INFINITY);
        int activities = network.plan.activities().size();
        for (int node : network.order) {
            double[] mine = finish[node];
            if (actualFinish[node] != Double.NEGATIVE_INFINITY) {
                Arrays.fill(mine, actualFinish[node]);
                keepStart(node, actualStart[node]);
                raise(last, mine, 0);
                continue;
            }
            if (node < activities && planned[node] > 0) {
                lengths.fill(node, length);
            } else {
                Arrays.fill(length, 0);
            }
            boolean begun = actualStart[node] != Double.NEGATIVE_INFINITY;
            if (mustFinish[node] != Double.NEGATIVE_INFINITY && !begun) {
                Arrays.fill(mine, mustFinish[node]);
                keepStartBefore(node, mine);
            } else if (mustStart[node] != Double.NEGATIVE_INFINITY && !begun) {
                for (int k = 0; k < WIDTH; k++) {
                    mine[k] = mustStart[node] + length[k];
                }
                keepStart(node, mustStart[node]);
            } else {
                follow(node, mine);
                if (begun) {
                    keepStart(node, actualStart[node]);
                } else {
                    keepStartBefore(node, mine);
                }
            }
            raise(last, mine, 0);
        }
    }

    private void follow(int node, double[] mine) {
        // The column may be one of those that it waits for only until their last user, which comes later or is this.
        double[] from = bound;
        Arrays.fill(from, startFrom[node]);
        for (int k = network.inFrom[node]; k < network.inFrom[node + 1]; k++) {
            int e = network.inEdge[k];
            if (network.edgeToStart[e]) {
                raise(from, before(e), (double) network.edgeLag[e]);
            }
        }
        boolean bounded = finishFrom[node] != Double.NEGATIVE_INFINITY;
        for (int k = network.inFrom[node]; k < network.inFrom[node + 1]; k++) {
            bounded |= !network.edgeToStart[network.inEdge[k]];
        }
        for (int k = 0; k < WIDTH; k++) {
            mine[k] = from[k] + length[k];
        }
        if (bounded) {
            for (int k = network.inFrom[node]; k < network.inFrom[node + 1]; k++) {
                int e = network.inEdge[k];
                if (!network.edgeToStart[e]) {
                    raise(mine, before(e), (double) network.edgeLag[e]);
                }
            }
            for (int k = 0; k < WIDTH; k++) {
                mine[k] = Math.max(mine[k], finishFrom[node]);
            }
        }
    }

    private double[] before(int edge) {
        int node = network.edgeBefore[edge];
        return network.edgeFromFinish[edge] ? finish[node] : start[node];
    }

    private static void raise(double[] some, double[] others, double lag) {
        for (int k = 0; k < WIDTH; k++) {
            some[k] = Math.max(some[k], others[k] + lag);
        }
    }

    private void keepStart(int node, double value) {
        if (start[node] != null) {
            Arrays.fill(start[node], value);
        }
    }

    private void keepStartBefore(int node, double[] mine) {
        double[] kept = start[node];
        if (kept != null) {
            for (int k = 0; k < WIDTH; k++) {
                kept[k] = mine[k] - length[k];
            }
        }
    }

    /// The instant at which so many minutes have been worked, in minutes since 1970 in UTC.
    public long instant(double work) {
        return network.nodes == 0
                ? WorkClock.instant(network.plan.start(), network.plan.zone())
                : Math.max(bounded, network.clock[0].finishAt(Math.round(work)));
    }
}
