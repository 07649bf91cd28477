package org.fram.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.LongConsumer;

/// What is still to be done of a plan, laid out on ticks: whole numbers of equal pieces of working time.
///
/// The axis of ticks is the time in which any clock in use works, with all other time cut out; a tick is
/// the longest piece such that every length, lag, date and change of shifts is at the bound of one. So
/// searching for a plan in ticks loses nothing. Where all works on one clock, that clock works in every
/// tick.
public final class Grid {

    /// In place of a tick or a clock: there is none.
    public static final int NONE = -1;

    private static final long MOST_TICKS = 1 << 23;

    /// A link in ticks. The lag passes on a clock, or on [#NONE] where it passes in every tick.
    public record Edge(int before, int after, boolean fromFinish, boolean toStart, int lag, int clock) {}

    /// From a tick on there is so much of a resource, in hundredths.
    public record Step(int from, int units) {}

    /// The ticks in which a clock works.
    public static final class Ticks {

        private final int[] before;
        private final int[] worked;

        private Ticks(int[] before, int[] worked) {
            this.before = before;
            this.worked = worked;
        }

        /// How many of them lie before each tick; one more than there are ticks of the axis.
        public int[] before() {
            return before.clone();
        }

        /// Each of them.
        public int[] worked() {
            return worked.clone();
        }
    }

    private final Network network;
    private final Axis axis;
    private final long tick;
    private final int[] length;
    private final int[] clock;
    private final int[] release;
    private final int[] finishRelease;
    private final int[] startDue;
    private final int[] finishDue;
    private final int[] pinned;
    private final boolean[] open;
    private final List<Edge> edges = new ArrayList<>();
    private final List<List<Step>> capacities = new ArrayList<>();
    private final List<Ticks> clocks = new ArrayList<>();

    private Grid(Network network) {
        this.network = network;
        var layout = new Layout(network);
        this.axis = layout.axis;
        this.tick = layout.tick();
        int nodes = network.nodes;
        length = new int[nodes];
        clock = new int[nodes];
        release = new int[nodes];
        finishRelease = new int[nodes];
        startDue = new int[nodes];
        finishDue = new int[nodes];
        pinned = new int[nodes];
        open = new boolean[nodes];
        for (int node = 0; node < nodes; node++) {
            open[node] = layout.open[node];
            length[node] = Math.toIntExact(layout.remaining[node] / tick);
            clock[node] = axis.clocks.size() == 1 ? NONE : axis.clocks.indexOf(network.clock[node]);
            release[node] = ticks(layout.release[node]);
            finishRelease[node] =
                    layout.finishRelease[node] == Network.OPEN_BEFORE ? 0 : ticks(layout.finishRelease[node]);
            startDue[node] = due(network.startNoLater[node]);
            finishDue[node] = due(network.finishNoLater[node]);
            pinned[node] = layout.pinned[node] == Network.OPEN_BEFORE ? NONE : ticks(layout.pinned[node]);
        }
        for (int e : layout.edges) {
            edges.add(new Edge(
                    network.edgeBefore[e],
                    network.edgeAfter[e],
                    network.edgeFromFinish[e],
                    network.edgeToStart[e],
                    Math.toIntExact(network.edgeLag[e] / tick),
                    network.edgeLag[e] == 0 || axis.clocks.size() == 1
                            ? NONE
                            : axis.clocks.indexOf(network.edgeClock[e])));
        }
        for (var resource : network.plan.resources()) {
            capacities.add(steps(resource));
        }
        if (axis.clocks.size() > 1) {
            int count = Math.toIntExact(axis.end / tick);
            for (int k = 0; k < axis.clocks.size(); k++) {
                clocks.add(axis.ticks(k, tick, count));
            }
        }
    }

    /// Lays out what is still to be done.
    ///
    /// @throws UnusablePlanException if the plan is too long for the fineness of its times
    public static Grid of(Network network) {
        return new Grid(network);
    }

    public Network network() {
        return network;
    }

    /// How many nodes there are. Node `k` is activity `k`; more nodes end summaries.
    public int nodes() {
        return network.nodes;
    }

    /// The nodes in an order in which none comes before what it waits for.
    public int[] order() {
        return network.order.clone();
    }

