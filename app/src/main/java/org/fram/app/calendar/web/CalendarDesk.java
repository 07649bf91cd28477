package org.fram.app.calendar.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fram.app.calendar.Calendars.Beyond;
import org.fram.app.calendar.Calendars.Seen;
import org.fram.app.calendar.Happening;
import org.fram.app.calendar.Whom;
import org.fram.app.calendar.Wish;
import org.fram.app.engagement.Dated;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.register.Rows.Enough;
import org.fram.app.platform.texts.Text;

/// Lays out a month, a week or a day of what has a date.
final class CalendarDesk {

    /// So many of a day are seen at once in a month.
    private static final int AT_ONCE = 4;

    /// So many of a day are on a page; the others are on that of the day.
    private static final int OF_A_DAY = 40;

    private static final int OF_A_DAY_IN_A_MONTH = 15;

    /// So many that were to be done before are on a page.
    private static final int EARLIER = 50;

    private static final int DAYS_OF_A_WEEK = 7;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final Frame frame;
    private final Place place;
    private final Asked asked;
    private final LocalDate today;
    private final LocalDate at;

    /// Whose calendar it is.
    ///
    /// @param address of the page
    /// @param late where all stands that was to be done before and is not
    /// @param several whether it is over several engagements, whose names are said then
    record Place(String address, String late, boolean several) {}

    /// What somebody wants to see of it.
    ///
    /// @param at a day, as the address has it; what makes no sense is today
    /// @param kind the key of the kind that one wants to see alone, or empty
    record Asked(Period view, String at, String kind, Whom whom) {}

    /// How much is seen at once.
    enum Period implements Code {
        MONTH,
        WEEK,
        DAY
    }

    CalendarDesk(Frame frame, Place place, Asked asked, LocalDate today) {
        this.frame = frame;
        this.place = place;
        this.asked = asked;
        this.today = today;
        this.at = day(asked.at(), today);
    }

    /// What is needed for the page.
    ///
    /// @param kinds all that there are
    Wish wish(Set<Text> kinds) {
        boolean known = kinds.stream().anyMatch(kind -> kind.key().equals(asked.kind()));
        return new Wish(begin(), end(), known ? asked.kind() : "", asked.whom(), new Enough(ofDay(), EARLIER));
    }

    private int ofDay() {
        return switch (asked.view()) {
            case MONTH -> OF_A_DAY_IN_A_MONTH;
            case WEEK -> OF_A_DAY;
            case DAY -> Integer.MAX_VALUE;
        };
    }

    /// The page.
    ///
    /// @param seen what the wish brought
    /// @param kinds all that there are
    CalendarPage page(Seen seen, Set<Text> kinds) {
        var wanted = seen.some();
        var first = first();
        var last = last();
        var shown = wanted.stream()
                .filter(one -> !one.last().isBefore(first) && !one.first().isAfter(last))
                .toList();
        var earlier = wanted.stream()
                .filter(one -> one.overdue() && one.last().isBefore(first))
                .toList();
        var beyond = beyond(seen, day -> !day.isBefore(first) && !day.isAfter(last));
        int before = earlier.size() + beyond(seen, day -> day.isBefore(first)).overdue();
        long overdue = shown.stream().filter(Happening::overdue).count() + beyond.overdue();
        return new CalendarPage(
                place.address(),
                at.toString(),
                asked.view().code(),
                title(),
                to(step(-1), asked.view(), frame.text("calendar.page.previous")),
                to(today, asked.view(), frame.text("calendar.page.today")),
                to(step(1), asked.view(), frame.text("calendar.page.next")),
                Stream.of(Period.values())
                        .map(view -> new Link(
                                address(at, view), frame.text("calendar.page." + view.code()), view == asked.view()))
                        .toList(),
                kinds(kinds),
                Choice.of(Whom.class, "calendar.whom", asked.whom(), frame),
                weekdays(),
                days(first, last, seen),
                frame.text("calendar.page.count", shown.size() + beyond.all(), overdue),
                earlier.stream()
                        .limit(EARLIER)
                        .map(one -> entry(one, one.first()))
                        .toList(),
                frame.text("calendar.page.earlier", before),
                before > EARLIER ? Link.to(place.late(), frame.text("calendar.page.allEarlier")) : null,
                wanted.isEmpty());
    }

    /// How many more there are on some days.
    private static Beyond beyond(Seen seen, Predicate<LocalDate> day) {
        return seen.beyond().entrySet().stream()
                .filter(some -> day.test(some.getKey()))
                .map(Map.Entry::getValue)
                .reduce(new Beyond(0, 0), Beyond::and);
    }

    private List<CalendarPage.Day> days(LocalDate first, LocalDate last, Seen seen) {
        var byDay = byDay(seen.some());
        int atOnce = asked.view() == Period.MONTH ? AT_ONCE : Integer.MAX_VALUE;
        int most = ofDay();
        return begin().datesUntil(end().plusDays(1))
                .map(day -> {
                    var of = byDay.getOrDefault(day, List.of());
                    int all = of.size() + beyond(seen, day::equals).all();
                    // What goes on for days does not push down what is on this one.
                    var entries = of.stream()
                            .sorted(Comparator.comparing(one -> one.first().isBefore(day)))
                            .limit(most)
                            .map(one -> entry(one, day))
                            .toList();
                    int split = entries.size() <= atOnce ? entries.size() : atOnce - 1;
                    return new CalendarPage.Day(
                            day.toString(),
                            DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                                    .withLocale(locale())
                                    .format(day),
                            String.valueOf(day.getDayOfMonth()),
                            day.isBefore(first) || day.isAfter(last),
                            day.equals(today),
                            entries.subList(0, split),
                            entries.subList(split, entries.size()),
                            frame.text("calendar.page.more", all - split),
                            all > entries.size()
                                    ? to(day, Period.DAY, frame.text("calendar.page.allOfDay", all))
                                    : null);
                })
                .toList();
    }

