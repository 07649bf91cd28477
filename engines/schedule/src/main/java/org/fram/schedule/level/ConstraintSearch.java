package org.fram.schedule.level;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/// Constraint programming: first the whole problem, for a while, to find its bound; then, again and again, a stretch of
/// the best schedule, whose activities are free while all others keep their order.
///
/// The order kept is that in which activities hand their resources on, so all after the stretch can move. The stretch
/// grows while it is searched through and shrinks where it is not.
///
/// Source: D. Godard, P. Laborie and W. Nuijten, *Randomized large neighborhood search for cumulative scheduling*, 2005.
final class ConstraintSearch implements Search {

    private final Problem problem;
    private final int[] earliest;
    private final int[] tail;
    private final SplittableRandom random;
    private final double firstWork;
    private final double stretchWork;
    private boolean wholeTried;
    private double stretch;
    int tries; int won; int exhausted;

    ConstraintSearch(Problem problem, int[] earliest, long seed, double firstWork, double stretchWork) {
        this.problem = problem;
        this.earliest = earliest;
        this.tail = Bounds.tails(problem);
        this.random = new SplittableRandom(seed);
        this.firstWork = firstWork;
        this.stretchWork = stretchWork;
        this.stretch = Math.min(problem.size, 35);
    }

    @Override
    public boolean step(Best best, BooleanSupplier stop) {
        if (!wholeTried) {
            wholeTried = true;
            if (firstWork > 0) return whole(best, stop);
        }
        return stretch(best, stop);
    }

    private boolean whole(Best best, BooleanSupplier stop) {
        long before = best.cost();
        var model = new ConstraintModel(problem, earliest, tail, horizon(before));
        hint(model, best.starts());
        var outcome = ConstraintSolver.solve(model, problem, best, 1, random.nextInt(Integer.MAX_VALUE), firstWork, true, stop);
        if (outcome.exhausted()) {
            best.raise(best.cost());
        } else {
            best.raise(Math.min(before, (long) Math.ceil(outcome.bound() - 1e-6)));
        }
        return !best.proven();
    }

    private int horizon(long cost) {
        int length = (int) cost;
        return problem.dues ? length * 2 : length - 1;
    }

    private boolean stretch(Best best, BooleanSupplier stop) {
        int size = problem.size;
        var starts = best.starts();
        long before = best.cost();
        var order = new Integer[size];
        for (int k = 0; k < size; k++) {
            order[k] = k;
        }
        java.util.Arrays.sort(order, java.util.Comparator.comparingInt(k -> starts[k]));
        int count = Math.min(size, (int) stretch);
        int from = random.nextInt(-count / 2, size - count / 2);
        var free = new boolean[size];
        for (int k = Math.max(0, Math.min(from, size - count)); k < Math.max(0, Math.min(from, size - count)) + count; k++) {
            free[order[k]] = true;
        }
        var model = new ConstraintModel(problem, earliest, tail, horizon(before));
        for (int r = 0; r < problem.resources.length; r++) {
            handOn(model, r, order, starts, free);
        }
        hint(model, starts);
        var outcome =
                ConstraintSolver.solve(model, problem, best, 1, random.nextInt(Integer.MAX_VALUE), stretchWork, true, stop);
        tries++; if (outcome.improved()) won++; if (outcome.exhausted()) exhausted++;
        if (outcome.exhausted() && !outcome.improved()) {
            if (count == size) {
                best.raise(before);
            }
            stretch = Math.min(size, stretch * (outcome.work() < stretchWork / 4 ? 1.04 : 1.01));
        } else if (!outcome.improved()) {
            stretch = Math.max(8, stretch * 0.97);
        }
        return !best.proven();
    }

    /// Lets what is not free take a resource from whom it has it in the schedule.
    private void handOn(ConstraintModel model, int r, Integer[] order, int[] starts, boolean[] free) {
        int count = problem.resources.length;
        // Parts of the resource: until when each is in use, by whom last of those that are not free, and how much it is.
        var until = new int[problem.size * 4 + 8];
        var last = new int[until.length];
        var amount = new int[until.length];
        int parts = 1;
        last[0] = -1;
        amount[0] = problem.capacity.get(r).stream().mapToInt(step -> step.units()).max().orElse(0);
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
