package org.fram.schedule.level;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.fram.schedule.Constraint;
import org.fram.schedule.Grid;
import org.fram.schedule.Grid.Edge;
import org.fram.schedule.Plan;
import org.fram.schedule.UnusablePlanException;

/// What is to be levelled, as arrays: activities by their place in an order that keeps the links.
///
/// Amounts of several resources lie side by side in one `long`, a lane each with a guard bit above that
/// is set. What is free covers what is needed in all lanes if after subtraction all guard bits are still
/// set.
final class Problem {

    /// A tick that is never reached.
    static final int NEVER = Integer.MAX_VALUE / 4;

    final Grid grid;
    final int size;
    /// The node of each activity.
    final int[] node;
    final int[] length;
    final int[] release;
    final int[] finishRelease;
    final int[] startDue;
    final int[] finishDue;
    /// Where an activity is whatever happens, or [Grid#NONE].
    final int[] pinned;
    final int[] priority;
    final boolean[] late;
    /// Links into activity `k` are `inFrom[k]` to `inFrom[k + 1]`, exclusive.
    final int[] inFrom;
    final int[] in;
    final int[] outFrom;
    final int[] out;
    final int[] before;
    final int[] after;
    final boolean[] fromFinish;
    final boolean[] toStart;
    final int[] lag;
    final int[] lagClock;
    final int[] clock;
    final int[][] workBefore;
    final int[][] workTick;

    /// Resources that can be overbooked, as positions in the plan.
    final int[] resources;
    /// What an activity needs of each of them, at `activity * resources.length + resource`.
    final int[] need;
    /// What there is of each from a tick on.
    final List<List<Grid.Step>> capacity;

    final int words;
    final long[] guard;
    /// What an activity needs, at `activity * words + word`.
    final long[] demand;
    /// What is free of each word in each tick when nothing is scheduled but what is pinned; the last goes
    /// on.
    final long[][] free;

    /// Whether all links are from finish to start without lag, nothing is bound to a date but by its
    /// earliest start, and all work in every tick on at most one word of resources.
    final boolean simple;
    /// Whether there are dates that should be kept.
    final boolean dues;

    Problem(Grid grid) {
        this.grid = grid;
        this.node = Arrays.stream(grid.order()).filter(grid::open).toArray();
        this.size = node.length;
        var position = new int[grid.nodes()];
        Arrays.fill(position, Grid.NONE);
        for (int k = 0; k < size; k++) {
            position[node[k]] = k;
        }
        length = of(grid::length);
        release = of(grid::release);
        finishRelease = of(grid::finishRelease);
        startDue = of(grid::startDue);
        finishDue = of(grid::finishDue);
        pinned = of(grid::pinned);
        clock = of(grid::clock);
        var plan = grid.network().plan();
        int activities = plan.activities().size();
        priority = of(n -> n < activities ? plan.activities().get(n).priority() : 0);
        late = new boolean[size];
        for (int k = 0; k < size; k++) {
            late[k] = node[k] < activities
                    && plan.activities().get(node[k]).constraint().kind() == Constraint.Kind.AS_LATE_AS_POSSIBLE;
        }
        workBefore = grid.clocks().stream().map(Grid.Ticks::before).toArray(int[][]::new);
        workTick = grid.clocks().stream().map(Grid.Ticks::worked).toArray(int[][]::new);

        var edges = grid.edges().stream()
                .filter(edge -> position[edge.before()] != Grid.NONE)
                .distinct()
                .toArray(Edge[]::new);
        before = Arrays.stream(edges).mapToInt(edge -> position[edge.before()]).toArray();
        after = Arrays.stream(edges).mapToInt(edge -> position[edge.after()]).toArray();
        lag = Arrays.stream(edges).mapToInt(Edge::lag).toArray();
        lagClock = Arrays.stream(edges).mapToInt(Edge::clock).toArray();
        fromFinish = new boolean[edges.length];
        toStart = new boolean[edges.length];
        for (int e = 0; e < edges.length; e++) {
            fromFinish[e] = edges[e].fromFinish();
            toStart[e] = edges[e].toStart();
        }
        inFrom = new int[size + 1];
        outFrom = new int[size + 1];
        in = byActivity(after, inFrom);
        out = byActivity(before, outFrom);

        var asked = asked(plan, position);
        resources = scarce(plan, asked);
        capacity = Arrays.stream(resources).mapToObj(grid::capacity).toList();
        need = new int[size * resources.length];
        for (int k = 0; k < size; k++) {
            for (int r = 0; r < resources.length; r++) {
                need[k * resources.length + r] = asked[resources[r]][k];
            }
        }
        var lanes = new Lanes();
        words = lanes.words;
        guard = lanes.guard;
        demand = lanes.demand;
        free = lanes.free;
        dues = Arrays.stream(startDue).anyMatch(due -> due != Integer.MAX_VALUE)
                || Arrays.stream(finishDue).anyMatch(due -> due != Integer.MAX_VALUE);
        boolean plain = words == 1 && grid.clocks().isEmpty();
        for (int e = 0; e < edges.length; e++) {
            plain &= fromFinish[e] && toStart[e] && lag[e] == 0;
        }
        for (int k = 0; k < size; k++) {
            plain &= pinned[k] == Grid.NONE && finishRelease[k] == 0;
        }
        simple = plain;
    }

