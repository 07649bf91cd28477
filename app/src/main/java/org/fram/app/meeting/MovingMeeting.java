package org.fram.app.meeting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Function;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Moving one meeting of a series, or leaving it out with a reason. Those who are invited get the
/// invitation again.
@Component
public class MovingMeeting {

    private static final int LONGEST_REASON = 400;

    private final Transactions transactions;
    private final Authority authority;
    private final AllSeries series;
    private final Meetings meetings;
    private final Invitations invitations;

    MovingMeeting(
            Transactions transactions,
            Authority authority,
            AllSeries series,
            Meetings meetings,
            Invitations invitations) {
        this.transactions = transactions;
        this.authority = authority;
        this.series = series;
        this.meetings = meetings;
        this.invitations = invitations;
    }

    /// Has it begin at another time, on the clock of the series.
    ///
    /// @param begins null where somebody gave no such time, which is refused
    public MeetingOutcome move(
            Actor.Person me, EngagementId engagement, String ref, LocalDate day, @Nullable LocalDateTime begins) {
        return of(me, engagement, ref, day, meeting -> {
            if (begins == null) {
                return Text.of("meeting.refused.terms");
            }
            if (meeting.isLeftOut()) {
                return Text.of("meeting.refused.leftOut", meeting.ref());
            }
            boolean back = begins.equals(meeting.day().atTime(meeting.series().starts()));
            meetings.move(meeting, back ? null : begins);
            return null;
        });
    }

    /// Leaves it out.
    public MeetingOutcome leaveOut(Actor.Person me, EngagementId engagement, String ref, LocalDate day, String reason) {
        return of(me, engagement, ref, day, meeting -> {
            if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
                return Text.of("meeting.refused.reason", LONGEST_REASON);
            }
            meetings.leaveOut(meeting, reason.strip());
            return null;
        });
    }

    /// Has it take place after all.
    public MeetingOutcome takeUp(Actor.Person me, EngagementId engagement, String ref, LocalDate day) {
        return of(me, engagement, ref, day, meeting -> {
            meetings.leaveOut(meeting, "");
            return null;
        });
    }

    private MeetingOutcome of(
            Actor.Person me,
            EngagementId engagement,
            String ref,
            LocalDate day,
            Function<Meeting, @Nullable Text> act) {
        return transactions.<MeetingOutcome>as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var meeting = meetings.kept(meetings.get(engagement, ref, day));
            if (meeting.held() != null) {
                return new MeetingOutcome.Refused(Text.of("meeting.refused.held", meeting.ref()));
            }
            var refusal = act.apply(meeting);
            if (refusal != null) {
                return new MeetingOutcome.Refused(refusal);
            }
            invitations.send(series.get(engagement, ref));
            return new MeetingOutcome.Done(ref);
        });
    }
}