    /// Working minutes of a tick.
    public long minutes() {
        return tick;
    }

    /// Ticks that a node takes of its clock.
    public int length(int node) {
        return length[node];
    }

    /// Position of the clock of a node, or [#NONE] where it works in every tick.
    public int clock(int node) {
        return clock[node];
    }

    /// All clocks; none where there is but one, which works in every tick.
    public List<Ticks> clocks() {
        return clocks;
    }

    /// The tick before which a node does not start.
    public int release(int node) {
        return release[node];
    }

    /// The tick before which a node does not finish.
    public int finishRelease(int node) {
        return finishRelease[node];
    }

    /// The tick after which it should not start.
    public int startDue(int node) {
        return startDue[node];
    }

    /// The tick after which it should not finish.
    public int finishDue(int node) {
        return finishDue[node];
    }

    /// The tick at which it starts whatever happens, or [#NONE].
    public int pinned(int node) {
        return pinned[node];
    }

    /// Whether it is still to be done.
    public boolean open(int node) {
        return open[node];
    }

    /// The links that still matter.
    public List<Edge> edges() {
        return List.copyOf(edges);
    }

    /// How much there is of a resource from which tick on; the first step is at tick 0.
    public List<Step> capacity(int resource) {
        return capacities.get(resource);
    }

    /// The dates of nodes that start at these ticks, or as soon after as their links allow.
    public Timetable timetable(int[] starts) {
        var delayed = new long[network.nodes];
        for (int node = 0; node < network.nodes; node++) {
            delayed[node] =
                    open[node] && pinned[node] == NONE ? axis.instant(starts[node] * tick) : Network.OPEN_BEFORE;
        }
        return CriticalPath.of(network, CriticalPath.Ends.PLAN, delayed);
    }

    /// The instant of the bound before a tick, in minutes since 1970 in UTC.
    public long instant(int boundary) {
        return axis.instant(boundary * tick);
    }

    private int ticks(long instant) {
        return Math.toIntExact(Math.ceilDiv(axis.at(instant), tick));
    }

    private int due(long instant) {
        return instant == Network.OPEN_AFTER
                ? Integer.MAX_VALUE
                : (int) Math.min(Integer.MAX_VALUE - 1, Math.floorDiv(axis.at(instant), tick));
    }

    private List<Step> steps(Resource resource) {
        if (resource.windows().isEmpty()) {
            return List.of(new Step(0, resource.units()));
        }
        var bounds = new ArrayList<Integer>(List.of(0));
        for (var window : resource.windows()) {
            if (window.from() != null) {
                bounds.add(ticks(WorkClock.instant(window.from(), network.plan.zone())));
            }
            if (window.to() != null) {
                bounds.add(ticks(WorkClock.instant(window.to(), network.plan.zone())));
            }
        }
        var steps = new ArrayList<Step>();
        for (int bound : bounds.stream().sorted().distinct().toList()) {
            int units = 0;
            for (var window : resource.windows()) {
                boolean after =
                        window.from() == null || ticks(WorkClock.instant(window.from(), network.plan.zone())) <= bound;
                boolean before =
                        window.to() == null || bound < ticks(WorkClock.instant(window.to(), network.plan.zone()));
                units += after && before ? window.units() : 0;
            }
            steps.add(new Step(bound, units));
        }
        return steps;
    }

    /// What is to be laid out, in minutes.
    private static final class Layout {

        private final Network network;
        private final Axis axis;
        private final boolean[] open;
        private final long[] remaining;
        private final long[] release;
        private final long[] finishRelease;
        private final long[] pinned;
        private final List<Integer> edges = new ArrayList<>();

