package org.fram.app.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.PersonId;
import org.jspecify.annotations.Nullable;

/// Something that was said to a point and written down.
///
/// @param point its key
/// @param item the action or decision that it became, or null
/// @param itemRef as people call that; empty where there is none
/// @param owner of the action, as it stood when the meeting was held; or empty
/// @param due likewise, or null
/// @param version how often it was rewritten
public record Note(
        UUID id,
        String point,
        Kind kind,
        String text,
        @Nullable UUID item,
        String itemRef,
        String owner,
        @Nullable LocalDate due,
        PersonId by,
        Instant written,
        int version) {

    /// What became of it.
    public enum Kind implements Code {
        NOTE,
        ACTION,
        DECISION
    }
}
