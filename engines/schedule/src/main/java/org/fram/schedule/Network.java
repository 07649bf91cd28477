package org.fram.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A plan laid out for computing: nodes, edges between them in an order in which none comes before what it
/// waits for, and clocks. Laid out once, it can be passed through with any durations, by many threads.
///
/// Node `k` is activity `k`. A summary with parts is two nodes, its begin (at the position of the activity)
/// and its end: what it waits for holds back all its parts, and who waits for it waits for all of them.
public final class Network {

    static final long OPEN_BEFORE = Long.MIN_VALUE / 4;
    static final long OPEN_AFTER = Long.MAX_VALUE / 4;

    final Plan plan;
    final int nodes;
    /// The end of a summary; for other activities their own node.
    final int[] end;
    final int[] order;
    /// Edges into node `n` are `inFrom[n]` to `inFrom[n + 1]`, exclusive.
    final int[] inFrom;
    final int[] inEdge;
    final int[] outFrom;
    final int[] outEdge;
    final int[] edgeBefore;
    final int[] edgeAfter;
    final boolean[] edgeFromFinish;
    final boolean[] edgeToStart;
    final long[] edgeLag;
    final WorkClock[] edgeClock;
    final WorkClock[] clock;
    final long[] startNoEarlier;
    final long[] finishNoEarlier;
    final long[] startNoLater;
    final long[] finishNoLater;
    final long[] mustStart;
    final long[] mustFinish;
    final long[] actualStart;
    final long[] actualFinish;
    /// Before which a node does not begin, if nothing else binds it.
    final long[] floor;
    final boolean oneClock;
    private final WorkClock planClock;

    private Network(Plan plan) {
        this.plan = plan;
        int activities = plan.activities().size();
        this.end = ends(plan);
        this.nodes = activities
                + (int) Arrays.stream(end).filter(node -> node >= activities).count();
        var clocks = new Clocks(plan);
        this.clock = clocks.ofNodes(this);
        this.planClock = clocks.of(plan.defaultCalendar());

        var edges = edges();
        int count = edges.size();
        edgeBefore = new int[count];
        edgeAfter = new int[count];
        edgeFromFinish = new boolean[count];
        edgeToStart = new boolean[count];
        edgeLag = new long[count];
        edgeClock = new WorkClock[count];
        boolean same = true;
        for (int e = 0; e < count; e++) {
            var link = edges.get(e);
            edgeBefore[e] = link.before();
            edgeAfter[e] = link.after();
            edgeFromFinish[e] = link.type().fromFinish();
            edgeToStart[e] = link.type().toStart();
            edgeLag[e] = link.lag();
            edgeClock[e] = clocks.of(link.lagCalendar());
            same &= link.lag() == 0 || edgeClock[e] == clock[0];
        }
        inFrom = new int[nodes + 1];
        outFrom = new int[nodes + 1];
        inEdge = byNode(edgeAfter, inFrom);
        outEdge = byNode(edgeBefore, outFrom);
        for (int node = 1; node < activities; node++) {
            same &= clock[node] == clock[0];
        }
        oneClock = same;
        order = order();

        startNoEarlier = filled(OPEN_BEFORE);
        finishNoEarlier = filled(OPEN_BEFORE);
        startNoLater = filled(OPEN_AFTER);
        finishNoLater = filled(OPEN_AFTER);
        mustStart = filled(OPEN_BEFORE);
        mustFinish = filled(OPEN_BEFORE);
        actualStart = filled(OPEN_BEFORE);
        actualFinish = filled(OPEN_BEFORE);
        bind();
        floor = floors();
    }

    /// Lays a plan out.
    ///
    /// @throws UnusablePlanException if activities wait for each other; the message names one such circle
    public static Network of(Plan plan) {
        return new Network(plan);
    }

    /// The plan that was laid out.
    public Plan plan() {
        return plan;
    }

