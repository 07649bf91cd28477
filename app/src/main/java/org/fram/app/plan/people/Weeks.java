package org.fram.app.plan.people;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How much of people is booked in each week.
///
/// A week is Monday to Friday. A booking takes its share of a full week, less where it has not all of the five
/// days; several bookings of the same person add up. Where they say different things of how much there is of the
/// person, the least holds.
///
/// @param whose by which bookings of the same person belong together
/// @param person as the first of the bookings calls them
/// @param available in per cent of a full week
/// @param weeks by their Mondays, without those in which nothing is booked
public record Weeks(String whose, String person, double available, Map<LocalDate, Week> weeks) {

    private static final int DAYS = 5;
    private static final int HOURS_A_DAY = 8;
    private static final double PERCENT = 100;

    /// A week of somebody.
    ///
    /// @param booked in per cent of a full week
    public record Week(double booked, List<Booking> bookings) {

        public Week {
            bookings = List.copyOf(bookings);
        }
    }

    /// Of all who are booked, in the order in which they first are.
    public static List<Weeks> of(List<Booking> bookings) {
        var whose = new LinkedHashMap<String, List<Booking>>();
        bookings.stream()
                .sorted(Comparator.comparing(one -> one.terms().begins()))
                .forEach(one -> whose.computeIfAbsent(one.whose(), _ -> new ArrayList<>())
                        .add(one));
        return whose.values().stream().map(Weeks::ofOne).toList();
    }

    private static Weeks ofOne(List<Booking> bookings) {
        var booked = new TreeMap<LocalDate, Week>();
        for (var one : bookings) {
            for (var monday = monday(one.terms().begins());
                    !monday.isAfter(one.terms().ends());
                    monday = monday.plusWeeks(1)) {
                double more = share(one, monday);
                if (more > 0) {
                    var before = booked.getOrDefault(monday, new Week(0, List.of()));
                    var all = new ArrayList<>(before.bookings());
                    all.add(one);
                    booked.put(monday, new Week(before.booked() + more, all));
                }
            }
        }
        double available = bookings.stream()
                .map(Booking::available)
                .min(Comparator.naturalOrder())
                .map(BigDecimal::doubleValue)
                .orElse(PERCENT);
        return new Weeks(bookings.getFirst().whose(), bookings.getFirst().person(), available, booked);
    }

    /// The highest part of their availability that is booked in a week of a booking; 1 is all of it.
    public double peak(Booking booking) {
        return weeks.values().stream()
                .filter(week ->
                        week.bookings().stream().anyMatch(one -> one.id().equals(booking.id())))
                .mapToDouble(week -> available > 0 ? week.booked() / available : week.booked())
                .max()
                .orElse(0);
    }

    /// Hours in which people take no calls because of a booking, in the week of a Monday.
    public static double offPhone(Booking booking, LocalDate monday) {
        return booking.offPhone() ? share(booking, monday) / PERCENT * DAYS * HOURS_A_DAY * booking.people() : 0;
    }

    /// The Monday of the week of a day.
    public static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static double share(Booking booking, LocalDate monday) {
        int days = 0;
        for (int k = 0; k < DAYS; k++) {
            var day = monday.plusDays(k);
            if (!day.isBefore(booking.terms().begins())
                    && !day.isAfter(booking.terms().ends())) {
                days++;
            }
        }
        return booking.terms().share().doubleValue() * days / DAYS;
    }
}
