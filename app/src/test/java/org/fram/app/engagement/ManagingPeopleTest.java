package org.fram.app.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fram.app.engagement.ManagingPeople.Outcome.Added;
import org.fram.app.engagement.ManagingPeople.Outcome.Changed;
import org.fram.app.engagement.ManagingPeople.Outcome.Refused;
import org.fram.app.engagement.ManagingPeople.Outcome.Removed;
import org.fram.app.engagement.ManagingPeople.Place;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotAllowedException;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.texts.Text;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManagingPeopleTest {

    private static final RunningApp APP = RunningApp.shared();

    private final ManagingPeople managingPeople = APP.get(ManagingPeople.class);
    private final TestPerson owner = APP.person("Owner");
    private final TestPerson other = APP.person("Other");
    private EngagementId engagement;
    private PartyId customer;
    private PartyId vendor;

    @BeforeEach
    void anEngagementOfTwoParties() {
        var wish = new CreatingEngagement.Wish(
                "Move to the cloud", Kind.TECHNOLOGY_PROJECT, "Harbour Authority", Side.BUYER, ZoneId.of("UTC"));
        var created = (CreatingEngagement.Outcome.Created)
                APP.get(CreatingEngagement.class).create(owner.actor(), wish);
        engagement = created.id();
        customer = created.firstParty();
        APP.get(ShapingEngagement.class).addParty(owner.actor(), engagement, "Cloud Vendor", Side.VENDOR);
        vendor = parties().stream()
                .filter(party -> party.side() == Side.VENDOR)
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void whoIsAddedBelongsToThePartyInTheirRole() {
        add(owner, other, place(vendor, Role.MANAGER, ProjectRole.PROJECT_MANAGER, ProjectRole.TRAINER));

        assertThat(members(other))
                .contains(new Member(
                        other.id(),
                        "Other",
                        other.email(),
                        vendor,
                        Role.MANAGER,
                        Set.of(ProjectRole.PROJECT_MANAGER, ProjectRole.TRAINER)));
    }

    @Test
    void whoHasNoAccountGetsOneWithAFirstPassword() {
        var outcome = managingPeople.add(
                owner.actor(), engagement, "new." + engagement + "@fram.example", "New", place(vendor, Role.VIEWER));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Added.class, added -> assertThat(added.firstPassword()).hasSize(14));
    }

    @Test
    void nobodyBelongsTwice() {
        add(owner, other, place(vendor, Role.VIEWER));

        assertThat(managingPeople.add(owner.actor(), engagement, other.email(), "Other", place(customer, Role.VIEWER)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void managersManageTheirOwnPartyOnly() {
        var manager = APP.person("Manager");
        add(owner, manager, place(vendor, Role.MANAGER));
        add(manager, other, place(vendor, Role.CONTRIBUTOR));
        var third = APP.person("Third");

        assertThatThrownBy(() -> managingPeople.add(
                        manager.actor(), engagement, third.email(), "Third", place(customer, Role.VIEWER)))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> managingPeople.add(
                        manager.actor(), engagement, third.email(), "Third", place(vendor, Role.OWNER)))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> managingPeople.remove(manager.actor(), engagement, owner.id()))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void contributorsManageNobodyAndStrangersSeeNothingToManage() {
        add(owner, other, place(customer, Role.CONTRIBUTOR));

        assertThatThrownBy(() -> managingPeople.remove(other.actor(), engagement, owner.id()))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> managingPeople.remove(APP.person("Stranger").actor(), engagement, owner.id()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theLastOwnerStays() {
        assertThat(managingPeople.remove(owner.actor(), engagement, owner.id())).isInstanceOf(Refused.class);
        assertThat(managingPeople.change(owner.actor(), engagement, owner.id(), place(customer, Role.VIEWER)))
                .isInstanceOf(Refused.class);

        add(owner, other, place(customer, Role.OWNER));
        assertThat(managingPeople.change(owner.actor(), engagement, owner.id(), place(customer, Role.VIEWER)))
                .isEqualTo(new Changed());
    }

    @Test
    void whoIsRemovedSeesTheEngagementNoMore() {
        add(owner, other, place(vendor, Role.MANAGER, ProjectRole.SPONSOR));
        assertThat(members(other)).hasSize(2);

        assertThat(managingPeople.remove(owner.actor(), engagement, other.id())).isEqualTo(new Removed());

        assertThat(members(other)).isEmpty();
        assertThat(members(owner)).hasSize(1);
    }

    @Test
    void aPartyOfAnotherEngagementIsNoPartyHere() {
        assertThatThrownBy(() -> managingPeople.add(
                        owner.actor(), engagement, other.email(), "Other", place(PartyId.next(), Role.VIEWER)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whoTakesOverHasTheDutiesAndTheOtherIsGone() {
        add(owner, other, place(customer, Role.CONTRIBUTOR, ProjectRole.TRAINER));
        var successor = APP.person("Successor");
        add(owner, successor, place(customer, Role.CONTRIBUTOR, ProjectRole.SUPER_USER));

        assertThat(managingPeople.replace(owner.actor(), engagement, other.id(), successor.id()))
                .isEqualTo(new Removed());

        assertThat(members(successor))
                .filteredOn(member -> member.person().equals(successor.id()))
                .extracting(Member::does)
                .containsExactly(Set.of(ProjectRole.TRAINER, ProjectRole.SUPER_USER));
        assertThat(members(other)).isEmpty();
    }

    @Test
    void whoTakesOverBelongsToTheSameParty() {
        add(owner, other, place(vendor, Role.CONTRIBUTOR));

        assertThat(managingPeople.replace(owner.actor(), engagement, other.id(), owner.id()))
                .isInstanceOf(Refused.class);
        assertThat(managingPeople.replace(owner.actor(), engagement, other.id(), other.id()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void nobodyJoinsAPartyWithTheAddressOfAnother() {
        var shaping = APP.get(ShapingEngagement.class);
        String domain = "vendor-" + engagement + ".example";
        assertThat(shaping.giveDomains(owner.actor(), engagement, vendor, "@" + domain.toUpperCase(Locale.ROOT)))
                .isEqualTo(new ShapingEngagement.Outcome.Done());
        var colleague = "colleague@" + domain;

        assertThat(managingPeople.add(owner.actor(), engagement, colleague, "One", place(customer, Role.VIEWER)))
                .isEqualTo(new Refused(Text.of("engagement.people.refused.domain", domain, "Cloud Vendor")));
        assertThat(managingPeople.add(owner.actor(), engagement, colleague, "One", place(vendor, Role.VIEWER)))
                .isInstanceOf(Added.class);
        assertThat(shaping.giveDomains(owner.actor(), engagement, customer, domain))
                .isInstanceOf(ShapingEngagement.Outcome.Refused.class);
        assertThat(shaping.giveDomains(owner.actor(), engagement, customer, "no domain!"))
                .isInstanceOf(ShapingEngagement.Outcome.Refused.class);
    }

    private void add(TestPerson who, TestPerson whom, Place place) {
        assertThat(managingPeople.add(who.actor(), engagement, whom.email(), whom.name(), place))
                .isEqualTo(new Added(whom.id(), ""));
    }

    private List<Member> members(TestPerson asSeenBy) {
        return asSeenBy.asks(() -> APP.get(Members.class).of(engagement));
    }

    private List<Party> parties() {
        return owner.asks(() -> APP.get(Engagements.class).parties(engagement));
    }

    private static Place place(PartyId party, Role role, ProjectRole... does) {
        return new Place(party, role, Set.of(does));
    }
}
