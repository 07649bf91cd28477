package org.fram.schedule.level;

import java.util.Arrays;
import org.fram.schedule.Grid;

/// The decoder of all other plans: links of any type with lags, clocks that pause, dates that bind, many
/// resources.
final class ClockedDecoder extends Decoder {

    private static final int FIRST_TICKS = 4096;

    private final int ticks;
    private final long[] guard;
    private final long[][] free;
    /// The words in which an activity needs something: `needFrom[k]` to `needFrom[k + 1]` of `needWord`.
    private final int[] needFrom;
    private final int[] needWord;
    private final long[] needed;
    private final int[] waiting;
    private final int[] eligible;
    private int laidOut;
    private int used;
    private int earliestFinish;
    private int latestFinish;
    private int latestStart;

    ClockedDecoder(Problem problem) {
        super(problem);
        guard = problem.guard;
        ticks = problem.oneClock() ? oneAfterTheOther(problem) : problem.workBefore[0].length - 1;
        laidOut = Math.min(ticks, Math.max(problem.free[0].length, FIRST_TICKS));
        free = new long[problem.words][];
        needFrom = new int[size + 1];
        var word = new int[size * problem.words];
        var amount = new long[size * problem.words];
        int at = 0;
        for (int k = 0; k < size; k++) {
            for (int w = 0; w < problem.words; w++) {
                if (problem.demand[k * problem.words + w] != 0) {
                    word[at] = w;
                    amount[at++] = problem.demand[k * problem.words + w];
                }
            }
            needFrom[k + 1] = at;
        }
        needWord = Arrays.copyOf(word, at);
        needed = Arrays.copyOf(amount, at);
        waiting = new int[size];
        eligible = new int[size];
        for (int w = 0; w < problem.words; w++) {
            free[w] = new long[laidOut];
            layOut(w, 0);
        }
    }

    private static int oneAfterTheOther(Problem problem) {
        long last = problem.free[0].length;
        for (int k = 0; k < problem.size; k++) {
            last = Math.max(last, problem.release[k]);
            last = Math.max(last, problem.finishRelease[k]);
            last = Math.max(last, problem.pinned[k] + (long) problem.length[k]);
        }
        for (int k = 0; k < problem.size; k++) {
            last += problem.length[k];
        }
        for (int lag : problem.lag) {
            last += Math.max(0, lag);
        }
        return (int) Math.min(Problem.NEVER - 1, last + 1);
    }

    private void layOut(int w, int from) {
        var whole = problem.free[w];
        if (from < whole.length) {
            System.arraycopy(whole, from, free[w], from, Math.min(whole.length, laidOut) - from);
        }
        if (laidOut > whole.length) {
            Arrays.fill(free[w], Math.max(from, whole.length), laidOut, whole[whole.length - 1]);
        }
    }

    /// Makes room for a tick; false where it is beyond all time.
    private boolean reach(int tick) {
        if (tick < laidOut) {
            return true;
        }
        if (tick >= ticks) {
            return false;
        }
        int known = laidOut;
        laidOut = (int) Math.min(ticks, Math.max(2L * known, tick + 1L));
        for (int w = 0; w < problem.words; w++) {
            free[w] = Arrays.copyOf(free[w], laidOut);
            layOut(w, known);
        }
        return true;
    }

    private void clear() {
        int end = Math.min(used, laidOut);
        for (int w = 0; w < problem.words; w++) {
            var whole = problem.free[w];
            int given = Math.min(end, whole.length);
            System.arraycopy(whole, 0, free[w], 0, given);
            Arrays.fill(free[w], given, end, whole[whole.length - 1]);
        }
        used = 0;
    }

    @Override
    long forward(int[] list) {
        passes++;
        clear();
        for (int a : list) {
            int from = earliest(a);
            place(a, from, fitting(a, from));
        }
        return cost();
    }

    /// Starts and finishes as if there were enough of everything.
    void withoutResources() {
        for (int a = 0; a < size; a++) {
            int from = earliest(a);
            int tick = problem.pinned[a] == Grid.NONE ? from : problem.pinned[a];
            if (from >= Problem.NEVER) {
                throw new IllegalStateException("Activity %d lies beyond all time.".formatted(a));
            }
            start[a] = tick;
            int end = book(a, tick, problem.length[a], false);
            finish[a] = problem.pinned[a] == Grid.NONE ? Math.max(end, earliestFinish) : end;
        }
    }

    /// Moves what is to be late behind as far as it moves nothing else, from a schedule that keeps all
    /// links and amounts.
    void putLate(int[] starts, int[] finishes) {
        clear();
        System.arraycopy(starts, 0, start, 0, size);
        System.arraycopy(finishes, 0, finish, 0, size);
        int last = 0;
        for (int a = 0; a < size; a++) {
            book(a, start[a], problem.length[a], problem.pinned[a] == Grid.NONE);
            last = Math.max(last, finish[a]);
        }
        for (int a = size - 1; a >= 0; a--) {
            if (!problem.late[a] || problem.pinned[a] != Grid.NONE) {
                continue;
            }
            int from = start[a];
            int to = finish[a];
            unbook(a);
            limits(a, Math.min(last, problem.finishDue[a]));
            if (latestFinish < to || !placeLate(a, latestFinish, latestStart)) {
                start[a] = from;
                finish[a] = to;
                book(a, from, problem.length[a], true);
            }
        }
    }

