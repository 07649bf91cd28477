package org.fram.app.status;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/// When a report is made by itself: each week on a day at a time, by the clocks of the engagement.
///
/// @param since when somebody said so; what was due before is not made up for
public record Rhythm(DayOfWeek weekday, LocalTime at, Instant since) {

    /// When it was due last, up to a point in time.
    public Instant last(Instant now, ZoneId zone) {
        var there = now.atZone(zone);
        var day = there.toLocalDate().with(TemporalAdjusters.previousOrSame(weekday));
        var moment = ZonedDateTime.of(day, at, zone).toInstant();
        return moment.isAfter(now)
                ? ZonedDateTime.of(day.minusWeeks(1), at, zone).toInstant()
                : moment;
    }
}
