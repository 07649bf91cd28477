package org.fram.app.meeting;

import java.time.Instant;
import java.util.UUID;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.jspecify.annotations.Nullable;

/// A question that somebody was asked by a link, in place of a meeting.
///
/// @param link of the guest; all questions of one person come by one
/// @param answer empty as long as there is none
/// @param given when it was answered, or null
public record Asked(
        UUID id,
        EngagementId engagement,
        UUID meeting,
        UUID link,
        String name,
        int position,
        String question,
        PersonId askedBy,
        Instant asked,
        Instant expires,
        String answer,
        @Nullable Instant given) {}
