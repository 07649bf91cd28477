package org.fram.app.meeting;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
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

/// What is to be talked about in a meeting: what stands on each agenda of the series, what the last status
/// report found, what is most pressing of the weekly work, and what somebody added. Once the meeting was held,
/// it is what it was then. It is the same for all who are there: what one party alone sees is on no agenda. Is
/// asked within a transaction of whoever looks.
@Component
public class Agenda {

    private static final int LONGEST = 300;
    private static final int DAYS_UNTIL_NEXT = 14;

    /// Nobody talks about more at once: of what is to be decided, of what is due and of the risks each.
    private static final int AT_ONCE = 15;

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

    /// An agenda as it was made.
    ///
    /// @param all its points in their order, with those that somebody took off
    /// @param further how many more there are of what it has no room for
    public record Made(List<Point> all, Map<Point.Origin, Integer> further) {

        public Made {
            all = List.copyOf(all);
            further = Map.copyOf(further);
        }

        /// Its points without those that somebody took off.
        public List<Point> points() {
            return all.stream().filter(point -> !point.removed()).toList();
        }

        /// Those that somebody took off.
        public List<Point> removed() {
            return all.stream().filter(Point::removed).toList();
        }

        Optional<Point> find(String key) {
            return all.stream().filter(point -> point.key().equals(key)).findFirst();
        }

        /// Where among the points one stands: behind all of them where the agenda has no room for it.
        int place(Point point) {
            int at = all.indexOf(point);
            return at < 0 ? all.size() : at;
        }
    }

    /// The agenda as it is now, or was when the meeting was held.
    public Made of(Meeting meeting) {
        return of(meeting, AT_ONCE);
    }

    /// A point by its key. Others may have pressed it from the agenda while somebody has it before them: it is found
    /// all the same.
    Optional<Point> find(Meeting meeting, String key) {
        return of(meeting, Integer.MAX_VALUE).find(key);
    }

    private Made of(Meeting meeting, int atOnce) {
        var kept = notes.points(meeting);
        if (meeting.held() != null) {
            return new Made(kept, Map.of());
        }
        Map<String, Point> points = new LinkedHashMap<>();
        Map<Point.Origin, Integer> further = new EnumMap<>(Point.Origin.class);
        meeting.series()
                .standing()
                .forEach(title -> add(points, point("standing " + title, Point.Origin.STANDING, title)));
        kept.stream().filter(point -> point.origin() == Point.Origin.ADDED).forEach(point -> add(points, point));
        if (meeting.series().kind().meets()) {
            var settled = settled(meeting, kept);
            for (var group : open(meeting)) {
                var fresh = group.stream()
                        .filter(point -> settled.stream().noneMatch(point.key()::endsWith))
                        .filter(point -> !points.containsKey(point.key()))
                        .toList();
                fresh.stream().limit(atOnce).forEach(point -> add(points, point));
                fresh.stream()
                        .skip(atOnce)
                        .filter(point ->
                                kept.stream().noneMatch(one -> one.key().equals(point.key())))
                        .forEach(point -> further.merge(point.origin(), 1, Integer::sum));
            }
        }
        // What somebody spoke about stays, also once it is done.
        for (var point : kept) {
            if (point.origin() != Point.Origin.GENERAL) {
                points.put(point.key(), point);
            }
        }
        add(points, point(Point.GENERAL, Point.Origin.GENERAL, ""));
        return new Made(List.copyOf(points.values()), further);
    }

    /// The ends of keys of what is on no agenda by itself: what comes of this meeting is for the next one, and what was
    /// taken off leaves its room to others.
    private List<String> settled(Meeting meeting, List<Point> kept) {
        return Stream.concat(
                        notes.of(meeting).stream()
                                .map(Note::item)
                                .filter(Objects::nonNull)
                                .map(UUID::toString),
                        kept.stream().filter(Point::removed).map(Point::key))
                .toList();
    }

    private static void add(Map<String, Point> points, Point point) {
        points.putIfAbsent(point.key(), point);
    }

    /// What is open, in groups of an origin each, the most pressing of each first.
    private List<List<Point>> open(Meeting meeting) {
        var engagement = meeting.series().engagement();
        var until = meetings.next(meeting)
                .map(next -> next.begins().toLocalDate())
                .orElseGet(() -> meeting.begins().toLocalDate().plusDays(DAYS_UNTIL_NEXT));
        return List.of(
                followedUp(meeting)
                        .map(item -> point(Point.Origin.FOLLOWED_UP, item))
                        .toList(),
                reported(meeting).toList(),
                shared(items.open(engagement, ThingKind.DECISION))
                        .sorted(Comparator.comparing(
                                item -> item.day("due"), Comparator.nullsLast(Comparator.naturalOrder())))
                        .map(item -> point(Point.Origin.DECISION, item))
                        .toList(),
                Stream.of(ThingKind.ISSUE, ThingKind.ACTION)
                        .flatMap(kind -> shared(items.openUntil(engagement, kind, "due", until)))
                        .sorted(Comparator.comparing(item -> Objects.requireNonNull(item.day("due"))))
                        .map(item -> point(Point.Origin.DUE, item))
                        .toList(),
                risks(engagement, until)
                        .map(item -> point(Point.Origin.RISK, item))
                        .toList());
    }

    private static Stream<RaidItem> shared(List<RaidItem> items) {
        return items.stream().filter(item -> !item.isPrivate());
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

    /// Those whose trigger fires, and those that are to be looked at again.
    private Stream<RaidItem> risks(EngagementId engagement, LocalDate until) {
        var firing = triggers.of(engagement).stream()
                .filter(asked -> asked.answered().answer() == Answer.HOLDS)
                .map(AskedTrigger::risk)
                .toList();
        return Stream.concat(
                shared(firing),
                shared(items.openUntil(engagement, ThingKind.RISK, "review", until))
                        .filter(risk -> firing.stream()
                                .noneMatch(
                                        one -> one.row().id().equals(risk.row().id())))
                        .sorted(Comparator.comparing(risk -> Objects.requireNonNull(risk.day("review")))));
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