    private Map<LocalDate, List<Happening>> byDay(List<Happening> wanted) {
        var byDay = new HashMap<LocalDate, List<Happening>>();
        for (var one : wanted) {
            var from = one.first().isBefore(begin()) ? begin() : one.first();
            var until = one.last().isAfter(end()) ? end() : one.last();
            for (var day = from; !day.isAfter(until); day = day.plusDays(1)) {
                byDay.computeIfAbsent(day, _ -> new ArrayList<>()).add(one);
            }
        }
        return byDay;
    }

    private CalendarPage.Entry entry(Happening one, LocalDate day) {
        var entry = one.entry();
        boolean goesOn = one.first().isBefore(day) && !day.equals(first());
        String state = one.overdue() ? "overdue" : entry.standing().code();
        return new CalendarPage.Entry(
                EngagementHeads.address(one.engagement().id()) + "/" + entry.path(),
                time(one, day),
                entry.thing(),
                Stream.of(
                                frame.text(entry.happens()),
                                one.last().equals(one.first())
                                        ? ""
                                        : frame.text("calendar.page.until", frame.date(one.last())),
                                place.several() ? one.engagement().name() : "",
                                one.owner())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" · ")),
                state,
                frame.text("calendar.state." + state),
                goesOn);
    }

    /// When it begins on its first day, where the engagement is; with the zone where there are several.
    private String time(Happening one, LocalDate day) {
        if (!(one.entry().when() instanceof Dated.When.Times(var start, var _))
                || !one.first().equals(day)) {
            return "";
        }
        var there = start.withZoneSameInstant(one.engagement().timeZone());
        String time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale())
                .format(there);
        return place.several()
                ? time + " " + DateTimeFormatter.ofPattern("zzz", locale()).format(there)
                : time;
    }

    private List<Choice> kinds(Set<Text> kinds) {
        String chosen = wish(kinds).kind();
        return Stream.concat(
                        Stream.of(new Choice("", frame.text("calendar.page.allKinds"), chosen.isEmpty())),
                        kinds.stream()
                                .map(kind -> new Choice(
                                        kind.key(), frame.text(kind), kind.key().equals(chosen)))
                                .sorted(Comparator.comparing(Choice::label)))
                .toList();
    }

    private List<String> weekdays() {
        return IntStream.range(0, DAYS_OF_A_WEEK)
                .mapToObj(day -> firstOfWeek().plus(day).getDisplayName(TextStyle.SHORT, locale()))
                .toList();
    }

    private String title() {
        return switch (asked.view()) {
            case MONTH -> DateTimeFormatter.ofPattern("LLLL uuuu", locale()).format(at);
            case WEEK -> frame.text("calendar.page.days", frame.date(first()), frame.date(last()));
            case DAY ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(locale())
                        .format(at);
        };
    }

    private LocalDate first() {
        return switch (asked.view()) {
            case MONTH -> at.withDayOfMonth(1);
            case WEEK -> from(at);
            case DAY -> at;
        };
    }

    private LocalDate last() {
        return switch (asked.view()) {
            case MONTH -> at.with(TemporalAdjusters.lastDayOfMonth());
            case WEEK -> to(at);
            case DAY -> at;
        };
    }

    /// The first day that is shown: a month has whole weeks.
    private LocalDate begin() {
        return asked.view() == Period.MONTH ? from(first()) : first();
    }

    /// The last day that is shown.
    private LocalDate end() {
        return asked.view() == Period.MONTH ? to(last()) : last();
    }

    private LocalDate step(int by) {
        return switch (asked.view()) {
            case MONTH -> at.withDayOfMonth(1).plusMonths(by);
            case WEEK -> at.plusWeeks(by);
            case DAY -> at.plusDays(by);
        };
    }

    /// The first day of the week of a day.
    private LocalDate from(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(firstOfWeek()));
    }

    /// The last day of the week of a day.
    private LocalDate to(LocalDate day) {
        return day.with(TemporalAdjusters.nextOrSame(firstOfWeek().minus(1)));
    }

    private DayOfWeek firstOfWeek() {
        return WeekFields.of(locale()).getFirstDayOfWeek();
    }

    private Link to(LocalDate day, Period view, String title) {
        return Link.to(address(day, view), title);
    }

    private String address(LocalDate day, Period view) {
        var address = new StringBuilder(place.address())
                .append("?view=")
                .append(view.code())
                .append("&at=")
                .append(day);
        if (!asked.kind().isEmpty()) {
            address.append("&kind=").append(URLEncoder.encode(asked.kind(), StandardCharsets.UTF_8));
        }
        return address.append("&whom=").append(asked.whom().code()).toString();
    }

    private Locale locale() {
        return frame.texts().locale();
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        try {
            var day = LocalDate.parse(text);
            return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? otherwise : day;
        } catch (DateTimeParseException _) {
            return otherwise;
        }
    }
}
