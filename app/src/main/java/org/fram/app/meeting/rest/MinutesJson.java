package org.fram.app.meeting.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.LocalDate;
import java.util.List;
import org.fram.app.meeting.Asked;
import org.fram.app.meeting.Minutes;
import org.jspecify.annotations.Nullable;

/// A meeting with its agenda and what was said.
record MinutesJson(
        MeetingJson meeting,

        @JsonPropertyDescription("Who was there.") List<String> present,

        @JsonPropertyDescription("The points of its agenda, in their order.")
        List<PointJson> points,

        @JsonPropertyDescription("What people answered in place of a meeting.")
        List<AnswerJson> answers) {

    /// A point of the agenda.
    record PointJson(
            @JsonPropertyDescription("Empty for the last one, which each meeting has.")
            String title,

            @JsonPropertyDescription("`standing`, `added`, `followed-up`, `decision`, `due`, `risk` or `general`.")
            String origin,

            List<NoteJson> notes) {}

    /// Something that was said.
    record NoteJson(
            @JsonPropertyDescription("`note`, `action` or `decision`.")
            String kind,

            String text,

            @JsonPropertyDescription("The action or decision that it became, as people call it; empty for a note.")
            String item,

            String owner,

            @Nullable LocalDate due) {}

    /// An answer.
    record AnswerJson(
            String name,

            String question,

            @JsonPropertyDescription("Empty as long as there is none.")
            String answer) {}

    static MinutesJson of(Minutes minutes, List<Asked> asked) {
        return new MinutesJson(
                MeetingJson.of(minutes.meeting()),
                minutes.present(),
                minutes.parts().stream()
                        .map(part -> new PointJson(
                                part.point().title(),
                                part.point().origin().code(),
                                part.lines().stream()
                                        .map(line -> new NoteJson(
                                                line.note().kind().code(),
                                                line.text(),
                                                line.note().itemRef(),
                                                line.owner(),
                                                line.due()))
                                        .toList()))
                        .toList(),
                asked.stream()
                        .map(one -> new AnswerJson(one.name(), one.question(), one.answer()))
                        .toList());
    }
}
