package org.fram.app.engagement;

import java.time.LocalDate;
import java.util.List;
import org.fram.app.platform.access.EngagementId;

/// What moves activities of the plan from outside of it: what may happen to them, and what they wait for. A module
/// offers
/// one as a bean, and simulations take it into account. Is asked within a transaction of whoever simulates.
public interface ActsOnPlan {

    /// Something that may happen, once.
    ///
    /// @param ref as people call it
    /// @param chance 0 to 1
    /// @param days working days that each of the activities takes longer if it does
    /// @param activities their numbers
    record MayHappen(String ref, String text, double chance, double days, List<String> activities) {

        public MayHappen {
            activities = List.copyOf(activities);
        }
    }

    /// Something that comes from elsewhere. Each of the activities begins once it is there.
    ///
    /// @param soonest the day on which it comes at best; `likely` and `latest` are not before it
    /// @param activities their numbers
    record Comes(
            String ref, String text, LocalDate soonest, LocalDate likely, LocalDate latest, List<String> activities) {

        public Comes {
            activities = List.copyOf(activities);
            if (likely.isBefore(soonest) || latest.isBefore(likely)) {
                throw new IllegalArgumentException(
                        "%s comes on %s, %s or %s: not in order.".formatted(ref, soonest, likely, latest));
            }
        }
    }

    /// Somebody whom activities need.
    ///
    /// @param ref what people call the booking
    /// @param from the first day on which they are there
    /// @param activities their numbers
    record Needed(String ref, String name, LocalDate from, List<String> activities) {

        public Needed {
            activities = List.copyOf(activities);
        }
    }

    /// Whom activities need.
    ///
    /// @param today the day that it is where the engagement is
    default List<Needed> needed(EngagementId engagement, LocalDate today) {
        return List.of();
    }

    /// What may happen to activities.
    default List<MayHappen> mayHappen(EngagementId engagement) {
        return List.of();
    }

    /// What activities wait for.
    ///
    /// @param today the day that it is where the engagement is
    default List<Comes> comes(EngagementId engagement, LocalDate today) {
        return List.of();
    }
}
