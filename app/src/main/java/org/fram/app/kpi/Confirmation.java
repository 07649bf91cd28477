package org.fram.app.kpi;

import java.time.Instant;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.jspecify.annotations.Nullable;

/// What an executive was asked about an objective, and what they said.
///
/// @param privateTo the party that alone sees it, or null
/// @param link the guest's link by which they were asked; null where somebody wrote down for them that
/// they confirmed
/// @param name of the executive
/// @param ref the number that the objective had
/// @param words as they were asked about them
/// @param expires from when on nobody can answer any more
/// @param verdict null as long as there is none
/// @param reason why they object, or empty
/// @param given when they answered; null without an answer, and where nobody knows
public record Confirmation(
        UUID id,
        EngagementId engagement,
        UUID objective,
        @Nullable PartyId privateTo,
        @Nullable UUID link,
        String name,
        String ref,
        AskedWords words,
        @Nullable PersonId askedBy,
        @Nullable Instant asked,
        @Nullable Instant expires,
        @Nullable Verdict verdict,
        String reason,
        @Nullable Instant given) {

    /// What an executive says to an objective.
    public enum Verdict implements Code {
        CONFIRMED,
        OBJECTED
    }
}
