package org.fram.app.provisioning.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.fram.app.provisioning.Order;

/// The days of a picture, and where each stands in it: from the left edge, in percent of its width.
///
/// It reaches from today, or as far back as a month where something was to happen then, until a week after the last day
/// of an order, and at most two years. What lies outside stands at the edge.
record Timeline(LocalDate first, LocalDate last) {

    private static final int MOST_DAYS_BACK = 31;
    private static final int DAYS_BEHIND = 7;
    private static final int LEAST_DAYS = 42;
    private static final int MOST_DAYS = 730;
    private static final int MOST_TICKS = 7;
    /// Percent of the width in which the name of a month finds room.
    private static final double ROOM = 7;

    static Timeline of(List<Order> orders, LocalDate today) {
        var days = orders.stream()
                .flatMap(order -> Stream.of(
                                order.by().safeBy(),
                                order.by().orderBy(),
                                order.by().expected(),
                                order.day("ordered"),
                                order.day("need"),
                                order.promised())
                        .flatMap(Optional::stream))
                .toList();
        var earliest = days.stream().min(LocalDate::compareTo).orElse(today);
        var latest = days.stream().max(LocalDate::compareTo).orElse(today).plusDays(DAYS_BEHIND);
        var back = today.minusDays(MOST_DAYS_BACK);
        var first = earliest.isBefore(back) ? back : earliest.isBefore(today) ? earliest : today;
        var least = first.plusDays(LEAST_DAYS);
        var most = first.plusDays(MOST_DAYS);
        var last = latest.isBefore(least) ? least : latest.isAfter(most) ? most : latest;
        return new Timeline(first, last);
    }

    /// Where a day stands.
    String at(LocalDate day) {
        return percent(place(day));
    }

    /// How much lies between two days; a sliver where it is less than can be seen.
    String between(LocalDate from, LocalDate until) {
        return percent(Math.max(0.4, place(until) - place(from)));
    }

    /// First days of months, as many as can be read.
    List<LocalDate> ticks() {
        var months = new ArrayList<LocalDate>();
        for (var month = first.withDayOfMonth(1).plusMonths(1); month.isBefore(last); month = month.plusMonths(1)) {
            if (place(month) <= 100 - ROOM) {
                months.add(month);
            }
        }
        int each = Math.max(1, Math.ceilDiv(months.size(), MOST_TICKS));
        var ticks = new ArrayList<LocalDate>();
        for (int at = 0; at < months.size(); at += each) {
            ticks.add(months.get(at));
        }
        return ticks;
    }

    private double place(LocalDate day) {
        double all = ChronoUnit.DAYS.between(first, last);
        return Math.clamp(ChronoUnit.DAYS.between(first, day) / all * 100, 0, 100);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share);
    }
}
