package org.fram.schedule.risk;

import org.fram.schedule.UnusablePlanException;

/// Ranges of three points.
final class Ranges {

    private Ranges() {}

    static void inOrder(double best, double likely, double worst) {
        if (!(best >= 0 && best <= likely && likely <= worst && worst < Double.POSITIVE_INFINITY)) {
            throw new UnusablePlanException("A range from %s over %s to %s: none is negative, and they are in order."
                    .formatted(best, likely, worst));
        }
    }
}
