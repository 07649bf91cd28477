package org.fram.schedule;

/// Working time within one day, in minutes since its midnight. Work through midnight is two shifts, one a
/// day.
///
/// @param from 0 to 1439
/// @param to after `from`, at most 1440
public record Shift(int from, int to) {

    /// The whole day.
    public static final Shift ALL_DAY = new Shift(0, 1440);

    public Shift {
        if (from < 0 || to > 1440 || from >= to) {
            throw new IllegalArgumentException(
                    "A shift from minute %d to minute %d is not within a day and in order.".formatted(from, to));
        }
    }

    /// A shift between two full hours.
    public static Shift ofHours(int from, int to) {
        return new Shift(from * 60, to * 60);
    }
}
