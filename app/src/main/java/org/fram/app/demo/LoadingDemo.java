package org.fram.app.demo;

import static java.util.stream.Collectors.toMap;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fram.app.engagement.CreatingEngagement;
import org.fram.app.engagement.DemoPart;
import org.fram.app.engagement.DemoPart.Demo;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Kind;
import org.fram.app.engagement.ManagingPeople;
import org.fram.app.engagement.ManagingPeople.Place;
import org.fram.app.engagement.Party;
import org.fram.app.engagement.ShapingEngagement;
import org.fram.app.engagement.Side;
import org.fram.app.engagement.Sourcing;
import org.fram.app.engagement.Terms;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.identity.AddingPeople;
import org.fram.app.platform.start.Settings;
import org.springframework.stereotype.Component;

/// Loading the demonstration's people and its engagement, by the acts that pages use.
@Component
public class LoadingDemo {

    /// The password of everybody in the demonstration.
    public static final String PASSWORD = "fram means forward";

    private static final ZoneId MAINLAND = ZoneId.of("Europe/Lisbon");
    private static final ZoneId ISLANDS = ZoneId.of("Atlantic/Azores");
    private static final int MONTHS_AHEAD = 11;

    private final AddingPeople addingPeople;
    private final CreatingEngagement creatingEngagement;
    private final ShapingEngagement shapingEngagement;
    private final ManagingPeople managingPeople;
    private final Transactions transactions;
    private final Engagements engagements;
    private final List<DemoPart> parts;
    private final InstantSource clock;
    private final Path documents;

    LoadingDemo(
            AddingPeople addingPeople,
            CreatingEngagement creatingEngagement,
            ShapingEngagement shapingEngagement,
            ManagingPeople managingPeople,
            Transactions transactions,
            Engagements engagements,
            List<DemoPart> parts,
            InstantSource clock,
            Settings settings) {
        this.addingPeople = addingPeople;
        this.creatingEngagement = creatingEngagement;
        this.shapingEngagement = shapingEngagement;
        this.managingPeople = managingPeople;
        this.transactions = transactions;
        this.engagements = engagements;
        this.parts =
                parts.stream().sorted(Comparator.comparing(DemoPart::stage)).toList();
        this.clock = clock;
        this.documents = settings.home().resolve("documents");
    }

    /// The folder of documents that whoever tries Fram may bring in.
    public Path documents() {
        return documents;
    }

    /// Who can sign in to the demonstration.
    public record SignIn(String email, String position) {}

    /// Loads it, unless it is there.
    ///
    /// @return who can sign in, all with [#PASSWORD]
    public List<SignIn> load() {
        var people = people();
        var customer = people.get(DemoPerson.CUSTOMER_PROJECT_MANAGER);
        var vendor = people.get(DemoPerson.VENDOR_PROJECT_MANAGER);
        var partner = people.get(DemoPerson.DESIGN_ENGINEER);
        if (customer != null && vendor != null && partner != null) {
            var demo = new Demo(engagement(customer, people), customer, vendor, partner, documents);
            parts.forEach(part -> part.add(demo));
        }
        return List.of(DemoPerson.values()).stream()
                .map(person -> new SignIn(person.email, person.title))
                .toList();
    }

    /// The accounts, newly made; empty where there are some already.
    private Map<DemoPerson, Actor.Person> people() {
        var people = new EnumMap<DemoPerson, Actor.Person>(DemoPerson.class);
        for (var person : DemoPerson.values()) {
            boolean administrator = person == DemoPerson.IT_LEAD;
            switch (addingPeople.add(person.email, person.title, administrator, PASSWORD)) {
                case AddingPeople.Outcome.Added(var id, var _) -> people.put(person, new Actor.Person(id));
                case AddingPeople.Outcome.Known _ -> {
                    return Map.of();
                }
                case AddingPeople.Outcome.Refused refused -> throw new IllegalStateException(refused.toString());
            }
        }
        return people;
    }

    private EngagementId engagement(Actor.Person owner, Map<DemoPerson, Actor.Person> people) {
        var wish = new CreatingEngagement.Wish(
                "Contact center to the cloud", Kind.TECHNOLOGY_PROJECT, "Benefits Office", Side.BUYER, MAINLAND);
        if (!(creatingEngagement.create(owner, wish)
                instanceof CreatingEngagement.Outcome.Created(var id, var customer))) {
            throw new IllegalStateException("The demonstration's engagement is refused.");
        }
        require(shapingEngagement.change(owner, id, terms()));
        require(shapingEngagement.addParty(owner, id, "Cloud Platform Vendor", Side.VENDOR));
        require(shapingEngagement.addParty(owner, id, "Integration Partner", Side.PARTNER));
        require(shapingEngagement.addParty(owner, id, "National Carrier", Side.CARRIER));
        require(shapingEngagement.addSite(owner, id, "Capital office", MAINLAND, 70));
        require(shapingEngagement.addSite(owner, id, "Northern office", MAINLAND, 35));
        require(shapingEngagement.addSite(owner, id, "Island office", ISLANDS, 15));
        addPeople(owner, id, people, parties(owner, id));
        return id;
    }

    /// The date is fixed by law: from then on benefits are applied for by telephone too.
    private Terms terms() {
        return new Terms(
                "Contact center to the cloud",
                Kind.TECHNOLOGY_PROJECT,
                "The Benefits Office moves its contact center from a platform on its premises to the cloud. In normal "
                        + "weeks 120 agents answer; in the peak weeks after the yearly notices go out, 600 do. The date is fixed "
                        + "by law: from then on benefits can be applied for by telephone.",
                Sourcing.CLOUD,
                120,
                600,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                        .plusMonths(MONTHS_AHEAD)
                        .withDayOfMonth(1),
                MAINLAND,
                0);
    }

    private void addPeople(
            Actor.Person owner, EngagementId id, Map<DemoPerson, Actor.Person> people, Map<Side, PartyId> parties) {
        people.forEach((person, actor) -> {
            var party = parties.get(person.side);
            if (party == null) {
                throw new IllegalStateException("The demonstration has no party for " + person);
            }
            var place = new Place(party, person.role, Set.of(person.does));
            var outcome = actor.equals(owner)
                    ? managingPeople.change(owner, id, owner.id(), place)
                    : managingPeople.add(owner, id, person.email, person.title, place);
            if (outcome instanceof ManagingPeople.Outcome.Refused refused) {
                throw new IllegalStateException(refused.toString());
            }
        });
    }

    private Map<Side, PartyId> parties(Actor.Person owner, EngagementId id) {
        return transactions.<List<Party>>as(owner, () -> engagements.parties(id)).stream()
                .collect(toMap(Party::side, Party::id));
    }

    private static void require(ShapingEngagement.Outcome outcome) {
        if (outcome instanceof ShapingEngagement.Outcome.Refused refused) {
            throw new IllegalStateException(refused.toString());
        }
    }
}
