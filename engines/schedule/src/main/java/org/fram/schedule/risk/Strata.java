package org.fram.schedule.risk;

import java.util.Random;

/// Latin hypercube sampling by the block: in each block of samples, each quantity takes a value from each of
/// as many strata of equal chance, in an order of its own.
///
/// Orders are not drawn anew each time. There is a pool of random orders; a quantity takes one of them for a
/// block, turned by a random number of places, with random bits of the strata flipped. Two quantities take
/// the same order at the same turn in 1 of 65,536 blocks; in such a block they are tied, in all others as
/// good as independent. The place within a stratum comes from a pool of random numbers in the same way. What
/// is taken is a function of seed, quantity and block alone.
///
/// Source: M. D. McKay, R. J. Beckman and W. J. Conover, *A comparison of three methods for selecting values
/// of input variables in the analysis of output from a computer code*, 1979.
final class Strata {

    /// Samples in a block, and strata.
    static final int SIZE = PertShapes.CELLS;

    private static final int ORDERS = 64;
    private static final int PLACES = 8192;

    private final long seed;
    /// Each order twice in a row, so that a turned one needs no wrapping around.
    private final char[][] orders = new char[ORDERS][2 * SIZE];
    private final float[] places = new float[PLACES + SIZE];

    Strata(long seed) {
        this.seed = seed;
        var random = new Random(seed);
        for (var order : orders) {
            for (int k = 0; k < SIZE; k++) {
                int other = random.nextInt(k + 1);
                order[k] = order[other];
                order[other] = (char) k;
            }
            System.arraycopy(order, 0, order, SIZE, SIZE);
        }
        for (int k = 0; k < PLACES; k++) {
            places[k] = random.nextFloat();
        }
        System.arraycopy(places, 0, places, PLACES, SIZE);
    }

    /// What a quantity takes in a block, as bits.
    long draw(int quantity, int block) {
        long z = seed + quantity * 0x9E3779B97F4A7C15L + block * 0xD1B54A32D192ED03L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    char[] order(long draw) {
        return orders[(int) (draw & (ORDERS - 1))];
    }

    int turned(long draw) {
        return (int) (draw >>> 6) & (SIZE - 1);
    }

    int flipped(long draw) {
        return (int) (draw >>> 16) & (SIZE - 1);
    }

    float[] places() {
        return places;
    }

    int place(long draw) {
        return (int) (draw >>> 26) & (PLACES - 1);
    }

    /// Fills a column with chances, between 0 and 1.
    ///
    /// @param from first sample within the block
    void chances(int quantity, int block, int from, double[] column) {
        long draw = draw(quantity, block);
        char[] order = order(draw);
        int turned = turned(draw) + from;
        int flipped = flipped(draw);
        int place = place(draw) + from;
        for (int k = 0; k < column.length; k++) {
            column[k] = ((order[turned + k] ^ flipped) + places[place + k]) * (1.0 / SIZE);
        }
    }
}