    /// Whether all work in every tick.
    boolean oneClock() {
        return workTick.length == 0;
    }

    /// The most that there ever is of a resource.
    int most(int r) {
        return capacity.get(r).stream().mapToInt(Grid.Step::units).max().orElse(0);
    }

    private int[] of(IntUnaryOperator value) {
        return Arrays.stream(node).map(value).toArray();
    }

    private static int[] byActivity(int[] activityOf, int[] from) {
        for (int activity : activityOf) {
            from[activity + 1]++;
        }
        for (int k = 1; k < from.length; k++) {
            from[k] += from[k - 1];
        }
        var next = from.clone();
        var links = new int[activityOf.length];
        for (int e = 0; e < activityOf.length; e++) {
            links[next[activityOf[e]]++] = e;
        }
        return links;
    }

    private int[][] asked(Plan plan, int[] position) {
        var asked = new int[plan.resources().size()][size];
        for (var assignment : plan.assignments()) {
            int k = position[assignment.activity()];
            if (k != Grid.NONE && length[k] > 0) {
                asked[assignment.resource()][k] = Math.addExact(asked[assignment.resource()][k], assignment.units());
            }
        }
        for (int r = 0; r < asked.length; r++) {
            int most =
                    grid.capacity(r).stream().mapToInt(Grid.Step::units).max().orElse(0);
            for (int k = 0; k < size; k++) {
                if (asked[r][k] > most) {
                    throw new UnusablePlanException(
                            "Activity \"%s\" (%s) needs %s of \"%s\", and there %s. Let it need less, or get more."
                                    .formatted(
                                            plan.activities().get(node[k]).name(),
                                            plan.activities().get(node[k]).id(),
                                            amount(asked[r][k]),
                                            plan.resources().get(r).name(),
                                            most == 0 ? "is none" : "is only " + amount(most)));
                }
            }
        }
        return asked;
    }

    static String amount(int units) {
        return units % 100 == 0
                ? Integer.toString(units / 100)
                : BigDecimal.valueOf(units, 2).stripTrailingZeros().toPlainString();
    }

    private int[] scarce(Plan plan, int[][] asked) {
        var scarce = new ArrayList<Integer>();
        for (int r = 0; r < plan.resources().size(); r++) {
            long all = Arrays.stream(asked[r]).asLongStream().sum();
            int least =
                    grid.capacity(r).stream().mapToInt(Grid.Step::units).min().orElse(0);
            if (all > least) {
                scarce.add(r);
            }
        }
        return scarce.stream().mapToInt(Integer::intValue).toArray();
    }