    /// The length that is still to be done of each activity, as planned; zero for a summary with parts.
    public long[] remaining() {
        var lengths = new long[nodes];
        for (int k = 0; k < plan.activities().size(); k++) {
            lengths[k] = end[k] == k ? plan.activities().get(k).remaining() : 0;
        }
        return lengths;
    }

    /// Working minutes from one instant to another, negative where the other is before it.
    ///
    /// @param activity position of the one on whose calendar, or [Plan#NONE] for the plan's
    public long working(int activity, long from, long to) {
        var working = activity == Plan.NONE ? planClock : clock[activity];
        return working.workAt(to) - working.workAt(from);
    }

    /// How many nodes there are; arrays for [#forward] are of this size.
    public int nodes() {
        return nodes;
    }

    /// Earliest starts and finishes, given what is still to be done.
    ///
    /// @param remaining working minutes of each node
    /// @param start takes the starts, of this many nodes
    /// @param finish takes the finishes
    /// @return the finish of the plan
    public long forward(long[] remaining, long[] start, long[] finish) {
        return forward(remaining, null, start, finish);
    }

    /// The same where each node starts no earlier than at an instant of its own.
    long forward(long[] remaining, long @Nullable [] delayed, long[] start, long[] finish) {
        long statusDate = statusDate();
        long last = OPEN_BEFORE;
        for (int node : order) {
            long earliest = Math.max(floor[node], startNoEarlier[node]);
            if (delayed != null) {
                earliest = Math.max(earliest, delayed[node]);
            }
            long finishing = finishNoEarlier[node];
            for (int k = inFrom[node]; k < inFrom[node + 1]; k++) {
                int e = inEdge[k];
                int before = edgeBefore[e];
                long then = lagged(edgeFromFinish[e] ? finish[before] : start[before], edgeLag[e], edgeClock[e]);
                if (edgeToStart[e]) {
                    earliest = Math.max(earliest, then);
                } else {
                    finishing = Math.max(finishing, then);
                }
            }
            place(node, Math.max(earliest, statusDate), finishing, remaining[node], start, finish);
            last = Math.max(last, finish[node]);
        }
        return last == OPEN_BEFORE ? WorkClock.instant(plan.start(), plan.zone()) : last;
    }

    private void place(int node, long earliest, long finishing, long length, long[] start, long[] finish) {
        var working = clock[node];
        if (actualFinish[node] != OPEN_BEFORE) {
            start[node] = actualStart[node];
            finish[node] = actualFinish[node];
            return;
        }
        if (mustFinish[node] != OPEN_BEFORE && actualStart[node] == OPEN_BEFORE) {
            finish[node] = mustFinish[node];
            start[node] = length == 0 ? mustFinish[node] : working.startAt(working.workAt(mustFinish[node]) - length);
            return;
        }
        boolean pinned = mustStart[node] != OPEN_BEFORE && actualStart[node] == OPEN_BEFORE;
        long from = pinned ? mustStart[node] : earliest;
        if (length == 0) {
            finish[node] = Math.max(from, finishing);
            start[node] = finish[node];
        } else {
            long work = working.workAt(from);
            if (finishing != OPEN_BEFORE && !pinned) {
                work = Math.max(work, working.workAt(finishing) - length);
            }
            start[node] = working.startAt(work);
            finish[node] = working.finishAt(work + length);
            if (!pinned) {
                finish[node] = Math.max(finish[node], finishing);
            }
        }
        if (actualStart[node] != OPEN_BEFORE) {
            start[node] = actualStart[node];
        }
    }

