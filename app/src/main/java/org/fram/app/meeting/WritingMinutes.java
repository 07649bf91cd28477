package org.fram.app.meeting;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.texts.Text;
import org.fram.app.raid.LinkingItems;
import org.fram.app.raid.NotingAction;
import org.fram.app.raid.RaidItem;
import org.fram.app.raid.RaidItems;
import org.fram.app.raid.RaidOutcome;
import org.fram.app.raid.Relation;
import org.fram.app.raid.ThingKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writing minutes while people talk. What is an action or a decision is in its register at once, and
/// follows from the meeting; an action below a decision of the same point follows from that too.
///
/// Each note is a row: of two who write at once each adds their own. Whoever rewrites a note that
/// somebody else has rewritten is shown theirs, and nothing is lost.
@Component
public class WritingMinutes {

    private static final int LONGEST = 2000;
    private static final int LONGEST_POINT = 200;
    private static final int LONGEST_NAME = 200;

    private final Transactions transactions;
    private final Authority authority;
    private final Meetings meetings;
    private final MeetingNotes notes;
    private final Agenda agenda;
    private final RaidItems items;
    private final NotingAction noting;
    private final LinkingItems linking;
    private final InstantSource clock;

    WritingMinutes(
            Transactions transactions,
            Authority authority,
            Meetings meetings,
            MeetingNotes notes,
            Agenda agenda,
            RaidItems items,
            NotingAction noting,
            LinkingItems linking,
            InstantSource clock) {
        this.transactions = transactions;
        this.authority = authority;
        this.meetings = meetings;
        this.notes = notes;
        this.agenda = agenda;
        this.items = items;
        this.noting = noting;
        this.linking = linking;
        this.clock = clock;
    }

    /// Where somebody writes.
    ///
    /// @param series as people call it
    /// @param day on which the meeting is due by the terms of the series
    public record Place(EngagementId engagement, String series, LocalDate day) {

        /// The address of the meeting's page.
        public String address() {
            return "%s/meetings/%s/%s".formatted(EngagementHeads.address(engagement), series, day);
        }
    }

    /// What came of it.
    public sealed interface Outcome {

        /// It is written down.
        ///
        /// @param refs of items that it became; none for a note
        record Written(List<String> refs) implements Outcome {}

        record Refused(Text reason) implements Outcome {}

        /// Somebody else has rewritten the note in the meantime, and nothing was stored.
        ///
        /// @param now as they left it
        record Overtaken(Note now) implements Outcome {}
    }

    /// Writes a line to a point.
    ///
    /// @param point its key
    public Outcome write(Actor.Person me, Place place, String point, WrittenLine line) {
        return open(me, place, meeting -> {
            String text = line.text().strip();
            if (text.isEmpty() || text.length() > LONGEST) {
                return new Outcome.Refused(Text.of("meeting.refused.text", LONGEST));
            }
            var made = agenda.of(meeting);
            var about = made.find(point).or(() -> agenda.find(meeting, point));
            if (about.isEmpty()) {
                return new Outcome.Refused(Text.of("meeting.refused.point"));
            }
            var outcome = switch (line.kind()) {
                case NOTE -> add(me, meeting, point, Note.Kind.NOTE, text, null);
                case ACTION -> action(me, place, meeting, point, line);
                case DECISION -> decision(me, place, meeting, point, text);
            };
            if (outcome instanceof Outcome.Written && about.get().origin() != Point.Origin.GENERAL) {
                var spoken = about.get();
                notes.keep(
                        meeting,
                        new Point(spoken.key(), spoken.origin(), spoken.title(), spoken.path(), false),
                        made.place(spoken));
            }
            return outcome;
        });
    }

    /// Rewrites a note.
    ///
    /// @param version that somebody saw
    public Outcome rewrite(Actor.Person me, Place place, UUID note, int version, String text) {
        return open(me, place, meeting -> {
            var now = notes.find(meeting, note);
            if (now.isEmpty()) {
                return new Outcome.Refused(Text.of("meeting.refused.gone"));
            }
            if (now.get().kind() != Note.Kind.NOTE) {
                return new Outcome.Refused(
                        Text.of("meeting.refused.item", now.get().itemRef()));
            }
            if (text.isBlank() || text.strip().length() > LONGEST) {
                return new Outcome.Refused(Text.of("meeting.refused.text", LONGEST));
            }
            return notes.rewrite(note, version, text.strip())
                    ? new Outcome.Written(List.of())
                    : new Outcome.Overtaken(notes.find(meeting, note).orElseThrow(NotFoundException::new));
        });
    }

    /// Takes a note away. An action or a decision that it became stays in its register.
    ///
    /// @param version that somebody saw
    public Outcome remove(Actor.Person me, Place place, UUID note, int version) {
        return open(
                me,
                place,
                meeting -> notes.find(meeting, note).isEmpty() || notes.remove(note, version)
                        ? new Outcome.Written(List.of())
                        : new Outcome.Overtaken(notes.find(meeting, note).orElseThrow(NotFoundException::new)));
    }

    /// Puts a point on the agenda.
    public Outcome addPoint(Actor.Person me, Place place, String title) {
        return open(me, place, meeting -> {
            String text = title.strip();
            if (text.isEmpty() || text.length() > LONGEST_POINT) {
                return new Outcome.Refused(Text.of("meeting.refused.pointTitle", LONGEST_POINT));
            }
            notes.keep(
                    meeting,
                    new Point("added " + Ids.next(), Point.Origin.ADDED, text, "", false),
                    notes.points(meeting).size());
            return new Outcome.Written(List.of());
        });
    }

