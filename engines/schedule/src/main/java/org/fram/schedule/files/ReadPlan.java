package org.fram.schedule.files;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.fram.schedule.Costs;
import org.fram.schedule.Plan;
import org.jspecify.annotations.Nullable;

/// A plan as it came out of a file.
///
/// @param format in words, such as `Microsoft Project (MPP)`
/// @param stored what the file itself says of the dates of each activity, as many as the plan has
/// @param costs what activities and resources cost
/// @param notes what of the file is not in the plan, or is there otherwise, a sentence each
public record ReadPlan(Plan plan, String format, List<Stored> stored, Costs costs, List<String> notes) {

    public ReadPlan {
        stored = List.copyOf(stored);
        notes = List.copyOf(notes);
    }

    /// Dates that the program that wrote the file had computed.
    ///
    /// @param peculiarities of the activity there, which a plan does not have
    public record Stored(
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime finish,
            boolean critical,
            Set<Peculiarity> peculiarities) {

        public Stored {
            peculiarities = Set.copyOf(peculiarities);
        }
    }

    /// What makes a planning program compute other dates than a plan says.
    public enum Peculiarity {
        /// Somebody typed its dates, which nothing moves.
        MANUAL,
        /// Its work pauses on days that somebody chose.
        INTERRUPTED,
        /// It waits because resources were levelled.
        LEVELLED,
        /// It waits for an activity of another plan.
        EXTERNAL_LINK,
        /// It has an expected finish, which its length follows.
        EXPECTED_FINISH,
        /// Its resources work on calendars that differ.
        SEVERAL_CALENDARS,
        /// A resource begins when it does not work, by what was read of its calendar.
        OUTSIDE_CALENDAR
    }
}
