package org.fram.schedule.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.fram.schedule.Activity;
import org.fram.schedule.Plan;
import org.fram.schedule.Plans;
import org.fram.schedule.UnusablePlanException;
import org.fram.schedule.WorkCalendar;
import org.fram.schedule.risk.Distribution.Discrete;
import org.fram.schedule.risk.Distribution.Empirical;
import org.fram.schedule.risk.Distribution.LogNormal;
import org.fram.schedule.risk.Distribution.Pert;
import org.fram.schedule.risk.Distribution.Triangular;
import org.fram.schedule.risk.Distribution.Uniform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DistributionTest {

    /// A distribution, and the chance of a length at most `x` by its definition.
    private record Case(Distribution distribution, DoubleUnaryOperator chance) {}

    private static Stream<Case> cases() {
        return Stream.of(
                pert(1_000_000, 2_000_000, 9_000_000),
                pert(1_000_000, 1_000_000, 9_000_000),
                pert(1_000_000, 8_900_000, 9_000_000),
                pert(1_000_000, 5_037_000, 9_000_000),
                new Case(new Uniform(1e6, 3e6), x -> (x - 1e6) / 2e6),
                new Case(
                        new Triangular(1e6, 2e6, 6e6),
                        x -> x < 2e6 ? (x - 1e6) * (x - 1e6) / (5e6 * 1e6) : 1 - (6e6 - x) * (6e6 - x) / (5e6 * 4e6)),
                new Case(new LogNormal(1e6, 0.5), x -> Normal.chance(Math.log(x / 1e6) / 0.5)),
                new Case(
                        new Empirical(List.of(1e6, 3e6, 4e6)), x -> x < 3e6 ? (x - 1e6) / 4e6 : 0.5 + (x - 3e6) / 2e6));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sampledLengthsAreDistributedAsDefined(Case that) {
        var plan = Plan.of(
                "one",
                Plans.UTC,
                Plans.MONDAY,
                WorkCalendar.ALWAYS,
                List.of(Activity.of("A", "A", 1_000_000)),
                List.of());
        var model = new RiskModel(
                List.of(new RiskModel.Range(0, that.distribution(), "test", false)), List.of(), List.of());
        int samples = 50_000;
        var finishes = Simulation.of(
                        plan, model, SimulationSettings.USUAL.exactly(samples).finishesOnly())
                .finishes();
        long start = Plans.MONDAY.toEpochSecond(java.time.ZoneOffset.UTC) / 60;
        double distance = 0;
        for (int k = 1; k <= samples; k++) {
            double exact = that.chance().applyAsDouble((double) finishes.instant((k - 0.5) / samples) - start);
            distance = Math.max(
                    distance, Math.max(Math.abs((double) k / samples - exact), Math.abs((k - 1.0) / samples - exact)));
        }
        assertThat(distance).isLessThan(0.001);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void meansAreThoseOfTheQuantiles(Case that) {
        double sum = 0;
        for (int k = 0; k < 200_000; k++) {
            sum += that.distribution().quantile((k + 0.5) / 200_000);
        }
        double mean = that.distribution().mean();
        assertThat(sum / 200_000).isCloseTo(mean, within(mean * 0.0005));
        assertThat(that.distribution().times(3).mean()).isCloseTo(3 * mean, within(1e-6 * mean));
    }

    @Test
    void aDiscreteLengthIsOneOfItsLengths() {
        var discrete = new Discrete(List.of(30.0, 10.0), List.of(0.25, 0.75));

        assertThat(discrete.quantile(0.5)).isEqualTo(10);
        assertThat(discrete.quantile(0.8)).isEqualTo(30);
        assertThat(discrete.mean()).isEqualTo(15);
    }

    @Test
    void whatIsNoDistributionIsRefused() {
        assertThatThrownBy(() -> new Triangular(3, 2, 5)).isInstanceOf(UnusablePlanException.class);
        assertThatThrownBy(() -> new Pert(1, 2, Double.NaN)).isInstanceOf(UnusablePlanException.class);
        assertThatThrownBy(() -> new LogNormal(0, 1)).isInstanceOf(UnusablePlanException.class);
        assertThatThrownBy(() -> new Discrete(List.of(1.0), List.of(0.5))).isInstanceOf(UnusablePlanException.class);
        assertThatThrownBy(() -> new Empirical(List.of())).isInstanceOf(UnusablePlanException.class);
    }

    /// The beta distribution by summing its density in a million steps, with no regard to speed.
    private static Case pert(double best, double likely, double worst) {
        double left = 4 * (likely - best) / (worst - best);
        double right = 4 * (worst - likely) / (worst - best);
        int steps = 1_000_000;
        var cumulated = new double[steps + 1];
        for (int k = 0; k < steps; k++) {
            double x = (k + 0.5) / steps;
            cumulated[k + 1] = cumulated[k] + Math.pow(x, left) * Math.pow(1 - x, right);
        }
        double all = cumulated[steps];
        Arrays.setAll(cumulated, k -> cumulated[k] / all);
        return new Case(new Pert(best, likely, worst), x -> {
            double at = Math.clamp((x - best) / (worst - best), 0, 1) * steps;
            int below = Math.min((int) at, steps - 1);
            return cumulated[below] + (at - below) * (cumulated[below + 1] - cumulated[below]);
        });
    }
}
