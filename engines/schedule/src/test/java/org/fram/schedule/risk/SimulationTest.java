package org.fram.schedule.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fram.schedule.Constraint;
import org.fram.schedule.Costs;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.Plan;
import org.fram.schedule.Plans;
import org.fram.schedule.Resource;
import org.fram.schedule.UnusablePlanException;
import org.fram.schedule.WorkCalendar;
import org.fram.schedule.risk.Distribution.Triangular;
import org.fram.schedule.risk.Distribution.Uniform;
import org.fram.schedule.risk.RiskModel.Correlation;
import org.fram.schedule.risk.RiskModel.Event;
import org.fram.schedule.risk.RiskModel.Group;
import org.fram.schedule.risk.RiskModel.Impact;
import org.fram.schedule.risk.RiskModel.Range;
import org.fram.schedule.risk.WhatIf.Change;
import org.fram.schedule.risk.WhatIf.Option;
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

    @Test
    void correlationsOfTwoHoldOneByOne() {
        var apart = uniform(PARALLEL, 0.5, 1.5);
        var hundred = Plans.MONDAY.plusHours(100);

        for (double coefficient : new double[] {-0.8, 0.3, 0.9}) {
            var model = apart.withCorrelations(List.of(new Correlation(0, 1, coefficient)));
            // The orthant probability of two normal values: 1/4 + asin(correlation)/2π.
            assertThat(Simulation.of(PARALLEL, model, SETTINGS).finishes().probability(hundred))
                    .isCloseTo(0.25 + Math.asin(coefficient) / (2 * Math.PI), within(0.01));
        }
    }

    @Test
    void aGroupAndTheSameCorrelationsOfTwoAreOne() {
        var plan = Plans.on(WorkCalendar.ALWAYS, """
                a 100
                b 100
                c 100
                d 0 after a b c
                """);
        var apart = uniform(plan, 0.5, 1.5);
        var group = new RiskModel(apart.ranges(), List.of(new Group(List.of(0, 1, 2), 0.5)), List.of());
        var pairs = apart.withCorrelations(
                List.of(new Correlation(0, 1, 0.5), new Correlation(2, 0, 0.5), new Correlation(1, 2, 0.5)));
        // One pair draws the whole group in, with the coefficients of the group.
        var both = group.withCorrelations(List.of(new Correlation(0, 1, 0.5)));
        var hundred = Plans.MONDAY.plusHours(100);
        // Three equally correlated normal values are all below their means: 1/8 + 3 asin(correlation)/4π.
        double all = 0.125 + 3 * Math.asin(0.5) / (4 * Math.PI);

        for (var model : List.of(group, pairs, both)) {
            var result = Simulation.of(plan, model, SETTINGS);
            assertThat(result.finishes().probability(hundred)).isCloseTo(all, within(0.01));
            assertThat(result.notices()).isEmpty();
        }
    }

    @Test
    void correlationsThatContradictEachOtherBecomeTheNearestThatCanBe() {
        var plan = Plans.on(WorkCalendar.ALWAYS, """
                a 100
                b 100
                c 100
                """);
        var impossible = uniform(plan, 0.5, 1.5)
                .withCorrelations(
                        List.of(new Correlation(0, 1, 0.9), new Correlation(1, 2, 0.9), new Correlation(0, 2, -0.9)));
        var tied = uniform(plan, 0.5, 1.5)
                .withCorrelations(
                        List.of(new Correlation(0, 1, 1), new Correlation(1, 2, -1), new Correlation(0, 2, -1)));

        // By symmetry the nearest has coefficients r, r and -r with a determinant of zero: r = 1/2.
        assertThat(Simulation.of(plan, impossible, SETTINGS.exactly(1_024)).notices())
                .singleElement()
                .asString()
                .contains("contradict each other", "0.400");
        assertThat(Simulation.of(plan, tied, SETTINGS.exactly(1_024)).notices()).isEmpty();
    }

    @Test
    void costFollowsTheDateAndBothAreMetTogetherLessOften() {
        var plan = Plans.on(WorkCalendar.ALWAYS, "port 100");
        var model = uniform(plan, 0.5, 1.5).withEvents(List.of(new Event("R1", "Fine", 0.25, List.of(), 5_000)));
        var costs = new Costs("EUR", 0, List.of(new Costs.OfActivity(0, 1_000, 800)), List.of());
        var risk = Objects.requireNonNull(
                Simulation.of(plan, costs, model, SETTINGS).costs());

        // 100 € an hour, between 50 and 150 hours, and a fine in a quarter of cases.
        assertThat(risk.planned()).isEqualTo(11_000);
        assertThat(risk.mean()).isCloseTo(11_000 + 1_250, within(25.0));
        assertThat(risk.probability(11_000)).isCloseTo(0.375 + 0.25 * 0.0, within(0.01));
        assertThat(risk.probability(21_000)).isEqualTo(1);
        var hundred = Plans.MONDAY.plusHours(100);
        assertThat(risk.probability(hundred, 1e9)).isCloseTo(0.5, within(0.005));
        assertThat(risk.probability(hundred, 11_000)).isCloseTo(0.375, within(0.01));
        var pairs = risk.pairs(0.8);
        assertThat(pairs).hasSizeGreaterThan(3);
        for (var pair : pairs) {
            assertThat(risk.probability(pair.date().toLocalDateTime(), pair.cost()))
                    .isCloseTo(0.8, within(0.005));
        }
        assertThat(pairs.getFirst().cost()).isGreaterThan(pairs.getLast().cost());
    }

    @Test
    void resourcesAndThePlanCostByTheDayOnAnyCalendar() {
        var plan = Plans.standard("""
                design 16
                build  24 after design
                """)
                .with(
                        List.of(new Resource("r", "Engineer", 100, Plan.NONE)),
                        List.of(new Resource.Assignment(0, 0, 50), new Resource.Assignment(1, 0, 100)));
        var costs = new Costs("", 100, List.of(), List.of(new Costs.OfResource(0, 10, 500)));
        var nothing = new RiskModel(List.of(), List.of(), List.of());
        var several = plan.with(List.of(WorkCalendar.STANDARD, WorkCalendar.STANDARD))
                .withActivities(List.of(
                        plan.activities().get(0), plan.activities().get(1).on(1)));

        for (var one : List.of(plan, several)) {
            var risk = Objects.requireNonNull(
                    Simulation.of(one, costs, nothing, SETTINGS.exactly(100)).costs());
            // Two uses, half of two days and three days of the engineer, five days of the plan.
            assertThat(risk.planned()).isCloseTo(20 + 500 + 1_500 + 500, within(1e-6));
            assertThat(risk.cost(0.1)).isCloseTo(risk.planned(), within(1e-6));
        }
    }

    @Test
    void anOrderComesAfterItsLeadTimeAndDelaysWhoWaits() {
        var plan = Plans.on(WorkCalendar.ALWAYS, """
                dig   24
                build 24 after dig
                """);
        var order = new RiskModel.Order(
                "O1", "Router", Plans.MONDAY.plusDays(1), new Uniform(2 * 1440, 4 * 1440), List.of(1));
        var model = new RiskModel(List.of(), List.of(), List.of(), List.of(), List.of(order));
        var result = Simulation.of(plan, model, SETTINGS);

        // Ordered on the second day, there two to four days later, and a day of building.
        assertThat(hours(result, 0.5)).isCloseTo(24 * (1 + 3 + 1), within(0.2));
        assertThat(result.activities()).hasSize(3);
        assertThat(result.activities().get(2).name()).isEqualTo("Router");
        assertThat(result.activities().get(2).criticality()).isEqualTo(1);
        assertThat(result.activities().get(0).criticality()).isZero();
    }

    @Test
    void ofAnOrderThatShouldBeHereTheRestOfItsLeadTimeIsTaken() {
        var plan = Plans.on(WorkCalendar.ALWAYS, "build 24");
        var order = new RiskModel.Order(
                "O1", "Router", Plans.MONDAY.minusDays(3), new Uniform(2 * 1440, 4 * 1440), List.of(0));
        var model = new RiskModel(List.of(), List.of(), List.of(), List.of(), List.of(order));

        // It did not come in three days, so it comes within the next.
        var result = Simulation.of(plan, model, SETTINGS);
        assertThat(hours(result, 0.5)).isCloseTo(12 + 24, within(0.2));
        assertThat(result.finishes().probability(Plans.MONDAY.plusHours(48))).isEqualTo(1);
    }

    @Test
    void whatAnOptionGainsIsNotChance() {
        var plan = Plans.on(WorkCalendar.ALWAYS, """
                design 100
                build  100 after design
                train  20  after build
                """)
                .with(
                        List.of(new Resource("r", "Engineer", 200, Plan.NONE)),
                        List.of(new Resource.Assignment(1, 0, 100)));
        var late = new Event("R1", "Rejected", 1, List.of(new Impact(2, new Uniform(600, 600))));
        var model = uniform(plan, 0.8, 1.2).withEvents(List.of(late));
        var settings = SETTINGS.exactly(4_096);
        var now = Simulation.of(plan, model, settings).finishes();

        var outcomes = WhatIf.of(
                plan,
                model,
                settings,
                List.of(
                        new Option("nothing", List.of(new Change.Scaled(0, 1))),
                        new Option("no training", List.of(new Change.Dropped(2))),
                        new Option("risk gone", List.of(new Change.RiskGone("R1"))),
                        new Option("two engineers", List.of(new Change.Reinforced(0, 100))),
                        new Option("bought", List.of(new Change.Length(0, new Uniform(600, 600))))));

        assertThat(outcomes.get(0).gain(now, 0.8)).isZero();
        // Training and what delays it are gone: twenty hours on average, and ten.
        assertThat(outcomes.get(1).gain(now, 0.5) / 60.0).isCloseTo(30, within(1.5));
        assertThat(outcomes.get(2).gain(now, 0.5)).isEqualTo(600);
        assertThat(outcomes.get(3).gain(now, 0.5) / 60.0).isCloseTo(50, within(1.5));
        assertThat(outcomes.get(4).gain(now, 0.5) / 60.0).isCloseTo(90, within(1.5));
        assertThatThrownBy(() -> WhatIf.of(
                        plan, model, settings, List.of(new Option("x", List.of(new Change.RiskGone("none"))))))
                .isInstanceOf(UnusablePlanException.class);
    }

    @Test
    void whatIfsAreReadFromText() {
        var plan = PARALLEL.with(List.of(new Resource("7", "Engineer", 100, Plan.NONE)), List.of());
        var model = new RiskModel(List.of(), List.of(), List.of(new Event("R2", "Strike", 0.5, List.of())));
        var options = WhatIfFile.read(plan, model, """
                - name: All of it
                  changes:
                  - {activity: circuit, length: 5d}
                  - {activity: build, length: 50%}
                  - {activity: build, drop: true}
                  - {risk: Strike}
                  - {resource: Engineer, add: 50}
                """);

        assertThat(options)
                .containsExactly(new Option(
                        "All of it",
                        List.of(
                                new Change.Length(0, new Uniform(2400, 2400)),
                                new Change.Scaled(1, 0.5),
                                new Change.Dropped(1),
                                new Change.RiskGone("R2"),
                                new Change.Reinforced(0, 50))));
        for (var wrong : List.of(
                "- name: x\n  changes: [{activity: none, drop: true}]",
                "- name: x\n  changes: [{activity: build}]",
                "- name: x\n  changes: [{risk: none}]",
                "- name: x\n  changes: []",
                "- name: x\n  change: []",
                "name: x")) {
            assertThatThrownBy(() -> WhatIfFile.read(plan, model, wrong)).isInstanceOf(UnusablePlanException.class);
        }
    }

    @Test
    void tablesHaveOrdersCostsAndCorrelations() {
        var rows = List.of(
                List.of(
                        "kind",
                        "name",
                        "activities",
                        "chance",
                        "low",
                        "likely",
                        "high",
                        "ordered",
                        "cost",
                        "cost per day"),
                List.of("correlation", "", "circuit build", "-0.5", "", "", "", "", "", ""),
                List.of("order", "Router", "build", "", "10d", "2w", "30d", "2026-02-02", "", ""),
                List.of("cost", "", "build", "", "", "", "", "", "500", "80"),
                List.of("cost", "", "", "", "", "", "", "", "", "1000"),
                List.of("risk", "Fine", "", "0.1", "", "", "", "", "9000", ""));
        var read = RiskTable.read(PARALLEL, Costs.NONE, rows);

        assertThat(read.model().correlations()).containsExactly(new Correlation(0, 1, -0.5));
        assertThat(read.model().orders()).singleElement().satisfies(order -> {
            assertThat(order.leadTime().quantile(1)).isEqualTo(30 * 1440);
            assertThat(order.leadTime()).isEqualTo(new Distribution.Pert(10 * 1440, 14 * 1440, 30 * 1440));
            assertThat(order.ordered()).isEqualTo(LocalDateTime.of(2026, 2, 2, 8, 0));
        });
        assertThat(read.costs()).isEqualTo(new Costs("", 1000, List.of(new Costs.OfActivity(1, 500, 80)), List.of()));
        assertThat(read.model().events().getFirst().cost()).isEqualTo(9000);
        assertThat(RiskTable.readCorrelations(
                        PARALLEL, List.of(List.of("a", "b", "rho"), List.of("circuit", "build", "0.4"))))
                .containsExactly(new Correlation(0, 1, 0.4));
        for (var wrong : List.of(
                List.of("circuit", "build", "2"),
                List.of("circuit", "circuit", "0.2"),
                List.of("circuit", "none", "0.2"),
                List.of("circuit", "build"))) {
            assertThatThrownBy(() -> RiskTable.readCorrelations(PARALLEL, List.of(wrong)))
                    .isInstanceOf(UnusablePlanException.class)
                    .hasMessageStartingWith("Row 1: ");
        }
    }

    @Test
    void tablesOfOfficesInCountriesWithDecimalCommasAreRead() {
        var head = List.of("kind", "activities", "chance", "low", "likely", "high");

        var model = RiskTable.read(
                PARALLEL,
                List.of(
                        head,
                        List.of("range", "circuit, build", "", "1,5D", "2 d", "120%"),
                        List.of("risk", "live", "30 %", "1d", "2d", "3,25d")));
        assertThat(model.ranges())
                .extracting(Range::length)
                .containsOnly(new Distribution.Pert(1.5 * 480, 2 * 480, 1.2 * 6000));
        assertThat(model.events().getFirst().chance()).isEqualTo(0.3);
        assertThat(model.events().getFirst().impacts().getFirst().delay())
                .isEqualTo(new Distribution.Pert(480, 960, 3.25 * 480));
    }

    @Test
    void aRowThatWouldCountForNothingOrForTwoIsRefused() {
        var head = List.of("kind", "activities", "chance", "low", "likely", "high");
        var range = List.of("range", "build", "", "1d", "2d", "3d");
        var refused = List.of(
                List.of("Row 2: It names no activities", "range", "", "", "1d", "2d", "3d"),
                List.of("Row 2: It has no kind", "", "build", "0.5", "1d", "2d", "3d"),
                List.of("Row 2: There are more cells than columns", "range", "build", "", "1", "5d", "2d", "3d"),
                List.of("Row 2: \"3\" does not say of what", "range", "build", "", "3", "5d", "9d"),
                List.of("Row 2: \"3d\" is no number", "range", "build", "", "3dd", "5d", "9d"),
                List.of("Row 2: \"1,000\" is no number", "range", "build", "", "1,000d", "5d", "9d"),
                List.of("Row 2: \"NaN\" is no number", "risk", "build", "NaN", "1d", "2d", "3d"),
                List.of("Row 2: The chance is missing", "risk", "build", "", "1d", "2d", "3d"));
        for (var row : refused) {
            assertThatThrownBy(() -> RiskTable.read(PARALLEL, List.of(head, row.subList(1, row.size()))))
                    .isInstanceOf(UnusablePlanException.class)
                    .hasMessageStartingWith(row.getFirst());
        }
        assertThatThrownBy(() -> RiskTable.read(PARALLEL, List.of(head, range, range)))
                .hasMessage("Row 3: Activity \"build\" (build) has another range in another row. Remove one of them.");
        assertThatThrownBy(() -> RiskTable.read(PARALLEL, List.of(List.of("kind", "activities", "distribtion"), range)))
                .hasMessageContaining("\"distribtion\", which is not read. If it is \"distribution\"");
        assertThatThrownBy(() -> RiskTable.read(PARALLEL, List.of(List.of("kind", "activities", "Kind"), range)))
                .hasMessageContaining("two columns \"kind\"");
        assertThat(RiskTable.read(PARALLEL, List.of(List.of("kind", "activities", "remarks"), List.of("", "", "")))
                        .ranges())
                .isEmpty();
    }

    @Test
    void whatTakesNoTimeIsThereOnItsDateThoughNobodyWorksThen() {
        var saturday = Plans.MONDAY.plusDays(5).withHour(10);
        var live = new Constraint(Constraint.Kind.START_NO_EARLIER, saturday);
        var plan = Plans.with(Plans.standard("build 8\nlive 0 after build"), "live", it -> it.with(live));

        for (var varying : List.of(plan, Plans.standard("live 0"))) {
            var result = Simulation.of(varying, uniform(varying, 0.5, 1.5), SETTINGS);
            assertThat(result.planned().toInstant())
                    .isEqualTo(CriticalPath.of(varying).finishDate().toInstant());
            assertThat(result.finishes().date(0.01)).isEqualTo(result.planned());
            assertThat(result.finishes().date(0.99)).isEqualTo(result.planned());
        }
        assertThat(Simulation.of(plan, uniform(plan, 0.5, 1.5), SETTINGS)
                        .planned()
                        .toLocalDateTime())
                .isEqualTo(saturday);
    }

    @Test
    void aPlanOfNothingFinishesWhenItStarts() {
        var empty = Plan.of("empty", Plans.UTC, Plans.MONDAY, WorkCalendar.STANDARD, List.of(), List.of());

        assertThat(Simulation.of(empty, uniform(empty, 0.5, 1.5), SETTINGS)
                        .finishes()
                        .date(0.5)
                        .toLocalDateTime())
                .isEqualTo(Plans.MONDAY);
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
