package org.fram.app.engagement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;

/// How a part of an engagement stands, as its status report says it.
///
/// @param key the same in each report
/// @param light by the rule
/// @param because what made it so
/// @param rule when it is red, amber and green
/// @param path of the page on which it rests, below the engagement’s address
/// @param lines what somebody should look at, the most pressing first
/// @param dates what has a date that may slip; two reports are compared by them
public record StatusArea(
        String key,
        Text title,
        Light light,
        Text because,
        Text rule,
        String path,
        List<Figure> figures,
        List<Line> lines,
        List<Dated> dates) {

    public StatusArea {
        figures = List.copyOf(figures);
        lines = List.copyOf(lines);
        dates = List.copyOf(dates);
    }

    /// What a figure counts.
    public enum Unit implements Code {
        COUNT,
        /// 0 to 100.
        PERCENT,
        DAYS,
        /// A day, as the number of days since 1970-01-01.
        DAY,
        MONEY
    }

    /// Which way is good.
    public enum Better implements Code {
        MORE,
        LESS,
        NEITHER
    }

    /// A figure that is compared from report to report.
    ///
    /// @param key the same in each report, unique in its area
    /// @param currency of an amount, as ISO 4217 has it; null of anything else
    public record Figure(
            String key,
            Text name,
            Unit unit,
            BigDecimal number,
            @Nullable String currency,
            Better better) {

        /// A number of things.
        public static Figure count(String key, Text name, long number, Better better) {
            return new Figure(key, name, Unit.COUNT, BigDecimal.valueOf(number), null, better);
        }

        /// A part of a hundred.
        public static Figure percent(String key, Text name, long number, Better better) {
            return new Figure(key, name, Unit.PERCENT, BigDecimal.valueOf(number), null, better);
        }

        /// A day; an earlier one is better.
        public static Figure day(String key, Text name, LocalDate day) {
            return new Figure(key, name, Unit.DAY, BigDecimal.valueOf(day.toEpochDay()), null, Better.LESS);
        }

        /// An amount.
        public static Figure money(String key, Text name, BigDecimal amount, String currency) {
            return new Figure(key, name, Unit.MONEY, amount, currency, Better.NEITHER);
        }
    }

    /// Something that somebody should look at.
    ///
    /// @param key the same in each report
    /// @param ref as people call it, or empty
    /// @param who sees to it, or empty
    /// @param due the day by which something is to be done, or null
    /// @param note what else is to be said, or null
    /// @param path of its page, below the engagement’s address
    public record Line(
            String key,
            String ref,
            String text,
            String who,
            @Nullable LocalDate due,
            @Nullable Text note,
            String path) {}

    /// Something with a date that may slip.
    ///
    /// @param key the same in each report
    /// @param after keys of what it waits for
    public record Dated(String key, String ref, String text, LocalDate day, List<String> after, String path) {

        public Dated {
            after = List.copyOf(after);
        }
    }
}
