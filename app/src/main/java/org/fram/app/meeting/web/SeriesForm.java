package org.fram.app.meeting.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fram.app.meeting.ArrangingMeetings.Other;
import org.fram.app.meeting.ArrangingMeetings.Wish;
import org.fram.app.meeting.Invited;
import org.fram.app.meeting.MeetingKind;
import org.fram.app.meeting.Rhythm;
import org.fram.app.meeting.Series;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// What somebody wrote into the form of a series.
///
/// @param standing points of each agenda, a line each; so are the questions
/// @param others a line each, as `Name, name@example.org`
public record SeriesForm(
        String name,
        String kind,
        String unit,
        String every,
        String first,
        String last,
        String starts,
        String minutes,
        String zone,
        String place,
        String leader,
        String standing,
        String questions,
        List<String> people,
        String others) {

    private static final int NONE = -1;

    static SeriesForm of(MultiValueMap<String, String> form) {
        return new SeriesForm(
                said(form, "name"),
                said(form, "kind"),
                said(form, "unit"),
                said(form, "every"),
                said(form, "first"),
                said(form, "last"),
                said(form, "starts"),
                said(form, "minutes"),
                said(form, "zone"),
                said(form, "place"),
                said(form, "leader"),
                said(form, "standing"),
                said(form, "questions"),
                List.copyOf(form.getOrDefault("people", List.of())),
                said(form, "others"));
    }

    static SeriesForm of(Series series, List<Invited> invited) {
        var last = series.last();
        var leader = series.leader();
        return new SeriesForm(
                series.name(),
                series.kind().code(),
                series.rhythm().unit().code(),
                Integer.toString(series.rhythm().every()),
                series.first().toString(),
                last == null ? "" : last.toString(),
                series.starts().toString(),
                Integer.toString(series.minutes()),
                series.zone().getId(),
                series.place(),
                leader == null ? "" : leader.toString(),
                String.join("\n", series.standing()),
                String.join("\n", series.questions()),
                invited.stream()
                        .filter(one -> !one.left())
                        .map(Invited::person)
                        .filter(Objects::nonNull)
                        .map(PersonId::toString)
                        .toList(),
                invited.stream()
                        .filter(one -> one.person() == null)
                        .map(one -> one.name() + ", " + one.email())
                        .collect(Collectors.joining("\n")));
    }

    /// What is wanted by it. What cannot be read is left for the act to refuse.
    Wish wish() {
        return new Wish(
                name,
                constant(MeetingKind.class, kind),
                constant(Rhythm.Unit.class, unit),
                number(every),
                read(first, LocalDate::parse),
                read(last, LocalDate::parse),
                read(starts, LocalTime::parse),
                number(minutes),
                zone,
                place,
                read(leader, PersonId::of),
                standing.lines().toList(),
                questions.lines().toList(),
                people.stream()
                        .map(id -> read(id, PersonId::of))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                invitedByMail());
    }

    private List<Other> invitedByMail() {
        var all = new ArrayList<Other>();
        for (String line : others.lines().map(String::strip).toList()) {
            if (!line.isEmpty()) {
                int comma = line.lastIndexOf(',');
                all.add(
                        comma < 0
                                ? new Other(line.contains("@") ? "" : line, line.contains("@") ? line : "")
                                : new Other(line.substring(0, comma), line.substring(comma + 1)));
            }
        }
        return all;
    }

    private static String said(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "").strip();
    }

    private static int number(String typed) {
        return typed.matches("\\d{1,5}") ? Integer.parseInt(typed) : NONE;
    }

    private static <T> @Nullable T read(String typed, Function<String, T> reader) {
        try {
            return typed.isBlank() ? null : reader.apply(typed);
        } catch (DateTimeException | IllegalArgumentException _) {
            return null;
        }
    }

    private static <E extends Enum<E> & Code> @Nullable E constant(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
