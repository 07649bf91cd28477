package org.fram.app.platform.notices;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.TimeZones;
import org.jspecify.annotations.Nullable;

/// How somebody is told, as a form.
///
/// @param mails whether this installation sends mail at all
/// @param kinds a choice each, in the order of their names
/// @param always names of what goes at once in any case, in one line
/// @param saved whether that was just done
public record NoticeSettingsPage(
        boolean mails,
        List<Choice> zones,
        List<Choice> rhythms,
        List<Choice> weekdays,
        List<Choice> hours,
        List<Choice> quietFrom,
        List<Choice> quietTo,
        List<Kind> kinds,
        String always,
        String refusal,
        boolean saved) {

    private static final int HOURS = 24;

    /// A kind of notice.
    public record Kind(String field, String name, List<Choice> ways) {}

    static NoticeSettingsPage of(
            Frame frame, Preferences now, List<NoticeKind> kinds, boolean mails, String refusal, boolean saved) {
        var quiet = now.quiet();
        return new NoticeSettingsPage(
                mails,
                TimeZones.choices(now.zone()),
                Choice.of(Preferences.Rhythm.class, "notices.rhythm", now.rhythm(), frame),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Choice(
                                Integer.toString(day.getValue()),
                                day.getDisplayName(
                                        TextStyle.FULL_STANDALONE, frame.texts().locale()),
                                day == now.weekday()))
                        .toList(),
                hours(frame, now.hour()),
                orNone(frame, quiet == null ? null : quiet.from()),
                orNone(frame, quiet == null ? null : quiet.to()),
                kinds.stream()
                        .filter(NoticeKind::choice)
                        .map(kind -> new Kind(
                                NoticeSettingsController.KIND + kind.code(),
                                name(frame, kind),
                                Choice.of(Delivery.class, "notices.delivery", now.of(kind), frame)))
                        .sorted((a, b) -> a.name().compareTo(b.name()))
                        .toList(),
                kinds.stream()
                        .filter(kind -> !kind.choice())
                        .map(kind -> name(frame, kind))
                        .sorted()
                        .reduce((a, b) -> a + ", " + b)
                        .orElse(""),
                refusal,
                saved);
    }

    private static String name(Frame frame, NoticeKind kind) {
        return frame.text("notices.kind." + kind.code());
    }

    private static List<Choice> orNone(Frame frame, @Nullable Integer chosen) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", frame.text("notices.settings.noQuiet"), chosen == null));
        choices.addAll(hours(frame, chosen == null ? -1 : chosen));
        return choices;
    }

    private static List<Choice> hours(Frame frame, int chosen) {
        var format = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(frame.texts().locale());
        return IntStream.range(0, HOURS)
                .mapToObj(hour ->
                        new Choice(Integer.toString(hour), format.format(LocalTime.of(hour, 0)), hour == chosen))
                .toList();
    }
}
