package org.fram.schedule.risk;

import java.util.Arrays;
import org.fram.schedule.ColumnPass;
import org.fram.schedule.Network;
import org.jspecify.annotations.Nullable;

/// One thread's work on the blocks of a simulation; between blocks it allocates nothing.
final class Columns {

    private static final int WIDTH = ColumnPass.WIDTH;

    private final Network network;
    private final Sampling.Drawing drawing;
    private final @Nullable Bill bill;
    private final ColumnPass.Lengths lengths;
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

    /// What the samples at hand cost; null where nobody asks.
    private static final class Bill implements ColumnPass.Lengths {

        private final CostRates rates;
        private final Sampling.Drawing drawing;
        private final double[] sums = new double[WIDTH];

        Bill(CostRates rates, Sampling.Drawing drawing) {
            this.rates = rates;
            this.drawing = drawing;
        }

        void begin() {
            Arrays.fill(sums, 0);
            drawing.addEvents(rates.ofEvents(), sums);
        }

        @Override
        public void fill(int activity, double[] column) {
            drawing.fill(activity, column);
            double rate = rates.perMinute(activity);
            if (rate > 0) {
                for (int k = 0; k < WIDTH; k++) {
                    sums[k] += rate * column[k];
                }
            }
        }

        double sum(int sample, long finish) {
            return sums[sample] + rates.until(finish);
        }
    }

    /// @param rates by which samples cost something, or null
    Columns(Network network, Sampling sampling, @Nullable CostRates rates) {
        this.network = network;
        this.drawing = sampling.new Drawing();
        this.bill = rates == null ? null : new Bill(rates, drawing);
        this.lengths = bill == null ? drawing : bill;
        this.pass = network.oneClock() ? new ColumnPass(network) : null;
    }

    /// Fills in the finishes of a block, as far as the array goes, and the costs where they are asked for.
    void finishes(int block, long[] finishes, double[] costs) {
        int first = block * Strata.SIZE;
        for (int from = 0; from < Strata.SIZE && first + from < finishes.length; from += WIDTH) {
            drawing.at(block, from);
            int count = Math.min(WIDTH, finishes.length - first - from);
            if (bill != null) {
                bill.begin();
            }
            if (pass != null) {
                pass.run(lengths, last);
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
            if (bill != null) {
                for (int k = first + from; k < first + from + count; k++) {
                    costs[k] = bill.sum(k - first - from, finishes[k]);
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

    /// Fills in when each activity finishes in the samples of a block.
    ///
    /// @param finishes of each activity, an array of [Strata#SIZE]
    void finishesOfAll(int block, long[][] finishes) {
        var one = singly();
        for (int from = 0; from < Strata.SIZE; from += WIDTH) {
            drawing.at(block, from);
            draw(one);
            for (int k = 0; k < WIDTH; k++) {
                take(one, k);
                one.passing.finish(one.remaining);
                for (int activity = 0; activity < finishes.length; activity++) {
                    finishes[activity][from + k] = one.passing.finishOf(activity);
                }
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
                lengths.fill(k, one.columns[k]);
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
