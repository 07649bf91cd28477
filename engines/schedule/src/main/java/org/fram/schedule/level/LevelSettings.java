package org.fram.schedule.level;

/// How a plan is levelled.
///
/// @param seed of all randomness
/// @param effort how many rounds the engines work, each of about a second; the same seed and effort give
///     the same answer on every machine. Zero to go on until stopped, or until nothing better can be
/// @param threads that work on it; with an effort of no influence on the answer
/// @param engine what looks for schedules
public record LevelSettings(long seed, int effort, int threads, Engine engine) {

    /// What looks for schedules.
    public enum Engine {
        /// A population of schedules and constraint programming, which learn from each other.
        BOTH,
        /// A population of schedules alone.
        POPULATION,
        /// Constraint programming alone: one call of CP-SAT for the whole plan.
        CONSTRAINTS
    }

    /// Both engines on one thread until stopped.
    public static final LevelSettings USUAL = new LevelSettings(1, 0, 1, Engine.BOTH);

    public LevelSettings {
        if (effort < 0) {
            throw new IllegalArgumentException("An effort of %d; it is zero or more.".formatted(effort));
        }
        if (threads < 1) {
            throw new IllegalArgumentException("%d threads; there is at least one.".formatted(threads));
        }
    }

    /// The same with an end after so many rounds.
    public LevelSettings effort(int rounds) {
        return new LevelSettings(seed, rounds, threads, engine);
    }

    /// The same on so many threads.
    public LevelSettings on(int count) {
        return new LevelSettings(seed, effort, count, engine);
    }

    /// The same with another seed.
    public LevelSettings seeded(long other) {
        return new LevelSettings(other, effort, threads, engine);
    }

    /// The same by other means.
    public LevelSettings by(Engine other) {
        return new LevelSettings(seed, effort, threads, other);
    }
}
