package org.fram.app.meeting.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.meeting.AllSeries;
import org.fram.app.meeting.Asked;
import org.fram.app.meeting.AskedInstead;
import org.fram.app.meeting.AskingCheckIn.HandOn;
import org.fram.app.meeting.Invited;
import org.fram.app.meeting.Meeting;
import org.fram.app.meeting.MeetingNotes;
import org.fram.app.meeting.Meetings;
import org.fram.app.meeting.Minutes;
import org.fram.app.meeting.Note;
import org.fram.app.meeting.Point;
import org.fram.app.meeting.ReadingMinutes;
import org.fram.app.meeting.WritingMinutes.Place;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.Membership;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;
import org.fram.app.raid.NotingAction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together the page of a meeting. Is asked within a transaction of whoever looks.
@Component
class MeetingDesk {

    private final Authority authority;
    private final EngagementHeads heads;
    private final Members members;
    private final AllSeries series;
    private final Meetings meetings;
    private final MeetingNotes notes;
    private final ReadingMinutes reading;
    private final AskedInstead asked;
    private final NotingAction noting;
    private final MeetingsDesk desk;

    MeetingDesk(
            Authority authority,
            EngagementHeads heads,
            Members members,
            AllSeries series,
            Meetings meetings,
            MeetingNotes notes,
            ReadingMinutes reading,
            AskedInstead asked,
            NotingAction noting,
            MeetingsDesk desk) {
        this.authority = authority;
        this.heads = heads;
        this.members = members;
        this.series = series;
        this.meetings = meetings;
        this.notes = notes;
        this.reading = reading;
        this.asked = asked;
        this.noting = noting;
        this.desk = desk;
    }

    /// What somebody is at, beside looking.
    ///
    /// @param refusal why an act was refused, or empty
    /// @param point the key of the point to which they write; empty for none
    /// @param line that was refused; or empty
    /// @param edited the id of the note that they rewrite; empty for none
    /// @param draft what they made of it; null for what it is
    /// @param newer the note as somebody else left it meanwhile, or null
    /// @param handOn links to hand on
    record At(
            String refusal,
            String point,
            String line,
            String edited,
            @Nullable String draft,
            @Nullable Note newer,
            List<HandOn> handOn) {

        static final At LOOKING = new At("", "", "", "", null, null, List.of());

        static At refused(String reason) {
            return new At(reason, "", "", "", null, null, List.of());
        }

        static At writing(String point, String line, String reason) {
            return new At(reason, point, line, "", null, null, List.of());
        }

        static At editing(String note) {
            return new At("", "", "", note, null, null, List.of());
        }

        static At overtaken(Note newer, String draft, String reason) {
            return new At(reason, "", "", newer.id().toString(), draft, newer, List.of());
        }

        static At handing(List<HandOn> links) {
            return new At("", "", "", "", null, null, links);
        }
    }

    /// @param unreached to whom the minutes did not come
    MeetingPage page(Frame frame, Actor.Person me, Place place, At at, List<MeetingNotes.Sent> unreached) {
        var mine = authority.require(me, Act.SEE, place.engagement());
        var meeting = meetings.get(place.engagement(), place.series(), place.day());
        var minutes = reading.of(meeting);
        var head = heads.of(frame, me, place.engagement());
        var stand = desk.stand(meeting);
        boolean writes = mine.may(Act.CONTRIBUTE);
        boolean open = writes && meeting.isOpen();
        var today = meetings.today(place.engagement());
        boolean began = !MeetingsDesk.day(meeting).isAfter(today);
        var parts = parts(frame, head.address(), minutes, open, at, began);
        return new MeetingPage(
                head,
                place.address(),
                Link.to(
                        head.address() + "/" + meeting.series().path(),
                        meeting.series().name()),
                meeting.ref(),
                meeting.series().name(),
                MeetingsDesk.when(frame, meeting),
                meeting.series().place(),
                stand.tone(),
                meeting.isLeftOut()
                        ? frame.text("meeting.state.leftOutAs", meeting.leftOut())
                        : frame.text("meeting.state." + stand.code()),
                meeting.series().kind().meets(),
                open,
                meeting.isLeftOut(),
                open && began,
                open && mine.may(Act.INVITE_GUESTS) && unasked(meeting),
                writes,
                parts,
                open && at.edited().isEmpty()
                        ? Optional.of(new MeetingPage.Kept(state(frame, head.address(), minutes), false, List.of()))
                        : Optional.empty(),
                further(frame, head.address(), minutes),
                open ? removed(minutes) : List.of(),
                open ? owners(frame, place) : List.of(),
                there(meeting, minutes),
                Choice.of(Note.Kind.class, "meeting.note", Note.Kind.ACTION, frame),
                parts.stream()
                        .map(part ->
                                new Choice(part.key(), part.title(), part.key().equals(Point.GENERAL)))
                        .toList(),
                people(frame, me, place),
                answers(frame, meeting),
                notes.sent(meeting).stream()
                        .map(MeetingNotes.Sent::name)
                        .distinct()
                        .toList(),
                unreached.stream()
                        .map(sent -> sent.given()
                                ? frame.text("meeting.unreached", sent.name())
                                : frame.text("meeting.notMailed", sent.name(), sent.email()))
                        .toList(),
                at.handOn().stream()
                        .map(link -> Link.to(link.address(), link.name()))
                        .toList(),
                new MeetingPage.Moving(
                        MeetingsDesk.day(meeting).toString(),
                        meeting.begins().toLocalTime().toString(),
                        meeting.leftOut()),
                new MeetingPage.Typed("", noting.due(place.engagement()).toString()),
                at.point().isEmpty() ? at.refusal() : "");
    }

