package org.fram.schedule.level;

import java.util.function.BooleanSupplier;

/// A population as a search: some thousand schedules a piece.
final class EvolutionSearch implements Search {

    private static final int CHILDREN_BETWEEN_LOOKS = 20;

    private final Evolution evolution;
    private final int children;

    /// @param positions how many activities it puts somewhere in a step, in all
    EvolutionSearch(Problem problem, long seed, int population, int positions) {
        this.evolution = new Evolution(problem, seed, population);
        this.children = Math.max(CHILDREN_BETWEEN_LOOKS, positions / Math.max(1, problem.size));
    }

    /// Makes the first schedule.
    void begin(Best best) {
        evolution.grow(1, best.bound() - 1);
        best.offer(evolution.cost(), evolution.starts());
    }

    @Override
    public boolean step(Best best, BooleanSupplier stop) {
        if (best.cost() < evolution.cost()) {
            evolution.join(best.starts());
        }
        for (int made = 0; made < children && !stop.getAsBoolean(); made += CHILDREN_BETWEEN_LOOKS) {
            evolution.grow(CHILDREN_BETWEEN_LOOKS, best.bound());
        }
        if (evolution.cost() < best.cost()) {
            best.offer(evolution.cost(), evolution.starts());
        }
        return !best.proven();
    }
}
