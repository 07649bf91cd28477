package org.fram.app.meeting;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.springframework.stereotype.Component;

/// Puts the minutes of a meeting together. Is asked within a transaction of whoever reads.
@Component
public class ReadingMinutes {

    private final MeetingNotes notes;
    private final Agenda agenda;
    private final Members members;

    ReadingMinutes(MeetingNotes notes, Agenda agenda, Members members) {
        this.notes = notes;
        this.agenda = agenda;
        this.members = members;
    }

    /// The minutes as they are now.
    public Minutes of(Meeting meeting) {
        var engagement = meeting.series().engagement();
        Map<PersonId, String> names = members.of(engagement).stream().collect(toMap(Member::person, Member::name));
        Map<String, List<Note>> byPoint = notes.of(meeting).stream().collect(groupingBy(Note::point));
        var made = agenda.of(meeting);
        return new Minutes(
                meeting,
                notes.present(meeting),
                made,
                made.points().stream()
                        .map(point -> new Minutes.Part(
                                point,
                                byPoint.getOrDefault(point.key(), List.of()).stream()
                                        .map(note -> line(engagement, meeting, note, names))
                                        .toList()))
                        .toList());
    }

    /// Those parts to which something was said.
    public static Stream<Minutes.Part> spoken(Minutes minutes) {
        return minutes.parts().stream().filter(part -> !part.lines().isEmpty());
    }

    private Minutes.Line line(EngagementId engagement, Meeting meeting, Note note, Map<PersonId, String> names) {
        String by = names.getOrDefault(note.by(), "");
        var found = agenda.item(engagement, note);
        String path = found.map(item -> item.path()).orElse("");
        boolean asItWas = meeting.held() != null || found.isEmpty();
        return asItWas
                ? new Minutes.Line(note, note.text(), note.owner(), note.due(), path, by)
                : found.map(item -> new Minutes.Line(
                                note,
                                item.text(),
                                item.words("owner"),
                                note.kind() == Note.Kind.ACTION ? item.day("due") : null,
                                path,
                                by))
                        .orElseThrow();
    }
}
