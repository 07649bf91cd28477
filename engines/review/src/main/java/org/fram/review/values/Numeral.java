package org.fram.review.values;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number in a text: in digits ("12,000", "1.3 million", "12k") or in English words ("forty-five", "one hundred and
/// eighty", "a dozen").
///
/// Digits inside of other tokens ("D2", "3.5.1", "24x7", "10:30") are no numerals.
///
/// @param start offset of the first character in the text
/// @param end offset behind the last character
public record Numeral(BigDecimal value, int start, int end) {

    private static final Map<String, Integer> UNITS = Map.ofEntries(
            entry("zero", 0),
            entry("one", 1),
            entry("two", 2),
            entry("three", 3),
            entry("four", 4),
            entry("five", 5),
            entry("six", 6),
            entry("seven", 7),
            entry("eight", 8),
            entry("nine", 9),
            entry("ten", 10),
            entry("eleven", 11),
            entry("twelve", 12),
            entry("thirteen", 13),
            entry("fourteen", 14),
            entry("fifteen", 15),
            entry("sixteen", 16),
            entry("seventeen", 17),
            entry("eighteen", 18),
            entry("nineteen", 19),
            entry("twenty", 20),
            entry("thirty", 30),
            entry("forty", 40),
            entry("fifty", 50),
            entry("sixty", 60),
            entry("seventy", 70),
            entry("eighty", 80),
            entry("ninety", 90));

    private static final Map<String, Integer> SCALES =
            Map.of("hundred", 100, "thousand", 1_000, "million", 1_000_000, "dozen", 12);

    private static final Pattern DIGITS = Pattern.compile("""
            (?<![\\w.,:/–-])
            (?<number>\\d{1,3}(?:[,'’\\u00a0\\u202f]\\d{3})+(?:\\.\\d+)? | \\d+(?:\\.\\d+)?)
            (?: (?<half>½) )?
            (?: \\s?(?<scale>thousand|million|billion|k|m|bn) (?!\\w) )?
            (?! \\w | [.:]\\d | [/]\\d )
            """, Pattern.COMMENTS | Pattern.CASE_INSENSITIVE);

    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

    /// All numerals of a text, in its order, none inside another.
    public static List<Numeral> in(String text) {
        var found = new ArrayList<Numeral>();
        for (Matcher digits = DIGITS.matcher(text); digits.find(); ) {
            var value = new BigDecimal(digits.group("number").replaceAll("[,'’\\u00a0\\u202f]", ""));
            if (digits.group("half") != null) {
                value = value.add(new BigDecimal("0.5"));
            }
            var scale = digits.group("scale");
            // "5 m" and "9 k" may be metres and a line's name: with a blank, only the words count.
            if (scale != null
                    && scale.length() <= 2
                    && Character.isWhitespace(text.charAt(digits.start("scale") - 1))) {
                found.add(new Numeral(value, digits.start(), digits.end("number")));
            } else {
                found.add(new Numeral(value.multiply(scaleOf(scale)), digits.start(), digits.end()));
            }
        }
        found.addAll(words(text));
        found.sort((a, b) -> Integer.compare(a.start, b.start));
        return List.copyOf(found);
    }

    static BigDecimal scaleOf(@org.jspecify.annotations.Nullable String scale) {
        if (scale == null) {
            return BigDecimal.ONE;
        }
        return switch (scale.toLowerCase(Locale.ROOT)) {
            case "k", "thousand" -> new BigDecimal(1_000);
            case "m", "mn", "million" -> new BigDecimal(1_000_000);
            case "bn", "billion" -> new BigDecimal(1_000_000_000);
            default -> BigDecimal.ONE;
        };
    }

    /*
     * A run of number words is joined by blanks, hyphens or "and" ("one hundred and eighty"). "And" goes on with a
     * number only below a hundred or a thousand: "two and three" are two numbers.
     */
    private static List<Numeral> words(String text) {
        var found = new ArrayList<Numeral>();
        long total = 0;
        long group = 0;
        int start = -1;
        int end = -1;
        boolean scaled = false;
        long lastUnit = -1;
        for (Matcher word = WORD.matcher(text); word.find(); ) {
            var lower = word.group().toLowerCase(Locale.ROOT);
            var unit = UNITS.get(lower);
            var scale = SCALES.get(lower);
            var gap = end < 0 ? "" : text.substring(end, word.start());
            boolean adjoins = start >= 0 && (gap.equals(" ") || gap.equals("-") || gap.equals("‑"));
            boolean afterAnd = start >= 0 && scaled && gap.equals(" and ");
            boolean goesOn = unit != null
                    && ((adjoins && (scaled || (lastUnit >= 20 && unit < 10 && unit > 0)) && unit < scaleBelow(group))
                            || (afterAnd && unit < 100));
            if (start >= 0 && unit != null && !goesOn) {
                found.add(new Numeral(BigDecimal.valueOf(total + group), start, end));
                start = -1;
            }
            if (unit != null) {
                if (start < 0) {
                    start = word.start();
                    total = 0;
                    group = 0;
                    scaled = false;
                }
                group += unit;
                lastUnit = unit;
                end = word.end();
            } else if (scale != null && adjoins) {
                if (scale >= 1_000) {
                    total += Math.max(group, 1) * scale;
                    group = 0;
                } else {
                    group = Math.max(group, 1) * scale;
                }
                scaled = true;
                lastUnit = -1;
                end = word.end();
            } else if (scale != null && scale != 1_000_000 && precededByArticle(text, word.start())) {
                if (start >= 0) {
                    found.add(new Numeral(BigDecimal.valueOf(total + group), start, end));
                }
                start = word.start();
                total = scale >= 1_000 ? scale : 0;
                group = scale >= 1_000 ? 0 : scale;
                scaled = true;
                lastUnit = -1;
                end = word.end();
            } else if (start >= 0 && !lower.equals("and")) {
                found.add(new Numeral(BigDecimal.valueOf(total + group), start, end));
                start = -1;
            }
        }
        if (start >= 0) {
            found.add(new Numeral(BigDecimal.valueOf(total + group), start, end));
        }
        return found;
    }

    private static long scaleBelow(long group) {
        return group == 0 ? Long.MAX_VALUE : group % 100 == 0 ? 100 : 10;
    }

    private static boolean precededByArticle(String text, int at) {
        return text.substring(Math.max(0, at - 2), at).equalsIgnoreCase("a ")
                && (at == 2 || !Character.isLetterOrDigit(text.charAt(at - 3)));
    }
}
