package org.fram.app.provisioning;

import static fram.schema.notices.Tables.NOTICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fram.app.engagement.ManagingPeople;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.practice.Facts;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.TestEngagement;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who is told of suppliers that do not confirm, and how often.
class ChasingSuppliersTest {

    private final RunningApp app = RunningApp.shared();
    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson customer = engagement.customer();
    private final SampleRows services = new SampleRows(engagement, "network-services");
    private final SampleRows suppliers = new SampleRows(engagement, "suppliers");
    private final ChasingSuppliers chasing = app.get(ChasingSuppliers.class);
    private final LocalDate today = customer.asks(() -> app.get(Facts.class).today(engagement.id()));

    @Test
    void theOwnerOfAnEngagementIsToldOnceForEachStage() {
        var row = services.added(customer, "Trunks", "kind", "sip-trunk", "ordered", today.minusDays(5));
        chasing.chase();
        assertThat(told(customer)).isEmpty();

        row = services.changed(customer, row.id(), new Seen.Version(0), "ordered", today.minusDays(6));
        chasing.chase();
        chasing.chase();
        assertThat(told(customer)).hasSize(1).first().asString().contains("provisioning.told.unconfirmed");

        row = services.changed(customer, row.id(), new Seen.Version(1), "ordered", today.minusDays(16));
        chasing.chase();
        chasing.chase();
        assertThat(told(customer)).hasSize(2);

        services.changed(customer, row.id(), new Seen.Version(2), "confirmed", today);
        chasing.chase();
        assertThat(told(customer)).hasSize(2);
        assertThat(told(engagement.vendor())).isEmpty();
    }

    @Test
    void projectManagersAndWhoeverOwnsTheOrderByNameAreTold() {
        var manager = member("Manager of the project", engagement.customerParty(), ProjectRole.PROJECT_MANAGER);
        var owner = member("Lead of the network", engagement.vendorParty(), ProjectRole.IT_LEAD);
        var other = member("Somebody else", engagement.vendorParty(), ProjectRole.TRAINER);
        services.added(
                customer, "Circuit", "kind", "circuit", "owner", "lead of the network", "ordered", today.minusDays(11));

        chasing.chase();

        assertThat(told(manager)).hasSize(1);
        assertThat(told(owner)).hasSize(1);
        assertThat(told(other)).isEmpty();
        assertThat(told(customer)).as("a project manager is there").isEmpty();
    }

    @Test
    void nobodyIsToldOfWhatTheyDoNotSee() {
        var theirs = member("Manager of the vendor", engagement.vendorParty(), ProjectRole.PROJECT_MANAGER);
        var ours = member("Manager of the customer", engagement.customerParty(), ProjectRole.PROJECT_MANAGER);
        services.added(customer, "Ours", "kind", "circuit", "ordered", today.minusDays(11), "seenBy", true);

        chasing.chase();

        assertThat(told(ours)).hasSize(1);
        assertThat(told(theirs)).isEmpty();
    }

    @Test
    void theNoticeSaysWhomToAskAndLeadsToTheRow() throws Exception {
        suppliers.added(
                customer,
                "National Carrier",
                "kind",
                "carrier",
                "desk",
                "Order desk",
                "firstLevel",
                "Duty manager",
                "secondLevel",
                "Head of delivery");
        services.added(
                customer, "Circuit", "kind", "circuit", "supplier", "national carrier", "ordered", today.minusDays(25));
        chasing.chase();

        var browser = HttpBrowser.signedIn(customer);
        var notices = browser.get("/notices").body();

        assertThat(notices)
                .contains("“Circuit”: no confirmed date after 25 days")
                .contains("Take it to the first level of escalation.")
                .contains("Whom to ask: Duty manager.");
    }

