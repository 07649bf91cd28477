package org.fram.app.platform.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/// Something that the server does at its start and again and again from then on, such as looking at days that pass.
/// A module offers one as a bean. What fails is tried again in the next round.
///
/// @param name of its thread, as `reminding`
/// @param pause how long it is until the next round, from the moment at which one has ended
/// @param work one round
public record Round(String name, Function<Instant, Duration> pause, Runnable work) {

    /// One with the same pause each time.
    public static Round every(String name, Duration pause, Runnable work) {
        return new Round(name, _ -> pause, work);
    }
}
