package org.fram.schedule.level;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The best schedule that is known, and what none can be better than; several searches share it.
final class Best {

    private long cost = Long.MAX_VALUE;
    private long bound;
    private int @Nullable [] starts;

    /// A copy, for a search that is not to be disturbed.
    synchronized Best copy() {
        var copy = new Best();
        copy.cost = cost;
        copy.bound = bound;
        copy.starts = starts;
        return copy;
    }

    synchronized long cost() {
        return cost;
    }

    synchronized long bound() {
        return bound;
    }

    /// The starts, not to be changed.
    synchronized int[] starts() {
        if (starts == null) {
            throw new IllegalStateException("Nothing has been scheduled yet.");
        }
        return starts;
    }

    /// Whether nothing is left to be found.
    synchronized boolean proven() {
        return cost <= bound;
    }

    synchronized void offer(long other, int[] from) {
        if (other < cost) {
            cost = other;
            starts = Arrays.copyOf(from, from.length);
        }
    }

    synchronized void raise(long other) {
        bound = Math.max(bound, other);
    }

    /// Takes over what another knows.
    void learn(Best other) {
        if (other.cost() < cost()) {
            offer(other.cost(), other.starts());
        }
        raise(other.bound());
    }
}
