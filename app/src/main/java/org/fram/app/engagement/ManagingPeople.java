package org.fram.app.engagement;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.Membership;
import org.fram.app.platform.access.NotAllowedException;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.identity.AddingPeople;
import org.fram.app.platform.identity.InvitingPeople;
import org.fram.app.platform.identity.People;
import org.fram.app.platform.identity.Person;
import org.fram.app.platform.ledger.Deed;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.notices.Delivery;
import org.fram.app.platform.notices.Notice;
import org.fram.app.platform.notices.NoticeKind;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.texts.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Saying who belongs to which party of an engagement, and in which role. Managers do so for their own
/// party, owners for all; only owners make owners, and the last owner stays.
@Component
public class ManagingPeople {

    private static final NoticeKind PEOPLE = NoticeKind.chosen("people", Delivery.AT_ONCE);

    private final Transactions transactions;
    private final Authority authority;
    private final Members members;
    private final Engagements engagements;
    private final AddingPeople addingPeople;
    private final InvitingPeople inviting;
    private final People people;
    private final Notices notices;
    private final Ledger ledger;
    private final ObjectProvider<Duties> duties;

    /// Modules with duties stand on engagements, so they are asked for when somebody leaves.
    ManagingPeople(
            Transactions transactions,
            Authority authority,
            Members members,
            Engagements engagements,
            AddingPeople addingPeople,
            InvitingPeople inviting,
            People people,
            Notices notices,
            Ledger ledger,
            ObjectProvider<Duties> duties) {
        this.transactions = transactions;
        this.authority = authority;
        this.members = members;
        this.engagements = engagements;
        this.addingPeople = addingPeople;
        this.inviting = inviting;
        this.people = people;
        this.notices = notices;
        this.ledger = ledger;
        this.duties = duties;
    }

    @Bean
    static NoticeKind peopleNotices() {
        return PEOPLE;
    }

    /// What came of it.
    public sealed interface Outcome {

        /// They belong to the engagement now.
        ///
        /// @param firstPassword of an account made for them, which is shown once; empty where they had one
        record Added(PersonId person, String firstPassword) implements Outcome {}

        /// They belong to the engagement now, and are invited to their account.
        ///
        /// @param link to be handed on where no mail is sent, shown once; empty where a mail is on its way
        record Invited(PersonId person, String link) implements Outcome {}

        record Changed() implements Outcome {}

        record Removed() implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// What somebody is to be in an engagement.
    public record Place(PartyId party, Role role, Set<ProjectRole> does) {

        public Place {
            does = Set.copyOf(does);
        }
    }

    /// Adds whoever has this e-mail address, with an account where they have none.
    public Outcome add(Actor.Person me, EngagementId engagement, String email, String name, Place place) {
        var refusal = refuseAddress(me, engagement, email, place);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        return switch (addingPeople.add(email, name, false)) {
            case AddingPeople.Outcome.Refused(var reason) -> new Outcome.Refused(reason);
            case AddingPeople.Outcome.Known(var person) -> add(me, engagement, person, "", true, place);
            case AddingPeople.Outcome.Added(var person, var password) ->
                add(me, engagement, person, password, true, place);
        };
    }

    /// The same; whoever has no account is invited to choose a password of their own.
    public Outcome invite(Actor.Person me, EngagementId engagement, String email, String name, Place place) {
        var refusal = refuseAddress(me, engagement, email, place);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        return switch (addingPeople.addUninvited(email, name, false)) {
            case AddingPeople.Outcome.Refused(var reason) -> new Outcome.Refused(reason);
            case AddingPeople.Outcome.Known(var person) -> add(me, engagement, person, "", true, place);
            case AddingPeople.Outcome.Added(var person, var _) -> {
                // The invitation tells them.
                var added = add(me, engagement, person, "", false, place);
                yield added instanceof Outcome.Added
                        ? invited(inviting.send(
                                me,
                                person,
                                Optional.of(transactions.as(
                                        me, () -> engagements.get(engagement).name()))))
                        : added;
            }
        };
    }

