package org.fram.schedule.risk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.fram.schedule.UnusablePlanException;

/// How long something may take, in working minutes or as a factor: what lengths, and how likely.
public sealed interface Distribution {

    /// The length that is not exceeded with the given chance.
    ///
    /// @param chance 0 to 1; of a distribution without an end, at the ends a length that is all but never
    /// passed
    double quantile(double chance);

    /// The mean length.
    double mean();

    /// The same with all lengths multiplied.
    Distribution times(double factor);

    /// Any length between two is as likely as another.
    record Uniform(double least, double most) implements Distribution {

        public Uniform {
            Ranges.inOrder(least, least, most);
        }

        @Override
        public double quantile(double chance) {
            return least + chance * (most - least);
        }

        @Override
        public double mean() {
            return (least + most) / 2;
        }

        @Override
        public Distribution times(double factor) {
            return new Uniform(least * factor, most * factor);
        }
    }

    /// Three points joined by straight lines.
    record Triangular(double best, double likely, double worst) implements Distribution {

        public Triangular {
            Ranges.inOrder(best, likely, worst);
        }

        @Override
        public double quantile(double chance) {
            double range = worst - best;
            if (range == 0) {
                return best;
            }
            double left = (likely - best) / range;
            return chance < left
                    ? best + Math.sqrt(chance * range * (likely - best))
                    : worst - Math.sqrt((1 - chance) * range * (worst - likely));
        }

        @Override
        public double mean() {
            return (best + likely + worst) / 3;
        }

        @Override
        public Distribution times(double factor) {
            return new Triangular(best * factor, likely * factor, worst * factor);
        }
    }

    /// Three points of PERT: a beta distribution between best and worst with shapes `1 + 4(likely -
    /// best)/range` and `1 + 4(worst - likely)/range`, and the mean `(best + 4 likely + worst)/6`.
    ///
    /// Source: D. G. Malcolm, J. H. Roseboom, C. E. Clark and W. Fazar, *Application of a technique for
    /// research and development program evaluation*, 1959.
    record Pert(double best, double likely, double worst) implements Distribution {

        public Pert {
            Ranges.inOrder(best, likely, worst);
        }

        @Override
        public double quantile(double chance) {
            double range = worst - best;
            return range == 0 ? best : best + range * PertShapes.quantile((likely - best) / range, chance);
        }

        @Override
        public double mean() {
            return (best + 4 * likely + worst) / 6;
        }

        @Override
        public Distribution times(double factor) {
            return new Pert(best * factor, likely * factor, worst * factor);
        }
    }

    /// The logarithm of the length is normal.
    ///
    /// @param median half of all lengths are below
    /// @param spread standard deviation of the logarithm
    record LogNormal(double median, double spread) implements Distribution {

        public LogNormal {
            if (!(median > 0 && median < Double.POSITIVE_INFINITY) || !(spread >= 0 && spread < 10)) {
                throw new UnusablePlanException(
                        "A lognormal length with median %s and spread %s: the median is more than zero, the spread 0 to 10."
                                .formatted(median, spread));
            }
        }

        @Override
        public double quantile(double chance) {
            return median * Math.exp(spread * Normal.quantile(chance));
        }

        @Override
        public double mean() {
            return median * Math.exp(spread * spread / 2);
        }

        @Override
        public Distribution times(double factor) {
            return new LogNormal(median * factor, spread);
        }
    }

    /// One of some lengths, each with its chance.
    ///
    /// @param chances as many as lengths; they add up to 1
    record Discrete(List<Double> lengths, List<Double> chances) implements Distribution {

        public Discrete {
            lengths = List.copyOf(lengths);
            chances = List.copyOf(chances);
            double sum = chances.stream().mapToDouble(Double::doubleValue).sum();
            if (lengths.isEmpty()
                    || lengths.size() != chances.size()
                    || !(Math.abs(sum - 1) < 1e-6)
                    || chances.stream().anyMatch(chance -> !(chance >= 0))
                    || lengths.stream().anyMatch(length -> !(length >= 0))) {
                throw new UnusablePlanException(
                        "Lengths %s with chances %s: there are as many of both, no length is negative, and chances add"
                                        .formatted(lengths, chances)
                                + " up to 1.");
            }
            var order = IntStream.range(0, lengths.size())
                    .boxed()
                    .sorted(Comparator.comparing(lengths::get))
                    .toList();
            lengths = order.stream().map(lengths::get).toList();
            chances = order.stream().map(chances::get).toList();
        }

        @Override
        public double quantile(double chance) {
            double passed = 0;
            for (int k = 0; k < lengths.size(); k++) {
                passed += chances.get(k);
                if (chance < passed) {
                    return lengths.get(k);
                }
            }
            return lengths.getLast();
        }

        @Override
        public double mean() {
            return IntStream.range(0, lengths.size())
                    .mapToDouble(k -> lengths.get(k) * chances.get(k))
                    .sum();
        }

        @Override
        public Distribution times(double factor) {
            return new Discrete(lengths.stream().map(length -> length * factor).toList(), chances);
        }
    }

    /// As it was: lengths that were observed, and straight lines between them.
    record Empirical(List<Double> observed) implements Distribution {

        public Empirical {
            if (observed.isEmpty() || observed.stream().anyMatch(length -> !(length >= 0))) {
                throw new UnusablePlanException(
                        "Observed lengths are at least one and none is negative, not %s.".formatted(observed));
            }
            var sorted = new ArrayList<>(observed);
            Collections.sort(sorted);
            observed = List.copyOf(sorted);
        }

        @Override
        public double quantile(double chance) {
            double at = chance * (observed.size() - 1);
            int below = (int) at;
            int above = Math.min(below + 1, observed.size() - 1);
            return observed.get(below) + (at - below) * (observed.get(above) - observed.get(below));
        }

        @Override
        public double mean() {
            double sum = 0;
            for (int k = 1; k < observed.size(); k++) {
                sum += (observed.get(k - 1) + observed.get(k)) / 2;
            }
            return observed.size() == 1 ? observed.getFirst() : sum / (observed.size() - 1);
        }

        @Override
        public Distribution times(double factor) {
            return new Empirical(
                    observed.stream().map(length -> length * factor).toList());
        }
    }

    /// What is left of a length of which some has passed without it having ended.
    ///
    /// @param whole the length from its beginning
    /// @param passed of it
    record Left(Distribution whole, double passed) implements Distribution {

        private static final int STEPS = 60;
        private static final int POINTS = 1024;

        public Left {
            if (!(passed >= 0 && passed < Double.POSITIVE_INFINITY)) {
                throw new UnusablePlanException("%s of a length have passed; that is zero or more.".formatted(passed));
            }
        }

        /// Zero where even the longest has passed.
        @Override
        public double quantile(double chance) {
            double ended = chanceBy(passed);
            return Math.max(0, whole.quantile(ended + chance * (1 - ended)) - passed);
        }

        private double chanceBy(double length) {
            double low = 0;
            double high = 1;
            for (int k = 0; k < STEPS; k++) {
                double middle = (low + high) / 2;
                if (whole.quantile(middle) <= length) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        /// By the quantiles at the middles of many equal chances.
        @Override
        public double mean() {
            double sum = 0;
            for (int k = 0; k < POINTS; k++) {
                sum += quantile((k + 0.5) / POINTS);
            }
            return sum / POINTS;
        }

        @Override
        public Distribution times(double factor) {
            return new Left(whole.times(factor), passed * factor);
        }
    }
}
