package org.fram.app.plan.web;

import java.time.temporal.ChronoUnit;
import org.fram.app.platform.access.Code;

/// How much time a Gantt chart shows.
public enum Zoom implements Code {
    WEEK(20),
    MONTH(5),
    QUARTER(2);

    private static final int DAYS_BY_WEEK = 75;
    private static final int DAYS_BY_MONTH = 500;

    /// Units of the picture for a day.
    final int perDay;

    Zoom(int perDay) {
        this.perDay = perDay;
    }

    /// The one that shows a plan of so many days without getting lost.
    static Zoom fitting(long days) {
        return days <= DAYS_BY_WEEK ? WEEK : days <= DAYS_BY_MONTH ? MONTH : QUARTER;
    }

    ChronoUnit ticks() {
        return this == WEEK ? ChronoUnit.WEEKS : ChronoUnit.MONTHS;
    }
}
