package org.fram.app.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.fram.app.guests.AnsweringLink;
import org.fram.app.guests.Statement;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.TestEngagement;
import org.fram.app.testing.TestMail;
import org.fram.facts.EngagementKind;
import org.fram.facts.FactsDocument;
import org.fram.facts.FactsDocumentBuilder;
import org.fram.facts.Level;
import org.fram.facts.MeasureFacts;
import org.fram.facts.MeasureFacts.IncentiveFact;
import org.fram.facts.MeasureFacts.KpiFact;
import org.fram.facts.MeasureFacts.ObjectiveFact;
import org.fram.facts.MeasureFactsBuilder;
import org.fram.facts.MeasureFactsKpiFactBuilder;
import org.fram.facts.MeasureFactsObjectiveFactBuilder;
import org.fram.facts.Rhythm;
import org.junit.jupiter.api.Test;

/// What people keep of objectives, KPIs and reports reaches the practices.
class KpiFactsTest {

    private static final AtomicInteger EXECUTIVES = new AtomicInteger();

    private final RunningApp app = RunningApp.shared();
    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson customer = engagement.customer();
    private final SampleRows objectives = new SampleRows(engagement, "objectives");
    private final SampleRows kpis = new SampleRows(engagement, "kpis");
    private final SampleRows reports = new SampleRows(engagement, "reports");

    @Test
    void registersWithoutRowsSayNothing() {
        assertThat(facts(customer).measures()).isNull();
        for (String practice : List.of("KPI-00", "KPI-01", "KPI-02", "KPI-03", "KPI-05", "KPI-06", "REP-01")) {
            assertThat(found(practice)).as(practice).isEmpty();
        }
    }

    @Test
    void anObjectiveThatNoExecutiveOfTheTopConfirmedIsAFinding() throws Exception {
        var row = objectives.added(customer, "Nobody waits.", "executive", "Head of the service", "level", "top");
        assertThat(found("KPI-00"))
                .containsExactly("None of the 1 objectives was confirmed by a named executive of the top level or the"
                        + " parent company.");

        confirm(row);
        assertThat(found("KPI-00")).isEmpty();
        assertThat(objective()).satisfies(fact -> {
            assertThat(fact.confirmedBy()).isEqualTo("Head of the service");
            assertThat(fact.confirmedLevel()).isEqualTo(Level.TOP);
        });

        var lower = objectives.changed(customer, row.id(), new Seen.Version(0), "level", "supervisors");
        assertThat(found("KPI-00")).as("a supervisor decides nothing").hasSize(1);
        var higher = objectives.changed(customer, row.id(), new Seen.Version(lower.version()), "level", "parent");
        assertThat(found("KPI-00")).isEmpty();
        objectives.changed(customer, row.id(), new Seen.Version(higher.version()), "text", "Hardly anybody waits.");
        assertThat(found("KPI-00")).as("confirmed for other words").hasSize(1);
    }

    @Test
    void anObjectiveThatNoKpiMeasuresIsAFinding() {
        objectives.added(customer, "Nobody waits.");
        var kpi = kpis.added(customer, "Service level");
        assertThat(found("KPI-01")).containsExactly("No KPI measures the objective OBJ-1: “Nobody waits.”.");

        kpis.changed(customer, kpi.id(), new Seen.Version(0), "objectives", List.of("OBJ-1"));
        assertThat(found("KPI-01")).isEmpty();
    }

    @Test
    void aKpiThatServesNoObjectiveIsAFinding() {
        var kpi = kpis.added(customer, "Service level");
        assertThat(found("KPI-02")).containsExactly("KPI-1, “Service level”, serves no objective.");

        kpis.changed(customer, kpi.id(), new Seen.Version(0), "objectives", List.of("OBJ-1"));
        assertThat(found("KPI-02")).isEmpty();
    }

