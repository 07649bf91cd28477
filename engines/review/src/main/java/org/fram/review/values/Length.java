package org.fram.review.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A length of time that a text gives: "five business days", "three-year", "2 to 4 weeks", "30 min".
///
/// @param value in its unit; a range where the text gives one
/// @param text as written
/// @param start offset of the first character in the text it was read from
/// @param end offset behind the last character
public record Length(Range value, Unit unit, String text, int start, int end) {

    /// A unit of time.
    ///
    /// Working days and days of the calendar are both days here: a week has five to seven of them, a month
    /// 20 to 31.
    public enum Unit {
        SECOND("hour", 1 / 3600.0, 1 / 24.0, 1 / 6.0),
        MINUTE("hour", 1 / 60.0, 1 / 24.0, 1 / 6.0),
        HOUR("hour", 1, 1 / 24.0, 1 / 6.0),
        DAY("day", 1, 1, 1),
        WEEK("week", 1, 5, 7),
        MONTH("month", 1, 20, 31),
        YEAR("month", 12, 20, 31);

        private final String base;
        private final double bases;
        private final double leastDays;
        private final double mostDays;

        Unit(String base, double bases, double leastDays, double mostDays) {
            this.base = base;
            this.bases = bases;
            this.leastDays = leastDays;
            this.mostDays = mostDays;
        }

        /// The unit that this one is a fixed multiple of: hour, day, week or month.
        public String base() {
            return base;
        }

        /// Some of these in the unit that they are a multiple of.
        public Range inBase(Range count) {
            return new Range(count.low() * bases, count.high() * bases);
        }

        /// How many days some of these can be.
        public Range days(Range count) {
            return new Range(count.low() * bases * leastDays, count.high() * bases * mostDays);
        }
    }

    private static final Pattern UNIT = Pattern.compile(
            "^\\)?(?:\\s|-|‑)?(?:(?:consecutive|full|further|elapsed|clock|calendar|business|working|work|bank|man|person|consulting|training|whole|on-?site|service)[\\s-]){0,2}"
                    + "(?<unit>seconds?|secs?\\b|s(?=[\\s.,;)]|$)|minutes?|mins?\\b|hours?|hrs?\\b|h\\b|days?|weeks?|wks?\\b|fortnights?|months?|mths?\\b|quarters?|years?|yrs?\\b)(?![\\w])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TO_ANOTHER = Pattern.compile("\\s?(?:to|or|–|—|-)\\s?");

    /// The lengths of a text, in its order.
    public static List<Length> in(String text) {
        var found = new ArrayList<Length>();
        var numerals = Numeral.in(text);
        for (int i = 0; i < numerals.size(); i++) {
            var numeral = numerals.get(i);
            var unit = UNIT.matcher(text.substring(numeral.end()));
            if (!unit.find()) {
                continue;
            }
            var named = unit(unit.group("unit"));
            double factor = factor(unit.group("unit"));
            double high = numeral.value().doubleValue() * factor;
            double low = high;
            int start = numeral.start();
            if (i > 0) {
                var before = numerals.get(i - 1);
                double other = before.value().doubleValue() * factor;
                if (TO_ANOTHER.matcher(text.substring(before.end(), start)).matches() && other <= high) {
                    low = other;
                    start = before.start();
                }
            }
            if (i > 0
                    && text.charAt(numeral.end()) == ')'
                    && numerals.get(i - 1).value().compareTo(numeral.value()) == 0) {
                start = numerals.get(i - 1).start();
            }
            int end = numeral.end() + unit.end();
            found.add(new Length(
                    new Range(low, high), named, text.substring(start, end).strip(), start, end));
        }
        return List.copyOf(found);
    }

    private static Unit unit(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        if (lower.startsWith("s")) {
            return Unit.SECOND;
        }
        if (lower.startsWith("mi")) {
            return Unit.MINUTE;
        }
        if (lower.startsWith("h")) {
            return Unit.HOUR;
        }
        if (lower.startsWith("d")) {
            return Unit.DAY;
        }
        if (lower.startsWith("w") || lower.startsWith("f")) {
            return Unit.WEEK;
        }
        return lower.startsWith("y") ? Unit.YEAR : Unit.MONTH;
    }

    private static double factor(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        return lower.startsWith("f") ? 2 : lower.startsWith("q") ? 3 : 1;
    }
}
