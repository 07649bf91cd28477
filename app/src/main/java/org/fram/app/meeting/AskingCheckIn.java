package org.fram.app.meeting;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fram.app.guests.InvitingGuests;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.fram.app.platform.texts.Texts;
import org.springframework.stereotype.Component;

/// Asking the questions of a check-in by a link to each who is invited, for which nobody needs an
/// account.
@Component
public class AskingCheckIn {

    /// How long a link can be answered after the day of the check-in: who is late says it late.
    private static final Duration OPEN = Duration.ofDays(14);

    private final Transactions transactions;
    private final Authority authority;
    private final Meetings meetings;
    private final AllSeries series;
    private final AskedInstead asked;
    private final InvitingGuests inviting;
    private final InstantSource clock;
    private final Texts english = Texts.in(Locale.UK);

    AskingCheckIn(
            Transactions transactions,
            Authority authority,
            Meetings meetings,
            AllSeries series,
            AskedInstead asked,
            InvitingGuests inviting,
            InstantSource clock) {
        this.transactions = transactions;
        this.authority = authority;
        this.meetings = meetings;
        this.series = series;
        this.asked = asked;
        this.inviting = inviting;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Outcome {

        /// They are asked.
        ///
        /// @param handOn links to hand on, shown once; none where mails are on their way
        record Sent(List<HandOn> handOn) implements Outcome {

            public Sent {
                handOn = List.copyOf(handOn);
            }
        }

        record Refused(Text reason) implements Outcome {}
    }

    /// A link to hand on to somebody.
    public record HandOn(String name, String address) {}

    /// Asks all who were not asked yet.
    public Outcome ask(Actor.Person me, EngagementId engagement, String ref, LocalDate day) {
        return transactions.<Outcome>as(me, () -> {
            authority.require(me, Act.INVITE_GUESTS, engagement);
            var meeting = meetings.kept(meetings.get(engagement, ref, day));
            if (meeting.series().kind().meets()) {
                return new Outcome.Refused(Text.of("meeting.refused.meets"));
            }
            if (!meeting.isOpen()) {
                return new Outcome.Refused(Text.of("meeting.refused.held", meeting.ref()));
            }
            var before = asked.of(meeting).stream().map(Asked::name).distinct().toList();
            var handOn = new ArrayList<HandOn>();
            for (var invited : series.invited(meeting.series())) {
                if (invited.left() || before.contains(invited.name())) {
                    continue;
                }
                switch (ask(me, meeting, invited)) {
                    case Outcome.Refused(var reason) -> {
                        return new Outcome.Refused(reason);
                    }
                    case Outcome.Sent(var links) -> handOn.addAll(links);
                }
            }
            return new Outcome.Sent(handOn);
        });
    }

    private Outcome ask(Actor.Person me, Meeting meeting, Invited invited) {
        var now = clock.instant();
        var ends = meeting.begins().toInstant();
        var expires = (ends.isAfter(now) ? ends : now).plus(OPEN);
        var wish = new InvitingGuests.Wish(
                invited.email(),
                invited.name(),
                null,
                english.of("meeting.checkIn.question", meeting.series().name()),
                expires,
                false);
        return switch (inviting.invite(me, meeting.series().engagement(), wish)) {
            case InvitingGuests.Outcome.Invited(var link, var handOn) -> {
                int position = 0;
                for (String question : meeting.series().questions()) {
                    asked.add(new Asked(
                            Ids.next(),
                            meeting.series().engagement(),
                            Meetings.id(meeting),
                            link,
                            invited.name(),
                            position++,
                            question,
                            me.id(),
                            now,
                            expires,
                            "",
                            null));
                }
                yield new Outcome.Sent(handOn.isEmpty() ? List.of() : List.of(new HandOn(invited.name(), handOn)));
            }
            case InvitingGuests.Outcome.Refused(var reason) -> new Outcome.Refused(reason);
            case InvitingGuests.Outcome.Revoked _ ->
                throw new IllegalStateException("Inviting a guest took a link back.");
        };
    }
}
