package org.fram.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// When work is done: shifts for each day of the week, and days that differ (holidays, extra shifts).
///
/// @param name as the plan shows it, and as errors name it
/// @param week the shifts of each day of the week; a day that is not there is free
/// @param exceptions the shifts of days that differ from their week; none on a holiday
public record WorkCalendar(String name, Map<DayOfWeek, List<Shift>> week, Map<LocalDate, List<Shift>> exceptions) {

    /// Day and night, every day.
    public static final WorkCalendar ALWAYS = everyDay("Always", DayOfWeek.values(), Shift.ALL_DAY);

    /// Monday to Friday, 8 to 12 and 13 to 17 o'clock.
    public static final WorkCalendar STANDARD = everyDay(
            "Standard",
            new DayOfWeek[] {
                DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY
            },
            Shift.ofHours(8, 12),
            Shift.ofHours(13, 17));

    /// @throws UnusablePlanException if there is no working time in it at all, or shifts of a day overlap
    public WorkCalendar {
        var days = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        for (var day : week.entrySet()) {
            days.put(day.getKey(), inOrder(name, day.getKey().toString(), day.getValue()));
        }
        var dates = new TreeMap<LocalDate, List<Shift>>();
        for (var date : exceptions.entrySet()) {
            dates.put(date.getKey(), inOrder(name, date.getKey().toString(), date.getValue()));
        }
        if (days.values().stream().allMatch(List::isEmpty)
                && dates.values().stream().allMatch(List::isEmpty)) {
            throw new UnusablePlanException(
                    "Calendar \"%s\" has no working time. Give it a shift on some day.".formatted(name));
        }
        week = Collections.unmodifiableMap(days);
        exceptions = Collections.unmodifiableSortedMap(dates);
    }

    /// The shifts of a date, in order.
    public List<Shift> on(LocalDate date) {
        var exception = exceptions.get(date);
        return exception != null ? exception : week.getOrDefault(date.getDayOfWeek(), List.of());
    }

    /// The same with days that are free.
    public WorkCalendar withHolidays(LocalDate... days) {
        var more = new TreeMap<>(exceptions);
        for (var day : days) {
            more.put(day, List.of());
        }
        return new WorkCalendar(name, week, more);
    }

    /// The same with a day that has shifts of its own.
    public WorkCalendar withDay(LocalDate day, Shift... shifts) {
        var more = new TreeMap<>(exceptions);
        more.put(day, List.of(shifts));
        return new WorkCalendar(name, week, more);
    }

    /// The minutes of work in a week without exceptions.
    public long weeklyMinutes() {
        return week.values().stream()
                .flatMap(List::stream)
                .mapToLong(shift -> shift.to() - shift.from())
                .sum();
    }

    /// The minutes of a day of work: the mean of the days of a week that have some, or eight hours where none
    /// has.
    public long dayMinutes() {
        long days = week.values().stream().filter(shifts -> !shifts.isEmpty()).count();
        return days == 0 ? 8 * 60 : weeklyMinutes() / days;
    }

    private static WorkCalendar everyDay(String name, DayOfWeek[] days, Shift... shifts) {
        var week = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        for (var day : days) {
            week.put(day, List.of(shifts));
        }
        return new WorkCalendar(name, week, Map.of());
    }

    private static List<Shift> inOrder(String calendar, String day, List<Shift> shifts) {
        var sorted = new ArrayList<>(shifts);
        sorted.sort(Comparator.comparingInt(Shift::from));
        for (int k = 1; k < sorted.size(); k++) {
            if (sorted.get(k).from() < sorted.get(k - 1).to()) {
                throw new UnusablePlanException(
                        "Calendar \"%s\" has shifts on %s that overlap. Let each begin after the one before ends."
                                .formatted(calendar, day));
            }
        }
        return List.copyOf(sorted);
    }
}
