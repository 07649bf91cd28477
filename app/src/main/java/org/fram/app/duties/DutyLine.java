package org.fram.app.duties;

import java.time.Instant;
import org.fram.app.engagement.AnsweredFor.Single;
import org.fram.app.platform.access.Code;
import org.jspecify.annotations.Nullable;

/// Something that somebody answers for, and what they said to it.
///
/// @param sha256 of its words
/// @param objection what speaks against it, or empty
/// @param given when they said so; null where they have not
public record DutyLine(
        Single duty,
        String sha256,
        Standing standing,
        String objection,
        @Nullable Instant given) {

    /// What somebody said to it.
    public enum Standing implements Code {
        /// Nothing, or they said yes to other words.
        NEW,
        /// That they take it on.
        TAKEN,
        /// That something speaks against it.
        OBJECTED
    }
}
