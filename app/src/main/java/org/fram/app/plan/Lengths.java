package org.fram.app.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.fram.schedule.WorkCalendar;

/// Working time as people write it: `5d`, `1.5d`, `4h`, `90m`, `2w`; a number alone is days. A day has
/// as many minutes as one of the calendar, a week five days.
///
/// @param day minutes of a working day
public record Lengths(long day) {

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,7}(?:[.,]\\d{1,4})?)\\s*(m|min|h|hours?|d|days?|w|weeks?)?");
    private static final long HOUR = 60;
    private static final long DAYS_A_WEEK = 5;
    /// A hundred years of eight hours a day, more than any plan needs.
    private static final long MOST = 100L * 365 * 24 * 60;

    /// By the day of a calendar.
    public static Lengths of(WorkCalendar calendar) {
        return new Lengths(Math.max(1, calendar.dayMinutes()));
    }

    /// The minutes of what somebody wrote; empty where it is no length.
    public OptionalLong read(String text) {
        var written = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!written.matches()) {
            return OptionalLong.empty();
        }
        String unit = written.group(2) == null ? "d" : written.group(2).substring(0, 1);
        long minutes = switch (unit) {
            case "m" -> 1;
            case "h" -> HOUR;
            case "w" -> DAYS_A_WEEK * day;
            default -> day;
        };
        long read = new BigDecimal(written.group(1).replace(',', '.'))
                .multiply(BigDecimal.valueOf(minutes))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return read > MOST ? OptionalLong.empty() : OptionalLong.of(read);
    }

    /// As it is written: in days where it is days, halves or quarters of them, else in hours or minutes.
    public String write(long minutes) {
        if (minutes * 4 % day == 0) {
            return plain(minutes, day) + "d";
        }
        return minutes % HOUR == 0 || minutes * 4 % HOUR == 0 ? plain(minutes, HOUR) + "h" : minutes + "m";
    }

    /// In days with one decimal at most, for tables.
    public String days(long minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(day), 1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String plain(long minutes, long unit) {
        return BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(unit), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