    /// Sends a member who has not come yet a new link.
    public Outcome inviteAgain(Actor.Person me, EngagementId engagement, PersonId person) {
        transactions.as(me, () -> requireMayManage(me, engagement, person));
        return invited(inviting.again(me, person));
    }

    /// Takes the invitation of a member back who has not come yet. They stay a member until they are removed.
    public void takeBackInvitation(Actor.Person me, EngagementId engagement, PersonId person) {
        transactions.as(me, () -> requireMayManage(me, engagement, person));
        inviting.takeBack(person);
    }

    private static Outcome invited(InvitingPeople.Outcome outcome) {
        return switch (outcome) {
            case InvitingPeople.Outcome.Mailed(var person) -> new Outcome.Invited(person, "");
            case InvitingPeople.Outcome.ToHandOn(var person, var link) -> new Outcome.Invited(person, link);
            case InvitingPeople.Outcome.Known(var person) -> new Outcome.Added(person, "");
            case InvitingPeople.Outcome.Refused(var reason) -> new Outcome.Refused(reason);
        };
    }

    private Outcome add(
            Actor.Person me,
            EngagementId engagement,
            PersonId person,
            String firstPassword,
            boolean told,
            Place place) {
        return transactions.<Outcome>as(me, () -> {
            if (members.find(engagement, person).isPresent()) {
                return new Outcome.Refused(Text.of("engagement.people.refused.member"));
            }
            members.add(new Membership(engagement, place.party(), person, place.role()), place.does());
            ledger.record(me, engagement, null, deed("person-added", person, place.party(), place.role()));
            if (told) {
                tell(me, engagement, person, place);
            }
            return new Outcome.Added(person, firstPassword);
        });
    }

    /// Gives a member another place.
    public Outcome change(Actor.Person me, EngagementId engagement, PersonId person, Place place) {
        return transactions.<Outcome>as(me, () -> {
            var member = requireMayManage(me, engagement, person);
            requireMayGive(me, engagement, place);
            if (place.role() != Role.OWNER && lastOwner(engagement, member)) {
                return new Outcome.Refused(Text.of("engagement.people.refused.lastOwner"));
            }
            members.change(new Membership(engagement, place.party(), person, place.role()), place.does());
            ledger.record(me, engagement, null, deed("person-changed", person, place.party(), place.role()));
            return new Outcome.Changed();
        });
    }

    /// What somebody answers for whom one may remove.
    public List<Duties.Duty> duties(Actor.Person me, EngagementId engagement, PersonId person) {
        return transactions.as(me, () -> {
            requireMayManage(me, engagement, person);
            return duties.stream()
                    .flatMap(kind -> kind.of(engagement, person).stream())
                    .toList();
        });
    }

    /// Puts another member of the same party in somebody's place: they take over what was to be done and what the other
    /// was in
    /// the project, and the other leaves. What somebody may sign is not handed on: their party says so anew.
    public Outcome replace(Actor.Person me, EngagementId engagement, PersonId person, PersonId successor) {
        return transactions.<Outcome>as(me, () -> {
            var member = requireMayManage(me, engagement, person);
            var other = members.find(engagement, successor).orElseThrow(NotFoundException::new);
            if (person.equals(successor) || !member.party().equals(other.party())) {
                return new Outcome.Refused(Text.of("engagement.people.refused.successor"));
            }
            if (lastOwner(engagement, member)) {
                return new Outcome.Refused(Text.of("engagement.people.refused.lastOwner"));
            }
            var does = EnumSet.noneOf(ProjectRole.class);
            does.addAll(member.does());
            does.addAll(other.does());
            members.change(new Membership(engagement, other.party(), successor, other.role()), does);
            duties.stream().forEach(kind -> kind.handOn(me, engagement, person, successor));
            ledger.record(
                    me,
                    engagement,
                    null,
                    Deed.of(
                            "person-replaced",
                            person.value(),
                            Map.of("person", person, "successor", successor, "party", member.party())));
            notices.give(Notice.to(
                            successor,
                            PEOPLE,
                            "replaces %s %s".formatted(engagement, Ids.next()),
                            Text.of(
                                    "engagement.told.replaces",
                                    engagements.get(engagement).name()),
                            Text.of("engagement.told.replacesText", member.name()),
                            "/engagements/" + engagement)
                    .in(engagement));
            members.remove(engagement, person);
            return new Outcome.Removed();
        });
    }

