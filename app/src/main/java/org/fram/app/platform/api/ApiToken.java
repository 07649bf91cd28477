package org.fram.app.platform.api;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.jspecify.annotations.Nullable;

/// That a program may act as a person, and how far.
///
/// @param name by which the person tells it from others
/// @param engagements for which it is good, or null for all of the person's
/// @param used when it was last used, to the minute, or null
public record ApiToken(
        UUID id,
        PersonId person,
        String name,
        Set<Scope> scopes,
        @Nullable Set<EngagementId> engagements,
        Instant created,
        Instant expires,
        @Nullable Instant used) {

    public ApiToken {
        scopes = Set.copyOf(scopes);
        engagements = engagements == null ? null : Set.copyOf(engagements);
    }

    /// Whether it is good for an engagement, as far as the person is.
    public boolean covers(EngagementId engagement) {
        return engagements == null || engagements.contains(engagement);
    }

    /// Whether it is good no more.
    public boolean expired(Instant now) {
        return !now.isBefore(expires);
    }
}