    /// One point alone, as it is after somebody wrote to it.
    Optional<MeetingPage.Part> part(Frame frame, Actor.Person me, Place place, String key, At at) {
        Membership mine = authority.require(me, Act.SEE, place.engagement());
        var meeting = meetings.get(place.engagement(), place.series(), place.day());
        boolean open = mine.may(Act.CONTRIBUTE) && meeting.isOpen();
        return parts(frame, EngagementHeads.address(place.engagement()), reading.of(meeting), open, at, true).stream()
                .filter(part -> part.key().equals(key))
                .findFirst();
    }

    /// What was said so far, for a page that stands open.
    MeetingPage.Kept kept(Frame frame, Actor.Person me, Place place) {
        var mine = authority.require(me, Act.SEE, place.engagement());
        var meeting = meetings.get(place.engagement(), place.series(), place.day());
        boolean open = mine.may(Act.CONTRIBUTE) && meeting.isOpen();
        String address = EngagementHeads.address(place.engagement());
        var minutes = reading.of(meeting);
        return new MeetingPage.Kept(
                state(frame, address, minutes),
                !meeting.isOpen(),
                parts(frame, address, minutes, open, At.LOOKING, true));
    }

    /// The same for the same lines of a meeting that is as open as before.
    private static String state(Frame frame, String address, Minutes minutes) {
        boolean open = minutes.meeting().isOpen();
        return Integer.toHexString(
                parts(frame, address, minutes, open, At.LOOKING, true).hashCode());
    }

    private static List<MeetingPage.Part> parts(
            Frame frame, String address, Minutes minutes, boolean open, At at, boolean began) {
        var parts = new ArrayList<MeetingPage.Part>();
        boolean read = !open && minutes.meeting().held() != null;
        for (var part : minutes.parts()) {
            // Of what was held, what nobody spoke about is of no interest.
            if (read && part.lines().isEmpty() && part.point().origin() != Point.Origin.STANDING) {
                continue;
            }
            var point = part.point();
            boolean first = began && parts.isEmpty() && at.edited().isEmpty();
            boolean here = at.point().isEmpty() ? first : at.point().equals(point.key());
            parts.add(new MeetingPage.Part(
                    number(point.key()),
                    point.key(),
                    point.title().isEmpty() ? frame.text("meeting.general") : point.title(),
                    point.origin() == Point.Origin.STANDING || point.origin() == Point.Origin.GENERAL
                            ? ""
                            : frame.text("meeting.origin." + point.origin().code()),
                    point.path().isEmpty() ? "" : address + "/" + point.path(),
                    open,
                    open
                            && point.origin() != Point.Origin.GENERAL
                            && part.lines().isEmpty(),
                    part.lines().stream()
                            .map(line -> line(frame, address, line, open, at))
                            .toList(),
                    at.point().equals(point.key()) ? at.line() : "",
                    at.point().equals(point.key()) ? at.refusal() : "",
                    here));
        }
        return parts;
    }

    /// The same on each page, so that what is swapped finds its place.
    private static int number(String key) {
        return key.hashCode() & Integer.MAX_VALUE;
    }

    private static MeetingPage.Line line(Frame frame, String address, Minutes.Line line, boolean open, At at) {
        var note = line.note();
        boolean edited = note.id().toString().equals(at.edited()) && open && note.kind() == Note.Kind.NOTE;
        var draft = at.draft();
        var newer = at.newer();
        return new MeetingPage.Line(
                note.id().toString(),
                note.kind().code(),
                frame.text("meeting.note." + note.kind().code()),
                line.text(),
                note.itemRef().isEmpty()
                        ? List.of()
                        : List.of(Link.to(line.path().isEmpty() ? "" : address + "/" + line.path(), note.itemRef())),
                owed(frame, line),
                line.by(),
                edited && newer != null ? newer.version() : note.version(),
                open,
                edited,
                edited && draft != null ? draft : line.text(),
                edited && newer != null ? newer.text() : "");
    }

