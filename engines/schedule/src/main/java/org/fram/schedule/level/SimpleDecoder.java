package org.fram.schedule.level;

import java.util.Arrays;

/// The decoder of plans whose links are all from finish to start, on one clock, with one word of resources.
final class SimpleDecoder extends Decoder {

    private final int[] length;
    private final int[] release;
    private final long[] demand;
    private final long guard;
    private final int[] beforeFrom;
    private final int[] before;
    private final int[] afterFrom;
    private final int[] after;
    private final long[] whole;
    private final long[] free;
    private final int[] waiting;
    private final int[] eligible;
    private int used;

    SimpleDecoder(Problem problem) {
        super(problem);
        length = problem.length;
        release = problem.release;
        demand = problem.demand;
        guard = problem.guard[0];
        beforeFrom = problem.inFrom;
        before = Arrays.stream(problem.in).map(e -> problem.before[e]).toArray();
        afterFrom = problem.outFrom;
        after = Arrays.stream(problem.out).map(e -> problem.after[e]).toArray();
        int ticks = problem.free[0].length + Arrays.stream(release).max().orElse(0);
        for (int k = 0; k < size; k++) {
            ticks += length[k];
        }
        whole = Arrays.copyOf(problem.free[0], ticks + 1);
        Arrays.fill(whole, problem.free[0].length, ticks + 1, problem.free[0][problem.free[0].length - 1]);
        free = whole.clone();
        waiting = new int[size];
        eligible = new int[size];
    }

    private void clear() {
        System.arraycopy(whole, 0, free, 0, used);
        used = 0;
    }

    @Override
    long forward(int[] list) {
        passes++;
        clear();
        int last = 0;
        for (int k = 0; k < list.length; k++) {
            int a = list[k];
            int t = release[a];
            for (int e = beforeFrom[a]; e < beforeFrom[a + 1]; e++) {
                t = Math.max(t, finish[before[e]]);
            }
            int end = put(a, t);
            last = Math.max(last, end);
        }
        used = Math.max(used, Math.min(last, free.length));
        return problem.dues || last >= Problem.NEVER ? cost() : last;
    }

    private int put(int a, int from) {
        int t = from;
        int d = length[a];
        long need = demand[a];
        if (need != 0) {
            t = fitting(t, d, need);
            if (t < 0) {
                start[a] = Problem.NEVER;
                finish[a] = Problem.NEVER;
                return Problem.NEVER;
            }
            for (int i = t; i < t + d; i++) {
                free[i] -= need;
            }
            used = Math.max(used, t + d);
        }
        start[a] = t;
        finish[a] = t + d;
        return t + d;
    }

    /// The first tick from `t` on at which there is enough for so long, or -1.
    private int fitting(int t, int d, long need) {
        int low = t;
        int high = t + d - 1;
        if (high >= free.length) {
            return -1;
        }
        int i = high;
        while (i >= low) {
            if (((free[i] - need) & guard) == guard) {
                i--;
            } else {
                // What lies between here and the old end is known to fit.
                t = i + 1;
                low = high + 1;
                high = i + d;
                if (high >= free.length) {
                    return -1;
                }
                i = high;
            }
        }
        return t;
    }

    @Override
    boolean backward(int[] list, int deadline) {
        passes++;
        clear();
        used = Math.min(deadline, free.length);
        for (int k = 0; k < list.length; k++) {
            int a = list[k];
            int f = deadline;
            for (int e = afterFrom[a]; e < afterFrom[a + 1]; e++) {
                f = Math.min(f, start[after[e]]);
            }
            int d = length[a];
            long need = demand[a];
            if (need != 0) {
                int low = f - d;
                int high = f - 1;
                int i = low;
                while (i <= high) {
                    if (i < 0) {
                        return false;
                    }
                    if (((free[i] - need) & guard) == guard) {
                        i++;
                    } else {
                        f = i;
                        high = low - 1;
                        low = i - d;
                        i = low;
                    }
                }
                for (i = f - d; i < f; i++) {
                    free[i] -= need;
                }
            }
            if (f - d < release[a]) {
                return false;
            }
            start[a] = f - d;
            finish[a] = f;
        }
        return true;
    }

    @Override
    long parallel(double[] key) {
        passes++;
        clear();
        int candidates = 0;
        for (int k = 0; k < size; k++) {
            waiting[k] = beforeFrom[k + 1] - beforeFrom[k];
            finish[k] = -1;
            if (waiting[k] == 0) {
                eligible[candidates++] = k;
            }
        }
        int now = 0;
        int left = size;
        int last = 0;
        while (left > 0) {
            int chosen = -1;
            int next = Integer.MAX_VALUE;
            for (int c = 0; c < candidates; c++) {
                int a = eligible[c];
                int t = release[a];
                for (int e = beforeFrom[a]; e < beforeFrom[a + 1]; e++) {
                    t = Math.max(t, finish[before[e]]);
                }
                t = Math.max(t, now);
                int fits = demand[a] == 0 ? t : fitting(t, length[a], demand[a]);
                if (fits < 0) {
                    fits = Problem.NEVER;
                }
                if (fits <= now) {
                    if (chosen < 0 || key[a] < key[eligible[chosen]]) {
                        chosen = c;
                    }
                    next = now;
                } else if (fits < next) {
                    next = fits;
                }
            }
            if (next > now) {
                if (next >= Problem.NEVER) {
                    for (int k = 0; k < size; k++) {
                        if (finish[k] < 0) {
                            start[k] = Problem.NEVER;
                            finish[k] = Problem.NEVER;
                        }
                    }
                    return cost();
                }
                now = next;
                continue;
            }
            int a = eligible[chosen];
            eligible[chosen] = eligible[--candidates];
            last = Math.max(last, put(a, now));
            left--;
            for (int e = afterFrom[a]; e < afterFrom[a + 1]; e++) {
                if (--waiting[after[e]] == 0) {
                    eligible[candidates++] = after[e];
                }
            }
        }
        return problem.dues ? cost() : last;
    }
}
