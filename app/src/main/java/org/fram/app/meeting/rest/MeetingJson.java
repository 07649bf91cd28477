package org.fram.app.meeting.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.time.LocalDate;
import org.fram.app.meeting.Meeting;
import org.jspecify.annotations.Nullable;

/// A meeting.
record MeetingJson(
        @JsonPropertyDescription("As people call it: its series and the day on which it is due.")
        String ref,

        @JsonPropertyDescription("The series, as people call it.")
        String series,

        LocalDate day,

        String name,

        @JsonPropertyDescription(
                "`status-meeting`, `check-in`, `business-review`, `steering-committee`, `workshop` or" + " `other`.")
        String kind,

        Instant begins,

        Instant ends,

        @JsonPropertyDescription("Whose clock it keeps to.") String zone,

        String place,

        @JsonPropertyDescription("`planned`, `held` or `left-out`.")
        String state,

        @JsonPropertyDescription("Why it does not take place; empty where it does.")
        String leftOut,

        @JsonPropertyDescription("When somebody noted that it was held; absent where nobody did.") @Nullable
        Instant held) {

    static MeetingJson of(Meeting meeting) {
        return new MeetingJson(
                meeting.ref(),
                meeting.series().ref(),
                meeting.day(),
                meeting.series().name(),
                meeting.series().kind().code(),
                meeting.begins().toInstant(),
                meeting.ends().toInstant(),
                meeting.series().zone().getId(),
                meeting.series().place(),
                meeting.isLeftOut() ? "left-out" : meeting.held() == null ? "planned" : "held",
                meeting.leftOut(),
                meeting.held());
    }
}
