package org.fram.schedule.risk;

import org.fram.schedule.ColumnPass;
import org.fram.schedule.Network;
import org.jspecify.annotations.Nullable;

/// One thread's work on the blocks of a simulation; between blocks it allocates nothing.
final class Columns {

    private static final int WIDTH = ColumnPass.WIDTH;

    private final Network network;
    private final Sampling.Drawing drawing;
    private final @Nullable ColumnPass pass;
    private final double[] last = new double[WIDTH];
    private @Nullable Singly singly;

    /// What is needed to pass through samples one by one.
    private static final class Singly {

        private final Network.Passing passing;
        private final double[][] columns;
        private final long[] remaining;

        Singly(Network network) {
            this.passing = network.new Passing();
            this.columns = new double[network.plan().activities().size()][];
            this.remaining = network.remaining();
            for (int k = 0; k < columns.length; k++) {
                if (remaining[k] > 0) {
                    columns[k] = new double[WIDTH];
                }
            }
        }
    }

    Columns(Network network, Sampling sampling) {
        this.network = network;
        this.drawing = sampling.new Drawing();
        this.pass = network.oneClock() ? new ColumnPass(network) : null;
    }

    /// Fills in the finishes of a block, as far as the array goes.
    void finishes(int block, long[] finishes) {
        int first = block * Strata.SIZE;
        for (int from = 0; from < Strata.SIZE && first + from < finishes.length; from += WIDTH) {
            drawing.at(block, from);
            int count = Math.min(WIDTH, finishes.length - first - from);
            if (pass != null) {
                pass.run(drawing, last);
                for (int k = 0; k < count; k++) {
                    finishes[first + from + k] = pass.instant(last[k]);
                }
            } else {
                var one = singly();
                draw(one);
                for (int k = 0; k < count; k++) {
                    take(one, k);
                    finishes[first + from + k] = one.passing.finish(one.remaining);
                }
            }
        }
    }

    /// Counts how often each activity is critical in a block, as far as there are samples.
    void countCritical(int block, int samples, int[] counts) {
        int first = block * Strata.SIZE;
        var one = singly();
        for (int from = 0; from < Strata.SIZE && first + from < samples; from += WIDTH) {
            drawing.at(block, from);
            draw(one);
            int count = Math.min(WIDTH, samples - first - from);
            for (int k = 0; k < count; k++) {
                take(one, k);
                long finish = one.passing.finish(one.remaining);
                one.passing.countCritical(one.remaining, finish, counts);
            }
        }
    }

    private Singly singly() {
        var one = singly;
        if (one == null) {
            one = new Singly(network);
            singly = one;
        }
        return one;
    }

    private void draw(Singly one) {
        for (int k = 0; k < one.columns.length; k++) {
            if (one.columns[k] != null) {
                drawing.fill(k, one.columns[k]);
            }
        }
    }

    private static void take(Singly one, int sample) {
        for (int k = 0; k < one.columns.length; k++) {
            if (one.columns[k] != null) {
                one.remaining[k] = Math.max(1, Math.round(one.columns[k][sample]));
            }
        }
    }
}
