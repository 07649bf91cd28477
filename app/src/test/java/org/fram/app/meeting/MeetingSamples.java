package org.fram.app.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.fram.app.engagement.Members;
import org.fram.app.meeting.ArrangingMeetings.Other;
import org.fram.app.meeting.ArrangingMeetings.Wish;
import org.fram.app.meeting.WritingMinutes.Place;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestEngagement;

/// Meetings for tests.
public final class MeetingSamples {

    private static final RunningApp APP = RunningApp.shared();

    private final TestEngagement engagement;

    MeetingSamples(TestEngagement engagement) {
        this.engagement = engagement;
    }

    /// A weekly meeting that is due today, with a note: what stands for it in addresses.
    public static Map<String, String> withNote(TestEngagement engagement) {
        var samples = new MeetingSamples(engagement);
        var today = samples.today();
        var place = samples.weekly("Weekly status", today);
        APP.get(WritingMinutes.class)
                .write(engagement.customer().actor(), place, Point.GENERAL, WrittenLine.read("We are on time."));
        var note = samples.notes(place).getFirst();
        return Map.of(
                "series",
                place.series(),
                "day",
                today.toString(),
                "note",
                note.id().toString());
    }

    LocalDate today() {
        return engagement.customer().asks(() -> APP.get(Meetings.class).today(engagement.id()));
    }

    /// The first meeting of a weekly series with all members.
    Place weekly(String name, LocalDate first) {
        return arrange(wish(name, MeetingKind.STATUS_MEETING, Rhythm.Unit.WEEKS, first, List.of()));
    }

    /// The first meeting of a series.
    Place arrange(Wish wish) {
        var outcome =
                APP.get(ArrangingMeetings.class).arrange(engagement.customer().actor(), engagement.id(), wish);
        if (!(outcome instanceof MeetingOutcome.Done(var ref))) {
            throw new IllegalStateException(outcome.toString());
        }
        return new Place(engagement.id(), ref, Objects.requireNonNull(wish.first()));
    }

    /// Terms with all members invited.
    Wish wish(String name, MeetingKind kind, Rhythm.Unit unit, LocalDate first, List<Other> others) {
        return new Wish(
                name,
                kind,
                unit,
                1,
                first,
                null,
                LocalTime.of(10, 0),
                45,
                "Europe/Lisbon",
                "Room 3",
                engagement.customer().id(),
                List.of("Progress"),
                kind.meets() ? List.of() : List.of("What moved?", "What is in the way?", "What do you need?"),
                engagement
                        .customer()
                        .asks(() -> APP.get(Members.class).of(engagement.id()).stream()
                                .map(member -> member.person())
                                .collect(Collectors.toSet())),
                others);
    }

    Meeting meeting(Place place) {
        return engagement
                .customer()
                .asks(() -> APP.get(Meetings.class).get(place.engagement(), place.series(), place.day()));
    }

    List<Note> notes(Place place) {
        return engagement.customer().asks(() -> APP.get(MeetingNotes.class).of(meeting(place)));
    }

    WritingMinutes.Outcome write(TestPerson person, Place place, String line) {
        return APP.get(WritingMinutes.class).write(person.actor(), place, "standing Progress", WrittenLine.read(line));
    }

    MeetingOutcome hold(Place place) {
        return APP.get(HoldingMeeting.class)
                .hold(engagement.customer().actor(), place.engagement(), place.series(), place.day());
    }

    Set<String> present(Place place) {
        return engagement
                .customer()
                .asks(() -> Set.copyOf(APP.get(MeetingNotes.class).present(meeting(place))));
    }
}