    /// Latest starts and finishes that delay neither the end nor what has to be kept.
    void backward(long[] remaining, long[] earlyStart, long[] earlyFinish, long[] end, long[] start, long[] finish) {
        for (int position = nodes - 1; position >= 0; position--) {
            int node = order[position];
            long latestFinish = Math.min(end[node], finishNoLater[node]);
            long latestStart = startNoLater[node];
            for (int k = outFrom[node]; k < outFrom[node + 1]; k++) {
                int e = outEdge[k];
                int after = edgeAfter[e];
                long then = unlagged(edgeToStart[e] ? start[after] : finish[after], edgeLag[e], edgeClock[e]);
                if (edgeFromFinish[e]) {
                    latestFinish = Math.min(latestFinish, then);
                } else {
                    latestStart = Math.min(latestStart, then);
                }
            }
            var working = clock[node];
            if (actualFinish[node] != OPEN_BEFORE) {
                start[node] = earlyStart[node];
                finish[node] = earlyFinish[node];
            } else if (remaining[node] == 0) {
                start[node] = Math.min(latestFinish, latestStart);
                finish[node] = start[node];
            } else {
                long work = Math.min(
                        working.workAt(latestFinish),
                        latestStart == OPEN_AFTER ? OPEN_AFTER : working.workAt(latestStart) + remaining[node]);
                finish[node] = working.finishAt(work);
                start[node] = working.startAt(work - remaining[node]);
            }
        }
    }

    /// Whether all activities and lags work on one calendar, so that a [ColumnPass] can be made.
    public boolean oneClock() {
        return oneClock;
    }

    /// Passes through one sample after another; one thread's, and it allocates nothing between samples.
    public final class Passing {

        private final long[] start = new long[nodes];
        private final long[] finish = new long[nodes];
        private final long[] lateStart = new long[nodes];
        private final long[] lateFinish = new long[nodes];
        private final long[] end = new long[nodes];

        /// The finish of the plan with these lengths, in minutes since 1970 in UTC.
        public long finish(long[] remaining) {
            return forward(remaining, start, finish);
        }

        /// When an activity finishes, a summary with its last part, as found by the last call of
        /// [#finish(long[])]; in minutes since 1970 in UTC.
        public long finishOf(int activity) {
            return finish[Network.this.end[activity]];
        }

        /// Adds one to each activity that delays the plan if it is delayed, as found by the last call of
        /// [#finish(long[])].
        public void countCritical(long[] remaining, long last, int[] counts) {
            Arrays.fill(end, last);
            backward(remaining, start, finish, end, lateStart, lateFinish);
            for (int k = 0; k < counts.length; k++) {
                if (Network.this.end[k] == k && actualFinish[k] == OPEN_BEFORE) {
                    var working = clock[k];
                    counts[k] += working.workAt(lateFinish[k]) <= working.workAt(finish[k]) ? 1 : 0;
                }
            }
        }
    }

    long statusDate() {
        var status = plan.status();
        return status != null && status.moves() ? WorkClock.instant(status.date(), plan.zone()) : OPEN_BEFORE;
    }

    static long lagged(long instant, long lag, WorkClock clock) {
        if (lag == 0) {
            return instant;
        }
        long work = clock.workAt(instant) + lag;
        return lag > 0 ? clock.finishAt(work) : clock.startAt(work);
    }

    static long unlagged(long instant, long lag, WorkClock clock) {
        return lag == 0 ? instant : clock.startAt(clock.workAt(instant) - lag);
    }

    private static int[] ends(Plan plan) {
        int count = plan.activities().size();
        var parts = new boolean[count];
        for (var activity : plan.activities()) {
            if (activity.parent() != Plan.NONE) {
                parts[activity.parent()] = true;
            }
        }
        var end = new int[count];
        int next = count;
        for (int k = 0; k < count; k++) {
            end[k] = parts[k] ? next++ : k;
        }
        return end;
    }

    /// The plan's links between nodes, and those that hold summaries around their parts.
    private List<Link> edges() {
        var edges = new ArrayList<Link>();
        for (var link : plan.links()) {
            edges.add(new Link(
                    link.type().fromFinish() ? end[link.before()] : link.before(),
                    link.type().toStart() ? link.after() : end[link.after()],
                    link.type(),
                    link.lag(),
                    link.lagCalendar()));
        }
        for (int k = 0; k < plan.activities().size(); k++) {
            int parent = plan.activities().get(k).parent();
            if (parent != Plan.NONE) {
                edges.add(new Link(parent, k, Link.Type.START_START, 0, Plan.NONE));
                edges.add(Link.of(end[k], end[parent]));
            }
        }
        return edges;
    }