    private void unbook(int a) {
        int c = problem.clock[a];
        int work = c == Grid.NONE ? start[a] : problem.workBefore[c][start[a]];
        for (int k = needFrom[a]; k < needFrom[a + 1]; k++) {
            for (int i = work; i < work + problem.length[a]; i++) {
                free[needWord[k]][c == Grid.NONE ? i : problem.workTick[c][i]] += needed[k];
            }
        }
    }

    /// The tick before which an activity cannot start; sets when it cannot finish before.
    private int earliest(int a) {
        int from = problem.release[a];
        int end = problem.finishRelease[a];
        for (int k = problem.inFrom[a]; k < problem.inFrom[a + 1]; k++) {
            int e = problem.in[k];
            int b = problem.before[e];
            int then = lagged(problem.fromFinish[e] ? finish[b] : start[b], problem.lag[e], problem.lagClock[e]);
            if (problem.toStart[e]) {
                from = Math.max(from, then);
            } else {
                end = Math.max(end, then);
            }
        }
        earliestFinish = end;
        if (problem.length[a] == 0) {
            return Math.max(from, end);
        }
        if (from >= ticks) {
            return Problem.NEVER;
        }
        int c = problem.clock[a];
        if (c == Grid.NONE) {
            return Math.max(from, end - problem.length[a]);
        }
        int work =
                Math.max(problem.workBefore[c][from], problem.workBefore[c][Math.min(end, ticks)] - problem.length[a]);
        return work < problem.workTick[c].length ? problem.workTick[c][work] : Problem.NEVER;
    }

    private int lagged(int tick, int lag, int clock) {
        if (lag == 0 || tick >= Problem.NEVER) {
            return tick;
        }
        if (clock == Grid.NONE) {
            return Math.max(0, tick + lag);
        }
        var before = problem.workBefore[clock];
        var worked = problem.workTick[clock];
        int work = before[Math.min(tick, ticks)] + lag;
        if (lag > 0) {
            return work > worked.length ? Problem.NEVER : worked[work - 1] + 1;
        }
        return work < 0 ? 0 : work < worked.length ? worked[work] : ticks;
    }

    /// The first tick from `from` on at which an activity finds what it needs, or [Problem#NEVER].
    private int fitting(int a, int from) {
        if (problem.pinned[a] != Grid.NONE) {
            return problem.pinned[a];
        }
        int length = problem.length[a];
        if (length == 0 || from >= Problem.NEVER) {
            return from;
        }
        int c = problem.clock[a];
        if (c == Grid.NONE) {
            return fittingAlways(a, from, length);
        }
        var worked = problem.workTick[c];
        int work = problem.workBefore[c][from];
        if (needFrom[a] == needFrom[a + 1]) {
            return work + length <= worked.length ? worked[work] : Problem.NEVER;
        }
        int low = work;
        int high = work + length - 1;
        if (high >= worked.length || !reach(worked[high])) {
            return Problem.NEVER;
        }
        int i = high;
        while (i >= low) {
            if (fits(a, worked[i])) {
                i--;
            } else {
                work = i + 1;
                low = high + 1;
                high = i + length;
                if (high >= worked.length || !reach(worked[high])) {
                    return Problem.NEVER;
                }
                i = high;
            }
        }
        return worked[work];
    }

    private int fittingAlways(int a, int from, int length) {
        if (needFrom[a] == needFrom[a + 1]) {
            return from;
        }
        int low = from;
        int high = from + length - 1;
        if (!reach(high)) {
            return Problem.NEVER;
        }
        int i = high;
        while (i >= low) {
            if (fits(a, i)) {
                i--;
            } else {
                from = i + 1;
                low = high + 1;
                high = i + length;
                if (!reach(high)) {
                    return Problem.NEVER;
                }
                i = high;
            }
        }
        return from;
    }

    private boolean fits(int a, int tick) {
        for (int k = needFrom[a]; k < needFrom[a + 1]; k++) {
            int w = needWord[k];
            if (((free[w][tick] - needed[k]) & guard[w]) != guard[w]) {
                return false;
            }
        }
        return true;
    }

    /// Puts an activity at a tick; what is bound to a date took what it needs from the beginning.
    private void place(int a, int from, int tick) {
        int length = problem.length[a];
        if (from >= Problem.NEVER || tick >= Problem.NEVER) {
            start[a] = Problem.NEVER;
            finish[a] = Problem.NEVER;
            return;
        }
        start[a] = tick;
        boolean pinned = problem.pinned[a] != Grid.NONE;
        int end = book(a, tick, length, !pinned);
        finish[a] = pinned ? end : Math.max(end, earliestFinish);
    }

