package org.fram.app.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.practice.Facts;
import org.fram.app.practice.Practices;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.fram.facts.FactsDocument;
import org.fram.facts.ProvisioningFacts;
import org.fram.facts.ProvisioningFacts.OrderFact;
import org.fram.facts.ProvisioningFacts.PurchaseWay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What people keep of orders, licences and carriers reaches the practices.
class OrderFactsTest {

    private final RunningApp app = RunningApp.shared();
    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson customer = engagement.customer();
    private final SampleRows hardware = new SampleRows(engagement, "hardware");
    private final SampleRows services = new SampleRows(engagement, "network-services");
    private final SampleRows ports = new SampleRows(engagement, "number-ports");
    private final SampleRows licences = new SampleRows(engagement, "licences");
    private final SampleRows suppliers = new SampleRows(engagement, "suppliers");
    private final LocalDate today = customer.asks(() -> app.get(Facts.class).today(engagement.id()));

    @Test
    void registersWithoutRowsSayNothing() {
        assertThat(facts(customer).provisioning()).isNull();

        new SampleRows(engagement, "site-calls").added(customer, "Lisbon", "calls", number(10));
        suppliers.added(customer, "National Carrier", "kind", "carrier");

        assertThat(facts(customer).provisioning()).isNull();
    }

    @Test
    void licencesThatAreThereAreNoOrders() {
        var row = licences.added(customer, "Agent", "contracted", number(120));
        assertThat(provisioning().orders()).isNull();
        assertThat(provisioning().licences())
                .extracting(licence -> licence.id())
                .containsExactly("L-1");

        change(licences, row, "need", today.plusDays(40));

        assertThat(provisioning().orders()).extracting(OrderFact::id).containsExactly("L-1");
    }

    @Test
    void hardwareThatNobodySpecifiesOrHousesIsAFinding() {
        var row = hardware.added(
                customer,
                "Session border controllers",
                "orderedBy",
                "Procurement",
                "installedBy",
                "IT",
                "loadedBy",
                "IT");
        assertThat(found("PROV-01"))
                .anyMatch(message -> message.contains("nobody has said who specifies it and where it will stand"))
                .anyMatch(message -> message.contains("has no specification of the vendor yet"))
                .hasSize(2);

        change(hardware, row, "specifiedBy", "Vendor", "housedAt", "Data centre", "specified", today.minusDays(5));
        assertThat(found("PROV-01")).isEmpty();

        change(hardware, row, "ordered", today.minusDays(6));
        assertThat(found("PROV-01"))
                .singleElement()
                .asString()
                .contains("was ordered before the vendor had specified it");
    }

    @Test
    void whatTakesLongerThanThereIsTimeIsAFinding() {
        var row = services.added(customer, "Circuit", "kind", "circuit", "need", today.plusDays(59));
        assertThat(found("PROV-02")).as("a default is a guess").isEmpty();

        change(services, row, "leadTime", number(60));
        assertThat(found("PROV-02"))
                .singleElement()
                .asString()
                .contains("takes 60 days")
                .contains("if it is ordered today there are 59");

        change(services, row, "need", today.plusDays(60));
        assertThat(found("PROV-02")).isEmpty();
    }

    @Test
    void workingDaysBecomeTheDaysThatTheyTake() {
        hardware.added(
                customer, "Phones", "leadTime", number(10), "leadDays", "working", "need", LocalDate.of(2027, 3, 12));

        assertThat(order("H-1").leadTimeDays()).isEqualTo(14);
    }

    @Test
    void aDateOfTheSupplierSaysMoreThanALeadTime() {
        var row = services.added(
                customer,
                "Circuit",
                "kind",
                "circuit",
                "ordered",
                today.minusDays(20),
                "leadTime",
                number(60),
                "need",
                today.plusDays(30));
        assertThat(found("PROV-02")).singleElement().asString().contains("from its order there are 50");

        change(services, row, "supplierDate", today.plusDays(30));
        assertThat(found("PROV-02")).isEmpty();

        change(services, row, "foc", today.plusDays(31), "confirmed", today);
        assertThat(found("PROV-02")).singleElement().asString().contains("takes 51 days");
        assertThat(order("C-1").supplierDate()).isEqualTo(today.plusDays(31));

        change(services, row, "delivered", today);
        assertThat(found("PROV-02")).isEmpty();
    }

