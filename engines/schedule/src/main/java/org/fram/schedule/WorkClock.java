package org.fram.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Calendars laid out on the time line: counts working minutes from a base, and finds the instant of each.
///
/// Several calendars together work when all of them do. An instant and the minutes worked before it are not
/// one to one: a free time has a first and a last instant with the same count. Work *finishes* at the first
/// ([#finishAt]) and *starts* at the last ([#startAt]).
///
/// Time before the base (ten years before the plan) counts as working time throughout. What is laid out grows
/// when asked for more, up to the end of the year 9999; threads share it.
final class WorkClock {

    private static final LocalDate END = LocalDate.of(10_000, 1, 1);
    private static final int MINUTES_A_DAY = 1440;
    /// The first instant that is beyond the years in which plans are.
    static final long LAST = END.toEpochDay() * MINUTES_A_DAY;

    private static final int DAYS_AT_ONCE = 4 * 366;

    private final String name;
    private final List<WorkCalendar> calendars;
    private final ZoneId zone;
    private final long base;
    private final boolean always;
    private volatile Layout layout;

    /// Working time up to a day; interval `k` begins at `from[k]`, ends at `to[k]` and has `before[k]`
    /// minutes of work before it.
    private record Layout(LocalDate next, long until, long total, int size, Columns columns) {}

    private static final class Columns {
        private long[] from = new long[1024];
        private long[] to = new long[1024];
        private long[] before = new long[1024];
    }

    WorkClock(List<WorkCalendar> calendars, ZoneId zone, LocalDate near) {
        this.calendars = calendars;
        this.zone = zone;
        this.name =
                String.join(" and ", calendars.stream().map(WorkCalendar::name).toList());
        this.always = calendars.stream()
                .allMatch(calendar -> calendar.weeklyMinutes() == 7L * MINUTES_A_DAY
                        && calendar.exceptions().isEmpty());
        var first = near.getYear() > 11 ? near.minusYears(10) : LocalDate.of(1, 1, 1);
        this.base = instant(first, 0, zone);
        this.layout = new Layout(first, base, 0, 0, new Columns());
    }

    /// Working minutes between the base and an instant.
    long workAt(long instant) {
        if (always || instant <= base) {
            return instant - base;
        }
        var now = covering(instant);
        var columns = now.columns();
        int k = Arrays.binarySearch(columns.from, 0, now.size(), instant);
        if (k >= 0) {
            return columns.before[k];
        }
        int last = -k - 2;
        return last < 0 ? 0 : columns.before[last] + Math.min(instant, columns.to[last]) - columns.from[last];
    }

    /// The first instant with so many working minutes before it.
    long finishAt(long work) {
        if (always || work <= 0) {
            return base + work;
        }
        var now = holding(work);
        var columns = now.columns();
        int k = Arrays.binarySearch(columns.before, 0, now.size(), work);
        int last = k >= 0 ? k - 1 : -k - 2;
        return columns.from[last] + work - columns.before[last];
    }

    /// The last instant with so many working minutes before it.
    long startAt(long work) {
        if (always || work < 0) {
            return base + work;
        }
        var now = holding(work + 1);
        var columns = now.columns();
        int k = Arrays.binarySearch(columns.before, 0, now.size(), work);
        int last = k >= 0 ? k : -k - 2;
        return columns.from[last] + work - columns.before[last];
    }

    /// The end of the working time that an instant lies in; the instant itself where it is free.
    long workingUntil(long instant) {
        if (always) {
            return Long.MAX_VALUE;
        }
        if (instant < base) {
            return base;
        }
        var now = covering(instant);
        int k = Arrays.binarySearch(now.columns().from, 0, now.size(), instant);
        int last = k >= 0 ? k : -k - 2;
        return last < 0 ? instant : Math.max(instant, now.columns().to[last]);
    }

    /// The instant of a local date and time; within a gap of the clocks, their change.
    static long instant(LocalDateTime local, ZoneId zone) {
        var transition = zone.getRules().getTransition(local);
        if (transition != null && transition.isGap()) {
            return Math.floorDiv(transition.toEpochSecond(), 60);
        }
        return Math.floorDiv(local.toEpochSecond(zone.getRules().getOffset(local)), 60);
    }

