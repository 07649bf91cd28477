package org.fram.app.meeting;

import java.util.ArrayList;
import java.util.List;
import org.fram.app.engagement.Duties;
import org.fram.app.engagement.Keepers;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.Waiting;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// Minutes that are to be written: by whoever leads the series, and where nobody does, or they have
/// left, by the project managers, or else by the owners of the engagement. Another takes over a series
/// whose leader leaves.
@Component
class LeadingMeetings implements Waiting, Duties {

    private static final List<Integer> REMINDERS = List.of(0);

    private final AllSeries series;
    private final Meetings meetings;
    private final Members members;

    LeadingMeetings(AllSeries series, Meetings meetings, Members members) {
        this.series = series;
        this.meetings = meetings;
        this.members = members;
    }

    @Override
    public List<Item> of(Actor.Person me, Member member, EngagementId engagement) {
        var items = new ArrayList<Item>();
        var today = meetings.today(engagement);
        var people = members.of(engagement);
        for (var one : series.of(engagement)) {
            if (!sees(one, member, people)) {
                continue;
            }
            for (var meeting : meetings.of(one, today.minusDays(Meetings.DAYS_BACK), today)) {
                var day = meeting.begins().toLocalDate();
                if (meeting.isOpen() && !day.isAfter(today) && !day.isBefore(today.minusDays(Meetings.DAYS_BACK))) {
                    items.add(new Item(
                            Kind.OWED,
                            "minutes of " + one.id() + " " + meeting.day(),
                            Text.of(
                                    one.kind().meets() ? "meeting.owed.minutes" : "meeting.owed.checkIn",
                                    one.name(),
                                    meeting.ref()),
                            meeting.path(),
                            day.plusDays(1),
                            REMINDERS));
                }
            }
        }
        return items;
    }

    private static boolean sees(Series one, Member member, List<Member> people) {
        var leader = one.leader();
        if (leader != null && people.stream().anyMatch(person -> person.person().equals(leader))) {
            return member.person().equals(leader);
        }
        return Keepers.include(member.person(), people);
    }

    @Override
    public List<Duty> of(EngagementId engagement, PersonId person) {
        return led(engagement, person).stream()
                .map(one -> new Duty(Text.of("meeting.duty", one.name(), one.ref()), one.path(), true))
                .toList();
    }

    @Override
    public void handOn(Actor.Person by, EngagementId engagement, PersonId from, PersonId to) {
        led(engagement, from).forEach(one -> series.lead(one, to));
    }

    /// Series that somebody leads and that have not ended.
    private List<Series> led(EngagementId engagement, PersonId person) {
        var today = meetings.today(engagement);
        return series.of(engagement).stream()
                .filter(one -> person.equals(one.leader()))
                .filter(one -> one.rhythm().unit() == Rhythm.Unit.ONCE
                        ? !one.first().isBefore(today)
                        : one.last() == null || !one.last().isBefore(today))
                .toList();
    }
}
