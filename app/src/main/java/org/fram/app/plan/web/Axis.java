package org.fram.app.plan.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Time from left to right in a picture.
///
/// @param first the day at its left end
/// @param last the day at its right end
public record Axis(LocalDate first, LocalDate last, Zoom zoom) {

    private static final double MINUTES_A_DAY = 24 * 60;
    private static final int MONTHS_A_QUARTER = 3;

    /// A line with its name.
    ///
    /// @param x where
    /// @param label empty where there is no room for one
    public record Tick(String x, String label) {}

    /// Its width.
    int width() {
        return (int) ((ChronoUnit.DAYS.between(first, last) + 1) * zoom.perDay);
    }

    /// Where a date is.
    double at(LocalDateTime date) {
        return ChronoUnit.MINUTES.between(first.atStartOfDay(), date) / MINUTES_A_DAY * zoom.perDay;
    }

    /// A place as the picture has it.
    static String number(double place) {
        return BigDecimal.valueOf(place)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /// The beginnings of weeks or months.
    List<Tick> ticks(Locale locale) {
        var ticks = new ArrayList<Tick>();
        boolean weeks = zoom == Zoom.WEEK;
        var day = weeks
                ? first.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
                : first.with(TemporalAdjusters.firstDayOfNextMonth());
        while (!day.isAfter(last)) {
            ticks.add(new Tick(number(at(day.atStartOfDay())), label(day, locale)));
            day = day.plus(1, zoom.ticks());
        }
        return ticks;
    }

    private String label(LocalDate day, Locale locale) {
        if (zoom == Zoom.WEEK) {
            return DateTimeFormatter.ofPattern("d MMM", locale).format(day);
        }
        if (zoom == Zoom.MONTH) {
            return DateTimeFormatter.ofPattern("MMM yyyy", locale).format(day);
        }
        return (day.getMonthValue() - 1) % MONTHS_A_QUARTER == 0
                ? DateTimeFormatter.ofPattern("QQQ yyyy", locale).format(day)
                : "";
    }
}
