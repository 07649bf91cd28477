package org.fram.app.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.sow.Obligations;
import org.fram.app.sow.SowFindings;
import org.fram.app.sow.StatementsOfWork;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.fram.facts.EngagementKind;
import org.fram.facts.FactsDocument;
import org.fram.facts.MoneyFact;
import org.fram.facts.SowFacts.PriceKind;
import org.junit.jupiter.api.Test;

/// What people keep of prices, approvals and volumes reaches the practices.
class PriceFactsTest {

    private final RunningApp app = RunningApp.shared();
    private final TestEngagement engagement = TestEngagement.create();
    private final SampleRows lines = new SampleRows(engagement, "price-lines");
    private final SampleRows approved = new SampleRows(engagement, "approved-amounts");
    private final SampleRows volumes = new SampleRows(engagement, "volumes");

    @Test
    void registersWithoutRowsSayNothing() {
        var facts = facts(engagement.customer());

        assertThat(facts.sow()).isNull();
        assertThat(facts.measures()).isNull();
    }

    @Test
    void moreThanWasApprovedIsAFindingOfWhoeverSeesTheApproval() {
        line("Licences", "per-unit", "600", "41.50", "19");
        approved.added(engagement.customer(), "First approval", "amount", euro("29631.01"), "seenBy", true);
        assertThat(found(engagement.customer(), "COST-01")).isEmpty();

        var row = approved.seenBy(engagement.customer()).getFirst();
        approved.changed(engagement.customer(), row.id(), new Seen.Version(0), "amount", euro("29630.99"));

        assertThat(found(engagement.customer(), "COST-01"))
                .singleElement()
                .asString()
                .contains("29,630.99")
                .contains("29,631.00");
        assertThat(found(engagement.vendor(), "COST-01")).isEmpty();
    }

    @Test
    void anApprovalInAnotherCurrencyIsAFinding() {
        line("Licences", "per-unit", "600", "41.50", "19");
        approved.added(
                engagement.customer(),
                "First approval",
                "amount",
                new Money.Sum(new BigDecimal("90000"), Currency.getInstance("USD")));

        assertThat(found(engagement.customer(), "COST-01"))
                .singleElement()
                .asString()
                .contains("in another currency");
    }

    @Test
    void whatEachLineComesToIsAFact() {
        line("Calls", "transaction", "1000000", "0.0013", "7");
        lines.added(
                engagement.customer(),
                "Another day on site",
                "kind",
                "fixed",
                "unitPrice",
                euro("1040"),
                "option",
                true,
                "obligations",
                List.of("O-002"));
        lines.added(engagement.customer(), "Ours", "kind", "fixed", "unitPrice", euro("1"), "seenBy", true);

        var sow = Objects.requireNonNull(facts(engagement.customer()).sow());
        var price = Objects.requireNonNull(Objects.requireNonNull(sow.price()).lines());

        assertThat(price).extracting(line -> line.id()).containsExactly("P-1", "P-2");
        assertThat(price.getFirst().kind()).isEqualTo(PriceKind.PER_TRANSACTION);
        assertThat(price.getFirst().money()).isEqualTo(new MoneyFact(130_000, "EUR"));
        assertThat(price.getLast().money()).isEqualTo(new MoneyFact(104_000, "EUR"));
        assertThat(price.getLast().option()).isTrue();
        assertThat(price.getLast().obligations()).containsExactly("O-002");
        assertThat(Objects.requireNonNull(sow.cost()).agreed()).isEqualTo(new MoneyFact(139_100, "EUR"));
    }

    @Test
    void anObligationThatALinePaysForIsNoFinding() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        lines.added(engagement.customer(), "All", "kind", "fixed", "unitPrice", euro("48000"));
        var unpaid = inDocument(sow, "SOW-08");
        assertThat(unpaid).anyMatch(message -> message.startsWith("The price line P-1 over EUR 48000.00 pays for no"));
        assertThat(unpaid).anyMatch(message -> message.startsWith("No price line pays for O-001"));

        var row = lines.seenBy(engagement.customer()).getFirst();
        lines.changed(engagement.customer(), row.id(), new Seen.Version(0), "obligations", List.of("O-001"));

        var paid = inDocument(sow, "SOW-08");
        assertThat(paid).noneMatch(message -> message.startsWith("The price line P-1"));
        assertThat(paid).noneMatch(message -> message.startsWith("No price line pays for O-001"));
        assertThat(paid).anyMatch(message -> message.startsWith("No price line pays for O-002"));
    }

    @Test
    void aForecastThatMissesSomethingIsAFindingUntilEachChannelSaysIt() {
        var telephone = volumes.added(engagement.customer(), "Telephone");

        assertThat(found(engagement.customer(), "FCST-01"))
                .containsExactly("Nobody gathers the historical volumes.", "Nobody determines the future volume.");
        assertThat(found(engagement.customer(), "FCST-02")).hasSize(2);
        assertThat(found(engagement.customer(), "FCST-04"))
                .containsExactly("The forecast does not say what automation will take over.");

        volumes.changed(
                engagement.customer(),
                telephone.id(),
                new Seen.Version(0),
                "historyBy",
                "Reporting",
                "determinedBy",
                "Planning",
                "doneAbove",
                "Overtime",
                "paidBelow",
                "Nine tenths",
                "automation",
                "One call in nine");
        for (String practice : List.of("FCST-01", "FCST-02", "FCST-04")) {
            assertThat(found(engagement.customer(), practice)).as(practice).isEmpty();
        }

        volumes.added(engagement.customer(), "Chat");
        for (String practice : List.of("FCST-01", "FCST-02", "FCST-04")) {
            assertThat(found(engagement.customer(), practice)).as(practice).isNotEmpty();
        }
    }

    @Test
    void whoeverPaysByTransactionPaysForMoreAndForLess() {
        volumes.added(engagement.customer(), "Telephone");
        assertThat(found(engagement.customer(), "FCST-02")).hasSize(2);

        line("Calls", "transaction", "1000", "0.90", "19");

        assertThat(found(engagement.customer(), "FCST-02")).isEmpty();
    }

    private void line(String text, String kind, String quantity, String price, String tax) {
        lines.added(
                engagement.customer(),
                text,
                "kind",
                kind,
                "quantity",
                new BigDecimal(quantity),
                "unitPrice",
                euro(price),
                "tax",
                new BigDecimal(tax));
    }

    private static Money.Sum euro(String amount) {
        return new Money.Sum(new BigDecimal(amount), Currency.getInstance("EUR"));
    }

    private FactsDocument facts(TestPerson person) {
        return engagement.facts(person);
    }

    /// What a practice finds, in an outsourced service, of which all of these practices are.
    private List<String> found(TestPerson person, String practice) {
        return engagement.found(person, EngagementKind.OUTSOURCED_SERVICE, practice);
    }

    private List<String> inDocument(SowDraft sow, String practice) {
        EngagementId id = engagement.id();
        return engagement
                .customer()
                .asks(() -> app
                        .get(SowFindings.class)
                        .inDocument(
                                id,
                                app.get(StatementsOfWork.class).get(id, sow.id()),
                                app.get(Obligations.class).of(sow.id()))
                        .findings()
                        .stream()
                        .map(placed -> placed.finding())
                        .filter(finding -> finding.practice().equals(practice))
                        .map(finding -> finding.message())
                        .toList());
    }
}
