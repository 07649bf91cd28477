package org.fram.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/// Says when a time is up. It runs from the moment at which it is made.
final class TimeLimit implements BooleanSupplier {

    private final InstantSource clock;
    private final Instant end;

    TimeLimit(InstantSource clock, Duration most) {
        this.clock = clock;
        this.end = clock.instant().plus(most);
    }

    /// Whether the time is up.
    @Override
    public boolean getAsBoolean() {
        return clock.instant().isAfter(end);
    }
}
