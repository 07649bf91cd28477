package org.fram.app.meeting;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.notices.CalendarEvent;
import org.fram.app.platform.notices.Delivery;
import org.fram.app.platform.notices.Notice;
import org.fram.app.platform.notices.NoticeKind;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.texts.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Invites people to a series: one event that comes again, with those that were moved or left out. Is
/// asked within a transaction of whoever arranges it.
@Component
public class Invitations {

    static final NoticeKind KIND = NoticeKind.chosen("meetings", Delivery.AT_ONCE);

    private final AllSeries series;
    private final Meetings meetings;
    private final Notices notices;
    private final Authority authority;
    private final Transactions transactions;

    Invitations(AllSeries series, Meetings meetings, Notices notices, Authority authority, Transactions transactions) {
        this.authority = authority;
        this.transactions = transactions;
        this.series = series;
        this.meetings = meetings;
        this.notices = notices;
    }

    @Bean
    static NoticeKind meetingNotices() {
        return KIND;
    }

    /// Sends the series as it is now to all who are invited.
    void send(Series one) {
        if (!one.kind().meets()) {
            return;
        }
        // The row is counted up first, so that of two who change it at once each sends a number of its own.
        series.invitedAgain(one);
        var now = series.get(one.engagement(), one.ref());
        var event = event(now, now.sequence());
        for (var invited : series.invited(now)) {
            give(now, invited, event, "meeting.invitation.subject", "invitation");
        }
    }

    /// Has calendars take the series out of those who are not invited any more.
    void takeBack(Series one, List<Invited> gone) {
        if (!one.kind().meets()) {
            return;
        }
        var now = series.get(one.engagement(), one.ref());
        var event = event(now, now.sequence()).cancelled(now.sequence());
        for (var invited : gone) {
            give(now, invited, event, "meeting.invitation.takenBack", "taken-back");
        }
    }

    /// The series as calendars have it.
    ///
    /// @param sequence of the message
    public CalendarEvent event(Series one, int sequence) {
        var first = one.begins(one.first());
        if (one.rhythm().unit() == Rhythm.Unit.ONCE) {
            var meeting = meetings.find(one, one.first()).orElseGet(() -> Meeting.planned(one, one.first()));
            var event = CalendarEvent.request(
                    one.id().toString(),
                    sequence,
                    meeting.begins().toInstant(),
                    meeting.ends().toInstant(),
                    one.place());
            return meeting.isLeftOut() ? event.cancelled(sequence) : event;
        }
        var leftOut = new ArrayList<LocalDateTime>();
        var moved = new ArrayList<CalendarEvent.Moved>();
        for (var meeting : meetings.kept(one)) {
            // What was due by earlier terms is no part of these.
            if (!one.isDue(meeting.day())) {
                continue;
            }
            var due = meeting.day().atTime(one.starts());
            var begins = meeting.moved();
            if (meeting.isLeftOut()) {
                leftOut.add(due);
            } else if (begins != null) {
                moved.add(new CalendarEvent.Moved(due, begins));
            }
        }
        return CalendarEvent.request(
                        one.id().toString(),
                        sequence,
                        first.toInstant(),
                        first.plusMinutes(one.minutes()).toInstant(),
                        one.place())
                .again(new CalendarEvent.Repetition(
                        one.zone(), one.rhythm().rule(one.first()), one.last(), leftOut, moved));
    }

    private void give(Series one, Invited invited, CalendarEvent event, String subject, String about) {
        var person = invited.person();
        if (invited.left() || person == null && !notices.mails()) {
            return;
        }
        String key = key(about, one, event.sequence(), invited);
        var words = Text.of(
                "meeting.invitation.text",
                one.rhythm().words(one.first()),
                one.begins(one.first()).toInstant(),
                one.minutes(),
                one.zone().getId());
        var title = Text.of(subject, one.name());
        notices.give((person == null
                        ? Notice.to(invited.email(), KIND, key, title, words, "")
                        : Notice.to(person, KIND, key, title, words, address(one.engagement(), one)))
                .in(one.engagement())
                .with(event));
    }

    private static String address(EngagementId engagement, Series one) {
        return EngagementHeads.address(engagement) + "/" + one.path();
    }

    /// Those of a series whose last invitation the mail server refused for good, by their ids. Is not
    /// asked within a transaction.
    public Set<UUID> refused(Actor.Person me, EngagementId engagement, String ref) {
        Map<String, UUID> keys = new HashMap<>();
        transactions.run(me, () -> {
            authority.require(me, Act.SEE, engagement);
            var one = series.get(engagement, ref);
            series.invited(one)
                    .forEach(invited -> keys.put(key("invitation", one, one.sequence(), invited), invited.id()));
        });
        return notices.refused(keys.keySet()).stream()
                .map(keys::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static String key(String about, Series one, int sequence, Invited invited) {
        return "meeting-%s %s %d %s".formatted(about, one.id(), sequence, invited.id());
    }
}