    @Test
    void hardwareAndItsSoftwareComeTogether() {
        var row = hardware.added(
                customer, "Recorder", "supplierDate", today.plusDays(40), "softwareDate", today.plusDays(48));
        assertThat(found("PROV-02")).singleElement().asString().contains("the dates do not match");

        change(hardware, row, "softwareDate", today.plusDays(47));

        assertThat(found("PROV-02")).isEmpty();
    }

    @Test
    void aNetworkServiceHasAnOwnerANeedDateAndADateOfItsSupplier() {
        var row = ports.added(customer, "Main numbers");
        assertThat(found("PROV-03"))
                .singleElement()
                .asString()
                .contains("has no owner, need date and date of the supplier");

        change(ports, row, "owner", "IT lead", "need", today.plusDays(60), "supplierDate", today.plusDays(50));

        assertThat(found("PROV-03")).isEmpty();
    }

    @Test
    void aCarrierThatDoesNotConfirmIsAFinding() {
        var row = services.added(
                customer,
                "Trunk",
                "kind",
                "sip-trunk",
                "owner",
                "IT lead",
                "need",
                today.plusDays(60),
                "supplierDate",
                today.plusDays(50),
                "ordered",
                today.minusDays(5));
        assertThat(found("PROV-03")).isEmpty();

        change(services, row, "ordered", today.minusDays(6));
        assertThat(found("PROV-03")).singleElement().asString().contains("was ordered 6 days ago");

        change(services, row, "confirmed", today);
        assertThat(found("PROV-03")).isEmpty();
    }

    @Test
    void aDateThatMovesIsCountedAndTheSecondTimeIsAFindingUntilSomebodyEscalates() {
        var row = services.added(
                customer,
                "Circuit",
                "kind",
                "circuit",
                "owner",
                "IT lead",
                "need",
                today.plusDays(90),
                "supplierDate",
                today.plusDays(40));
        row = change(services, row, "supplierDate", today.plusDays(50));
        assertThat(order("C-1").slips()).isEqualTo(1);
        row = change(services, row, "supplierDate", today.plusDays(45));
        assertThat(order("C-1").slips()).as("an earlier date is no slip").isEqualTo(1);
        assertThat(found("PROV-03")).isEmpty();

        row = change(services, row, "supplierDate", today.plusDays(60));
        assertThat(found("PROV-03")).singleElement().asString().contains("has moved 2 times");

        row = change(services, row, "escalated", true);
        assertThat(found("PROV-03")).isEmpty();

        row = change(services, row, "supplierDate", today.plusDays(70), "slips", number(1));
        assertThat(order("C-1").slips())
                .as("whoever says how many knows better")
                .isEqualTo(1);

        change(services, row, "foc", today.plusDays(71), "confirmed", today);
        assertThat(order("C-1").slips())
                .as("so does a firm date after the one before")
                .isEqualTo(2);
    }

    @Test
    void hardwareThatComesLaterHasNoSlipsToCount() {
        var row = hardware.added(customer, "Phones", "supplierDate", today.plusDays(40));

        var later = change(hardware, row, "supplierDate", today.plusDays(50));

        assertThat(later.get("supplierDate")).isEqualTo(today.plusDays(50));
        assertThat(later.values()).doesNotContainKey("slips");
    }

