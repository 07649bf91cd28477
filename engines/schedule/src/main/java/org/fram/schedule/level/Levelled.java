package org.fram.schedule.level;

import java.time.ZonedDateTime;
import org.fram.schedule.Timetable;

/// A plan that can be done by those who are there.
///
/// @param timetable its dates; floats are as the links alone leave them
/// @param start from when on it is counted
/// @param finish of its last activity
/// @param earliestFinish no plan of these activities can finish before, as far as is known
/// @param late by how many working minutes dates that should be kept are missed, added up
/// @param proven whether nothing better is possible
public record Levelled(
        Timetable timetable,
        ZonedDateTime start,
        ZonedDateTime finish,
        ZonedDateTime earliestFinish,
        long late,
        boolean proven) {

    private static final double SECONDS_A_DAY = 86_400;

    /// Days of the clock from start to finish.
    public double makespan() {
        return days(finish);
    }

    /// Days of the clock from the start to the earliest finish.
    public double lowerBound() {
        return days(earliestFinish);
    }

    /// By how much the makespan can be more than the least one, as a share of the lower bound.
    public double gap() {
        return lowerBound() <= 0 ? 0 : Math.max(0, makespan() / lowerBound() - 1);
    }

    private double days(ZonedDateTime date) {
        return (date.toEpochSecond() - start.toEpochSecond()) / SECONDS_A_DAY;
    }
}
