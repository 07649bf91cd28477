package org.fram.rules;

import java.util.function.BooleanSupplier;

/// What the evaluation of one practice may cost. A step is a call of a function or an item of a list that is
/// gone through.
final class Budget {

    /// How many steps lie between two looks at whether to stop.
    private static final int LOOK = 4096;

    private final BooleanSupplier stop;
    private long left;

    Budget(long steps, BooleanSupplier stop) {
        this.left = steps;
        this.stop = stop;
    }

    void step() {
        left--;
        if (left < 0) {
            throw new ExceededException(false);
        }
        if (left % LOOK == 0 && stop.getAsBoolean()) {
            throw new ExceededException(true);
        }
    }

    /// The evaluation costs too much, or somebody has stopped it.
    static final class ExceededException extends RuntimeException {

        private final boolean stopped;

        ExceededException(boolean stopped) {
            super("stopped", null, false, false);
            this.stopped = stopped;
        }

        boolean stopped() {
            return stopped;
        }
    }
}
