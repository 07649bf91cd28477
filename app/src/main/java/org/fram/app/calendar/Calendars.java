package org.fram.app.calendar;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fram.app.engagement.Dated;
import org.fram.app.engagement.Dated.Look;
import org.fram.app.engagement.Dated.Whose;
import org.fram.app.engagement.Engagement;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.Owners;
import org.fram.app.engagement.Party;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.texts.Text;
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

    /// The kinds of things that can have a date.
    public Set<Text> kinds() {
        return kinds.stream().flatMap(kind -> kind.kinds().stream()).collect(toSet());
    }

    /// What somebody sees of a calendar.
    ///
    /// @param some in the order of time
    /// @param beyond how many more there are, by their day: of crowded days, where some of each are enough
    public record Seen(List<Happening> some, Map<LocalDate, Beyond> beyond) {

        public Seen {
            some = List.copyOf(some);
            beyond = Map.copyOf(beyond);
        }
    }

    /// How many more there are.
    ///
    /// @param overdue of all of them
    public record Beyond(int all, int overdue) {

        /// Both together.
        public Beyond and(Beyond other) {
            return new Beyond(all + other.all, overdue + other.overdue);
        }
    }

    /// That of all engagements of a person.
    public Seen of(Actor.Person me, Wish wish) {
        return of(me, engagements.all(), wish);
    }

    /// That of an engagement.
    public Seen of(Actor.Person me, Engagement engagement, Wish wish) {
        return of(me, List.of(engagement), wish);
    }

    private Seen of(Actor.Person me, List<Engagement> wanted, Wish wish) {
        var mine = members.in(wanted.stream().map(Engagement::id).toList(), me.id());
        var places = wanted.stream()
                .flatMap(one -> Stream.ofNullable(mine.get(one.id())).map(member -> place(member, one)))
                .toList();
        var look = look(wish, places);
        var today = places.stream().collect(toMap(place -> place.engagement().id(), Place::today));
        var found = kinds.stream()
                .filter(kind -> kind.kinds().stream().anyMatch(look::wants))
                .map(kind -> kind.find(today, look))
                .toList();
        return new Seen(
                places.stream()
                        .flatMap(place -> found.stream().flatMap(place::happenings))
                        .filter(wish.whom()::has)
                        .sorted(IN_TIME)
                        .toList(),
                found.stream()
                        .flatMap(some -> some.beyond().stream())
                        .collect(
                                toMap(Dated.Beyond::day, some -> new Beyond(some.all(), some.overdue()), Beyond::and)));
    }

    private static Look look(Wish wish, Collection<Place> places) {
        boolean everybody = wish.whom() == Whom.EVERYBODY;
        return new Look(
                wish.from(),
                wish.until(),
                wish.kind(),
                everybody
                        ? null
                        : places.stream()
                                .flatMap(place -> place.owners(wish.whom()))
                                .collect(toSet()),
                wish.enough());
    }

    private Place place(Member mine, Engagement engagement) {
        return new Place(
                engagement,
                LocalDate.ofInstant(clock.instant(), engagement.timeZone()),
                mine,
                members.of(engagement.id()),
                engagements.parties(engagement.id()));
    }

    /// An engagement, as somebody of it looks at it.
    private record Place(
            Engagement engagement, LocalDate today, Member mine, List<Member> people, List<Party> parties) {

        Happening happening(Dated.Entry entry) {
            return new Happening(
                    engagement,
                    entry,
                    today,
                    entry.whose().isOf(mine),
                    isOurs(entry.whose(), mine, people, parties),
                    owner(entry.whose(), people, parties));
        }

        /// What was found here.
        Stream<Happening> happenings(Dated.Found found) {
            return found.entries().getOrDefault(engagement.id(), List.of()).stream()
                    .map(this::happening);
        }

        /// The words that mean those whose calendar it is.
        Stream<String> owners(Whom whom) {
            return switch (whom) {
                case EVERYBODY -> Stream.empty();
                case PARTY ->
                    Stream.concat(
                            people.stream()
                                    .filter(member -> member.party().equals(mine.party()))
                                    .flatMap(member -> Owners.words(member).stream()),
                            parties.stream()
                                    .filter(party -> party.id().equals(mine.party()))
                                    .map(Party::name));
                case ME -> Owners.words(mine).stream();
            };
        }
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
