package org.fram.app.signing;

import java.time.LocalDate;
import java.util.UUID;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;

/// That somebody signs in somebody's place, within what the other may sign.
///
/// @param person who is represented
/// @param first day of it, in the engagement's time zone
/// @param last day of it
public record Deputy(UUID id, PartyId party, PersonId person, PersonId deputy, LocalDate first, LocalDate last) {

    /// Whether it holds on a day.
    public boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
