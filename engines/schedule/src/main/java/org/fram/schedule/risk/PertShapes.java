package org.fram.schedule.risk;

/// Quantiles of PERT distributions between 0 and 1, laid out for all modes.
///
/// The quantiles of a shape are found by integrating its density; between the modes and the chances that are
/// laid out they are joined by straight lines. The chance that belongs to such a quantile is within 0.0003 of
/// the exact one (`DistributionTest`).
final class PertShapes {

    /// Chances that are laid out are `k / CELLS`.
    static final int CELLS = 1024;

    private static final int MODES = 128;
    private static final int STEPS = 4096;

    /// For each mode `m / MODES` the quantiles; computed once, never changed.
    private static final double[][] QUANTILES = quantiles();

    private PertShapes() {}

    /// The quantile of the shape with the given mode.
    static double quantile(double mode, double chance) {
        double at = chance * CELLS;
        int cell = Math.min((int) at, CELLS - 1);
        double low = at(mode, cell);
        return low + (at - cell) * (at(mode, cell + 1) - low);
    }

    /// The quantile of chance `cell / CELLS`.
    static double at(double mode, int cell) {
        double position = mode * MODES;
        int below = Math.min((int) position, MODES - 1);
        double low = QUANTILES[below][cell];
        return low + (position - below) * (QUANTILES[below + 1][cell] - low);
    }

    private static double[][] quantiles() {
        var quantiles = new double[MODES + 1][];
        for (int mode = 0; mode <= MODES / 2; mode++) {
            quantiles[mode] = quantiles((double) mode / MODES);
            var mirrored = new double[CELLS + 1];
            for (int cell = 0; cell <= CELLS; cell++) {
                mirrored[cell] = 1 - quantiles[mode][CELLS - cell];
            }
            quantiles[MODES - mode] = mirrored;
        }
        return quantiles;
    }

    private static double[] quantiles(double mode) {
        double left = 4 * mode;
        double right = 4 * (1 - mode);
        var cumulated = new double[STEPS + 1];
        double before = density(0, left, right);
        for (int k = 1; k <= STEPS; k++) {
            double middle = density((k - 0.5) / STEPS, left, right);
            double after = density((double) k / STEPS, left, right);
            cumulated[k] = cumulated[k - 1] + before + 4 * middle + after;
            before = after;
        }
        var quantiles = new double[CELLS + 1];
        int k = 0;
        for (int cell = 1; cell < CELLS; cell++) {
            double chance = cumulated[STEPS] * cell / CELLS;
            while (cumulated[k + 1] < chance) {
                k++;
            }
            quantiles[cell] = (k + (chance - cumulated[k]) / (cumulated[k + 1] - cumulated[k])) / STEPS;
        }
        quantiles[CELLS] = 1;
        return quantiles;
    }

    private static double density(double x, double left, double right) {
        return Math.pow(x, left) * Math.pow(1 - x, right);
    }
}
