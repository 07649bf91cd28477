package org.fram.app.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fram.app.engagement.Light;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Shortened;
import org.fram.app.raid.AskedTrigger;
import org.fram.app.raid.RaidItem;
import org.fram.app.raid.RaidItems;
import org.fram.app.raid.RiskTriggers;
import org.fram.app.raid.ThingKind;
import org.fram.app.status.StatusReport;
import org.fram.app.status.StatusReports;
import org.fram.rules.FactCondition.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is to be talked about in a meeting: what stands on each agenda of the series, what the last status report
/// found,
/// what is open in the weekly work, and what somebody added. Once the meeting was held, it is what it was then. It is
/// the
/// same for all who are there: what one party alone sees is on no agenda. Is asked within a transaction of whoever
/// looks.
@Component
public class Agenda {

    private static final int LONGEST = 300;
    private static final int DAYS_UNTIL_NEXT = 14;

    /// What a report says is of no use later.
    private static final int DAYS_OF_A_REPORT = 31;

    private final Meetings meetings;
    private final MeetingNotes notes;
    private final RaidItems items;
    private final RiskTriggers triggers;
    private final StatusReports reports;

    Agenda(Meetings meetings, MeetingNotes notes, RaidItems items, RiskTriggers triggers, StatusReports reports) {
        this.meetings = meetings;
        this.notes = notes;
        this.items = items;
        this.triggers = triggers;
        this.reports = reports;
    }

    /// Its points in their order, without those that somebody took off.
    public List<Point> of(Meeting meeting) {
        return all(meeting).stream().filter(point -> !point.removed()).toList();
    }

    /// The same with those that somebody took off.
    public List<Point> all(Meeting meeting) {
        var kept = notes.points(meeting);
        if (meeting.held() != null) {
            return kept;
        }
        Map<String, Point> points = new LinkedHashMap<>();
        meeting.series()
                .standing()
                .forEach(title -> add(points, point("standing " + title, Point.Origin.STANDING, title)));
        kept.stream().filter(point -> point.origin() == Point.Origin.ADDED).forEach(point -> add(points, point));
        if (meeting.series().kind().meets()) {
            // What comes of this meeting is for the next one.
            var taken = notes.of(meeting).stream()
                    .map(Note::item)
                    .filter(Objects::nonNull)
                    .map(UUID::toString)
                    .toList();
            open(meeting).stream()
                    .filter(point -> taken.stream().noneMatch(point.key()::endsWith))
                    .forEach(point -> add(points, point));
        }
        // What somebody spoke about stays, also once it is done.
        for (var point : kept) {
            if (point.origin() != Point.Origin.GENERAL) {
                points.put(point.key(), point);
            }
        }
        add(points, point(Point.GENERAL, Point.Origin.GENERAL, ""));
        return List.copyOf(points.values());
    }

    private static void add(Map<String, Point> points, Point point) {
        points.putIfAbsent(point.key(), point);
    }

    private List<Point> open(Meeting meeting) {
        var engagement = meeting.series().engagement();
        var until = meetings.next(meeting)
                .map(next -> next.begins().toLocalDate())
                .orElseGet(() -> meeting.begins().toLocalDate().plusDays(DAYS_UNTIL_NEXT));
        var points = new ArrayList<Point>();
        followedUp(meeting).map(item -> point(Point.Origin.FOLLOWED_UP, item)).forEach(points::add);
        reported(meeting).forEach(points::add);
        open(engagement, ThingKind.DECISION)
                .map(item -> point(Point.Origin.DECISION, item))
                .forEach(points::add);
        Stream.of(ThingKind.ISSUE, ThingKind.ACTION)
                .flatMap(kind -> open(engagement, kind))
                .filter(item -> isBy(item.day("due"), until))
                .sorted(Comparator.comparing(item -> Objects.requireNonNull(item.day("due"))))
                .map(item -> point(Point.Origin.DUE, item))
                .forEach(points::add);
        risks(engagement, until).map(item -> point(Point.Origin.RISK, item)).forEach(points::add);
        return points;
    }

    private Stream<RaidItem> open(EngagementId engagement, ThingKind kind) {
        return items.open(engagement, kind).stream().filter(item -> !item.isPrivate());
    }

    /// What is not green in the last report before the meeting, the worst first.
    private Stream<Point> reported(Meeting meeting) {
        var engagement = meeting.series().engagement();
        var day = meeting.begins().toLocalDate();
        return meeting.series().kind().looksAtReports()
                ? reports.of(engagement).stream()
                        .filter(kept ->
                                !kept.day().isAfter(day) && !kept.day().isBefore(day.minusDays(DAYS_OF_A_REPORT)))
                        .findFirst()
                        .flatMap(kept ->
                                reports.find(engagement, kept.number()).map(report -> points(kept.number(), report)))
                        .orElseGet(Stream::empty)
                : Stream.empty();
    }

    private static Stream<Point> points(int number, StatusReport report) {
        return report.areas().stream()
                .filter(area -> area.light() == Light.RED || area.light() == Light.AMBER)
                .sorted(Comparator.comparing(StatusReport.Area::light))
                .map(area -> new Point(
                        "reported " + area.key(),
                        Point.Origin.REPORTED,
                        Shortened.line("%s: %s".formatted(area.title(), area.because()), LONGEST),
                        "status/reports/" + number,
                        false));
    }

    /// What the last meeting left to do.
    private Stream<RaidItem> followedUp(Meeting meeting) {
        var engagement = meeting.series().engagement();
        return meetings.heldBefore(meeting).stream()
                .flatMap(last -> notes.of(last).stream())
                .filter(note -> note.kind() == Note.Kind.ACTION)
                .flatMap(note -> item(engagement, note).stream())
                .filter(item -> item.open() && !item.isPrivate());
    }

    /// The action or decision that a note became; empty where it became none, or whoever asks does not
    /// see it.
    public Optional<RaidItem> item(EngagementId engagement, Note note) {
        @Nullable UUID id = note.item();
        return id == null
                ? Optional.empty()
                : items.find(engagement, note.kind() == Note.Kind.ACTION ? ThingKind.ACTION : ThingKind.DECISION, id);
    }

    private Stream<RaidItem> risks(EngagementId engagement, LocalDate until) {
        var firing = triggers.of(engagement).stream()
                .filter(asked -> asked.answered().answer() == Answer.HOLDS)
                .map(AskedTrigger::risk)
                .map(risk -> risk.row().id())
                .toList();
        return open(engagement, ThingKind.RISK)
                .filter(risk -> firing.contains(risk.row().id()) || isBy(risk.day("review"), until));
    }

    private static boolean isBy(@Nullable LocalDate day, LocalDate until) {
        return day != null && !day.isAfter(until);
    }

    private static Point point(String key, Point.Origin origin, String title) {
        return new Point(key, origin, title, "", false);
    }

    private static Point point(Point.Origin origin, RaidItem item) {
        return new Point(
                item.kind().code() + " " + item.row().id(),
                origin,
                Shortened.line("%s %s".formatted(item.ref(), item.text()), LONGEST),
                item.path(),
                false);
    }
}