    /// Ends a membership. What they did stays.
    public Outcome remove(Actor.Person me, EngagementId engagement, PersonId person) {
        return transactions.<Outcome>as(me, () -> {
            var member = requireMayManage(me, engagement, person);
            if (lastOwner(engagement, member)) {
                return new Outcome.Refused(Text.of("engagement.people.refused.lastOwner"));
            }
            // Before they are gone: somebody may remove themselves, and writes no more then.
            ledger.record(me, engagement, null, deed("person-removed", person, member.party(), member.role()));
            members.remove(engagement, person);
            return new Outcome.Removed();
        });
    }

    private void tell(Actor.Person me, EngagementId engagement, PersonId person, Place place) {
        String adder = people.find(me.id()).map(Person::name).orElse("");
        String party = engagements.parties(engagement).stream()
                .filter(one -> one.id().equals(place.party()))
                .map(Party::name)
                .findFirst()
                .orElse("");
        notices.give(Notice.to(
                        person,
                        PEOPLE,
                        // Whoever leaves and is added again is told again.
                        "added %s %s".formatted(engagement, Ids.next()),
                        Text.of(
                                "engagement.told.added",
                                engagements.get(engagement).name()),
                        Text.of(
                                "engagement.told.addedText",
                                adder,
                                party,
                                Text.of("access.role." + place.role().code())),
                        "/engagements/" + engagement)
                .in(engagement));
    }

    private static Deed deed(String kind, PersonId person, PartyId party, Role role) {
        return Deed.of(kind, person.value(), Map.of("person", person, "party", party, "role", role.code()));
    }

    /// Nobody joins a party with the e-mail address of another.
    private Optional<Text> refuseAddress(Actor.Person me, EngagementId engagement, String email, Place place) {
        return transactions.<Optional<Text>>as(me, () -> {
            requireMayGive(me, engagement, place);
            String domain =
                    email.strip().substring(email.strip().lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
            return engagements.parties(engagement).stream()
                    .filter(party -> party.domains().contains(domain))
                    .filter(party -> !party.id().equals(place.party()))
                    .findFirst()
                    .map(party -> Text.of("engagement.people.refused.domain", domain, party.name()));
        });
    }

    private void requireMayGive(Actor.Person me, EngagementId engagement, Place place) {
        var mine = authority.require(me, Act.MANAGE_OWN_PEOPLE, engagement);
        boolean exists = engagements.parties(engagement).stream()
                .anyMatch(party -> party.id().equals(place.party()));
        if (!exists) {
            throw new NotFoundException();
        }
        requireMayManage(mine, place.party(), place.role());
    }

    private Member requireMayManage(Actor.Person me, EngagementId engagement, PersonId person) {
        var mine = authority.require(me, Act.MANAGE_OWN_PEOPLE, engagement);
        Optional<Member> member = members.find(engagement, person);
        requireMayManage(
                mine,
                member.orElseThrow(NotFoundException::new).party(),
                member.get().role());
        return member.get();
    }

    private static void requireMayManage(Membership mine, PartyId party, Role role) {
        if (!mine.mayManagePeopleOf(party) || role == Role.OWNER && !mine.may(Act.MANAGE_ALL_PEOPLE)) {
            throw new NotAllowedException(Act.MANAGE_ALL_PEOPLE);
        }
    }

    private boolean lastOwner(EngagementId engagement, Member member) {
        return member.role() == Role.OWNER
                && members.of(engagement).stream()
                                .filter(other -> other.role() == Role.OWNER)
                                .count()
                        == 1;
    }
}
