package org.fram.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/// When each activity can and must run.
///
/// @param windows as many as the plan has activities, in their order
/// @param start the first instant of the plan
/// @param finish when the last activity finishes, in minutes since 1970 in UTC
/// @param zone in which its dates are shown
public record Timetable(List<Window> windows, long start, long finish, ZoneId zone) {

    public Timetable {
        windows = List.copyOf(windows);
    }

    /// An activity in time. Instants are minutes since 1970 in UTC, floats are working minutes of its
    /// calendar.
    ///
    /// @param start when it starts; this is its earliest start unless it is to be as late as possible
    /// @param finish when it finishes
    /// @param totalFloat how much it can be late before the plan is, or a date that has to be kept; negative
    /// where
    ///     that cannot be kept any more
    /// @param freeFloat how much it can be late before another activity is
    /// @param complete whether it is done
    public record Window(
            long start,
            long finish,
            long earlyStart,
            long earlyFinish,
            long lateStart,
            long lateFinish,
            long totalFloat,
            long freeFloat,
            boolean complete) {

        /// Whether it is still to be done, and any delay delays the plan or breaks a date.
        public boolean critical() {
            return !complete && totalFloat <= 0;
        }

        Window spanning(Window other) {
            // What is done has no float that could matter.
            long least =
                    complete ? other.totalFloat : other.complete ? totalFloat : Math.min(totalFloat, other.totalFloat);
            long leastFree =
                    complete ? other.freeFloat : other.complete ? freeFloat : Math.min(freeFloat, other.freeFloat);
            return new Window(
                    Math.min(start, other.start),
                    Math.max(finish, other.finish),
                    Math.min(earlyStart, other.earlyStart),
                    Math.max(earlyFinish, other.earlyFinish),
                    Math.min(lateStart, other.lateStart),
                    Math.max(lateFinish, other.lateFinish),
                    least,
                    leastFree,
                    complete && other.complete);
        }
    }

    /// The date of an instant, in the zone of the plan.
    public ZonedDateTime date(long instant) {
        return Instant.ofEpochSecond(instant * 60).atZone(zone);
    }

    /// The instant of a date that is local to the zone of the plan; within a gap of the clocks, their change.
    public long instant(LocalDateTime date) {
        return WorkClock.instant(date, zone);
    }

    /// When the plan finishes.
    public ZonedDateTime finishDate() {
        return date(finish);
    }
}
