package org.fram.app.meeting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.fram.app.engagement.Room;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The door to the meetings on an engagement's home page.
@Component
class MeetingsRoom implements Room {

    private final Meetings meetings;

    MeetingsRoom(Meetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public Stage stage() {
        return Stage.RAID;
    }

    @Override
    public Text title() {
        return Text.of("meeting.title");
    }

    @Override
    public Text state(Actor.Person person, EngagementId engagement) {
        LocalDate today = meetings.today(engagement);
        var all = meetings.of(engagement).stream().filter(Meeting::isOpen).toList();
        long owed = all.stream()
                .filter(meeting -> meeting.begins().toLocalDate().isBefore(today))
                .count();
        Optional<Meeting> next = all.stream()
                .filter(meeting -> !meeting.begins().toLocalDate().isBefore(today))
                .findFirst();
        return next.map(meeting -> Text.of(
                        "meeting.room.next",
                        meeting.series().name(),
                        Math.toIntExact(
                                ChronoUnit.DAYS.between(today, meeting.begins().toLocalDate())),
                        owed))
                .orElseGet(() -> Text.of("meeting.room.none", owed));
    }

    @Override
    public String path() {
        return "meetings";
    }
}
