package org.fram.schedule.level;

import java.util.Arrays;
import java.util.SplittableRandom;

/// A population of schedules that get better: a child takes a stretch of its mother's order as it is, and what
/// is before and after in the order of its father; each is justified, and takes the place of one that is worse.
///
/// The stretch is where the mother uses the resources best. When nothing has become better for long it begins anew.
///
/// Source: S. Hartmann, *A competitive genetic algorithm for resource-constrained project scheduling*, 1998;
/// V. Valls, F. Ballestín and S. Quintanilla, *A hybrid genetic algorithm for the RCPSP*, 2008 (the peak
/// crossover).
final class Evolution {

    private final Problem problem;
    private final Decoder decoder;
    private final SplittableRandom random;
    private final int size;
    private final int population;
    private final int[][] list;
    private final int[][] starts;
    private final long[] cost;
    private final long[] mark;
    private final int[] child;
    private final int[] place;
    private final double[] key;
    private final int[] tail;
    private final double[] weight;
    private final int[] best;
    private long bestCost = Long.MAX_VALUE;
    private int members;
    private int births;
    private int sinceBetter;

    Evolution(Problem problem, long seed, int population) {
        this.problem = problem;
        this.decoder = Decoder.of(problem);
        this.random = new SplittableRandom(seed);
        this.size = problem.size;
        this.population = population;
        list = new int[population][size];
        starts = new int[population][size];
        cost = new long[population];
        mark = new long[population];
        child = new int[size];
        place = new int[size];
        key = new double[size];
        tail = Bounds.tails(problem);
        best = new int[size];
        weight = weights();
    }

    /// The least cost that was found.
    long cost() {
        return bestCost;
    }

    /// The starts of the best schedule.
    int[] starts() {
        return best;
    }

    long passes() {
        return decoder.passes;
    }

    /// Makes so many schedules, or stops at the cost that cannot be bettered.
    void grow(int children, long enough) {
        for (int k = 0; k < children && bestCost > enough; k++) {
            if (members < population && births < 2 * population) {
                beBorn();
            } else if (sinceBetter > 60 * population) {
                beginAnew();
            } else {
                breed();
            }
        }
    }

    /// Takes a schedule from elsewhere in.
    void join(int[] from) {
        System.arraycopy(from, 0, decoder.start, 0, size);
        long reached = decoder.forward(decoder.byStart().clone());
        keep(decoder.justify(reached));
    }

    private void beBorn() {
        double noise = births++ == 0 ? 0 : 0.1 + 0.5 * random.nextDouble();
        for (int k = 0; k < size; k++) {
            key[k] = -tail[k] * (1 + noise * (random.nextDouble() - 0.5)) - problem.priority[k] * 1e-3;
        }
        long reached;
        if (births % 2 == 0) {
            reached = decoder.parallel(key);
        } else {
            inOrderOfKeys();
            reached = decoder.forward(child);
        }
        keep(decoder.justify(reached));
    }

    /// An order that keeps the links: of those that need not wait any more, always the lowest key.
    private void inOrderOfKeys() {
        int candidates = 0;
        for (int k = 0; k < size; k++) {
            place[k] = problem.inFrom[k + 1] - problem.inFrom[k];
        }
        for (int k = 0; k < size; k++) {
            if (place[k] == 0) {
                child[candidates++] = k;
            }
        }
        for (int at = 0; at < size; at++) {
            int chosen = at;
            for (int c = at + 1; c < candidates; c++) {
                if (key[child[c]] < key[child[chosen]]) {
                    chosen = c;
                }
            }
            int a = child[chosen];
            child[chosen] = child[at];
            child[at] = a;
            for (int k = problem.outFrom[a]; k < problem.outFrom[a + 1]; k++) {
                int after = problem.after[problem.out[k]];
                if (--place[after] == 0) {
                    child[candidates++] = after;
                }
            }
        }
    }

    private void breed() {
        int mother = oneOfTwo();
        int father = oneOfTwo();
        if (mother == father && members > 1) {
            father = (father + 1 + random.nextInt(members - 1)) % members;
        }
        cross(list[mother], list[father], starts[mother]);
        if (members < population || random.nextInt(3) == 0) {
            shift();
        }
        keep(decoder.justify(decoder.forward(child)));
    }

