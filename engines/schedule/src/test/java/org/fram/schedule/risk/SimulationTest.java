package org.fram.schedule.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.Plan;
import org.fram.schedule.Plans;
import org.fram.schedule.UnusablePlanException;
import org.fram.schedule.WorkCalendar;
import org.fram.schedule.risk.Distribution.Triangular;
import org.fram.schedule.risk.Distribution.Uniform;
import org.fram.schedule.risk.RiskModel.Event;
import org.fram.schedule.risk.RiskModel.Group;
import org.fram.schedule.risk.RiskModel.Impact;
import org.fram.schedule.risk.RiskModel.Range;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final SimulationSettings SETTINGS = SimulationSettings.USUAL.exactly(20_480);

    private static final Plan PARALLEL = Plans.on(WorkCalendar.ALWAYS, """
            circuit 100
            build   100
            live    0 after circuit build
            """);

    @Test
    void theLaterOfTwoEqualsIsDoneWhenBothAre() {
        var result = Simulation.of(PARALLEL, uniform(PARALLEL, 0.5, 1.5), SETTINGS);
        var hundred = Plans.MONDAY.plusHours(100);

        assertThat(result.finishes().probability(hundred)).isCloseTo(0.25, within(0.01));
        assertThat(result.finishes().probability(hundred.plusHours(50))).isEqualTo(1);
        assertThat(hours(result, 0.5)).isCloseTo(50 + 100 * Math.sqrt(0.5), within(0.7));
        assertThat(result.activities().get(0).criticality()).isCloseTo(0.5, within(0.02));
        assertThat(result.activities().get(2).criticality()).isEqualTo(1);
        assertThat(result.planned().toLocalDateTime()).isEqualTo(hundred);
    }

    @Test
    void whatGoesTogetherMeetsADateTogether() {
        var apart = uniform(PARALLEL, 0.5, 1.5);
        var together = new RiskModel(apart.ranges(), List.of(new Group(List.of(0, 1), 1)), List.of());
        var halfway = new RiskModel(apart.ranges(), List.of(new Group(List.of(0, 1), 0.5)), List.of());
        var hundred = Plans.MONDAY.plusHours(100);

        assertThat(Simulation.of(PARALLEL, together, SETTINGS).finishes().probability(hundred))
                .isCloseTo(0.5, within(0.01));
        // The orthant probability of two normal values: 1/4 + asin(correlation)/2π.
        assertThat(Simulation.of(PARALLEL, halfway, SETTINGS).finishes().probability(hundred))
                .isCloseTo(0.25 + Math.asin(0.5) / (2 * Math.PI), within(0.01));
    }

    @Test
    void aRiskDelaysAsOftenAsItHappensAndItsGainIsWhatTheDateGains() {
        var plan = Plans.on(WorkCalendar.ALWAYS, "port 100");
        var late = new Event("R1", "Port is rejected", 0.3, List.of(new Impact(0, new Uniform(6000, 6000))));
        var result = Simulation.of(plan, new RiskModel(List.of(), List.of(), List.of(late)), SETTINGS);

        assertThat(result.finishes().probability(Plans.MONDAY.plusHours(100))).isCloseTo(0.7, within(0.005));
        assertThat(hours(result, 0.8)).isEqualTo(200);
        assertThat(result.drivers()).singleElement().satisfies(driver -> {
            assertThat(driver.kind()).isEqualTo("risk");
            assertThat(driver.gainMinutes()).isEqualTo(6000);
        });
    }

    @Test
    void oneRiskHitsAllItsActivitiesAtOnce() {
        var event = new Event(
                "R1",
                "Strike",
                0.5,
                List.of(new Impact(0, new Uniform(600, 600)), new Impact(1, new Uniform(600, 600))));
        var result = Simulation.of(PARALLEL, new RiskModel(List.of(), List.of(), List.of(event)), SETTINGS);

        assertThat(result.finishes().probability(Plans.MONDAY.plusHours(100))).isCloseTo(0.5, within(0.005));
    }

    @Test
    void theNumberOfThreadsDoesNotMatterAndTheSeedDoes() {
        var plan = Plans.random(3, 60, WorkCalendar.STANDARD);
        var model = model(plan);
        var settings = SETTINGS.exactly(4_000);
        var one = Simulation.of(plan, model, settings);
        var four = Simulation.of(plan, model, settings.on(4));
        var other = Simulation.of(plan, model, settings.seeded(2));

        assertThat(four.activities()).isEqualTo(one.activities());
        assertThat(four.drivers()).isEqualTo(one.drivers());
        for (double chance = 0.01; chance < 1; chance += 0.01) {
            assertThat(four.finishes().instant(chance)).isEqualTo(one.finishes().instant(chance));
        }
        assertThat(other.finishes().mean()).isNotEqualTo(one.finishes().mean());
    }

    @Test
    void oneByOneAndInColumnsGiveTheSameDates() {
        for (long seed = 1; seed <= 5; seed++) {
            var plan = Plans.random(seed, 120, WorkCalendar.STANDARD);
            var model = model(plan);
            // The same calendar under another position is another clock, so that samples are taken one by one.
            var activities = new ArrayList<>(plan.activities());
            activities.set(5, activities.get(5).on(1));
            var singly = plan.with(List.of(WorkCalendar.STANDARD, WorkCalendar.STANDARD))
                    .withActivities(activities);
            var columns = Simulation.of(plan, model, SETTINGS.exactly(3_000).finishesOnly());
            var single = Simulation.of(singly, model, SETTINGS.exactly(3_000).finishesOnly());

            for (double chance = 0.05; chance < 1; chance += 0.05) {
                // Lengths are whole minutes one by one.
                assertThat(columns.finishes().date(chance).toLocalDate())
                        .isEqualTo(single.finishes().date(chance).toLocalDate());
            }
        }
    }

    @Test
    void withoutUncertaintyTheDateIsThatOfTheCriticalPath() {
        var plan = Plans.random(9, 150, WorkCalendar.STANDARD);
        var result = Simulation.of(plan, new RiskModel(List.of(), List.of(), List.of()), SETTINGS.exactly(100));
        var timetable = CriticalPath.of(plan);

        assertThat(result.finishes().instant(0.1)).isEqualTo(timetable.finish());
        assertThat(result.finishes().instant(0.9)).isEqualTo(timetable.finish());
        for (int k = 0; k < 150; k++) {
            assertThat(result.activities().get(k).criticality())
                    .isEqualTo(timetable.windows().get(k).critical() ? 1 : 0);
        }
    }

    @Test
    void calendarsHoldWithinEachSample() {
        var holiday = WorkCalendar.STANDARD.withHolidays(LocalDate.of(2026, 3, 4));
        var plan = Plans.on(holiday, "port 16");
        var model =
                new RiskModel(List.of(new Range(0, new Uniform(8 * 60, 24 * 60), "test", false)), List.of(), List.of());
        var finishes = Simulation.of(plan, model, SETTINGS).finishes();

        assertThat(finishes.probability(LocalDateTime.of(2026, 3, 3, 17, 0))).isCloseTo(0.5, within(0.005));
        assertThat(finishes.probability(LocalDateTime.of(2026, 3, 4, 23, 0))).isCloseTo(0.5, within(0.005));
        assertThat(finishes.date(1).toLocalDate()).isEqualTo(LocalDate.of(2026, 3, 5));
    }

    @Test
    void itStopsWhenTheDateIsKnownWellEnough() {
        var easy = Simulation.of(PARALLEL, uniform(PARALLEL, 0.9, 1.1), SimulationSettings.USUAL.finishesOnly());

        assertThat(easy.converged()).isTrue();
        assertThat(easy.finishes().samples()).isLessThan(100_000);
    }

    @Test
    void whatIsDoneVariesNoMore() {
        var plan = Plans.with(
                PARALLEL,
                "circuit",
                circuit -> circuit.with(
                        new org.fram.schedule.Activity.Progress(Plans.MONDAY, Plans.MONDAY.plusHours(90), 0)));
        var result = Simulation.of(plan, uniform(plan, 0.5, 1.5), SETTINGS);

        assertThat(result.activities().get(0).criticality()).isZero();
        assertThat(result.activities().get(0).correlation()).isZero();
        assertThat(result.activities().get(1).correlation()).isGreaterThan(0.8);
    }

    @Test
    void defaultsFollowTheKindOfActivityAndAreShownAsSuch() {
        var plan = Plans.standard("""
                Circuit-order 80
                uat           40
                something     8
                live          0
                """);
        var given = new Range(1, new Uniform(1, 2), "own", false);
        var ranges = DefaultRanges.library().of(plan, List.of(given));

        assertThat(ranges).extracting(Range::source).containsExactly("circuit", "other");
        assertThat(ranges).allMatch(Range::byDefault);
        assertThat(ranges.getFirst().length().quantile(1)).isEqualTo(2.5 * 80 * 60, within(1e-6));
    }

    @Test
    void whatIsNotInThePlanCannotBeAtRisk() {
        var model = new RiskModel(List.of(new Range(7, new Uniform(1, 2), "", false)), List.of(), List.of());

        assertThatThrownBy(() -> Simulation.of(PARALLEL, model, SETTINGS)).isInstanceOf(UnusablePlanException.class);
    }

    private static RiskModel uniform(Plan plan, double least, double most) {
        var ranges = new ArrayList<Range>();
        for (int k = 0; k < plan.activities().size(); k++) {
            long minutes = plan.activities().get(k).minutes();
            if (minutes > 0) {
                ranges.add(new Range(k, new Uniform(least * minutes, most * minutes), "test", false));
            }
        }
        return new RiskModel(ranges, List.of(), List.of());
    }

    private static RiskModel model(Plan plan) {
        var ranges = new ArrayList<Range>();
        for (int k = 0; k < plan.activities().size(); k++) {
            double minutes = plan.activities().get(k).minutes();
            ranges.add(new Range(
                    k,
                    k % 2 == 0
                            ? new Triangular(0.8 * minutes, minutes, 2 * minutes)
                            : new Distribution.Pert(0.8 * minutes, minutes, 2 * minutes),
                    "test",
                    false));
        }
        var event = new Event("R", "Late", 0.4, List.of(new Impact(3, new Uniform(100, 4000))));
        return new RiskModel(ranges, List.of(new Group(List.of(1, 2, 4), 0.6)), List.of(event));
    }

    private static double hours(SimulationResult result, double chance) {
        return java.time.Duration.between(
                                Plans.MONDAY.atZone(Plans.UTC),
                                result.finishes().date(chance))
                        .toMinutes()
                / 60.0;
    }
}
