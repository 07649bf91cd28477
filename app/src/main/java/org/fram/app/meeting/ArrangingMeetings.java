package org.fram.app.meeting;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Arranging meetings: a series with its people, who get an invitation for their calendars, a change of
/// its terms, or one meeting that begins now.
@Component
public class ArrangingMeetings {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PLACE = 400;
    private static final int LONGEST_POINT = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final int MOST_POINTS = 30;
    private static final int MOST_QUESTIONS = 10;
    private static final int MOST_PEOPLE = 200;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 1440;
    private static final int MINUTES_OF_ONE_NOW = 30;
    private static final int MOST_YEARS = 20;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private final Transactions transactions;
    private final Authority authority;
    private final AllSeries series;
    private final Meetings meetings;
    private final Members members;
    private final Engagements engagements;
    private final Invitations invitations;
    private final InstantSource clock;

    ArrangingMeetings(
            Transactions transactions,
            Authority authority,
            AllSeries series,
            Meetings meetings,
            Members members,
            Engagements engagements,
            Invitations invitations,
            InstantSource clock) {
        this.transactions = transactions;
        this.authority = authority;
        this.series = series;
        this.meetings = meetings;
        this.members = members;
        this.engagements = engagements;
        this.invitations = invitations;
        this.clock = clock;
    }

    /// The terms that somebody wants.
    ///
    /// @param kind null where somebody chose none that is offered, which is refused; so are unit, first
    /// day and time
    /// @param every so many weeks or months
    /// @param zone of the clock; one that does not exist is refused
    /// @param leader null for nobody
    /// @param questions of a check-in
    /// @param people members who are invited
    /// @param others who are invited by name and e-mail address
    public record Wish(
            String name,
            @Nullable MeetingKind kind,
            Rhythm.@Nullable Unit unit,
            int every,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            @Nullable LocalTime starts,
            int minutes,
            String zone,
            String place,
            @Nullable PersonId leader,
            List<String> standing,
            List<String> questions,
            Set<PersonId> people,
            List<Other> others) {

        public Wish {
            standing = lines(standing);
            questions = lines(questions);
            people = Set.copyOf(people);
            others = List.copyOf(others);
        }

        private static List<String> lines(List<String> lines) {
            return lines.stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    /// Somebody without an account.
    public record Other(String name, String email) {

        public Other {
            name = name.strip();
            email = email.strip().toLowerCase(Locale.ROOT);
        }
    }

    /// Arranges a new series and invites its people.
    public MeetingOutcome arrange(Actor.Person me, EngagementId engagement, Wish wish) {
        return transactions.<MeetingOutcome>as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var refusal = refusal(me, engagement, wish);
            if (refusal != null) {
                return new MeetingOutcome.Refused(refusal);
            }
            var arranged = add(engagement, wish);
            invitations.send(arranged);
            return new MeetingOutcome.Done(arranged.ref());
        });
    }

