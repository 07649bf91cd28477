package org.fram.schedule.level;

import java.util.Arrays;

/// Makes schedules of orders of activities, forwards and backwards; one thread's, and it allocates
/// nothing while it does.
///
/// The serial scheme takes activities in the order given and puts each where it fits first. Forward and
/// backward improvement (double justification) puts all as late as possible in the order of their
/// finishes, then as early as possible in the order of their starts; a schedule never gets longer by it
/// where all links are from finish to start.
///
/// Source: R. Kolisch, *Serial and parallel resource-constrained project scheduling methods revisited*,
/// 1996; V. Valls, F. Ballestín and S. Quintanilla, *Justification and RCPSP: a technique that pays*,
/// 2005.
abstract class Decoder {

    /// Added for each activity for which no place was found.
    static final long UNPLACED = 1L << 56;
    /// Added for each tick by which a date is missed.
    static final long LATE = 1L << 32;

    private static final long MOST_UNPLACED = 100;
    private static final long MOST_LATE = 1 << 23;
    private static final int MOST_BUCKETS = 1 << 14;

    final Problem problem;
    final int size;
    /// Where the last pass put the activities.
    final int[] start;
    final int[] finish;
    private final int[] order;
    private final int[] reached;
    private int[] buckets = new int[1024];
    private final long[] keys;
    private final int[] bestStart;
    private final int[] bestFinish;
    /// How many passes there were.
    long passes;

    Decoder(Problem problem) {
        this.problem = problem;
        this.size = problem.size;
        start = new int[size];
        finish = new int[size];
        order = new int[size];
        reached = new int[size];
        keys = new long[size];
        bestStart = new int[size];
        bestFinish = new int[size];
    }

    static Decoder of(Problem problem) {
        return problem.simple ? new SimpleDecoder(problem) : new ClockedDecoder(problem);
    }

    /// Puts each activity as early as it fits, in an order that keeps the links.
    ///
    /// @return the cost of the schedule
    abstract long forward(int[] list);

    /// Puts each activity as late as it fits before a tick, in an order in which none comes before those
    /// that wait for it.
    ///
    /// @return whether all found a place not before they may
    abstract boolean backward(int[] list, int deadline);

    /// Schedules in the order of decision times: whoever may begin then and fits does, the lowest key
    /// first.
    ///
    /// @return the cost of the schedule
    abstract long parallel(double[] key);

    /// What a schedule costs: its length, and far more for each tick by which dates are missed.
    final long cost() {
        int unplaced = 0;
        long late = 0;
        int last = 0;
        for (int k = 0; k < size; k++) {
            if (finish[k] >= Problem.NEVER) {
                unplaced++;
            } else {
                last = Math.max(last, finish[k]);
            }
        }
        if (problem.dues) {
            for (int k = 0; k < size; k++) {
                late += late(start[k], problem.startDue[k]) + late(finish[k], problem.finishDue[k]);
            }
        }
        return UNPLACED * Math.min(unplaced, MOST_UNPLACED) + LATE * Math.min(late, MOST_LATE) + last;
    }

    private static long late(int tick, int due) {
        return tick >= Problem.NEVER ? 0 : Math.max(0, tick - due);
    }

    /// Improves the schedule at hand backwards and forwards as long as it gets better.
    ///
    /// @return its cost then
    final long justify(long cost) {
        long best = cost;
        while (true) {
            System.arraycopy(start, 0, bestStart, 0, size);
            System.arraycopy(finish, 0, bestFinish, 0, size);
            if (best >= UNPLACED || !backward(byFinish(), (int) best)) {
                break;
            }
            long next = forward(byStart());
            if (next >= best) {
                if (next > best) {
                    break;
                }
                return best;
            }
            best = next;
        }
        System.arraycopy(bestStart, 0, start, 0, size);
        System.arraycopy(bestFinish, 0, finish, 0, size);
        return best;
    }

    /// The activities by their starts, none before what it waits for; good until the next call.
    final int[] byStart() {
        int most = 0;
        int[] in = problem.inFrom;
        for (int k = 0; k < size; k++) {
            int key = start[k];
            if (!problem.simple) {
                for (int e = in[k]; e < in[k + 1]; e++) {
                    key = Math.max(key, reached[problem.before[problem.in[e]]]);
                }
            }
            reached[k] = key;
            most = Math.max(most, key);
        }
        sort(most);
        return order;
    }

    /// The activities by their finishes, the last first, none before who waits for it; good until the
    /// next call.
    final int[] byFinish() {
        int most = 0;
        int[] in = problem.inFrom;
        for (int k = 0; k < size; k++) {
            int key = finish[k];
            if (!problem.simple) {
                for (int e = in[k]; e < in[k + 1]; e++) {
                    key = Math.max(key, reached[problem.before[problem.in[e]]]);
                }
            }
            reached[k] = key;
            most = Math.max(most, key);
        }
        sort(most);
        for (int low = 0, high = size - 1; low < high; low++, high--) {
            int other = order[low];
            order[low] = order[high];
            order[high] = other;
        }
        return order;
    }

    /// Orders activities by `reached`, those of one value by their place.
    private void sort(int most) {
        if (most < MOST_BUCKETS) {
            if (buckets.length < most + 2) {
                buckets = new int[most * 2 + 2];
            }
            Arrays.fill(buckets, 0, most + 2, 0);
            for (int k = 0; k < size; k++) {
                buckets[reached[k] + 1]++;
            }
            for (int b = 1; b <= most; b++) {
                buckets[b] += buckets[b - 1];
            }
            for (int k = 0; k < size; k++) {
                order[buckets[reached[k]]++] = k;
            }
            return;
        }
        for (int k = 0; k < size; k++) {
            keys[k] = (long) reached[k] << 32 | k;
        }
        Arrays.sort(keys);
        for (int k = 0; k < size; k++) {
            order[k] = (int) keys[k];
        }
    }
}
