package org.fram.app.meeting;

import java.util.Optional;
import org.fram.app.engagement.NamedThings;
import org.fram.app.platform.access.EngagementId;
import org.springframework.stereotype.Component;

/// Meetings, as others refer to them: `MT-1 2027-02-09`.
@Component
class NamedMeetings implements NamedThings {

    private final Meetings meetings;

    NamedMeetings(Meetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public String kind() {
        return "meeting";
    }

    @Override
    public Optional<Thing> find(EngagementId engagement, String name) {
        return meetings.called(engagement, name)
                .map(meeting -> new Thing(meeting.ref(), meeting.series().name(), meeting.path()));
    }
}
