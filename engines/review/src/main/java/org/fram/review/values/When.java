package org.fram.review.values;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A time that a text names: days of the calendar ("18 and 19 October 2025", "June 9 to June 20", "March 2026") or
/// weeks counted from the project's start ("week 14", "weeks 10–12").
///
/// @param scale what `days` counts
/// @param days days since 1970-01-01, or numbers of weeks
/// @param text as written
/// @param start offset of the first character in the text it was read from
/// @param end offset behind the last character
public record When(Scale scale, Range days, String text, int start, int end) {

    /// How time is counted.
    public enum Scale {
        CALENDAR,
        PROJECT_WEEKS
    }

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));

    private static final String MONTH =
            "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
    private static final String DAY = "(?:[0-3]?\\d)(?:st|nd|rd|th)?";
    private static final String WEEKDAY =
            "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? |(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?";
    private static final String TO = "\\s?(?:to|and|through|until|–|—|-|/|&)\\s?";

    private static final Pattern CALENDAR = Pattern.compile(
            """
            (?<week>\\bweek\\ (?:of|beginning|commencing|starting)(?:\\ the)?\\ )?
            (?: (?<![\\d.])(?<iso>(?:19|20)\\d\\d-[01]\\d-[0-3]\\d)(?!\\d)
              | (?<![\\d./,$£€])%1$s(?<d1>%2$s)(?: (?:\\ (?<m1>%3$s))?(?:,?\\ (?<y1>(?:19|20)\\d\\d))? %4$s %1$s(?<d2>%2$s))?\\ (?:of\\ )?(?<m2>%3$s)(?:,?\\ (?<y2>(?:19|20)\\d\\d))?(?!\\w)
              | \\b%1$s(?<m3>%3$s)\\ (?<d3>%2$s)(?!\\d|[.:]\\d)(?:,?\\ (?<y3>(?:19|20)\\d\\d))?(?: %4$s %1$s(?:(?<m4>%3$s)\\ )?(?<d4>%2$s)(?!\\d|[.:]\\d|\\s?%%|\\ (?:business|working|days|hours|weeks|months|engineers|p\\.?m|a\\.?m))(?:,?\\ (?<y4>(?:19|20)\\d\\d))?)?
              | \\b(?<part>early|mid|late|end\\ of|beginning\\ of|start\\ of)?[\\ -]?(?<m5>%3$s),?\\ (?<y5>(?:19|20)\\d\\d)\\b
              | \\bQ(?<q>[1-4])[\\ /-]?(?<y6>(?:19|20)\\d\\d)\\b
            )
            """.formatted(WEEKDAY.replace(" ", "\\ "), DAY, MONTH, TO.replace(" ", "\\ ")), Pattern.COMMENTS);

    /// What each time of the calendar holds: a month, a quarter, or a day as ISO 8601 has it. Most texts hold none,
    /// and are told so at a fraction of the cost.
    private static final Pattern LIKELY =
            Pattern.compile("Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Q[1-4]|\\d-\\d");

    private static final Pattern WEEKS = Pattern.compile(
            "\\b(?:[Ww]eeks?|[Ww]k\\.?|WEEKS?) ?(?<a>\\d{1,3})(?!\\d|%)(?:\\s?(?:to|and|through|–|—|-)\\s?(?:[Ww]eeks? )?(?<b>\\d{1,3}))?(?!\\d|\\s?%)");

    /// The times of a text, in its order.
    ///
    /// @param year to take where the text names none; empty leaves such days out
    public static List<When> in(String text, OptionalInt year) {
        var found = new ArrayList<When>();
        boolean likely = LIKELY.matcher(text).find();
        for (Matcher matcher = CALENDAR.matcher(text); likely && matcher.find(); ) {
            read(matcher, year)
                    .ifPresent(days -> found.add(
                            new When(Scale.CALENDAR, days, matcher.group().strip(), matcher.start(), matcher.end())));
        }
        for (Matcher matcher = WEEKS.matcher(text); matcher.find(); ) {
            int first = Integer.parseInt(matcher.group("a"));
            int last = matcher.group("b") == null ? first : Integer.parseInt(matcher.group("b"));
            if (first <= last) {
                found.add(new When(
                        Scale.PROJECT_WEEKS, new Range(first, last), matcher.group(), matcher.start(), matcher.end()));
            }
        }
        found.sort((a, b) -> Integer.compare(a.start, b.start));
        return List.copyOf(found);
    }

    /// The year that a document's days without one are in: the one it names most often, the later one of equals.
    public static OptionalInt mainYear(List<String> texts) {
        var years = Pattern.compile("(?<![\\d.,/$£€-])(20\\d\\d)(?![\\d,])");
        var counts = texts.stream()
                .flatMap(text -> years.matcher(text).results().map(result -> Integer.parseInt(result.group(1))))
                .collect(Collectors.groupingBy(year -> year, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> OptionalInt.of(entry.getKey()))
                .orElse(OptionalInt.empty());
    }

    private static Optional<Range> read(Matcher m, OptionalInt year) {
        try {
            if (m.group("iso") != null) {
                return Optional.of(whole(m, LocalDate.parse(m.group("iso")), null));
            }
            if (m.group("q") != null) {
                int first = 3 * Integer.parseInt(m.group("q")) - 2;
                int in = Integer.parseInt(m.group("y6"));
                return Optional.of(range(
                        YearMonth.of(in, first).atDay(1),
                        YearMonth.of(in, first + 2).atEndOfMonth()));
            }
            if (m.group("m5") != null) {
                var month = YearMonth.of(Integer.parseInt(m.group("y5")), month(m.group("m5")));
                return Optional.of(range(month.atDay(1), month.atEndOfMonth()));
            }
            if (m.group("m2") != null) {
                var in = year(m.group("y2"), year);
                if (in.isEmpty()) {
                    return Optional.empty();
                }
                int lastMonth = month(m.group("m2"));
                if (m.group("d2") == null) {
                    return Optional.of(whole(m, LocalDate.of(in.getAsInt(), lastMonth, day(m.group("d1"))), null));
                }
                int firstMonth = m.group("m1") == null ? lastMonth : month(m.group("m1"));
                int firstYear = year(m.group("y1"), in).orElseThrow()
                        - (firstMonth > lastMonth && m.group("y1") == null ? 1 : 0);
                return Optional.of(whole(
                        m,
                        LocalDate.of(firstYear, firstMonth, day(m.group("d1"))),
                        LocalDate.of(in.getAsInt(), lastMonth, day(m.group("d2")))));
            }
            var in = year(m.group("y3") != null ? m.group("y3") : m.group("y4"), year);
            if (in.isEmpty()) {
                return Optional.empty();
            }
            int firstMonth = month(m.group("m3"));
            var first = LocalDate.of(in.getAsInt(), firstMonth, day(m.group("d3")));
            if (m.group("d4") == null) {
                return Optional.of(whole(m, first, null));
            }
            int lastMonth = m.group("m4") == null ? firstMonth : month(m.group("m4"));
            var last = LocalDate.of(year(m.group("y4"), in).orElseThrow(), lastMonth, day(m.group("d4")));
            return Optional.of(whole(m, first, last));
        } catch (DateTimeException _) {
            // "31 June" is no day; it names no time.
            return Optional.empty();
        }
    }

    private static Range whole(Matcher m, LocalDate first, @Nullable LocalDate last) {
        var until = last == null || last.isBefore(first) ? first : last;
        return range(first, m.group("week") != null ? until.plusDays(6) : until);
    }

    private static Range range(LocalDate first, LocalDate last) {
        return new Range((double) first.toEpochDay(), (double) last.toEpochDay());
    }

    private static OptionalInt year(@Nullable String written, OptionalInt otherwise) {
        return written == null ? otherwise : OptionalInt.of(Integer.parseInt(written));
    }

    private static int month(String name) {
        var number = MONTHS.get(name.substring(0, 3).toLowerCase(Locale.ROOT));
        if (number == null) {
            throw new DateTimeException("No month: " + name);
        }
        return number;
    }

    private static int day(String written) {
        return Integer.parseInt(written.replaceAll("\\D", ""));
    }
}