    /// Takes a point off the agenda, or puts it on again. What was said to it stays, so it is not taken
    /// off then.
    public Outcome removePoint(Actor.Person me, Place place, String key, boolean removed) {
        return open(me, place, meeting -> {
            var made = agenda.of(meeting);
            var point = made.find(key)
                    .or(() -> agenda.find(meeting, key))
                    .filter(one -> one.origin() != Point.Origin.GENERAL);
            if (point.isEmpty()) {
                return new Outcome.Refused(Text.of("meeting.refused.point"));
            }
            if (removed
                    && notes.of(meeting).stream().anyMatch(note -> note.point().equals(key))) {
                return new Outcome.Refused(Text.of("meeting.refused.spoken"));
            }
            var now = point.get();
            notes.keep(meeting, new Point(key, now.origin(), now.title(), now.path(), removed), made.place(now));
            return new Outcome.Written(List.of());
        });
    }

    /// Writes down who is there.
    public Outcome present(Actor.Person me, Place place, List<String> names) {
        return open(me, place, meeting -> {
            var there = names.stream()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .toList();
            if (there.stream().anyMatch(name -> name.length() > LONGEST_NAME)) {
                return new Outcome.Refused(Text.of("meeting.refused.name", LONGEST_NAME));
            }
            notes.present(meeting, there);
            return new Outcome.Written(List.of());
        });
    }

    private Outcome open(Actor.Person me, Place place, Function<Meeting, Outcome> act) {
        return transactions.<Outcome>as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, place.engagement());
            var meeting = meetings.kept(meetings.get(place.engagement(), place.series(), place.day()));
            if (meeting.held() != null) {
                return new Outcome.Refused(Text.of("meeting.refused.held", meeting.ref()));
            }
            return meeting.isLeftOut()
                    ? new Outcome.Refused(Text.of("meeting.refused.leftOut", meeting.ref()))
                    : act.apply(meeting);
        });
    }

    private Outcome action(Actor.Person me, Place place, Meeting meeting, String point, WrittenLine line) {
        var day = line.day(meetings.today(place.engagement()));
        if (!line.due().isBlank() && day.isEmpty()) {
            return new Outcome.Refused(Text.of("register.refused.day", line.due()));
        }
        var wish = new NotingAction.Wish(line.text().strip(), line.owner(), day.orElse(null), place.address(), "");
        return switch (noting.note(me, place.engagement(), wish)) {
            case NotingAction.Outcome.Refused(var reason) -> new Outcome.Refused(reason);
            case NotingAction.Outcome.Noted(var action) -> {
                link(me, place, action, ThingKind.MEETING, meeting.ref());
                notes.of(meeting).stream()
                        .filter(note -> note.point().equals(point) && note.kind() == Note.Kind.DECISION)
                        .reduce((_, later) -> later)
                        .flatMap(note -> agenda.item(place.engagement(), note))
                        .ifPresent(decision -> link(me, place, action, ThingKind.DECISION, decision.ref()));
                yield add(me, meeting, point, Note.Kind.ACTION, action.text(), action);
            }
        };
    }

    private Outcome decision(Actor.Person me, Place place, Meeting meeting, String point, String text) {
        var today = meetings.today(place.engagement());
        var day = meeting.begins().toLocalDate();
        var values = new HashMap<String, @Nullable Object>();
        values.put("text", text);
        values.put("deciders", meeting.series().name());
        values.put("decided", day.isAfter(today) ? today : day);
        var register = items.register(ThingKind.DECISION);
        return switch (register.acts().add(register, me, place.engagement(), values)) {
            case RowOutcome.Done(var row) -> {
                var decision = new RaidItem(ThingKind.DECISION, row);
                link(me, place, decision, ThingKind.MEETING, meeting.ref());
                yield add(me, meeting, point, Note.Kind.DECISION, text, decision);
            }
            case RowOutcome.Refused(var reasons) ->
                new Outcome.Refused(reasons.values().iterator().next());
            case RowOutcome.Overtaken _, RowOutcome.Gone _ ->
                throw new IllegalStateException("A decision that is new was changed by somebody else.");
        };
    }

    private Outcome add(
            Actor.Person me, Meeting meeting, String point, Note.Kind kind, String text, @Nullable RaidItem item) {
        notes.add(
                meeting,
                new Note(
                        Ids.next(),
                        point,
                        kind,
                        text,
                        item == null ? null : item.row().id(),
                        item == null ? "" : item.ref(),
                        item == null ? "" : item.words("owner"),
                        item == null || kind != Note.Kind.ACTION ? null : item.day("due"),
                        me.id(),
                        clock.instant(),
                        0));
        return new Outcome.Written(item == null ? List.of() : List.of(item.ref()));
    }

    private void link(Actor.Person me, Place place, RaidItem item, ThingKind kind, String name) {
        var linked = linking.link(
                me,
                place.engagement(),
                item.kind(),
                item.row().id(),
                new LinkingItems.Wish(Relation.FOLLOWS_FROM, kind, name));
        if (!(linked instanceof RaidOutcome.Done)) {
            throw new IllegalStateException("%s cannot follow from %s: %s".formatted(item.ref(), name, linked));
        }
    }
}
