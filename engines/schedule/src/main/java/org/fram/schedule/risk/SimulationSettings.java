package org.fram.schedule.risk;

/// How a plan is simulated.
///
/// @param seed of all randomness
/// @param samples at most; exactly so many where `tolerance` is zero
/// @param tolerance stop when the 95 % confidence interval of the P80 date is at most this share of the range
/// from
///     P10 to P90, on either side; zero to go on to the end
/// @param threads that work on it; of no influence on the answer
/// @param details whether criticality and drivers are computed too
public record SimulationSettings(long seed, int samples, double tolerance, int threads, boolean details) {

    /// Up to 100,000 samples, until P80 is known within 1 % of the range, with details.
    public static final SimulationSettings USUAL = new SimulationSettings(1, 100_000, 0.01, 1, true);

    public SimulationSettings {
        if (samples < 1 || samples > 1_000_000_000) {
            throw new IllegalArgumentException("%d samples; it is 1 to 1,000,000,000.".formatted(samples));
        }
        if (!(tolerance >= 0 && tolerance < 1)) {
            throw new IllegalArgumentException("A tolerance of %s; it is 0 to 1.".formatted(tolerance));
        }
        if (threads < 1) {
            throw new IllegalArgumentException("%d threads; there is at least one.".formatted(threads));
        }
    }

    /// The same with exactly so many samples.
    public SimulationSettings exactly(int count) {
        return new SimulationSettings(seed, count, 0, threads, details);
    }

    /// The same on so many threads.
    public SimulationSettings on(int count) {
        return new SimulationSettings(seed, samples, tolerance, count, details);
    }

    /// The same with another seed.
    public SimulationSettings seeded(long other) {
        return new SimulationSettings(other, samples, tolerance, threads, details);
    }

    /// The same for finishes only.
    public SimulationSettings finishesOnly() {
        return new SimulationSettings(seed, samples, tolerance, threads, false);
    }
}