        Layout(Network network) {
            this.network = network;
            int nodes = network.nodes;
            var plan = network.plan;
            long begin = Math.max(WorkClock.instant(plan.start(), plan.zone()), network.statusDate());
            open = new boolean[nodes];
            remaining = network.remaining();
            release = new long[nodes];
            finishRelease = network.finishNoEarlier.clone();
            pinned = new long[nodes];
            Arrays.fill(pinned, Network.OPEN_BEFORE);
            long base = begin;
            for (int node = 0; node < nodes; node++) {
                open[node] = network.actualFinish[node] == Network.OPEN_BEFORE;
                release[node] = Math.max(begin, network.startNoEarlier[node]);
                if (open[node] && network.actualStart[node] == Network.OPEN_BEFORE) {
                    pinned[node] = pin(node);
                    base = pinned[node] == Network.OPEN_BEFORE ? base : Math.min(base, pinned[node]);
                }
            }
            keepEdges();
            var used = new LinkedHashSet<WorkClock>();
            for (int node = 0; node < nodes; node++) {
                if (open[node] && remaining[node] > 0) {
                    used.add(network.clock[node]);
                }
            }
            for (int e : edges) {
                if (network.edgeLag[e] != 0) {
                    used.add(network.edgeClock[e]);
                }
            }
            if (used.isEmpty()) {
                used.add(network.clock[0]);
            }
            var clocks = List.copyOf(used);
            axis = new Axis(clocks, base, clocks.size() == 1 ? base : oneAfterTheOther(base));
        }

        private long pin(int node) {
            if (network.mustFinish[node] != Network.OPEN_BEFORE) {
                var working = network.clock[node];
                long finish = network.mustFinish[node];
                return remaining[node] == 0 ? finish : working.startAt(working.workAt(finish) - remaining[node]);
            }
            return network.mustStart[node];
        }

        /// Links from what has happened are dates; those to what is done or bound to a date have no effect.
        private void keepEdges() {
            for (int e = 0; e < network.edgeBefore.length; e++) {
                int before = network.edgeBefore[e];
                int after = network.edgeAfter[e];
                if (!open[after] || pinned[after] != Network.OPEN_BEFORE) {
                    continue;
                }
                long happened = network.edgeFromFinish[e] ? network.actualFinish[before] : network.actualStart[before];
                if (happened == Network.OPEN_BEFORE) {
                    edges.add(e);
                    continue;
                }
                long then = Network.lagged(happened, network.edgeLag[e], network.edgeClock[e]);
                if (network.edgeToStart[e]) {
                    release[after] = Math.max(release[after], then);
                } else {
                    finishRelease[after] = Math.max(finishRelease[after], then);
                }
            }
        }

        /// When all would be done without two activities at once: nothing can take longer.
        private long oneAfterTheOther(long base) {
            var last = new long[] {base};
            dates(instant -> last[0] = Math.max(last[0], instant));
            long now = last[0];
            for (int node : network.order) {
                if (!open[node]) {
                    continue;
                }
                for (int k = network.inFrom[node]; k < network.inFrom[node + 1]; k++) {
                    int e = network.inEdge[k];
                    if (network.edgeLag[e] > 0) {
                        now = Network.lagged(now, network.edgeLag[e], network.edgeClock[e]);
                    }
                }
                var working = network.clock[node];
                now = working.finishAt(working.workAt(now) + remaining[node]);
            }
            return now;
        }

        /// All instants that have to be at the bound of a tick.
        private void dates(LongConsumer dates) {
            for (int node = 0; node < network.nodes; node++) {
                if (!open[node]) {
                    continue;
                }
                dates.accept(release[node]);
                if (finishRelease[node] != Network.OPEN_BEFORE) {
                    dates.accept(finishRelease[node]);
                }
                if (pinned[node] != Network.OPEN_BEFORE) {
                    dates.accept(pinned[node]);
                }
                if (network.startNoLater[node] != Network.OPEN_AFTER) {
                    dates.accept(network.startNoLater[node]);
                }
                if (network.finishNoLater[node] != Network.OPEN_AFTER) {
                    dates.accept(network.finishNoLater[node]);
                }
            }
            for (var resource : network.plan.resources()) {
                for (var window : resource.windows()) {
                    if (window.from() != null) {
                        dates.accept(WorkClock.instant(window.from(), network.plan.zone()));
                    }
                    if (window.to() != null) {
                        dates.accept(WorkClock.instant(window.to(), network.plan.zone()));
                    }
                }
            }
        }

