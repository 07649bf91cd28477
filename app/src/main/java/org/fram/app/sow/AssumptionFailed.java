package org.fram.app.sow;

import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.jspecify.annotations.Nullable;

/// An assumption does not hold, or nobody found out in time whether it does. Whoever listens hears it once, in the
/// transaction in which it came about: of the person who said that it does not hold, or of the task that looks at days.
///
/// @param privateTo the party that alone sees it, or null
/// @param row of the register
/// @param ref its number, as people see it
/// @param by whoever kept it last
public record AssumptionFailed(
        EngagementId engagement,
        @Nullable PartyId privateTo,
        UUID row,
        String ref,
        String text,
        Reason reason,
        PersonId by) {

    /// Why.
    public enum Reason implements Code {
        FALSE,
        OVERDUE
    }
}
