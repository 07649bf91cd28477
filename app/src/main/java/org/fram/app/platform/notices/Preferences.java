package org.fram.app.platform.notices;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.fram.app.platform.access.Code;
import org.jspecify.annotations.Nullable;

/// How somebody wants to be told by mail.
///
/// @param zone in which hours are meant
/// @param weekday on which a weekly digest goes
/// @param hour at which a digest goes, from 0 to 23
/// @param quiet hours in which no mail goes, or null
/// @param choices by the code of the kind; a kind without one goes as it does by default
record Preferences(
        ZoneId zone,
        Rhythm rhythm,
        DayOfWeek weekday,
        int hour,
        @Nullable Quiet quiet,
        Map<String, Delivery> choices) {

    private static final int MORNING = 8;

    /// Those of whoever has said nothing.
    static final Preferences UNSAID =
            new Preferences(ZoneId.of("UTC"), Rhythm.DAILY, DayOfWeek.MONDAY, MORNING, null, Map.of());

    Preferences {
        choices = Map.copyOf(choices);
    }

    /// How often a digest goes.
    enum Rhythm implements Code {
        DAILY,
        WEEKLY
    }

    /// Hours of quiet, over midnight where `to` is the earlier one.
    ///
    /// @param from the first of them
    /// @param to the first hour after them
    record Quiet(int from, int to) {

        boolean covers(int hour) {
            return from < to ? hour >= from && hour < to : hour >= from || hour < to;
        }
    }

    /// How notices of a kind go.
    Delivery of(NoticeKind kind) {
        return kind.choice() ? choices.getOrDefault(kind.code(), kind.byDefault()) : Delivery.AT_ONCE;
    }

    /// The next time at which a digest goes, after now.
    Instant nextDigest(Instant now) {
        LocalDate day = now.atZone(zone).toLocalDate();
        if (rhythm == Rhythm.WEEKLY) {
            day = day.plusDays(
                    Math.floorMod(weekday.getValue() - day.getDayOfWeek().getValue(), 7));
        }
        var next = at(day, hour);
        // A clock that is put forward can move the hour to where it has been already.
        while (!next.isAfter(now)) {
            day = day.plusDays(rhythm == Rhythm.WEEKLY ? 7 : 1);
            next = at(day, hour);
        }
        return next;
    }

    /// Now, or the end of the quiet hours that it is in.
    Instant afterQuiet(Instant now) {
        var hours = quiet;
        var here = now.atZone(zone);
        if (hours == null || !hours.covers(here.getHour())) {
            return now;
        }
        boolean overMidnight = hours.from() > hours.to() && here.getHour() >= hours.from();
        var end = at(overMidnight ? here.toLocalDate().plusDays(1) : here.toLocalDate(), hours.to());
        return end.isAfter(now) ? end : now;
    }

    private Instant at(LocalDate day, int wanted) {
        return day.atTime(LocalTime.of(wanted, 0)).atZone(zone).toInstant();
    }
}
