package org.fram.app.engagement;

import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place that takes part in an engagement, with its own time.
///
/// @param seats of agents there, or null where that is unknown
public record Site(
        UUID id, String name, ZoneId timeZone, @Nullable Integer seats) {}
