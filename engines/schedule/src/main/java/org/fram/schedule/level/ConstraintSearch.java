package org.fram.schedule.level;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/// Constraint programming: the whole problem, for a while, to find its bound; then, again and again, a
/// stretch of the best schedule, whose activities are free while all others keep their order.
///
/// The order kept is that in which activities hand their resources on, so all after the stretch can move.
/// The stretch grows while it is searched through and shrinks where it is not. A quarter of the work is
/// for the whole, each time twice as much as the time before.
///
/// Source: D. Godard, P. Laborie and W. Nuijten, *Randomized large neighborhood search for cumulative
/// scheduling*, 2005.
final class ConstraintSearch implements Search {

    private static final int SMALL = 50;
    private static final double WORK_FOR_SMALL = 3;
    private static final double WORK_FOR_LARGE = 0.5;
    private static final double WORK_FOR_STRETCH = 0.3;
    private static final int FIRST_STRETCH = 35;
    private static final int LEAST_STRETCH = 8;
    private static final double GROWS = 1.03;
    private static final double SHRINKS = 0.96;

    private final Problem problem;
    private final int[] earliest;
    private final int[] tail;
    private final SplittableRandom random;
    private double wholeWork;
    private double untilWhole;
    private double stretch;

    ConstraintSearch(Problem problem, int[] earliest, long seed) {
        this.problem = problem;
        this.earliest = earliest;
        this.tail = Bounds.tails(problem);
        this.random = new SplittableRandom(seed);
        this.wholeWork = problem.size <= SMALL ? WORK_FOR_SMALL : WORK_FOR_LARGE;
        this.stretch = Math.min(problem.size, FIRST_STRETCH);
    }

    @Override
    public boolean step(Best best, BooleanSupplier stop) {
        if (untilWhole <= 0) {
            untilWhole = wholeWork * 3;
            whole(best, stop);
            wholeWork *= 2;
        } else {
            stretch(best, stop);
        }
        return !best.proven();
    }

    private void whole(Best best, BooleanSupplier stop) {
        long before = best.cost();
        var model = new ConstraintModel(problem, earliest, tail, horizon(before));
        hint(model, best.starts());
        var outcome = ConstraintSolver.solve(model, problem, best, 1, seed(), wholeWork, false, true, stop);
        // What it looked for is better than what was known before.
        best.raise(
                outcome.exhausted()
                        ? Math.min(before, best.cost())
                        : Math.min(before, (long) Math.ceil(outcome.bound() - 1e-6)));
    }

    private int seed() {
        return random.nextInt(Integer.MAX_VALUE);
    }

    private int horizon(long cost) {
        int length = (int) cost;
        return problem.dues ? length * 2 : length - 1;
    }

    private void stretch(Best best, BooleanSupplier stop) {
        int size = problem.size;
        var starts = best.starts();
        long before = best.cost();
        var order = inOrderOf(starts);
        int count = Math.min(size, (int) stretch);
        int from = Math.clamp(random.nextInt(size) - count / 2L, 0, size - count);
        var free = new boolean[size];
        for (int k = from; k < from + count; k++) {
            free[order[k]] = true;
        }
        var model = new ConstraintModel(problem, earliest, tail, horizon(before));
        for (int r = 0; r < problem.resources.length; r++) {
            handOn(model, r, order, starts, free);
        }
        hint(model, starts);
        var outcome = ConstraintSolver.solve(model, problem, best, 1, seed(), WORK_FOR_STRETCH, true, true, stop);
        untilWhole -= Math.max(outcome.work(), WORK_FOR_STRETCH / 10);
        if (outcome.improved()) {
            return;
        }
        if (outcome.exhausted() && count == size) {
            best.raise(before);
        }
        stretch = Math.clamp(stretch * (outcome.exhausted() ? GROWS : SHRINKS), Math.min(size, LEAST_STRETCH), size);
    }

    private int[] inOrderOf(int[] starts) {
        var keys = new long[starts.length];
        for (int k = 0; k < keys.length; k++) {
            keys[k] = (long) starts[k] << 32 | k;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    /// Lets what is not free take a resource from whom it has it in the schedule.
    private void handOn(ConstraintModel model, int r, int[] order, int[] starts, boolean[] free) {
        int count = problem.resources.length;
        // Parts of the resource: until when each is in use, by whom last of those that are not free, and how much it
        // is.
        var until = new int[problem.size * 4 + 8];
        var last = new int[until.length];
        var amount = new int[until.length];
        int parts = 1;
        last[0] = -1;
        amount[0] = problem.most(r);
        for (int a : order) {
            int needed = problem.need[a * count + r];
            if (needed == 0) {
                continue;
            }
            int end = starts[a] + problem.length[a];
            for (int p = parts - 1; p >= 0 && needed > 0; p--) {
                if (until[p] > starts[a]) {
                    continue;
                }
                int taken = Math.min(needed, amount[p]);
                if (taken < amount[p] && parts < until.length) {
                    until[parts] = until[p];
                    last[parts] = last[p];
                    amount[parts] = amount[p] - taken;
                    parts++;
                    amount[p] = taken;
                }
                needed -= taken;
                until[p] = end;
                if (!free[a]) {
                    if (last[p] >= 0) {
                        model.link(last[p], a, problem.length[last[p]]);
                    }
                    last[p] = a;
                }
            }
        }
    }

    private void hint(ConstraintModel model, int[] starts) {
        for (int k = 0; k < problem.size; k++) {
            if (problem.pinned[k] < 0) {
                model.model.addHint(model.start[k], starts[k]);
            }
        }
    }
}
