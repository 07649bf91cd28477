package org.fram.app.engagement.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.LocalDate;
import java.util.UUID;
import org.fram.app.engagement.Engagement;
import org.fram.app.engagement.Kind;
import org.fram.app.engagement.Sourcing;
import org.jspecify.annotations.Nullable;

/// An engagement.
record EngagementJson(
        UUID id,
        @JsonPropertyDescription("How often it was stored.") int version,
        String name,
        Kind kind,

        @JsonPropertyDescription("What it is about; may be empty.")
        String summary,

        @JsonPropertyDescription("Where the technology is to run; absent while that is open.") @Nullable
        Sourcing sourcing,

        @JsonPropertyDescription("Seats of agents in normal weeks.") @Nullable
        Integer seats,

        @JsonPropertyDescription("Seats of agents in peak weeks.") @Nullable
        Integer peakSeats,

        @JsonPropertyDescription("The day that somebody wants.") @Nullable
        LocalDate targetGoLive,

        @JsonPropertyDescription("In which its days begin and end, as Europe/Lisbon.")
        String timeZone) {

    static EngagementJson of(Engagement engagement) {
        return new EngagementJson(
                engagement.id().value(),
                engagement.version(),
                engagement.name(),
                engagement.kind(),
                engagement.summary(),
                engagement.sourcing(),
                engagement.seats(),
                engagement.peakSeats(),
                engagement.targetGoLive(),
                engagement.timeZone().getId());
    }
}
