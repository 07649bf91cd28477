package org.fram.app.raid;

import java.time.LocalDate;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.PersonId;
import org.jspecify.annotations.Nullable;

/// That people went through the risks.
///
/// @param stakeholders whether those affected took part; null where nobody says so
public record RiskReview(LocalDate day, Kind kind, @Nullable Boolean stakeholders, PersonId by) {

    /// In what they did.
    public enum Kind implements Code {
        MEETING,
        /// In which risks are sought, rather than gone through.
        WORKSHOP
    }
}
