package org.fram.app.engagement;

import java.time.LocalDate;
import java.time.ZoneId;
import org.fram.app.platform.access.EngagementId;
import org.jspecify.annotations.Nullable;

/// One implementation, or one outsourced service.
///
/// @param summary what it is about, in a few sentences; may be empty
/// @param sourcing where the technology is to run, or null while that is open
/// @param seats of agents in normal weeks, or null while unknown
/// @param peakSeats of agents in peak weeks, or null where there are none or they are unknown
/// @param targetGoLive the day that somebody wants, or null
/// @param timeZone in which its days begin and end, where a site has no other
/// @param version how often it was stored; guards against two people saving at once
public record Engagement(
        EngagementId id,
        String name,
        Kind kind,
        String summary,
        @Nullable Sourcing sourcing,
        @Nullable Integer seats,
        @Nullable Integer peakSeats,
        @Nullable LocalDate targetGoLive,
        ZoneId timeZone,
        int version) {

    public Engagement {
        if (name.isBlank()) {
            throw new IllegalArgumentException("Engagement %s has a blank name.".formatted(id));
        }
    }
}
