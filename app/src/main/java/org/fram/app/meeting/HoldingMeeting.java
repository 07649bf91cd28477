package org.fram.app.meeting;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.Owners;
import org.fram.app.meeting.MeetingNotes.Sent;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.notices.Notice;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.notices.Recipient;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// Noting that a meeting was held: its minutes stay as they are from then on, and go to those who are
/// invited and to those who are to do something.
@Component
public class HoldingMeeting {

    private static final int LONGEST_LINE = 1_000;

    private final Transactions transactions;
    private final Authority authority;
    private final Meetings meetings;
    private final AllSeries series;
    private final MeetingNotes notes;
    private final ReadingMinutes reading;
    private final AskedInstead asked;
    private final Members members;
    private final Notices notices;
    private final InstantSource clock;

    HoldingMeeting(
            Transactions transactions,
            Authority authority,
            Meetings meetings,
            AllSeries series,
            MeetingNotes notes,
            ReadingMinutes reading,
            AskedInstead asked,
            Members members,
            Notices notices,
            InstantSource clock) {
        this.transactions = transactions;
        this.authority = authority;
        this.meetings = meetings;
        this.series = series;
        this.notes = notes;
        this.reading = reading;
        this.asked = asked;
        this.members = members;
        this.notices = notices;
        this.clock = clock;
    }

    /// Notes that it was held, and sends its minutes.
    public MeetingOutcome hold(Actor.Person me, EngagementId engagement, String ref, LocalDate day) {
        return transactions.<MeetingOutcome>as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var meeting = meetings.kept(meetings.get(engagement, ref, day));
            if (meeting.held() != null) {
                return new MeetingOutcome.Refused(Text.of("meeting.refused.held", meeting.ref()));
            }
            if (meeting.isLeftOut()) {
                return new MeetingOutcome.Refused(Text.of("meeting.refused.leftOut", meeting.ref()));
            }
            if (meeting.begins().toLocalDate().isAfter(meetings.today(engagement))) {
                return new MeetingOutcome.Refused(Text.of("meeting.refused.early", meeting.ref()));
            }
            var minutes = reading.of(meeting);
            settle(meeting, minutes);
            meetings.hold(meeting, me.id(), clock.instant());
            send(meeting, minutes, recipients(meeting, minutes));
            return new MeetingOutcome.Done(ref);
        });
    }

    /// Sends the minutes once more to those whom they did not reach: at the address that they have by
    /// now.
    public MeetingOutcome again(Actor.Person me, EngagementId engagement, String ref, LocalDate day) {
        var missed =
                unreached(me, engagement, ref, day).stream().map(Sent::name).toList();
        return transactions.<MeetingOutcome>as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var meeting = meetings.kept(meetings.get(engagement, ref, day));
            if (meeting.held() == null) {
                return new MeetingOutcome.Refused(Text.of("meeting.refused.notHeld", meeting.ref()));
            }
            var minutes = reading.of(meeting);
            send(
                    meeting,
                    minutes,
                    recipients(meeting, minutes).stream()
                            .filter(invited -> missed.contains(invited.name()))
                            .toList());
            return new MeetingOutcome.Done(ref);
        });
    }

    /// Those whom the minutes did not reach: the mail server refused the last mail for good, or there
    /// was none. Is not asked within a transaction.
    public List<Sent> unreached(Actor.Person me, EngagementId engagement, String ref, LocalDate day) {
        Map<String, Sent> last = new LinkedHashMap<>();
        transactions.run(me, () -> {
            authority.require(me, Act.SEE, engagement);
            notes.sent(meetings.get(engagement, ref, day)).forEach(sent -> last.put(sent.name(), sent));
        });
        var refused = notices.refused(last.values().stream().map(Sent::key).toList());
        return last.values().stream()
                .filter(sent -> !sent.given() || refused.contains(sent.key()))
                .toList();
    }

    /// All points are kept, and actions and decisions as they are now.
    private void settle(Meeting meeting, Minutes minutes) {
        int position = 0;
        for (var part : minutes.parts()) {
            notes.keep(meeting, part.point(), position++);
            for (var line : part.lines()) {
                if (line.note().kind() != Note.Kind.NOTE) {
                    notes.settle(line.note(), line.text(), line.owner(), line.due());
                }
            }
        }
    }

    /// Those who are invited, and members who own an action of it.
    private List<Invited> recipients(Meeting meeting, Minutes minutes) {
        var invited = series.invited(meeting.series()).stream()
                .filter(one -> !one.left())
                .toList();
        var all = new ArrayList<>(invited);
        for (Member member : members.of(meeting.series().engagement())) {
            boolean owns = minutes.of(Note.Kind.ACTION).stream().anyMatch(line -> Owners.means(line.owner(), member));
            if (owns && invited.stream().noneMatch(one -> member.person().equals(one.person()))) {
                all.add(new Invited(Ids.next(), member.person(), member.name(), member.email()));
            }
        }
        return all;
    }

    private void send(Meeting meeting, Minutes minutes, List<Invited> recipients) {
        var text = text(minutes);
        for (var one : recipients) {
            var person = one.person();
            boolean given = person != null || notices.mails();
            var sent =
                    new Sent(Ids.next(), person, one.name(), person == null ? one.email() : "", given, clock.instant());
            notes.sent(meeting, sent);
            if (given) {
                var subject = Text.of(
                        "meeting.minutes.subject",
                        meeting.series().name(),
                        meeting.begins().toLocalDate());
                notices.give(new Notice(
                        person == null ? new Recipient.Address(one.email()) : new Recipient.Account(person),
                        meeting.series().engagement(),
                        Invitations.KIND,
                        sent.key(),
                        subject,
                        text,
                        person == null
                                ? ""
                                : EngagementHeads.address(meeting.series().engagement()) + "/" + meeting.path(),
                        null,
                        null));
            }
        }
    }

    /// The minutes in the words of a mail: what is to be done first.
    private List<Text> text(Minutes minutes) {
        var text = new ArrayList<Text>();
        for (var line : minutes.of(Note.Kind.ACTION)) {
            var due = line.due();
            text.add(
                    due == null
                            ? Text.of(
                                    "meeting.mail.action", line.note().itemRef(), shortened(line.text()), line.owner())
                            : Text.of(
                                    "meeting.mail.actionDue",
                                    line.note().itemRef(),
                                    shortened(line.text()),
                                    line.owner(),
                                    due));
        }
        minutes.of(Note.Kind.DECISION)
                .forEach(line ->
                        text.add(Text.of("meeting.mail.decision", line.note().itemRef(), shortened(line.text()))));
        ReadingMinutes.spoken(minutes)
                .forEach(part -> part.lines().stream()
                        .filter(line -> line.note().kind() == Note.Kind.NOTE)
                        .forEach(line -> text.add(
                                part.point().title().isEmpty()
                                        ? Text.of("meeting.mail.line", shortened(line.text()))
                                        : Text.of(
                                                "meeting.mail.note",
                                                part.point().title(),
                                                shortened(line.text())))));
        asked.of(minutes.meeting()).stream()
                .filter(one -> !one.answer().isEmpty())
                .forEach(one ->
                        text.add(Text.of("meeting.mail.answer", one.name(), one.question(), shortened(one.answer()))));
        if (!minutes.present().isEmpty()) {
            text.add(Text.of("meeting.mail.present", String.join(", ", minutes.present())));
        }
        if (text.isEmpty()) {
            text.add(Text.of("meeting.mail.nothing"));
        }
        return text;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE - 1) + "…";
    }
}
