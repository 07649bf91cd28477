package org.fram.app.agreement;

import java.time.Instant;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.jspecify.annotations.Nullable;

/// What somebody says about a section, or would have it say instead.
///
/// @param privateTo the party that alone sees it, or null
/// @param section its key
/// @param ordinal of the version that was the newest then
/// @param suggestion what the section should say instead; empty where it is a comment alone
/// @param settled what became of it, or null while it is open
public record Remark(
        UUID id,
        @Nullable PartyId privateTo,
        String section,
        int ordinal,
        String text,
        String suggestion,
        PartyId party,
        PersonId by,
        Instant written,
        @Nullable Settled settled) {

    /// What became of it.
    ///
    /// @param answer why, or empty
    public record Settled(Outcome outcome, String answer, PersonId by, Instant at) {}

    /// How it was settled.
    public enum Outcome implements Code {
        TAKEN,
        DECLINED
    }

    /// Whether it waits for an answer.
    public boolean isOpen() {
        return settled == null;
    }
}