    /// Arranges a meeting that begins now with all members, and invites nobody: they are there.
    public MeetingOutcome now(Actor.Person me, EngagementId engagement, String name) {
        return transactions.<MeetingOutcome>as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var zone = engagements.get(engagement).timeZone();
            var now = clock.instant().atZone(zone).truncatedTo(ChronoUnit.MINUTES);
            var people = new HashSet<PersonId>();
            members.of(engagement).forEach(member -> people.add(member.person()));
            var wish = new Wish(
                    name,
                    MeetingKind.OTHER,
                    Rhythm.Unit.ONCE,
                    1,
                    now.toLocalDate(),
                    null,
                    now.toLocalTime(),
                    MINUTES_OF_ONE_NOW,
                    zone.getId(),
                    "",
                    me.id(),
                    List.of(),
                    List.of(),
                    people,
                    List.of());
            var refusal = refusal(me, engagement, wish);
            return refusal == null
                    ? new MeetingOutcome.Done(add(engagement, wish).ref())
                    : new MeetingOutcome.Refused(refusal);
        });
    }

    /// Changes a series and sends its people the invitation again; whoever is not invited any more is
    /// told so.
    ///
    /// Days on which meetings were due stay as they were: rhythm, first day, time and zone change only
    /// as long as there was none.
    ///
    /// @param version that somebody saw
    public MeetingOutcome change(Actor.Person me, EngagementId engagement, String ref, int version, Wish wish) {
        return transactions.<MeetingOutcome>as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var before = series.get(engagement, ref);
            var refusal = refusal(me, engagement, wish);
            if (refusal != null) {
                return new MeetingOutcome.Refused(refusal);
            }
            var after = series(before.id(), engagement, ref, before.sequence(), version, wish);
            if (began(before) && !sameDays(before, after)) {
                return new MeetingOutcome.Refused(Text.of("meeting.refused.began"));
            }
            if (!series.change(after)) {
                return new MeetingOutcome.Refused(Text.of("meeting.refused.overtaken"));
            }
            var gone = people(after, wish);
            invitations.send(after);
            invitations.takeBack(after, gone);
            return new MeetingOutcome.Done(ref);
        });
    }

    private Series add(EngagementId engagement, Wish wish) {
        var arranged = series(Ids.next(), engagement, series.nextRef(engagement), 0, 0, wish);
        series.add(arranged);
        people(arranged, wish);
        return arranged;
    }

    /// Invites who is to be, and nobody else.
    ///
    /// @return who is not invited any more
    private List<Invited> people(Series one, Wish wish) {
        var invited = series.invited(one);
        var gone = invited.stream()
                .filter(there -> there.person() == null
                        ? wish.others().stream()
                                .noneMatch(other -> other.email().equals(there.email()))
                        : !wish.people().contains(there.person()))
                .toList();
        gone.forEach(series::uninvite);
        wish.people().stream()
                .filter(person -> invited.stream().noneMatch(there -> person.equals(there.person())))
                .forEach(person -> series.invite(one, person));
        wish.others().stream()
                .filter(other -> invited.stream()
                        .noneMatch(
                                there -> there.person() == null && there.email().equals(other.email())))
                .forEach(other -> series.invite(one, other.name(), other.email()));
        return gone;
    }

    /// Whether a meeting of it was due, or something happened to one.
    private boolean began(Series one) {
        var today = meetings.today(one.engagement());
        return meetings.of(one, one.first(), today).stream().findAny().isPresent();
    }

    private static boolean sameDays(Series one, Series other) {
        return one.rhythm().equals(other.rhythm())
                && one.first().equals(other.first())
                && one.starts().equals(other.starts())
                && one.zone().equals(other.zone())
                && one.kind() == other.kind();
    }

    private @Nullable Text refusal(Actor.Person me, EngagementId engagement, Wish wish) {
        var people = members.of(engagement).stream().map(Member::person).toList();
        var terms = refusedTerms(wish);
        if (terms != null) {
            return terms;
        }
        if (wish.standing().size() > MOST_POINTS || tooLong(wish.standing())) {
            return Text.of("meeting.refused.standing", MOST_POINTS, LONGEST_POINT);
        }
        if (wish.questions().size() > MOST_QUESTIONS || tooLong(wish.questions())) {
            return Text.of("meeting.refused.questions", MOST_QUESTIONS, LONGEST_POINT);
        }
        if (wish.kind() == MeetingKind.CHECK_IN && wish.questions().isEmpty()) {
            return Text.of("meeting.refused.noQuestions");
        }
        boolean strangers = wish.people().stream().anyMatch(person -> !people.contains(person));
        if (strangers || wish.leader() != null && !people.contains(wish.leader())) {
            return Text.of("meeting.refused.nobody");
        }
        return refusedPeople(me, engagement, wish);
    }

    private static @Nullable Text refusedTerms(Wish wish) {
        String name = wish.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return Text.of("meeting.refused.name", LONGEST_NAME);
        }
        var first = wish.first();
        var last = wish.last();
        if (wish.kind() == null || wish.unit() == null || wish.starts() == null || !Rhythm.counts(wish.every())) {
            return Text.of("meeting.refused.terms");
        }
        if (first == null || last != null && (last.isBefore(first) || last.isAfter(first.plusYears(MOST_YEARS)))) {
            return Text.of("meeting.refused.days", MOST_YEARS);
        }
        if (wish.minutes() < SHORTEST || wish.minutes() > LONGEST) {
            return Text.of("meeting.refused.minutes", SHORTEST, LONGEST);
        }
        if (wish.place().strip().length() > LONGEST_PLACE) {
            return Text.of("meeting.refused.place", LONGEST_PLACE);
        }
        try {
            ZoneId.of(wish.zone());
            return null;
        } catch (DateTimeException _) {
            return Text.of("meeting.refused.zone");
        }
    }

    private @Nullable Text refusedPeople(Actor.Person me, EngagementId engagement, Wish wish) {
        if (wish.people().size() + wish.others().size() > MOST_PEOPLE) {
            return Text.of("meeting.refused.people", MOST_PEOPLE);
        }
        for (var other : wish.others()) {
            boolean wrong =
                    !EMAIL.matcher(other.email()).matches() || other.email().length() > LONGEST_EMAIL;
            if (wrong || other.name().isEmpty() || other.name().length() > LONGEST_NAME) {
                return Text.of("meeting.refused.other", other.name().isEmpty() ? other.email() : other.name());
            }
        }
        if (wish.others().stream().map(Other::email).distinct().count()
                < wish.others().size()) {
            return Text.of("meeting.refused.twice");
        }
        return wish.others().isEmpty() || authority.may(me, Act.INVITE_GUESTS, engagement)
                ? null
                : Text.of("meeting.refused.outside");
    }

    private static boolean tooLong(List<String> lines) {
        return lines.stream().anyMatch(line -> line.length() > LONGEST_POINT);
    }

    /// @param wish that was not refused
    private static Series series(UUID id, EngagementId engagement, String ref, int sequence, int version, Wish wish) {
        var kind = Objects.requireNonNull(wish.kind());
        return new Series(
                id,
                engagement,
                ref,
                wish.name().strip(),
                kind,
                wish.unit() == Rhythm.Unit.ONCE
                        ? Rhythm.ONCE
                        : new Rhythm(Objects.requireNonNull(wish.unit()), wish.every()),
                Objects.requireNonNull(wish.first()),
                wish.unit() == Rhythm.Unit.ONCE ? null : wish.last(),
                Objects.requireNonNull(wish.starts()),
                wish.minutes(),
                ZoneId.of(wish.zone()),
                wish.place().strip(),
                wish.leader(),
                wish.standing(),
                kind.meets() ? List.of() : wish.questions(),
                sequence,
                version);
    }
}