    /// What is needed and free, packed into words.
    private final class Lanes {

        private final int words;
        private final long[] guard;
        private final long[] demand;
        private final long[][] free;

        Lanes() {
            int count = resources.length;
            var word = new int[count];
            var shift = new int[count];
            var divisor = new int[count];
            int at = 0;
            int used = 0;
            for (int r = 0; r < count; r++) {
                int common = 0;
                int most = 0;
                for (int k = 0; k < size; k++) {
                    common = divisor(common, need[k * count + r]);
                }
                divisor[r] = Math.max(1, common);
                for (var step : capacity.get(r)) {
                    most = Math.max(most, step.units() / divisor[r]);
                }
                int bits = 33 - Integer.numberOfLeadingZeros(most);
                if (used + bits > 64) {
                    at++;
                    used = 0;
                }
                word[r] = at;
                shift[r] = used;
                used += bits;
            }
            words = at + 1;
            guard = new long[words];
            demand = new long[size * words];
            int steps = 1;
            for (int r = 0; r < count; r++) {
                int most = capacity.get(r).stream()
                        .mapToInt(Grid.Step::units)
                        .max()
                        .orElse(0);
                int bits = 32 - Integer.numberOfLeadingZeros(most / divisor[r]);
                guard[word[r]] |= 1L << (shift[r] + bits);
                for (int k = 0; k < size; k++) {
                    demand[k * words + word[r]] |= (long) (need[k * count + r] / divisor[r]) << shift[r];
                }
                steps = Math.max(steps, capacity.get(r).getLast().from() + 1);
            }
            for (int k = 0; k < size; k++) {
                if (pinned[k] != Grid.NONE && length[k] > 0) {
                    int worked = clock[k] == Grid.NONE
                            ? 0
                            : Math.min(workBefore[clock[k]][pinned[k]] + length[k], workTick[clock[k]].length) - 1;
                    steps = Math.max(
                            steps,
                            (clock[k] == Grid.NONE ? pinned[k] + length[k] : workTick[clock[k]][worked] + 1) + 1);
                }
            }
            free = new long[words][steps];
            for (int w = 0; w < words; w++) {
                Arrays.fill(free[w], guard[w]);
            }
            for (int r = 0; r < count; r++) {
                var left = new long[steps];
                var all = capacity.get(r);
                for (int s = 0; s < all.size(); s++) {
                    int to = s + 1 < all.size() ? all.get(s + 1).from() : steps;
                    Arrays.fill(left, all.get(s).from(), to, all.get(s).units());
                }
                book(r, count, left);
                for (int t = 0; t < steps; t++) {
                    free[word[r]][t] |= left[t] / divisor[r] << shift[r];
                }
            }
        }

        private void book(int r, int count, long[] left) {
            for (int k = 0; k < size; k++) {
                int needed = need[k * count + r];
                if (pinned[k] == Grid.NONE || needed == 0) {
                    continue;
                }
                for (int done = 0; done < length[k]; done++) {
                    int t = clock[k] == Grid.NONE
                            ? pinned[k] + done
                            : workTick[clock[k]][workBefore[clock[k]][pinned[k]] + done];
                    left[t] -= needed;
                    if (left[t] < 0) {
                        var plan = grid.network().plan();
                        var activity = plan.activities().get(node[k]);
                        throw new UnusablePlanException(
                                "Activity \"%s\" (%s) is bound to its date and needs %s of \"%s\", of which then only %s is left. Unbind it, or get more."
                                        .formatted(
                                                activity.name(),
                                                activity.id(),
                                                amount(needed),
                                                plan.resources()
                                                        .get(resources[r])
                                                        .name(),
                                                amount((int) left[t] + needed)));
                    }
                }
            }
        }

        private static int divisor(int a, int b) {
            while (b != 0) {
                int rest = a % b;
                a = b;
                b = rest;
            }
            return a;
        }
    }
}
