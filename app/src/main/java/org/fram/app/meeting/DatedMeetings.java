package org.fram.app.meeting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fram.app.engagement.Dated;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// Meetings of two months back and a year ahead, and check-ins with the day on which they are due; what is left out is
/// not there.
@Component
class DatedMeetings implements Dated {

    private static final Text MEETINGS = Text.of("meeting.title");

    private static final int MONTHS_AHEAD = 12;

    private final AllSeries series;
    private final Meetings meetings;

    DatedMeetings(AllSeries series, Meetings meetings) {
        this.series = series;
        this.meetings = meetings;
    }

    @Override
    public Set<Text> kinds() {
        return Set.of(MEETINGS);
    }

    @Override
    public List<Entry> of(EngagementId engagement) {
        var today = meetings.today(engagement);
        var entries = new ArrayList<Entry>();
        for (var one : series.of(engagement)) {
            Set<PersonId> people = new HashSet<>();
            series.invited(one).forEach(invited -> {
                var person = invited.person();
                if (person != null) {
                    people.add(person);
                }
            });
            var leader = one.leader();
            if (leader != null) {
                people.add(leader);
            }
            for (var meeting : meetings.of(one, today.minusDays(Meetings.DAYS_BACK), today.plusMonths(MONTHS_AHEAD))) {
                if (!meeting.isLeftOut()) {
                    entries.add(entry(meeting, people));
                }
            }
        }
        return entries;
    }

    private static Entry entry(Meeting meeting, Set<PersonId> people) {
        return new Entry(
                "meeting %s %s".formatted(meeting.series().id(), meeting.day()),
                MEETINGS,
                Text.of("meeting.kind." + meeting.series().kind().code()),
                meeting.series().name(),
                meeting.path(),
                meeting.series().kind().meets()
                        ? new When.Times(meeting.begins(), meeting.ends())
                        : When.Days.on(meeting.begins().toLocalDate()),
                people.isEmpty() ? new Whose.Everybody() : new Whose.People(people),
                meeting.held() != null ? Standing.DONE : Standing.FIXED,
                meeting.held());
    }
}