    private static long instant(LocalDate day, int minute, ZoneId zone) {
        var date = minute == MINUTES_A_DAY ? day.plusDays(1) : day;
        return instant(LocalDateTime.of(date, LocalTime.ofSecondOfDay(minute % MINUTES_A_DAY * 60L)), zone);
    }

    private Layout covering(long instant) {
        var now = layout;
        while (now.until() <= instant) {
            now = grown(now);
        }
        return now;
    }

    private Layout holding(long work) {
        var now = layout;
        while (now.total() < work) {
            now = grown(now);
        }
        return now;
    }

    private synchronized Layout grown(Layout seen) {
        if (layout.until() != seen.until()) {
            return layout;
        }
        if (!seen.next().isBefore(END)) {
            throw new UnusablePlanException(
                    "The plan goes beyond the year 9999 on calendar \"%s\": look for a length, a lag or a date that is"
                                    .formatted(name)
                            + " far too large, or for a calendar whose working time ends.");
        }
        long days = Math.min(
                Math.max(DAYS_AT_ONCE, seen.next().toEpochDay() - Math.floorDiv(base, MINUTES_A_DAY)),
                END.toEpochDay() - seen.next().toEpochDay());
        var columns = new Columns();
        int size = seen.size();
        int capacity = Math.toIntExact(Math.max(1024, size + days * 2));
        columns.from = Arrays.copyOf(seen.columns().from, capacity);
        columns.to = Arrays.copyOf(seen.columns().to, capacity);
        columns.before = Arrays.copyOf(seen.columns().before, capacity);
        long total = seen.total();
        var day = seen.next();
        for (long k = 0; k < days; k++, day = day.plusDays(1)) {
            long midnight = day.toEpochDay() * MINUTES_A_DAY;
            var offset = offsetAllDay(day);
            for (var shift : shifts(day)) {
                long from =
                        offset != null ? midnight + shift.from() - minutes(offset) : instant(day, shift.from(), zone);
                long to = offset != null ? midnight + shift.to() - minutes(offset) : instant(day, shift.to(), zone);
                if (from >= to) {
                    continue;
                }
                if (size > 0 && columns.to[size - 1] == from) {
                    columns.to[size - 1] = to;
                } else {
                    if (size == columns.from.length) {
                        columns.from = Arrays.copyOf(columns.from, size * 2);
                        columns.to = Arrays.copyOf(columns.to, size * 2);
                        columns.before = Arrays.copyOf(columns.before, size * 2);
                    }
                    columns.from[size] = from;
                    columns.to[size] = to;
                    columns.before[size] = total;
                    size++;
                }
                total += to - from;
            }
        }
        layout = new Layout(day, instant(day, 0, zone), total, size, columns);
        return layout;
    }

    private static long minutes(ZoneOffset offset) {
        return Math.floorDiv(offset.getTotalSeconds(), 60);
    }

    /// The offset that holds from one midnight to the next, or null on a day on which clocks change.
    private @Nullable ZoneOffset offsetAllDay(LocalDate day) {
        var rules = zone.getRules();
        var morning = rules.getOffset(day.atStartOfDay());
        return rules.isFixedOffset()
                        || (rules.getTransition(day.atStartOfDay()) == null
                                && rules.getTransition(day.plusDays(1).atStartOfDay()) == null
                                && morning.equals(
                                        rules.getOffset(day.plusDays(1).atStartOfDay())))
                ? morning
                : null;
    }

    private List<Shift> shifts(LocalDate day) {
        var together = calendars.getFirst().on(day);
        for (int k = 1; k < calendars.size() && !together.isEmpty(); k++) {
            together = both(together, calendars.get(k).on(day));
        }
        return together;
    }

    private static List<Shift> both(List<Shift> some, List<Shift> others) {
        var both = new ArrayList<Shift>();
        for (var one : some) {
            for (var other : others) {
                int from = Math.max(one.from(), other.from());
                int to = Math.min(one.to(), other.to());
                if (from < to) {
                    both.add(new Shift(from, to));
                }
            }
        }
        return both;
    }
}
