package org.fram.app.platform.webhooks;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.jspecify.annotations.Nullable;

/// An address that is told what happens in an engagement.
///
/// @param privateTo the party to which it belongs, and which alone sees it; or null where it is the
/// engagement's
/// @param paused why it is told nothing, or null while it is
/// @param failingSince since when nothing has arrived, or null where the last that was tried did
public record Webhook(
        UUID id,
        EngagementId engagement,
        @Nullable PartyId privateTo,
        String url,
        Set<Topic> topics,
        Instant created,
        @Nullable Pause paused,
        @Nullable Instant failingSince) {

    public Webhook {
        topics = Set.copyOf(topics);
    }

    /// Who stopped it.
    public enum Pause implements Code {
        PERSON,
        /// Nothing arrived for days.
        FAILING,
        /// The receiver said that it is there no more.
        GONE
    }
}
