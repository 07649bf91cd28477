package org.fram.app.engagement.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.UUID;
import org.fram.app.engagement.Site;
import org.jspecify.annotations.Nullable;

/// A place that takes part in an engagement.
record SiteJson(
        UUID id,
        String name,
        String timeZone,

        @JsonPropertyDescription("Seats of agents there; absent where that is unknown.") @Nullable
        Integer seats) {

    static SiteJson of(Site site) {
        return new SiteJson(site.id(), site.name(), site.timeZone().getId(), site.seats());
    }
}
