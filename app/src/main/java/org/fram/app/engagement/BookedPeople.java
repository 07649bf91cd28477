package org.fram.app.engagement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.fram.app.platform.access.EngagementId;

/// Who is booked in an engagement, so that whoever looks at several sees who is booked in more than one. A module
/// offers
/// one as a bean. Is asked within a transaction of whoever looks.
public interface BookedPeople {

    /// That somebody is booked.
    ///
    /// @param whose by which the same person is known in each engagement
    /// @param name as people call them
    /// @param share in per cent of a full week
    /// @param available how much there is of them, in per cent of a full week
    record Booked(
            String whose, String name, LocalDate begins, LocalDate ends, BigDecimal share, BigDecimal available) {}

    /// Bookings of people who can be told from others: by an e-mail address, or by the name of somebody who belongs to
    /// the engagement. What is booked by a role alone is nobody.
    List<Booked> of(EngagementId engagement);
}
