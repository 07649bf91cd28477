package org.fram.app.provisioning;

import java.time.LocalDate;

/// How long something takes from order to delivery, with its spread.
///
/// @param low days at best
/// @param likely days as a rule
/// @param high days at worst
/// @param days which days these are
/// @param own whether somebody gave it for this order; otherwise it is a default
public record LeadTime(int low, int likely, int high, LeadDays days, boolean own) {

    public LeadTime {
        if (!(low >= 0 && likely >= low && high >= likely)) {
            throw new IllegalArgumentException(
                    "A lead time of %d, %d and %d days is not in order. Give the shortest first, none below zero."
                            .formatted(low, likely, high));
        }
    }

    /// The day on which something comes as a rule that is ordered on a day.
    LocalDate arrival(LocalDate ordered) {
        return days.arrival(ordered, likely);
    }

    /// The last day for ordering if it takes as long as a rule.
    LocalDate lastOrder(LocalDate needed) {
        return days.lastOrder(needed, likely);
    }

    /// The last day for ordering if it takes as long as at worst.
    LocalDate safeOrder(LocalDate needed) {
        return days.lastOrder(needed, high);
    }
}