    @ParameterizedTest
    @CsvSource({"10, 0", "11, 1", "20, 1", "21, 2", "30, 2", "31, 3", "300, 3"})
    void aStageLastsAsLongAsTheTimeForConfirming(int days, int stage) {
        services.added(customer, "Circuit", "kind", "circuit", "ordered", today.minusDays(days));

        var order =
                customer.asks(() -> app.get(Orders.class).of(engagement.id())).getFirst();

        assertThat(Unconfirmed.of(order, today).map(Unconfirmed::stage).orElse(0))
                .isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource({"2027-03-01T04:59:00Z, PT1M", "2027-03-01T05:00:00Z, PT24H", "2027-03-01T23:00:00Z, PT6H"})
    void itIsDoneEachMorning(Instant now, Duration left) {
        assertThat(ChasingSuppliers.untilMorning(now)).isEqualTo(left);
    }

    @Test
    void whoeverLeavesHandsOnWhatTheyOwnByName() {
        var owner = member("Lead of the network", engagement.customerParty(), ProjectRole.IT_LEAD);
        services.added(customer, "Circuit", "kind", "circuit", "owner", "Lead of the network");
        services.added(customer, "Trunk", "kind", "sip-trunk", "owner", "Lead of the network", "delivered", today);
        var duties = app.get(OwnedOrders.class);
        assertThat(customer.asks(() -> duties.of(engagement.id(), owner.id()))).hasSize(1);

        customer.asks(() -> {
            duties.handOn(customer.actor(), engagement.id(), owner.id(), customer.id());
            return true;
        });

        assertThat(services.seenBy(customer).getFirst().get("owner")).isEqualTo(customer.name());
        assertThat(customer.asks(() -> duties.of(engagement.id(), owner.id()))).isEmpty();
    }

    @Test
    void ofTwoWhoHaveOneNameTheAddressTellsWhoOwnsAnOrder() {
        member("Manager of the project", engagement.customerParty(), ProjectRole.PROJECT_MANAGER);
        var one = member("Lead of the site", engagement.customerParty(), ProjectRole.IT_LEAD);
        var other = member("Lead of the site", engagement.vendorParty(), ProjectRole.TRAINER);
        services.added(
                customer,
                "Circuit",
                "kind",
                "circuit",
                "owner",
                one.email().toUpperCase(Locale.ROOT),
                "ordered",
                today.minusDays(11));

        chasing.chase();

        assertThat(told(one)).hasSize(1);
        assertThat(told(other)).isEmpty();
        assertThat(customer.asks(() -> app.get(OwnedOrders.class).of(engagement.id(), one.id())))
                .hasSize(1);
        assertThat(customer.asks(() -> app.get(OwnedOrders.class).of(engagement.id(), other.id())))
                .isEmpty();
    }

    @Test
    void whoeverTheNameOrTheRoleOfAnOwnerCouldMeanIsToldAndNobodyHandsItOnAsTheirOwn() {
        member("Manager of the project", engagement.customerParty(), ProjectRole.PROJECT_MANAGER);
        var one = member("Lead of the site", engagement.customerParty(), ProjectRole.IT_LEAD);
        var other = member("Lead of the site", engagement.vendorParty(), ProjectRole.TRAINER);
        services.added(
                customer, "Circuit", "kind", "circuit", "owner", "Lead of the site", "ordered", today.minusDays(11));
        services.added(customer, "Trunk", "kind", "sip-trunk", "owner", "IT lead", "ordered", today.minusDays(11));

        chasing.chase();

        assertThat(told(one)).hasSize(2);
        assertThat(told(other)).hasSize(1);
        assertThat(customer.asks(() -> app.get(OwnedOrders.class).of(engagement.id(), one.id())))
                .isEmpty();
    }

    @Test
    void whoeverTakesOverAndSharesTheirNameIsWrittenByTheirAddress() {
        var giver = member("Lead of the network", engagement.customerParty(), ProjectRole.IT_LEAD);
        member("Lead of the site", engagement.vendorParty(), ProjectRole.TRAINER);
        var taker = member("Lead of the site", engagement.customerParty(), ProjectRole.TRAINER);
        services.added(customer, "Circuit", "kind", "circuit", "owner", "Lead of the network");

        customer.asks(() -> {
            app.get(OwnedOrders.class).handOn(customer.actor(), engagement.id(), giver.id(), taker.id());
            return true;
        });

        assertThat(services.seenBy(customer).getFirst().get("owner")).isEqualTo(taker.email());
    }

    private TestPerson member(String name, PartyId party, ProjectRole does) {
        var person = app.person(name);
        var place = new ManagingPeople.Place(party, Role.CONTRIBUTOR, Set.of(does));
        var added = app.get(ManagingPeople.class)
                .add(customer.actor(), engagement.id(), person.email(), person.name(), place);
        assertThat(added).isInstanceOf(ManagingPeople.Outcome.Added.class);
        return person;
    }

    private List<String> told(TestPerson person) {
        return person.asks(() -> app.get(DSLContext.class)
                .select(NOTICE.SUBJECT)
                .from(NOTICE)
                .where(NOTICE.KIND.eq("suppliers"))
                .fetch(row -> row.value1().toString()));
    }
}
