package org.fram.app.plan;

import java.util.UUID;
import org.fram.schedule.Link;
import org.jspecify.annotations.Nullable;

/// What waits for what in a kept plan.
///
/// @param lag in minutes
/// @param lagCalendar the name of the calendar in which it passes, or null where it passes day and night
public record PlannedLink(
        UUID before,
        UUID after,
        Link.Type type,
        long lag,
        @Nullable String lagCalendar) {}