    @Test
    void aKpiIsDefinedOnceAllOfItIsThere() {
        var kpi = kpis.added(customer, "Service level", "formula", "answered / offered", "period", "weekly");
        assertThat(found("KPI-03"))
                .containsExactly(
                        "KPI-1, “Service level”, has no target.",
                        "KPI-1, “Service level”, lacks data source, owner, a word on exclusions.");

        var words = kpis.changed(
                customer,
                kpi.id(),
                new Seen.Version(0),
                "dataSource",
                "Interval report",
                "owner",
                "Service manager",
                "exclusions",
                "none",
                "terms",
                "set on 31 March from measured values");
        assertThat(found("KPI-03")).isEmpty();
        kpis.changed(
                customer,
                kpi.id(),
                new Seen.Version(words.version()),
                "terms",
                "within 20 seconds",
                "target",
                new BigDecimal("80"),
                "unit",
                "%");
        assertThat(measures().kpis()).singleElement().satisfies(fact -> {
            assertThat(fact.target()).isEqualTo("80 % within 20 seconds");
            assertThat(fact.period()).isEqualTo(Rhythm.WEEKLY);
        });
    }

    @Test
    void targetsWithoutConsequenceAreAFindingOnceSomebodySaysWhatMoneyDependsOnThem() {
        var first = kpis.added(customer, "Service level");
        assertThat(found("KPI-05")).as("nobody says anything of money").isEmpty();
        assertThat(measures().incentives()).isNull();

        var none = kpis.changed(customer, first.id(), new Seen.Version(0), "money", "none");
        assertThat(found("KPI-05"))
                .singleElement()
                .asString()
                .startsWith("Neither is exceeding a target rewarded nor missing it penalised");
        var penalty = kpis.changed(customer, first.id(), new Seen.Version(none.version()), "money", "penalty");
        assertThat(found("KPI-05"))
                .singleElement()
                .asString()
                .startsWith("Missing a target is penalised, and exceeding it is not rewarded");

        kpis.added(customer, "Satisfaction", "money", "bonus");
        assertThat(found("KPI-05")).isEmpty();
        assertThat(measures().incentives()).isEqualTo(new IncentiveFact(true, true, false));

        kpis.delete(customer, kpis.seenBy(customer).getLast());
        kpis.changed(customer, first.id(), new Seen.Version(penalty.version()), "money", "pricing");
        assertThat(found("KPI-05")).isEmpty();
        assertThat(measures().incentives()).isEqualTo(new IncentiveFact(false, false, true));
    }

    @Test
    void aKpiWithMoneyOnItNeedsAReport() {
        kpis.added(customer, "Satisfaction", "money", "none");
        assertThat(found("KPI-06")).isEmpty();
        var kpi = kpis.added(customer, "Service level", "money", "both");
        assertThat(found("KPI-06")).containsExactly("Money depends on KPI-2, “Service level”, and no report shows it.");

        kpis.changed(customer, kpi.id(), new Seen.Version(0), "reports", List.of("REP-1"));
        assertThat(found("KPI-06")).isEmpty();
    }

    @Test
    void aReportNeedsARhythmARecipientAndWhoeverOwesTheConclusions() {
        var report = reports.added(customer, "Scorecard", "rhythm", "yearly");
        assertThat(found("REP-01"))
                .containsExactlyInAnyOrder(
                        "None of the 1 reports has a daily, weekly, monthly or quarterly rhythm.",
                        "There are 1 reports and no business review.",
                        "The report REP-1, “Scorecard”, has no recipient and no owner of insights and"
                                + " recommendations.");

        reports.changed(
                customer,
                report.id(),
                new Seen.Version(0),
                "rhythm",
                "quarterly",
                "businessReview",
                true,
                "recipients",
                List.of("Steering committee"),
                "insightsOwner",
                "Service manager");
        assertThat(found("REP-01")).isEmpty();
    }

