package org.fram.app.meeting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;

/// On which days something comes again, counted from the first one, which says the weekday or the day of
/// the month.
///
/// A month that has no such day has it on its last one; the fifth of a weekday is the last one of each
/// month.
///
/// @param every so many weeks or months, 1 to 52; of no meaning where it comes once
public record Rhythm(Unit unit, int every) {

    /// Comes once.
    public static final Rhythm ONCE = new Rhythm(Unit.ONCE, 1);

    private static final int MOST = 52;
    private static final int SHORTEST_MONTH = 28;
    private static final int DAYS_OF_WEEK = 7;
    private static final int LAST = 5;

    /// In what it is counted.
    public enum Unit implements Code {
        ONCE,
        /// On the weekday of the first day.
        WEEKS,
        /// On the first day's day of the month.
        MONTHS_BY_DAY,
        /// On the same weekday, as the third Tuesday.
        MONTHS_BY_WEEKDAY
    }

    public Rhythm {
        if (every < 1 || every > MOST) {
            throw new IllegalArgumentException(
                    "It comes each %d weeks or months; that is a number from 1 to %d.".formatted(every, MOST));
        }
    }

    /// Whether a number of weeks or months can be one.
    public static boolean counts(int every) {
        return every >= 1 && every <= MOST;
    }

    /// Its days from one until another, both included.
    ///
    /// @param last the last one that there may be, or null
    public List<LocalDate> days(LocalDate first, @Nullable LocalDate last, LocalDate from, LocalDate until) {
        var end = last != null && last.isBefore(until) ? last : until;
        var days = new ArrayList<LocalDate>();
        for (long at = before(first, from); ; at++) {
            var day = day(first, at);
            if (day.isAfter(end) || unit == Unit.ONCE && at > 0) {
                return List.copyOf(days);
            }
            if (!day.isBefore(from)) {
                days.add(day);
            }
        }
    }

    /// The same as calendars say it, without its end; empty where it comes once.
    ///
    /// Source: RFC 5545, section 3.3.10.
    public String rule(LocalDate first) {
        return switch (unit) {
            case ONCE -> "";
            case WEEKS -> "FREQ=WEEKLY;INTERVAL=%d;BYDAY=%s".formatted(every, code(first.getDayOfWeek()));
            case MONTHS_BY_DAY -> "FREQ=MONTHLY;INTERVAL=%d;".formatted(every) + byDay(first.getDayOfMonth());
            case MONTHS_BY_WEEKDAY ->
                "FREQ=MONTHLY;INTERVAL=%d;BYDAY=%s%s"
                        .formatted(every, nth(first) == LAST ? "-1" : nth(first), code(first.getDayOfWeek()));
        };
    }

    /// It in words.
    public Text words(LocalDate first) {
        var weekday = Text.of("meeting.weekday." + first.getDayOfWeek().name().toLowerCase(Locale.ROOT));
        return switch (unit) {
            case ONCE -> Text.of("meeting.rhythm.once");
            case WEEKS -> Text.of("meeting.rhythm.weeks", every, weekday);
            case MONTHS_BY_DAY -> Text.of("meeting.rhythm.monthsByDay", every, first.getDayOfMonth());
            case MONTHS_BY_WEEKDAY ->
                Text.of("meeting.rhythm.monthsByWeekday", every, Text.of("meeting.nth." + nth(first)), weekday);
        };
    }

    /// The count of a day that is none of those from a day on, or 0.
    private long before(LocalDate first, LocalDate from) {
        if (!from.isAfter(first)) {
            return 0;
        }
        return switch (unit) {
            case ONCE -> 0;
            case WEEKS -> ChronoUnit.WEEKS.between(first, from) / every;
            case MONTHS_BY_DAY, MONTHS_BY_WEEKDAY ->
                ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(from)) / every;
        };
    }

    private LocalDate day(LocalDate first, long at) {
        return switch (unit) {
            case ONCE -> first.plusYears(at);
            case WEEKS -> first.plusWeeks(at * every);
            case MONTHS_BY_DAY -> {
                var month = YearMonth.from(first).plusMonths(at * every);
                yield month.atDay(Math.min(first.getDayOfMonth(), month.lengthOfMonth()));
            }
            case MONTHS_BY_WEEKDAY -> {
                var begins = YearMonth.from(first).plusMonths(at * every).atDay(1);
                yield begins.with(
                        nth(first) == LAST
                                ? TemporalAdjusters.lastInMonth(first.getDayOfWeek())
                                : TemporalAdjusters.dayOfWeekInMonth(nth(first), first.getDayOfWeek()));
            }
        };
    }

    private static int nth(LocalDate day) {
        return (day.getDayOfMonth() - 1) / DAYS_OF_WEEK + 1;
    }

    /// Calendars would leave a month out that has no such day.
    private static String byDay(int day) {
        return day <= SHORTEST_MONTH
                ? "BYMONTHDAY=" + day
                : "BYMONTHDAY=%s;BYSETPOS=-1"
                        .formatted(IntStream.rangeClosed(SHORTEST_MONTH, day)
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining(",")));
    }

    private static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }
}
