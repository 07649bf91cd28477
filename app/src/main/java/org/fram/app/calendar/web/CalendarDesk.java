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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fram.app.calendar.Happening;
import org.fram.app.calendar.Whom;
import org.fram.app.engagement.Dated;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;

/// Lays out a month or a week of what has a date.
final class CalendarDesk {

    /// So many of a day are seen at once in a month.
    private static final int AT_ONCE = 4;

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
    /// @param several whether it is over several engagements, whose names are said then
    record Place(String address, boolean several) {}

    /// What somebody wants to see of it.
    ///
    /// @param at a day, as the address has it; what makes no sense is today
    /// @param kind the key of the kind that one wants to see alone, or empty
    record Asked(Period view, String at, String kind, Whom whom) {}

    /// How much is seen at once.
    enum Period implements Code {
        MONTH,
        WEEK
    }

    CalendarDesk(Frame frame, Place place, Asked asked, LocalDate today) {
        this.frame = frame;
        this.place = place;
        this.asked = asked;
        this.today = today;
        this.at = day(asked.at(), today);
    }

    CalendarPage page(List<Happening> all) {
        boolean known = all.stream().anyMatch(one -> one.kind().equals(asked.kind()));
        var wanted = all.stream()
                .filter(one -> asked.whom().has(one) && (!known || one.kind().equals(asked.kind())))
                .toList();
        var first = first();
        var last = last();
        var shown = wanted.stream()
                .filter(one -> !one.last().isBefore(first) && !one.first().isAfter(last))
                .toList();
        var earlier = wanted.stream()
                .filter(one -> one.overdue() && one.last().isBefore(first))
                .toList();
        long overdue = shown.stream().filter(Happening::overdue).count();
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
                kinds(all),
                Choice.of(Whom.class, "calendar.whom", asked.whom(), frame),
                weekdays(),
                days(first, last, wanted),
                frame.text("calendar.page.count", shown.size(), overdue),
                earlier.stream().map(one -> entry(one, one.first())).toList(),
                frame.text("calendar.page.earlier", earlier.size()),
                all.isEmpty(),
                shown.isEmpty());
    }

    private List<CalendarPage.Day> days(LocalDate first, LocalDate last, List<Happening> wanted) {
        var begin = from(first);
        var end = to(last);
        var shown = wanted.stream()
                .filter(one -> !one.last().isBefore(begin) && !one.first().isAfter(end))
                .toList();
        int atOnce = asked.view() == Period.WEEK ? Integer.MAX_VALUE : AT_ONCE;
        return begin.datesUntil(end.plusDays(1))
                .map(day -> {
                    // What goes on for days does not push down what is on this one.
                    var entries = shown.stream()
                            .filter(one -> one.isOn(day))
                            .sorted(Comparator.comparing(one -> one.first().isBefore(day)))
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
                            frame.text("calendar.page.more", entries.size() - split));
                })
                .toList();
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

    private List<Choice> kinds(List<Happening> all) {
        var titles = new LinkedHashMap<String, String>();
        all.forEach(one -> titles.put(one.kind(), frame.text(one.entry().kind())));
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", frame.text("calendar.page.allKinds"), !titles.containsKey(asked.kind())));
        titles.entrySet().stream()
                .map(kind ->
                        new Choice(kind.getKey(), kind.getValue(), kind.getKey().equals(asked.kind())))
                .sorted(Comparator.comparing(Choice::label))
                .forEach(choices::add);
        return choices;
    }

    private List<String> weekdays() {
        return IntStream.range(0, DAYS_OF_A_WEEK)
                .mapToObj(day -> firstOfWeek().plus(day).getDisplayName(TextStyle.SHORT, locale()))
                .toList();
    }

    private String title() {
        return asked.view() == Period.WEEK
                ? frame.text("calendar.page.days", frame.date(first()), frame.date(last()))
                : DateTimeFormatter.ofPattern("LLLL uuuu", locale()).format(at);
    }

    private LocalDate first() {
        return asked.view() == Period.WEEK ? from(at) : at.withDayOfMonth(1);
    }

    private LocalDate last() {
        return asked.view() == Period.WEEK ? to(at) : at.with(TemporalAdjusters.lastDayOfMonth());
    }

    private LocalDate step(int by) {
        return asked.view() == Period.WEEK
                ? at.plusWeeks(by)
                : at.withDayOfMonth(1).plusMonths(by);
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
        if (asked.whom() != Whom.EVERYBODY) {
            address.append("&whom=").append(asked.whom().code());
        }
        return address.toString();
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