    @Test
    void eachCarrierHasAnOwnerAndTheWayOfBuyingIsDecided() {
        var circuit = services.added(customer, "Circuit", "kind", "circuit");
        assertThat(found("PROV-04")).hasSize(2);

        var carrier = suppliers.added(customer, "National Carrier", "kind", "carrier", "owner", "Head of voice");
        change(services, circuit, "purchase", "through-vendor");
        assertThat(found("PROV-04")).isEmpty();
        assertThat(provisioning().carrierOwner()).isEqualTo("Head of voice");
        assertThat(provisioning().purchase()).isEqualTo(PurchaseWay.THROUGH_THE_VENDOR);

        suppliers.added(customer, "Second Carrier", "kind", "carrier");
        assertThat(found("PROV-04")).singleElement().asString().contains("Nobody is named");

        suppliers.added(customer, "second carrier", "kind", "carrier", "owner", "IT lead");
        change(suppliers, carrier, "owner", "IT lead");
        assertThat(provisioning().carrierOwner()).isEqualTo("IT lead");

        services.added(customer, "Trunk", "kind", "sip-trunk");
        assertThat(found("PROV-04")).singleElement().asString().contains("directly or through the vendor");
    }

    @Test
    void licencesOnWhichAcceptanceDependsAreAllInProduction() {
        var row = licences.added(
                customer,
                "Agent",
                "contracted",
                number(120),
                "provisioned",
                number(120),
                "inProduction",
                number(119),
                "acceptanceDepends",
                true);
        assertThat(found("PROV-05"))
                .singleElement()
                .asString()
                .contains("Of 120 licences L-1 “Agent”, 119 are in production");

        change(licences, row, "inProduction", number(120));
        assertThat(found("PROV-05")).isEmpty();

        change(licences, row, "inProduction", null);
        assertThat(found("PROV-05")).singleElement().asString().contains("nobody has counted");

        change(licences, row, "acceptanceDepends", false);
        assertThat(found("PROV-05")).isEmpty();
    }

    @Test
    void licencesAloneDoNotSettleWhatAStatementOfWorkLeavesOpenOnHardwareAndPorts() throws Exception {
        SowDraft.bringIn(engagement, SowDraft.FIRST);
        var silent = found("PROV-03");
        assertThat(silent).anyMatch(message -> message.startsWith("Nothing is said about"));

        licences.added(customer, "Agent", "contracted", number(120));
        assertThat(found("PROV-03")).isEqualTo(silent);

        ports.added(
                customer,
                "Main numbers",
                "owner",
                "IT lead",
                "need",
                today.plusDays(60),
                "supplierDate",
                today.plusDays(50));
        assertThat(found("PROV-03")).isEmpty();
    }

    @Test
    void whatOnlyOnePartySeesIsNoFindingOfTheOther() {
        services.added(customer, "Ours", "kind", "circuit", "seenBy", true);
        services.added(customer, "For both", "kind", "circuit");

        assertThat(provisioning().orders()).hasSize(2);
        assertThat(Objects.requireNonNull(facts(engagement.vendor()).provisioning())
                        .orders())
                .extracting(OrderFact::name)
                .containsExactly("For both");
    }

    @Test
    void numbersThatRowsOfSeveralRegistersHaveAreToldApart() {
        hardware.added(customer, "Phones", "ref", "1");
        services.added(customer, "Circuit", "kind", "circuit", "ref", "1");

        assertThat(provisioning().orders()).extracting(OrderFact::id).containsExactly("1", "1 (2)");
    }

    private OrderFact order(String id) {
        return Objects.requireNonNull(provisioning().orders()).stream()
                .filter(order -> order.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private ProvisioningFacts provisioning() {
        return Objects.requireNonNull(facts(customer).provisioning());
    }

    private Row change(SampleRows rows, Row row, @Nullable Object... wanted) {
        int version = rows.seenBy(customer).stream()
                .filter(one -> one.id().equals(row.id()))
                .findFirst()
                .orElseThrow()
                .version();
        return rows.changed(customer, row.id(), new Seen.Version(version), wanted);
    }

    private static BigDecimal number(int number) {
        return BigDecimal.valueOf(number);
    }

    private FactsDocument facts(TestPerson person) {
        return person.asks(() -> app.get(Facts.class).of(engagement.id()));
    }

    private List<String> found(String practice) {
        return app.get(Practices.class).check(facts(customer), today, List.of()).findings(null).stream()
                .filter(finding -> finding.practice().equals(practice))
                .map(finding -> finding.message())
                .toList();
    }
}
