package org.fram.app.plan.people;

import java.time.Instant;
import java.util.UUID;
import org.fram.app.guests.Statement;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.jspecify.annotations.Nullable;

/// What somebody who is booked was asked by a link, and what they said.
///
/// @param privateTo the party that alone sees it, or null
/// @param ref the number that the booking had
/// @param terms as they were asked about them
/// @param work for what, in words; may be empty
/// @param expires from when on nobody can answer any more
/// @param answer null as long as there is none
/// @param note what they said with it; may be empty
/// @param other the dates that they named instead, or null
/// @param given when they answered, or null
public record Asked(
        UUID id,
        EngagementId engagement,
        UUID booking,
        @Nullable PartyId privateTo,
        UUID link,
        String person,
        String ref,
        Booking.Terms terms,
        String work,
        PersonId askedBy,
        Instant asked,
        Instant expires,
        @Nullable Answer answer,
        String note,
        Statement.@Nullable Dates other,
        @Nullable Instant given) {

    /// What somebody says to a booking of theirs.
    public enum Answer implements Code {
        YES,
        NO,
        OTHER_DATES
    }

    /// Whether this is a yes to these terms: said to them, or by naming their dates.
    boolean agreesTo(Booking.Terms wanted) {
        var dates = other;
        return answer == Answer.YES && terms.sameAs(wanted)
                || dates != null && terms.on(dates.from(), dates.until()).sameAs(wanted);
    }

    /// Whether it can still be answered.
    boolean open(Instant now) {
        return answer == null && now.isBefore(expires);
    }
}
