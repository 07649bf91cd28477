package org.fram.schedule.level;

import org.fram.schedule.Grid;

/// What no schedule can be shorter than.
final class Bounds {

    private Bounds() {}

    /// Ticks from the start of each activity to the end of the plan, at least; clocks are taken to work always.
    static int[] tails(Problem problem) {
        var tail = new int[problem.size];
        for (int k = problem.size - 1; k >= 0; k--) {
            int length = problem.length[k];
            tail[k] = length;
            for (int p = problem.outFrom[k]; p < problem.outFrom[k + 1]; p++) {
                int e = problem.out[p];
                int then = (problem.fromFinish[e] ? length : 0)
                        + (problem.lagClock[e] == Grid.NONE || problem.lag[e] < 0 ? problem.lag[e] : 0)
                        + tail[problem.after[e]]
                        - (problem.toStart[e] ? 0 : problem.length[problem.after[e]]);
                tail[k] = Math.max(tail[k], then);
            }
        }
        return tail;
    }

    /// The least length: by the links alone, and by the work that each resource has to do between the first activities
    /// that need it and the last.
    static int lower(Problem problem, int[] earliest, int[] tail, int byLinks) {
        int bound = byLinks;
        if (!problem.oneClock()) {
            return bound;
        }
        int count = problem.resources.length;
        for (int r = 0; r < count; r++) {
            int most = problem.capacity.get(r).stream().mapToInt(Grid.Step::units).max().orElse(0);
            for (int from = 0; from < problem.size; from++) {
                int begin = earliest[from];
                for (int to = 0; to < problem.size; to++) {
                    int end = tail[to] - problem.length[to];
                    long work = 0;
                    for (int k = 0; k < problem.size; k++) {
                        if (earliest[k] >= begin && tail[k] - problem.length[k] >= end) {
                            work += (long) problem.length[k] * problem.need[k * count + r];
                        }
                    }
                    if (work > 0) {
                        bound = Math.max(bound, Math.toIntExact(begin + Math.ceilDiv(work, most) + end));
                    }
                }
            }
        }
        return bound;
    }
}