    private int oneOfTwo() {
        int one = random.nextInt(members);
        int other = random.nextInt(members);
        return cost[one] <= cost[other] ? one : other;
    }

    private void cross(int[] mother, int[] father, int[] mothersStarts) {
        int length = Math.max(2, size / 4 + random.nextInt(Math.max(1, size / 2)));
        length = Math.min(length, size);
        int from = random.nextInt(size - length + 1);
        if (random.nextInt(4) != 0) {
            int other = random.nextInt(size - length + 1);
            if (used(mother, mothersStarts, other, length) > used(mother, mothersStarts, from, length)) {
                from = other;
            }
        }
        int to = from + length;
        for (int k = 0; k < size; k++) {
            place[mother[k]] = k;
        }
        int first = 0;
        int last = to;
        for (int k = 0; k < size; k++) {
            int a = father[k];
            int at = place[a];
            if (at < from) {
                child[first++] = a;
            } else if (at >= to) {
                child[last++] = a;
            }
        }
        System.arraycopy(mother, from, child, from, length);
    }

    /// How well a stretch of an order uses resources: its work by the time that it spans.
    private double used(int[] order, int[] when, int from, int length) {
        double work = 0;
        int begin = Integer.MAX_VALUE;
        int end = 0;
        for (int k = from; k < from + length; k++) {
            int a = order[k];
            work += weight[a];
            begin = Math.min(begin, when[a]);
            end = Math.max(end, when[a] + problem.length[a]);
        }
        return work / Math.max(1, end - begin);
    }

    /// Moves some activities to other places within what their links allow.
    private void shift() {
        int moves = 1 + random.nextInt(3);
        for (int move = 0; move < moves; move++) {
            int at = random.nextInt(size);
            int a = child[at];
            int reach = 1 + random.nextInt(Math.max(1, size / 6));
            if (random.nextBoolean()) {
                int to = at;
                while (to > 0 && reach-- > 0 && !linked(child[to - 1], a)) {
                    child[to] = child[to - 1];
                    to--;
                }
                child[to] = a;
            } else {
                int to = at;
                while (to < size - 1 && reach-- > 0 && !linked(a, child[to + 1])) {
                    child[to] = child[to + 1];
                    to++;
                }
                child[to] = a;
            }
        }
    }

    private boolean linked(int before, int after) {
        for (int k = problem.inFrom[after]; k < problem.inFrom[after + 1]; k++) {
            if (problem.before[problem.in[k]] == before) {
                return true;
            }
        }
        return false;
    }

    /// Takes the schedule of the decoder in, if it is new and good enough.
    private void keep(long reached) {
        sinceBetter++;
        if (reached < bestCost) {
            bestCost = reached;
            System.arraycopy(decoder.start, 0, best, 0, size);
            sinceBetter = 0;
        }
        long hash = reached;
        for (int k = 0; k < size; k++) {
            hash = hash * 0x9E3779B97F4A7C15L + decoder.start[k];
        }
        for (int k = 0; k < members; k++) {
            if (mark[k] == hash) {
                return;
            }
        }
        int at = members;
        if (members < population) {
            members++;
        } else {
            int one = random.nextInt(population);
            int other = random.nextInt(population);
            at = cost[one] >= cost[other] ? one : other;
            if (cost[at] < reached || (cost[at] == bestCost && reached > bestCost)) {
                return;
            }
        }
        cost[at] = reached;
        mark[at] = hash;
        System.arraycopy(decoder.start, 0, starts[at], 0, size);
        System.arraycopy(decoder.byStart(), 0, list[at], 0, size);
    }

    private void beginAnew() {
        members = 0;
        births = 1;
        sinceBetter = 0;
        Arrays.fill(mark, 0);
    }

    private double[] weights() {
        var work = new double[size];
        int count = problem.resources.length;
        for (int r = 0; r < count; r++) {
            double most = Math.max(
                    1,
                    problem.capacity.get(r).stream()
                            .mapToInt(step -> step.units())
                            .max()
                            .orElse(1));
            for (int k = 0; k < size; k++) {
                work[k] += problem.length[k] * problem.need[k * count + r] / most;
            }
        }
        return work;
    }
}
