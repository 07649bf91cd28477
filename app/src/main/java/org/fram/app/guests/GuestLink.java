package org.fram.app.guests;

import java.time.Instant;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.files.FileId;
import org.jspecify.annotations.Nullable;

/// A link for somebody without an account, and what came of it.
///
/// @param privateTo the party that alone sees it, or null
/// @param file that they read; null where they answer a question
/// @param question that they answer; empty where they read a file
/// @param answer empty as long as there is none
/// @param revoked when it was taken back, or null
/// @param uses how often it was used, each of which is in the ledger
/// @param lastUsed when it last was, or null
public record GuestLink(
        UUID id,
        EngagementId engagement,
        @Nullable PartyId privateTo,
        String email,
        String name,
        @Nullable FileId file,
        String question,
        String answer,
        Instant expires,
        @Nullable Instant revoked,
        PersonId madeBy,
        Instant made,
        int uses,
        @Nullable Instant lastUsed) {

    /// Whether it opens anything.
    public enum State implements Code {
        OPEN,
        /// The question is answered; nothing more is to be done.
        ANSWERED,
        EXPIRED,
        REVOKED
    }

    /// Whether it opens anything at a time.
    public State state(Instant now) {
        if (revoked != null) {
            return State.REVOKED;
        }
        if (!answer.isEmpty()) {
            return State.ANSWERED;
        }
        return now.isBefore(expires) ? State.OPEN : State.EXPIRED;
    }
}