    private static String owed(Frame frame, Minutes.Line line) {
        var due = line.due();
        if (line.note().kind() != Note.Kind.ACTION) {
            return "";
        }
        return due == null ? line.owner() : frame.text("meeting.owedBy", line.owner(), frame.date(due));
    }

    private static List<Link> removed(Minutes minutes) {
        return minutes.agenda().removed().stream()
                .map(point -> Link.to(point.key(), point.title()))
                .toList();
    }

    /// Where all of that is of which the agenda has the most pressing alone.
    private static List<Link> further(Frame frame, String address, Minutes minutes) {
        return minutes.agenda().further().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(more -> Link.to(
                        address + "/"
                                + switch (more.getKey()) {
                                    case DECISION -> "registers/decisions?sort=due";
                                    case RISK -> "risks/matrix";
                                    default -> "waiting";
                                },
                        frame.text("meeting.further." + more.getKey().code(), more.getValue())))
                .toList();
    }

    /// Names and roles by which a line says who is to do something.
    private List<String> owners(Frame frame, Place place) {
        Set<String> owners = new LinkedHashSet<>();
        var people = members.of(place.engagement());
        people.forEach(member -> owners.add(member.name()));
        for (var role : ProjectRole.values()) {
            if (people.stream().filter(member -> member.does().contains(role)).count() == 1) {
                owners.add(frame.text("engagement.role." + role.code()));
            }
        }
        return List.copyOf(owners);
    }

    private List<Choice> there(Meeting meeting, Minutes minutes) {
        var names = series.invited(meeting.series()).stream()
                .filter(one -> !one.left())
                .map(Invited::name)
                .distinct()
                .toList();
        return Stream.concat(names.stream(), minutes.present().stream())
                .distinct()
                .map(name -> new Choice(name, name, minutes.present().contains(name)))
                .toList();
    }

    private List<Choice> people(Frame frame, Actor.Person me, Place place) {
        return members.of(place.engagement()).stream()
                .map(member -> new Choice(
                        member.email(),
                        member.person().equals(me.id()) ? frame.text("raid.note.me", member.name()) : member.name(),
                        member.person().equals(me.id())))
                .toList();
    }

    /// Whether somebody is to be asked in place of a meeting, and was not yet.
    private boolean unasked(Meeting meeting) {
        var names = asked.of(meeting).stream().map(Asked::name).toList();
        return !meeting.series().kind().meets()
                && series.invited(meeting.series()).stream()
                        .anyMatch(one -> !one.left() && !names.contains(one.name()));
    }

    private List<MeetingPage.Answers> answers(Frame frame, Meeting meeting) {
        if (meeting.series().kind().meets()) {
            return List.of();
        }
        Map<String, List<Asked>> byName = asked.of(meeting).stream()
                .collect(Collectors.groupingBy(Asked::name, LinkedHashMap::new, Collectors.toList()));
        var answers = new ArrayList<MeetingPage.Answers>();
        var until = MeetingsDesk.day(meeting);
        var zone = meeting.series().zone();
        byName.forEach((name, questions) -> {
            var given = questions.getFirst().given();
            boolean late = given != null && given.atZone(zone).toLocalDate().isAfter(until);
            boolean overdue = given == null
                    && meetings.today(meeting.series().engagement()).isAfter(until);
            answers.add(new MeetingPage.Answers(
                    name,
                    given == null ? overdue ? Tone.WARN : Tone.CALM : late ? Tone.WARN : Tone.GOOD,
                    given == null
                            ? frame.text(overdue ? "meeting.answer.overdue" : "meeting.answer.waits")
                            : frame.text(
                                    late ? "meeting.answer.late" : "meeting.answer.given", frame.time(given, zone)),
                    questions.stream()
                            .filter(one -> !one.answer().isEmpty())
                            .map(one -> new MeetingPage.Said(one.question(), one.answer()))
                            .toList()));
        });
        series.invited(meeting.series()).stream()
                .filter(one -> !one.left() && !byName.containsKey(one.name()))
                .forEach(one -> answers.add(new MeetingPage.Answers(
                        one.name(), Tone.CALM, frame.text("meeting.answer.notAsked"), List.of())));
        return answers;
    }
}