    /// Takes what an activity needs in the ticks that it works, if it is to, and gives the tick at which
    /// it is done.
    private int book(int a, int tick, int length, boolean taking) {
        if (length == 0) {
            return tick;
        }
        int c = problem.clock[a];
        int work = c == Grid.NONE ? tick : problem.workBefore[c][tick];
        int end = c == Grid.NONE ? tick + length : problem.workTick[c][work + length - 1] + 1;
        if (taking && needFrom[a] < needFrom[a + 1]) {
            used = Math.max(used, end);
            for (int k = needFrom[a]; k < needFrom[a + 1]; k++) {
                var row = free[needWord[k]];
                long amount = needed[k];
                for (int i = work; i < work + length; i++) {
                    row[c == Grid.NONE ? i : problem.workTick[c][i]] -= amount;
                }
            }
        }
        return end;
    }

    @Override
    boolean backward(int[] list, int deadline) {
        passes++;
        clear();
        if (!reach(Math.max(0, deadline - 1))) {
            return false;
        }
        for (int a : list) {
            if (problem.pinned[a] != Grid.NONE) {
                start[a] = problem.pinned[a];
                finish[a] = book(a, start[a], problem.length[a], false);
                continue;
            }
            limits(a, deadline);
            if (latestFinish < 0 || latestStart < 0 || !placeLate(a, latestFinish, latestStart)) {
                return false;
            }
        }
        return true;
    }

    /// Sets when an activity can start and finish at the latest.
    private void limits(int a, int deadline) {
        latestFinish = deadline;
        latestStart = Integer.MAX_VALUE;
        for (int k = problem.outFrom[a]; k < problem.outFrom[a + 1]; k++) {
            int e = problem.out[k];
            int b = problem.after[e];
            int then = unlagged(problem.toStart[e] ? start[b] : finish[b], problem.lag[e], problem.lagClock[e]);
            if (problem.fromFinish[e]) {
                latestFinish = Math.min(latestFinish, then);
            } else {
                latestStart = Math.min(latestStart, then);
            }
        }
    }

    private int unlagged(int tick, int lag, int clock) {
        if (lag == 0) {
            return tick;
        }
        if (clock == Grid.NONE) {
            return tick - lag;
        }
        var worked = problem.workTick[clock];
        int work = problem.workBefore[clock][Math.min(tick, ticks)] - lag;
        return work < 0 ? -1 : work < worked.length ? worked[work] : ticks;
    }

    private boolean placeLate(int a, int end, int begin) {
        int length = problem.length[a];
        int c = problem.clock[a];
        if (length == 0) {
            start[a] = Math.min(end, begin);
            finish[a] = start[a];
            return start[a] >= problem.release[a];
        }
        int work = c == Grid.NONE ? end : problem.workBefore[c][Math.min(end, ticks)];
        if (begin < ticks) {
            int latest = c == Grid.NONE ? begin : problem.workBefore[c][begin + 1] - 1;
            work = Math.min(work, latest + length);
        }
        int high = work - 1;
        int low = work - length;
        int i = low;
        while (i <= high) {
            if (i < 0) {
                return false;
            }
            if (fits(a, c == Grid.NONE ? i : problem.workTick[c][i])) {
                i++;
            } else {
                work = i;
                high = low - 1;
                low = i - length;
                i = low;
            }
        }
        if (work - length < 0) {
            return false;
        }
        int from = c == Grid.NONE ? work - length : problem.workTick[c][work - length];
        if (from < problem.release[a]) {
            return false;
        }
        start[a] = from;
        finish[a] = book(a, from, length, true);
        return true;
    }

    @Override
    long parallel(double[] key) {
        passes++;
        clear();
        int candidates = 0;
        for (int k = 0; k < size; k++) {
            waiting[k] = problem.inFrom[k + 1] - problem.inFrom[k];
            if (waiting[k] == 0) {
                eligible[candidates++] = k;
            }
        }
        int now = 0;
        for (int left = size; left > 0; ) {
            int chosen = -1;
            int next = Integer.MAX_VALUE;
            for (int c = 0; c < candidates; c++) {
                int a = eligible[c];
                int from = earliest(a);
                int fits = from >= Problem.NEVER ? from : fitting(a, Math.max(from, now));
                if (fits <= now || problem.pinned[a] != Grid.NONE || fits >= Problem.NEVER) {
                    if (chosen < 0 || key[a] < key[eligible[chosen]]) {
                        chosen = c;
                    }
                } else {
                    next = Math.min(next, fits);
                }
            }
            if (chosen < 0) {
                now = next;
                continue;
            }
            int a = eligible[chosen];
            eligible[chosen] = eligible[--candidates];
            int from = earliest(a);
            place(a, from, from >= Problem.NEVER ? from : fitting(a, Math.max(from, now)));
            left--;
            for (int k = problem.outFrom[a]; k < problem.outFrom[a + 1]; k++) {
                int after = problem.after[problem.out[k]];
                if (--waiting[after] == 0) {
                    eligible[candidates++] = after;
                }
            }
        }
        return cost();
    }
}