    /// Fills `from` with where each node's edges begin, and gives the edges in that order.
    private static int[] byNode(int[] nodeOfEdge, int[] from) {
        for (int node : nodeOfEdge) {
            from[node + 1]++;
        }
        for (int node = 1; node < from.length; node++) {
            from[node] += from[node - 1];
        }
        var next = from.clone();
        var edges = new int[nodeOfEdge.length];
        for (int e = 0; e < nodeOfEdge.length; e++) {
            edges[next[nodeOfEdge[e]]++] = e;
        }
        return edges;
    }

    private int[] order() {
        var waiting = new int[nodes];
        for (int after : edgeAfter) {
            waiting[after]++;
        }
        var sorted = new int[nodes];
        int size = 0;
        for (int node = 0; node < nodes; node++) {
            if (waiting[node] == 0) {
                sorted[size++] = node;
            }
        }
        for (int k = 0; k < size; k++) {
            int node = sorted[k];
            for (int out = outFrom[node]; out < outFrom[node + 1]; out++) {
                int after = edgeAfter[outEdge[out]];
                if (--waiting[after] == 0) {
                    sorted[size++] = after;
                }
            }
        }
        if (size < nodes) {
            throw new UnusablePlanException(Circle.message(this, waiting));
        }
        return sorted;
    }

    private long[] filled(long value) {
        var array = new long[nodes];
        Arrays.fill(array, value);
        return array;
    }

    private void bind() {
        for (int k = 0; k < plan.activities().size(); k++) {
            var activity = plan.activities().get(k);
            var constraint = activity.constraint();
            if (constraint.kind().dated()) {
                long date = WorkClock.instant(constraint.on(), plan.zone());
                switch (constraint.kind()) {
                    case START_NO_EARLIER -> startNoEarlier[k] = date;
                    case START_NO_LATER -> startNoLater[k] = date;
                    case FINISH_NO_EARLIER -> finishNoEarlier[end[k]] = date;
                    case FINISH_NO_LATER -> finishNoLater[end[k]] = date;
                    case MUST_START -> {
                        mustStart[k] = date;
                        startNoLater[k] = date;
                    }
                    case MUST_FINISH -> {
                        mustFinish[end[k]] = date;
                        finishNoLater[end[k]] = date;
                    }
                    case AS_SOON_AS_POSSIBLE, AS_LATE_AS_POSSIBLE -> {}
                }
            }
            if (activity.deadline() != null) {
                finishNoLater[end[k]] =
                        Math.min(finishNoLater[end[k]], WorkClock.instant(activity.deadline(), plan.zone()));
            }
            if (end[k] == k) {
                actualStart[k] = instant(activity.progress().start());
                actualFinish[k] = instant(activity.progress().finish());
                if (activity.begun()) {
                    // What remains comes after what was done.
                    long done = Math.max(0, activity.minutes() - activity.remaining());
                    startNoEarlier[k] = clock[k].startAt(clock[k].workAt(actualStart[k]) + done);
                }
            }
        }
    }

    /// The start of the plan, but for what is earlier: what has begun, what may start from an earlier date on, and
    /// what follows either.
    private long[] floors() {
        long first = WorkClock.instant(plan.start(), plan.zone());
        var floors = filled(first);
        for (int node : order) {
            if (startNoEarlier[node] != OPEN_BEFORE) {
                floors[node] =
                        Math.min(first, actualStart[node] == OPEN_BEFORE ? startNoEarlier[node] : actualStart[node]);
            }
            for (int k = inFrom[node]; k < inFrom[node + 1]; k++) {
                int e = inEdge[k];
                if (edgeToStart[e]) {
                    floors[node] = Math.min(floors[node], floors[edgeBefore[e]]);
                }
            }
        }
        // A summary holds no part back that begins early; its other parts have floors of their own.
        for (int k = 0; k < plan.activities().size(); k++) {
            for (int up = plan.activities().get(k).parent();
                    up != Plan.NONE && floors[k] < first;
                    up = plan.activities().get(up).parent()) {
                floors[up] = Math.min(floors[up], floors[k]);
            }
        }
        return floors;
    }

