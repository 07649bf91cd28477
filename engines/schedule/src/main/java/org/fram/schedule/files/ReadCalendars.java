package org.fram.schedule.files;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fram.schedule.Plan;
import org.fram.schedule.Shift;
import org.fram.schedule.UnusablePlanException;
import org.fram.schedule.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.mpxj.LocalTimeRange;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectFile;

/// The calendars of a file, those that something uses, with what they inherit from others written out.
final class ReadCalendars {

    /// Years before and after the start of the plan within which days that differ are kept.
    private static final int YEARS_BEFORE = 10;

    private static final int YEARS_AFTER = 40;

    private final ProjectFile project;
    private final LocalDate first;
    private final LocalDate last;
    private final List<String> notes;
    private final List<WorkCalendar> read = new ArrayList<>();
    private final Map<Integer, Integer> position = new HashMap<>();
    private final Map<List<Integer>, Integer> together = new HashMap<>();
    private int always = -1;

    ReadCalendars(ProjectFile project, LocalDateTime start, List<String> notes) {
        this.project = project;
        this.first = start.toLocalDate().minusYears(YEARS_BEFORE);
        this.last = start.toLocalDate().plusYears(YEARS_AFTER);
        this.notes = notes;
    }

    List<WorkCalendar> read() {
        return read;
    }

    /// The position of the plan's calendar.
    int plan() {
        var calendar = project.getDefaultCalendar();
        if (calendar == null) {
            notes.add("The file names no calendar of the plan; Monday to Friday, 8 to 12 and 13 to 17 is taken.");
            read.add(WorkCalendar.STANDARD);
            return read.size() - 1;
        }
        return of(calendar);
    }

    /// The position of a calendar that works day and night.
    int always() {
        if (always < 0) {
            read.add(WorkCalendar.ALWAYS);
            always = read.size() - 1;
        }
        return always;
    }

    /// The position of a resource's calendar, or [Plan#NONE] where it has no working time.
    int ofResource(ProjectCalendar calendar) {
        try {
            return of(calendar);
        } catch (UnusablePlanException e) {
            notes.add("A resource has a calendar that is not used. " + e.getMessage());
            return Plan.NONE;
        }
    }

    /// The position of a calendar that works when one of others does.
    int either(List<Integer> others) {
        var known = together.get(others);
        if (known != null) {
            return known;
        }
        var all = others.stream().map(read::get).toList();
        var week = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(
                    day,
                    joined(all.stream()
                            .flatMap(calendar -> calendar.week().getOrDefault(day, List.of()).stream())
                            .toList()));
        }
        var exceptions = new TreeMap<LocalDate, List<Shift>>();
        all.stream()
                .flatMap(calendar -> calendar.exceptions().keySet().stream())
                .forEach(date -> exceptions.put(
                        date,
                        joined(all.stream()
                                .flatMap(calendar -> calendar.on(date).stream())
                                .toList())));
        var names = all.stream().map(WorkCalendar::name).distinct().toList();
        read.add(new WorkCalendar(String.join(" or ", names), week, exceptions));
        together.put(others, read.size() - 1);
        return read.size() - 1;
    }

    private static List<Shift> joined(List<Shift> shifts) {
        var sorted =
                shifts.stream().sorted(Comparator.comparingInt(Shift::from)).toList();
        var joined = new ArrayList<Shift>();
        for (var shift : sorted) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && shift.from() <= last.to()) {
                joined.set(joined.size() - 1, new Shift(last.from(), Math.max(last.to(), shift.to())));
            } else {
                joined.add(shift);
            }
        }
        return joined;
    }

    /// The position of a calendar.
    int of(ProjectCalendar calendar) {
        var known = position.get(calendar.getUniqueID());
        if (known != null) {
            return known;
        }
        var week = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, shifts(calendar.getHours(day)));
        }
        var exceptions = new TreeMap<LocalDate, List<Shift>>();
        for (ProjectCalendar from = calendar; from != null; from = from.getParent()) {
            for (var exception : from.getExpandedCalendarExceptionsWithWorkWeeks()) {
                var date = exception.getFromDate().isBefore(first) ? first : exception.getFromDate();
                var to = exception.getToDate().isAfter(last) ? last : exception.getToDate();
                for (; !date.isAfter(to); date = date.plusDays(1)) {
                    exceptions.put(date, shifts(calendar.getHours(date)));
                }
            }
        }
        var name = calendar.getName() == null ? "Calendar " + calendar.getUniqueID() : calendar.getName();
        read.add(new WorkCalendar(name, week, exceptions));
        position.put(calendar.getUniqueID(), read.size() - 1);
        return read.size() - 1;
    }

    private static List<Shift> shifts(@Nullable Iterable<LocalTimeRange> hours) {
        var shifts = new ArrayList<Shift>();
        if (hours == null) {
            return shifts;
        }
        for (var range : hours) {
            var start = range.getStart();
            var end = range.getEnd();
            if (start == null || end == null) {
                continue;
            }
            int from = start.toSecondOfDay() / 60;
            int to = end.equals(LocalTime.MIDNIGHT) ? 1440 : (end.toSecondOfDay() + 59) / 60;
            if (from < to) {
                shifts.add(new Shift(from, to));
            }
        }
        return shifts;
    }
}