    @Test
    void whatIsForOnePartyAloneIsAFactOfThatPartyAlone() {
        objectives.added(customer, "We walk away above this price.", "seenBy", true);

        assertThat(measures().objectives()).hasSize(1);
        assertThat(facts(engagement.vendor()).measures()).isNull();
    }

    @Test
    void rowsTakeThePlaceOfWhatTheDocumentSaysAndItsOthersStay() {
        objectives.added(customer, "Nobody waits!");
        kpis.added(customer, "Average handle time");
        kpis.added(customer, "Service level of calls");
        var document = FactsDocumentBuilder.builder(facts(customer))
                .unread(List.of("measures.kpis.formula", "measures.objectives.confirmedBy", "sow.price.lumpSum"))
                .measures(MeasureFactsBuilder.builder()
                        .objectives(List.of(said("G-001", "nobody  waits"), said("G-002", "It costs less.")))
                        .kpis(List.of(stated("K-001", "AHT"), stated("K-002", "Service level of chats")))
                        .build())
                .build();

        var joined = customer.asks(() -> app.get(KpiFacts.class).add(document, engagement.id()));

        var measures = Objects.requireNonNull(joined.measures());
        assertThat(measures.objectives()).extracting(ObjectiveFact::id).containsExactly("OBJ-1", "G-002");
        assertThat(measures.kpis()).extracting(KpiFact::id).containsExactly("KPI-1", "KPI-2", "K-002");
        assertThat(joined.unread()).containsExactly("sow.price.lumpSum");
    }

    @Test
    void whatTheDocumentSaysStandsWhereNobodyKeepsARegister() {
        reports.added(customer, "Scorecard");
        var document = FactsDocumentBuilder.builder(facts(customer))
                .unread(List.of("measures.kpis.formula"))
                .measures(MeasureFactsBuilder.builder()
                        .kpis(List.of(stated("K-001", "AHT")))
                        .build())
                .build();

        var joined = customer.asks(() -> app.get(KpiFacts.class).add(document, engagement.id()));

        assertThat(Objects.requireNonNull(joined.measures()).kpis())
                .extracting(KpiFact::id)
                .containsExactly("K-001");
        assertThat(joined.unread()).containsExactly("measures.kpis.formula");
    }

    private static ObjectiveFact said(String id, String text) {
        return MeasureFactsObjectiveFactBuilder.builder().id(id).text(text).build();
    }

    private static KpiFact stated(String id, String name) {
        return MeasureFactsKpiFactBuilder.builder().id(id).name(name).build();
    }

    private void confirm(Row row) throws InterruptedException {
        String email = "executive%d@facts.example".formatted(EXECUTIVES.incrementAndGet());
        var wish = new AskingExecutive.Wish(
                email,
                "Head of the service",
                Set.of(row.id()),
                "Is that so?",
                Instant.now().plus(Duration.ofDays(1)));
        assertThat(app.get(AskingExecutive.class).ask(customer.actor(), engagement.id(), wish))
                .isInstanceOf(AskingExecutive.Outcome.Asked.class);
        String path = TestMail.await(email, 1).getFirst().link("/guest");
        String token = path.substring(path.indexOf('=') + 1);
        var answering = app.get(AnsweringLink.class);
        var statements = ((AnsweringLink.Outcome.Open) answering.look(token)).statements();
        answering.answer(
                token,
                statements.stream().collect(Collectors.toMap(Statement::id, _ -> new AnsweringLink.Said(true, ""))));
    }

    private ObjectiveFact objective() {
        return Objects.requireNonNull(measures().objectives()).getFirst();
    }

    private MeasureFacts measures() {
        return Objects.requireNonNull(facts(customer).measures());
    }

    private FactsDocument facts(TestPerson person) {
        return engagement.facts(person);
    }

    /// What a practice finds, in an outsourced service, of which all of these practices are.
    private List<String> found(String practice) {
        return engagement.found(customer, EngagementKind.OUTSOURCED_SERVICE, practice);
    }
}