        long tick() {
            var divisor = new long[] {axis.divisor()};
            dates(instant -> divisor[0] = divisor(divisor[0], axis.at(instant)));
            for (int node = 0; node < network.nodes; node++) {
                divisor[0] = divisor(divisor[0], remaining[node]);
            }
            for (int e : edges) {
                divisor[0] = divisor(divisor[0], Math.abs(network.edgeLag[e]));
            }
            long tick = Math.max(1, divisor[0]);
            var length = new long[] {axis.end};
            if (axis.clocks.size() == 1) {
                dates(instant -> length[0] = Math.max(length[0], axis.at(instant)));
                for (int node = 0; node < network.nodes; node++) {
                    length[0] += remaining[node];
                }
                for (int e : edges) {
                    length[0] += Math.max(0, network.edgeLag[e]);
                }
            }
            if (length[0] / tick > MOST_TICKS) {
                throw new UnusablePlanException(
                        "The plan is too long to be levelled in steps of %d minutes. Round its lengths and lags to hours, or level a part of it."
                                .formatted(tick));
            }
            return tick;
        }
    }

    private static long divisor(long a, long b) {
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    /// The time in which any of some clocks works, in minutes from a base, all other time cut out.
    private static final class Axis {

        private final List<WorkClock> clocks;
        private final long base;
        private long end;
        private int size;
        private long[] from = new long[64];
        /// Where each piece begins on the axis.
        private long[] at = new long[65];
        private final List<long[]> working = new ArrayList<>();

        Axis(List<WorkClock> clocks, long base, long last) {
            this.clocks = clocks;
            this.base = base;
            if (clocks.size() > 1) {
                layOut(last);
            }
        }

        private void layOut(long last) {
            long now = base;
            while (now < last) {
                long next = Long.MAX_VALUE;
                var set = new long[(clocks.size() + 63) / 64];
                boolean any = false;
                for (int k = 0; k < clocks.size(); k++) {
                    var one = clocks.get(k);
                    long until = one.workingUntil(now);
                    if (until > now) {
                        set[k / 64] |= 1L << k;
                        any = true;
                        next = Math.min(next, until);
                    } else {
                        next = Math.min(next, one.startAt(one.workAt(now)));
                    }
                }
                next = Math.min(next, Math.max(last, now + 1));
                if (any) {
                    if (size == from.length) {
                        from = Arrays.copyOf(from, size * 2);
                        at = Arrays.copyOf(at, size * 2 + 1);
                    }
                    from[size] = now;
                    at[size + 1] = at[size] + next - now;
                    working.add(set);
                    size++;
                }
                now = next;
            }
            end = at[size];
        }

        /// What divides every stretch between two changes of who works.
        long divisor() {
            long common = 0;
            long run = 0;
            for (int k = 0; k < size; k++) {
                run += at[k + 1] - at[k];
                if (k + 1 == size || !Arrays.equals(working.get(k), working.get(k + 1))) {
                    common = Grid.divisor(common, run);
                    run = 0;
                }
            }
            return common;
        }

        /// Minutes of the axis before an instant; none before its base.
        long at(long instant) {
            if (instant <= base) {
                return 0;
            }
            if (clocks.size() == 1) {
                return clocks.getFirst().workAt(instant) - clocks.getFirst().workAt(base);
            }
            int k = Arrays.binarySearch(from, 0, size, instant);
            int piece = k >= 0 ? k : -k - 2;
            return piece < 0 ? 0 : Math.min(at[piece + 1], at[piece] + instant - from[piece]);
        }

        /// The first instant with so many minutes of the axis before it.
        long instant(long minutes) {
            if (minutes == 0) {
                return base;
            }
            if (clocks.size() == 1) {
                return clocks.getFirst().finishAt(clocks.getFirst().workAt(base) + minutes);
            }
            int k = Arrays.binarySearch(at, 0, size + 1, minutes);
            int piece = Math.min(size, k >= 0 ? k : -k - 1) - 1;
            return from[piece] + minutes - at[piece];
        }

        Ticks ticks(int clock, long tick, int count) {
            var before = new int[count + 1];
            var ticks = new int[count];
            int worked = 0;
            int piece = 0;
            for (int k = 0; k < count; k++) {
                while (at[piece + 1] <= k * tick) {
                    piece++;
                }
                before[k] = worked;
                if ((working.get(piece)[clock / 64] >>> clock & 1) != 0) {
                    ticks[worked++] = k;
                }
            }
            before[count] = worked;
            return new Ticks(before, Arrays.copyOf(ticks, worked));
        }
    }
}
