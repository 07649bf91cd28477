package org.fram.schedule.level;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.fram.schedule.Grid;

/// What no schedule can be shorter than.
final class Bounds {

    private static final int MOST_BEGINS = 2000;

    private Bounds() {}

    /// Ticks from the start of each activity to the end of the plan, at least; clocks are taken to work
    /// always.
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

    /// The least length: by the links alone, and by the work that each resource has to do between the
    /// first activities that need it and the last.
    static int lower(Problem problem, int[] earliest, int[] tail, int byLinks) {
        int bound = byLinks;
        if (!problem.oneClock()) {
            return bound;
        }
        int count = problem.resources.length;
        var byEnd = IntStream.range(0, problem.size)
                .boxed()
                .sorted(Comparator.comparingInt(k -> problem.length[k] - tail[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        var begins = Arrays.stream(earliest).distinct().limit(MOST_BEGINS).toArray();
        for (int r = 0; r < count; r++) {
            int most = problem.capacity.get(r).stream()
                    .mapToInt(Grid.Step::units)
                    .max()
                    .orElse(0);
            for (int begin : begins) {
                long work = 0;
                for (int k : byEnd) {
                    if (earliest[k] >= begin && most > 0) {
                        work += (long) problem.length[k] * problem.need[k * count + r];
                        int end = tail[k] - problem.length[k];
                        bound = Math.max(
                                bound, work == 0 ? 0 : Math.toIntExact(begin + Math.ceilDiv(work, most) + end));
                    }
                }
            }
        }
        return bound;
    }
}
