package org.fram.app.calendar;

import static java.util.stream.Collectors.joining;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fram.app.engagement.Dated;
import org.fram.app.engagement.Dated.Whose;
import org.fram.app.engagement.Engagement;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.Party;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// All that has a date, as far as whoever asks may see it. Is asked within a transaction of theirs.
@Component
public class Calendars {

    private static final Comparator<Happening> IN_TIME = Comparator.comparing(Happening::first)
            .thenComparing(happening -> happening.entry().when() instanceof Dated.When.Times(var start, var _)
                    ? start.toInstant().getEpochSecond()
                    : Long.MIN_VALUE)
            .thenComparing(happening -> happening.entry().thing())
            .thenComparing(happening -> happening.entry().key());

    private final Engagements engagements;
    private final Members members;
    private final ObjectProvider<Dated> kinds;
    private final InstantSource clock;

    /// What has a date stands on engagements, so it is asked for when somebody looks.
    Calendars(Engagements engagements, Members members, ObjectProvider<Dated> kinds, InstantSource clock) {
        this.engagements = engagements;
        this.members = members;
        this.kinds = kinds;
        this.clock = clock;
    }

    /// That of all engagements of a person, in the order of time.
    public List<Happening> of(Actor.Person me) {
        return engagements.all().stream()
                .flatMap(engagement -> of(me, engagement).stream())
                .sorted(IN_TIME)
                .toList();
    }

    /// That of an engagement, in the order of time.
    public List<Happening> of(Actor.Person me, Engagement engagement) {
        var today = LocalDate.ofInstant(clock.instant(), engagement.timeZone());
        var people = members.of(engagement.id());
        var parties = engagements.parties(engagement.id());
        return people.stream()
                .filter(member -> member.person().equals(me.id()))
                .findFirst()
                .map(mine -> kinds.stream()
                        .flatMap(kind -> kind.of(engagement.id()).stream())
                        .map(entry -> new Happening(
                                engagement,
                                entry,
                                today,
                                entry.whose().isOf(mine),
                                isOurs(entry.whose(), mine, people, parties),
                                owner(entry.whose(), people, parties)))
                        .sorted(IN_TIME)
                        .toList())
                .orElse(List.of());
    }

    private static boolean isOurs(Whose whose, Member mine, List<Member> people, List<Party> parties) {
        return switch (whose) {
            case Whose.Everybody _ -> false;
            case Whose.OfParty(var party) -> party.equals(mine.party());
            case Whose.Named(var words) ->
                party(words, parties)
                        .map(party -> party.id().equals(mine.party()))
                        .orElseGet(() -> isOfColleagues(whose, mine, people));
            case Whose.People _ -> isOfColleagues(whose, mine, people);
        };
    }

    private static boolean isOfColleagues(Whose whose, Member mine, List<Member> people) {
        return people.stream().anyMatch(member -> member.party().equals(mine.party()) && whose.isOf(member));
    }

    private static Optional<Party> party(String words, List<Party> parties) {
        return parties.stream()
                .filter(party -> party.name().equalsIgnoreCase(words.strip()))
                .findFirst();
    }

    private static String owner(Whose whose, List<Member> people, List<Party> parties) {
        return switch (whose) {
            case Whose.Everybody _ -> "";
            case Whose.Named(var words) -> words;
            case Whose.OfParty(var party) ->
                parties.stream()
                        .filter(one -> one.id().equals(party))
                        .map(Party::name)
                        .collect(joining());
            case Whose.People(var ids) -> names(ids, people);
        };
    }

    private static String names(Set<PersonId> ids, List<Member> people) {
        return people.stream()
                .filter(member -> ids.contains(member.person()))
                .map(Member::name)
                .collect(joining(", "));
    }
}
