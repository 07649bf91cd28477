package org.fram.schedule.level;

import java.util.Arrays;

/// Lets what has priority go first, as far as the plan gets no longer by it.
final class Priorities {

    private static final int TRIES = 12;

    private Priorities() {}

    /// Starts that cost no more, with as much regard to priorities as that leaves.
    static int[] regarded(Problem problem, int[] starts, long cost) {
        boolean alike = Arrays.stream(problem.priority).distinct().count() <= 1;
        if (alike || cost >= Decoder.UNPLACED) {
            return starts;
        }
        var decoder = Decoder.of(problem);
        int last = Arrays.stream(starts).max().orElse(0);
        double regard = 1;
        for (int attempt = 0; attempt < TRIES; attempt++, regard /= 2) {
            for (int k = 0; k < problem.size; k++) {
                decoder.start[k] =
                        (int) Math.round(starts[k] + regard * (last + 1.0) * (1000 - problem.priority[k]) / 100);
            }
            long reached = decoder.forward(decoder.byStart().clone());
            if (reached <= cost) {
                return decoder.start.clone();
            }
        }
        return starts;
    }
}
