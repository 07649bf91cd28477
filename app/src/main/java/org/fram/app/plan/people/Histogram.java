package org.fram.app.plan.people;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.fram.app.platform.access.Code;
import org.fram.schedule.Network;
import org.fram.schedule.Overbooking;
import org.fram.schedule.Timetable;
import org.fram.schedule.Workload;
import org.jspecify.annotations.Nullable;

/// How much of resources and of people is booked, week by week.
///
/// Resources are booked by the plan's activities, people by their bookings; both are parts of what there is of
/// them in that week. A resource is over-booked in a week where at any time in it more of it is booked than there
/// is, also where the week as a whole would have sufficed.
///
/// @param first the Monday of the first week
/// @param rows those with the highest week first
public record Histogram(LocalDate first, List<Row> rows) {

    private static final int MOST_WEEKS = 160;
    private static final double PERCENT = 100;
    /// What shares of weeks are rounded to.
    private static final double EXACTLY = 1e-6;

    /// What is booked.
    public enum Kind implements Code {
        RESOURCE,
        PERSON
    }

    /// A resource or somebody.
    ///
    /// @param key by which addresses name it
    /// @param weeks from the first on, as many for each
    public record Row(Kind kind, String key, String name, List<Week> weeks) {

        public Row {
            weeks = List.copyOf(weeks);
        }

        /// The highest week, in per cent.
        public double peak() {
            return weeks.stream().mapToDouble(Week::percent).max().orElse(0);
        }

        /// Whether any week is over-booked.
        public boolean over() {
            return weeks.stream().anyMatch(Week::over);
        }
    }

    /// How much is booked in a week.
    ///
    /// @param percent of what there is; of a full week where there is nothing
    public record Week(double percent, boolean over) {

        static final Week FREE = new Week(0, false);
    }

    public Histogram {
        rows = List.copyOf(rows);
    }

    /// Of a plan at the dates of a timetable, and of bookings.
    ///
    /// @param network null where there is no plan
    /// @param timetable null where there is none
    public static Histogram of(@Nullable Network network, @Nullable Timetable timetable, List<Booking> bookings) {
        var days = new ArrayList<LocalDate>();
        if (network != null
                && timetable != null
                && !network.plan().assignments().isEmpty()) {
            days.add(timetable.date(timetable.start()).toLocalDate());
            days.add(timetable.date(timetable.finish()).toLocalDate());
        }
        for (var one : bookings) {
            days.add(one.terms().begins());
            days.add(one.terms().ends());
        }
        if (days.isEmpty()) {
            return new Histogram(LocalDate.EPOCH, List.of());
        }
        var first = Weeks.monday(days.stream().min(Comparator.naturalOrder()).orElseThrow());
        var last = days.stream().max(Comparator.naturalOrder()).orElseThrow();
        int weeks = (int) Math.min(MOST_WEEKS, ChronoUnit.WEEKS.between(first, last) + 1);
        var rows = Stream.concat(
                        network == null || timetable == null
                                ? Stream.of()
                                : resources(network, timetable, first, weeks).stream(),
                        people(bookings, first, weeks).stream())
                .sorted(Comparator.comparing(Row::kind)
                        .thenComparingInt(row -> row.over() ? 0 : 1)
                        .thenComparingDouble(row -> -row.peak()))
                .toList();
        return new Histogram(first, rows);
    }

    /// The row of a kind with a key.
    public Optional<Row> find(Kind kind, String key) {
        return rows.stream()
                .filter(row -> row.kind() == kind && row.key().equals(key))
                .findFirst();
    }

    /// How many weeks there are.
    public int weeks() {
        return rows.isEmpty() ? 0 : rows.getFirst().weeks().size();
    }

    private static List<Row> resources(Network network, Timetable timetable, LocalDate first, int weeks) {
        var bounds = LongStream.rangeClosed(0, weeks)
                .map(week -> timetable.instant(first.plusWeeks(week).atStartOfDay()))
                .toArray();
        var loads = Workload.of(network, timetable, bounds);
        var over = new boolean[loads.size()][weeks];
        for (var one : Overbooking.of(network, timetable)) {
            for (int week = 0; week < weeks; week++) {
                over[one.resource()][week] |= one.from() < bounds[week + 1] && one.to() > bounds[week];
            }
        }
        var rows = new ArrayList<Row>();
        for (int r = 0; r < loads.size(); r++) {
            var load = loads.get(r);
            if (load.stream().anyMatch(week -> week.booked() > 0)) {
                var of = new ArrayList<Week>();
                for (int week = 0; week < weeks; week++) {
                    double there = load.get(week).there();
                    double booked = load.get(week).booked();
                    of.add(new Week(
                            there > 0 ? booked / there * PERCENT : booked > 0 ? PERCENT : 0,
                            over[r][week] || booked > there));
                }
                var resource = network.plan().resources().get(r);
                rows.add(new Row(Kind.RESOURCE, resource.id(), resource.name(), of));
            }
        }
        return rows;
    }

    private static List<Row> people(List<Booking> bookings, LocalDate first, int weeks) {
        return Weeks.of(bookings).stream()
                .map(one -> {
                    var of = new ArrayList<Week>();
                    for (int week = 0; week < weeks; week++) {
                        var that = one.weeks().get(first.plusWeeks(week));
                        of.add(
                                that == null
                                        ? Week.FREE
                                        : new Week(
                                                that.booked() / one.available() * PERCENT,
                                                that.booked() > one.available() + EXACTLY));
                    }
                    return new Row(Kind.PERSON, one.whose(), one.person(), of);
                })
                .toList();
    }
}
