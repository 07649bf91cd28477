package org.fram.app.provisioning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.fram.app.platform.access.Code;

/// Which days count towards a lead time. Public holidays are not known: they are those of each carrier's country.
public enum LeadDays implements Code {
    /// All days.
    CALENDAR,
    /// Monday to Friday. An order of a weekend is one of the Monday after it, and nothing comes on a weekend.
    WORKING;

    private static final int WORKING_DAYS_OF_A_WEEK = 5;

    /// The day on which something comes that is ordered on a day.
    ///
    /// @param days of its lead time, not below zero
    public LocalDate arrival(LocalDate ordered, int days) {
        if (this == CALENDAR) {
            return ordered.plusDays(days);
        }
        var monday = isWeekend(ordered) ? ordered.with(DayOfWeek.MONDAY).plusWeeks(1) : ordered;
        var day = monday.plusWeeks(days / WORKING_DAYS_OF_A_WEEK);
        for (int left = days % WORKING_DAYS_OF_A_WEEK; left > 0; ) {
            day = day.plusDays(1);
            if (!isWeekend(day)) {
                left--;
            }
        }
        return day;
    }

    /// The last day on which something can be ordered that is to come by a day: of the days whose [#arrival] is not
    /// after it, the latest.
    ///
    /// @param days of its lead time, not below zero
    public LocalDate lastOrder(LocalDate needed, int days) {
        if (this == CALENDAR) {
            return needed.minusDays(days);
        }
        var day = isWeekend(needed) ? needed.with(DayOfWeek.FRIDAY) : needed;
        day = day.minusWeeks(days / WORKING_DAYS_OF_A_WEEK);
        for (int left = days % WORKING_DAYS_OF_A_WEEK; left > 0; ) {
            day = day.minusDays(1);
            if (!isWeekend(day)) {
                left--;
            }
        }
        return day;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