    private long instant(@Nullable LocalDateTime date) {
        return date == null ? OPEN_BEFORE : WorkClock.instant(date, plan.zone());
    }

    /// The clocks of a plan, one for each set of calendars that work together.
    private static final class Clocks {

        private final Plan plan;
        private final LocalDate near;
        private final Map<List<Integer>, WorkClock> clocks = new HashMap<>();
        private final Map<List<Integer>, List<Integer>> together = new HashMap<>();
        private final WorkClock elapsed;

        Clocks(Plan plan) {
            this.plan = plan;
            this.near = Stream.concat(
                            Stream.of(plan.start()),
                            plan.activities().stream()
                                    .flatMap(activity -> Stream.of(
                                            activity.progress().start(),
                                            activity.constraint().date(),
                                            activity.deadline()))
                                    .filter(Objects::nonNull))
                    .min(LocalDateTime::compareTo)
                    .orElse(plan.start())
                    .toLocalDate();
            this.elapsed = new WorkClock(List.of(WorkCalendar.ALWAYS), plan.zone(), near);
        }

        WorkClock of(int calendar) {
            return calendar == Plan.NONE ? elapsed : of(List.of(calendar));
        }

        private WorkClock of(List<Integer> together) {
            return clocks.computeIfAbsent(
                    together,
                    positions -> new WorkClock(
                            positions.stream().map(plan.calendars()::get).toList(), plan.zone(), near));
        }

        WorkClock[] ofNodes(Network network) {
            int count = plan.activities().size();
            var calendars = new ArrayList<List<Integer>>();
            for (var activity : plan.activities()) {
                calendars.add(activity.calendar() == Plan.NONE ? List.of() : List.of(activity.calendar()));
            }
            for (var assignment : plan.assignments()) {
                int calendar = plan.resources().get(assignment.resource()).calendar();
                int activity = assignment.activity();
                var known = calendars.get(activity);
                if (calendar != Plan.NONE
                        && plan.activities().get(activity).calendar() == Plan.NONE
                        && !known.contains(calendar)) {
                    calendars.set(
                            activity,
                            Stream.concat(known.stream(), Stream.of(calendar))
                                    .sorted()
                                    .toList());
                }
            }
            var ofNodes = new WorkClock[network.nodes];
            Arrays.fill(ofNodes, of(plan.defaultCalendar()));
            for (int k = 0; k < count; k++) {
                if (!calendars.get(k).isEmpty()) {
                    ofNodes[k] = of(together.computeIfAbsent(calendars.get(k), this::common));
                }
            }
            return ofNodes;
        }

        /// The calendars themselves where they have working time of a week in common, otherwise the one with
        /// the least.
        private List<Integer> common(List<Integer> positions) {
            if (positions.size() == 1) {
                return positions;
            }
            var all = positions.stream().map(plan.calendars()::get).toList();
            for (var day : DayOfWeek.values()) {
                for (int minute = 0; minute < 1440; minute++) {
                    int then = minute;
                    if (all.stream()
                            .allMatch(calendar -> calendar.week().getOrDefault(day, List.of()).stream()
                                    .anyMatch(shift -> shift.from() <= then && then < shift.to()))) {
                        return positions;
                    }
                }
            }
            return List.of(positions.stream()
                    .min(Comparator.comparingLong(
                            position -> plan.calendars().get(position).weeklyMinutes()))
                    .orElseThrow());
        }
    }
}
