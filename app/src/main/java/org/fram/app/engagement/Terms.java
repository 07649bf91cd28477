package org.fram.app.engagement;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What a manager says of an engagement as a whole; the fields are those of [Engagement].
///
/// @param version that was read when they began
public record Terms(
        String name,
        Kind kind,
        String summary,
        @Nullable Sourcing sourcing,
        @Nullable Integer seats,
        @Nullable Integer peakSeats,
        @Nullable LocalDate targetGoLive,
        ZoneId timeZone,
        int version) {}
