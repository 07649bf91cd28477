package org.fram.app.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.engagement.RiskCosts;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.runs.RunState;
import org.fram.app.raid.LinkingItems;
import org.fram.app.raid.RaidOutcome;
import org.fram.app.raid.Relation;
import org.fram.app.raid.ThingKind;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SamplePlan;
import org.fram.app.testing.TestEngagement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What moves the go-live date from outside of the plan: risks that concern activities, and orders that activities wait
/// for.
class OutsideOfPlanTest {

    private static final RunningApp APP = RunningApp.shared();

    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson me = engagement.customer();
    private final SamplePlan plan = new SamplePlan(engagement);

    @Test
    void aRiskMakesTheActivitiesThatItConcernsLongerAsOftenAsItHappens() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        var before = simulate().finishes();
        var risk = risk("100", "20", false);
        assertThat(simulate().finishes()).as("it concerns nothing yet").isEqualTo(before);

        concerns(risk, "3");
        var certain = simulate();
        // Twenty working days are four weeks.
        assertThat(certain.finishes().day(0.8)).isEqualTo(before.day(0.8).plusWeeks(4));
        assertThat(costs()).containsEntry(risk.ref(), 28L);

        engagement.change(me, "risks", risk, Map.of("probability", new BigDecimal("10")));
        var seldom = simulate();
        assertThat(seldom.finishes().day(0.5))
                .isBetween(before.day(0.5), before.day(0.5).plusWeeks(1));
        assertThat(seldom.finishes().day(0.95)).isAfter(before.day(0.95));

        engagement.change(me, "risks", risk, Map.of("closed", LocalDate.of(2026, 1, 1)));
        assertThat(simulate().finishes()).isEqualTo(before);
        assertThat(costs()).isEmpty();
    }

    @Test
    void aRiskThatAPartyKeepsToItselfMovesNothingThatAllSee() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        var before = simulate().finishes();
        concerns(risk("100", "20", true), "3");
        var after = simulate();
        assertThat(after.finishes()).isEqualTo(before);
        assertThat(after.drivers()).noneMatch(Simulated.Driver::risk);
    }

    @Test
    void anActivityWaitsUntilWhatItNeedsComes() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        var before = simulate().finishes();
        var firm = SamplePlan.START.plusYears(1);
        var order = engagement.add(
                me,
                "network-services",
                Map.of(
                        "text",
                        "Circuit",
                        "kind",
                        "circuit",
                        "activities",
                        List.of("4"),
                        "ordered",
                        SamplePlan.START.minusYears(1),
                        "supplierDate",
                        firm,
                        "confirmed",
                        SamplePlan.START.minusYears(1)));

        var waits = simulate().finishes();
        // It comes on a day that is firm, and the test takes ten days from then on, more or less.
        assertThat(waits.day(0.8)).isAfter(firm.plusDays(9)).isAfter(before.day(0.8));
        assertThat(waits.day(0.05)).isAfter(firm);

        engagement.change(me, "network-services", order, Map.of("delivered", SamplePlan.START.minusDays(1)));
        assertThat(simulate().finishes()).isEqualTo(before);
    }

    @Test
    void whatIsNotConfirmedComesWithinItsLeadTime() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        var before = simulate().finishes();
        engagement.add(
                me,
                "network-services",
                Map.of(
                        "text",
                        "Circuit",
                        "kind",
                        "circuit",
                        "activities",
                        List.of("4"),
                        "leadTime",
                        new BigDecimal("700"),
                        "leadHigh",
                        new BigDecimal("900")));
        var waits = simulate().finishes();
        assertThat(waits.day(0.2)).isAfter(before.day(0.99));
        assertThat(waits.day(0.9)).isAfter(waits.day(0.2));
    }

    @Test
    void aBookingThatIsWithdrawnCostsMoreThanOneThatIsLateAndNothingWhereNobodyWaits() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        // The design begins on the first day and all waits for it; training has weeks of float.
        booking("Designer", SamplePlan.START, "2");
        booking("Trainer", SamplePlan.START, "5");
        var absences = simulate().absences();
        assertThat(absences).hasSize(1);
        assertThat(absences.getFirst().name()).isEqualTo("Designer");
        // Two and six weeks of the calendar, as the plan begins on a Monday.
        assertThat(absences.getFirst().late() / (24 * 60)).isEqualTo(14);
        assertThat(absences.getFirst().withdrawn() / (24 * 60)).isEqualTo(42);
    }

    private void booking(String who, LocalDate begins, String activity) {
        engagement.add(
                me,
                "bookings",
                Map.of(
                        "person",
                        who,
                        "begins",
                        begins,
                        "ends",
                        begins.plusMonths(8),
                        "share",
                        new BigDecimal("100"),
                        "activities",
                        List.of(activity)));
    }

    private Row risk(String probability, String days, boolean ours) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("text", "The interfaces are not there");
        values.put("probability", new BigDecimal(probability));
        values.put("days", new BigDecimal(days));
        values.put("seenBy", ours ? true : null);
        return engagement.add(me, "risks", values);
    }

    private void concerns(Row risk, String activity) {
        assertThat(APP.get(LinkingItems.class)
                        .link(
                                me.actor(),
                                engagement.id(),
                                ThingKind.RISK,
                                risk.id(),
                                new LinkingItems.Wish(Relation.CONCERNS, ThingKind.ACTIVITY, activity)))
                .isInstanceOf(RaidOutcome.Done.class);
    }

    private Simulated simulate() throws InterruptedException {
        var run = plan.simulate();
        assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
        return me.asks(() -> APP.get(Simulations.class).newest(engagement.id()).orElseThrow())
                .result();
    }

    private Map<String, Long> costs() {
        return me.asks(() -> APP.get(RiskCosts.class).atP80(engagement.id()));
    }
}
