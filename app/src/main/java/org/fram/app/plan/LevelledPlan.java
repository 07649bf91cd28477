package org.fram.app.plan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/// What levelling came to, as it is kept.
///
/// @param rounds how long the engine was to look for something better
/// @param before when the plan finishes as it was
/// @param finish when it does at the dates that were found
/// @param earliest no plan of these activities can finish before, as far as is known
/// @param makespan days of the clock from start to finish
/// @param lowerBound days of the clock from start to the earliest finish
/// @param late by how many working minutes dates that should be kept are missed, added up
/// @param proven whether nothing better is possible
/// @param starts of the activities that are held back, in the order of the plan
/// @param overBefore how many times resources were booked beyond what there is
/// @param overAfter how many times they still are once activities are held back; what is in progress or bound to
///     other dates is not
public record LevelledPlan(
        int rounds,
        LocalDate before,
        LocalDate finish,
        LocalDate earliest,
        double makespan,
        double lowerBound,
        long late,
        boolean proven,
        List<Start> starts,
        int overBefore,
        int overAfter) {

    /// An activity that starts no earlier than then.
    public record Start(UUID activity, LocalDateTime at) {}

    public LevelledPlan {
        starts = List.copyOf(starts);
    }
}
