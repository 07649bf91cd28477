package org.fram.schedule.risk;

/// The normal distribution of mean 0 and standard deviation 1.
final class Normal {

    /// Chances are kept this far from 0 and 1, where quantiles end.
    private static final double EDGE = 1e-9;

    private Normal() {}

    /// The chance of a value at most `x`; within 1e-7.
    ///
    /// Source: M. Abramowitz and I. A. Stegun, *Handbook of mathematical functions*, 1964, 26.2.17.
    static double chance(double x) {
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double tail = Math.exp(-x * x / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return x >= 0 ? 1 - tail : tail;
    }

    /// The value that is not exceeded with a chance; within a relative 2e-9.
    ///
    /// Source: P. J. Acklam, *An algorithm for computing the inverse normal cumulative distribution
    /// function*, 2003.
    static double quantile(double chance) {
        double p = Math.clamp(chance, EDGE, 1 - EDGE);
        if (p < 0.02425) {
            return tail(Math.sqrt(-2 * Math.log(p)));
        }
        if (p > 1 - 0.02425) {
            return -tail(Math.sqrt(-2 * Math.log(1 - p)));
        }
        double q = p - 0.5;
        double r = q * q;
        return (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
                                                        + 1.383577518672690e+02)
                                                * r
                                        - 3.066479806614716e+01)
                                * r
                        + 2.506628277459239e+00)
                * q
                / (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
                                                        + 6.680131188771972e+01)
                                                * r
                                        - 1.328068155288572e+01)
                                * r
                        + 1);
    }

    private static double tail(double q) {
        return (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q
                                                        - 2.549732539343734e+00)
                                                * q
                                        + 4.374664141464968e+00)
                                * q
                        + 2.938163982698783e+00)
                / ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q
                                        + 3.754408661907416e+00)
                                * q
                        + 1);
    }
}
