package org.fram.schedule.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fram.schedule.Activity;
import org.fram.schedule.Constraint;
import org.fram.schedule.Network;
import org.fram.schedule.Overbooking;
import org.fram.schedule.Plan;
import org.fram.schedule.Plans;
import org.fram.schedule.Resource;
import org.fram.schedule.Resource.Assignment;
import org.fram.schedule.Shift;
import org.fram.schedule.UnusablePlanException;
import org.fram.schedule.WorkCalendar;
import org.fram.schedule.level.LevelSettings.Engine;
import org.fram.schedule.level.Levelling.Course;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevellingTest {

    private static final LevelSettings SHORT = LevelSettings.USUAL.effort(1);

    private static final Resource ENGINEER = new Resource("E", "Engineer", 100, Plan.NONE);

    /// The plan with the engineer on each activity, by so many hundredths.
    private static Plan engineered(Plan plan, int... units) {
        return with(plan, ENGINEER, units);
    }

    private static Plan with(Plan plan, Resource resource, int... units) {
        var assignments = new ArrayList<Assignment>();
        for (int k = 0; k < units.length; k++) {
            if (units[k] > 0) {
                assignments.add(new Assignment(k, 0, units[k]));
            }
        }
        return plan.with(List.of(resource), assignments);
    }

    private static Levelled level(Plan plan) {
        var levelled = Levelling.of(plan, SHORT, Course.TO_THE_END);
        assertThat(Overbooking.of(Network.of(plan), levelled.timetable())).isEmpty();
        return levelled;
    }

    private static String start(Levelled levelled, int activity) {
        return levelled.timetable()
                .date(levelled.timetable().windows().get(activity).start())
                .toLocalDateTime()
                .toString();
    }

    private static String finish(Levelled levelled, int activity) {
        return levelled.timetable()
                .date(levelled.timetable().windows().get(activity).finish())
                .toLocalDateTime()
                .toString();
    }

    @Test
    void onePersonDoesOneThingAfterTheOther() {
        var levelled = level(engineered(Plans.standard("""
                dig 8
                paint 8
                done 0 after dig paint
                """), 100, 100));

        assertThat(levelled.finish().toLocalDateTime()).hasToString("2026-03-03T17:00");
        assertThat(List.of(start(levelled, 0), start(levelled, 1)))
                .containsExactlyInAnyOrder("2026-03-02T08:00", "2026-03-03T08:00");
        assertThat(finish(levelled, 2)).isEqualTo("2026-03-03T17:00");
        assertThat(levelled.proven()).isTrue();
        assertThat(levelled.gap()).isZero();
    }

    @Test
    void twoHalfBookingsGoTogetherAndThreeDoNot() {
        var plan = Plans.standard("""
                dig 8
                paint 8
                clean 8
                """);

        assertThat(level(engineered(plan, 50, 50)).finish().toLocalDateTime()).hasToString("2026-03-02T17:00");
        assertThat(level(engineered(plan, 50, 50, 50)).finish().toLocalDateTime())
                .hasToString("2026-03-03T17:00");
        assertThat(level(engineered(plan, 60, 50)).finish().toLocalDateTime()).hasToString("2026-03-03T17:00");
    }

    @Test
    void workWaitsForWhoIsThereOnlyFromThursdayOn() {
        var fromThursday = ENGINEER.within(List.of(new Resource.Window(LocalDateTime.of(2026, 3, 5, 0, 0), null, 100)));

        var levelled = level(with(Plans.standard("""
                plan 8
                dig 8
                """), fromThursday, 0, 100));

        assertThat(start(levelled, 0)).isEqualTo("2026-03-02T08:00");
        assertThat(start(levelled, 1)).isEqualTo("2026-03-05T08:00");
    }

    @Test
    void workThatDoesNotFitIntoAWindowIsDoneInTheNextOrRefused() {
        var monday = new Resource.Window(null, LocalDateTime.of(2026, 3, 3, 0, 0), 100);
        var thursdayAndFriday =
                new Resource.Window(LocalDateTime.of(2026, 3, 5, 0, 0), LocalDateTime.of(2026, 3, 7, 0, 0), 100);
        var plan = Plans.standard("dig 16");

        assertThat(start(level(with(plan, ENGINEER.within(List.of(monday, thursdayAndFriday)), 100)), 0))
                .isEqualTo("2026-03-05T08:00");
        assertThatThrownBy(() -> level(with(plan, ENGINEER.within(List.of(monday)), 100)))
                .isInstanceOf(UnusablePlanException.class)
                .hasMessageContaining("Activity \"dig\" (dig) needs 1 of \"Engineer\", and there is none in the end");
    }

    @Test
    void whatNeedsMoreThanThereIsIsNamedWithWhatItNeeds() {
        assertThatThrownBy(() -> level(engineered(Plans.standard("""
                dig 8
                paint 8
                """), 100, 250)))
                .isInstanceOf(UnusablePlanException.class)
                .hasMessage("Activity \"paint\" (paint) needs 2.5 of \"Engineer\", and there is only 1."
                        + " Let it need less, or get more.");
    }

    @Test
    void whatIsBoundToADateStaysThereAndOthersGoAround() {
        var plan = Plans.with(
                Plans.standard("""
                        move 8
                        dig 16
                        paint 8
                        """),
                "move",
                move -> move.with(new Constraint(Constraint.Kind.MUST_START, LocalDateTime.of(2026, 3, 4, 8, 0))));

        var levelled = level(engineered(plan, 100, 100, 100));

        assertThat(start(levelled, 0)).isEqualTo("2026-03-04T08:00");
        assertThat(start(levelled, 1)).isEqualTo("2026-03-02T08:00");
        assertThat(start(levelled, 2)).isEqualTo("2026-03-05T08:00");
    }

    @Test
    void twoThatAreBoundToOneDateAndOnePersonAreRefused() {
        var date = new Constraint(Constraint.Kind.MUST_START, LocalDateTime.of(2026, 3, 4, 8, 0));
        var plan = Plans.with(
                Plans.with(Plans.standard("""
                dig 8
                paint 8
                """), "dig", dig -> dig.with(date)), "paint", paint -> paint.with(date));

        assertThatThrownBy(() -> level(engineered(plan, 100, 100)))
                .isInstanceOf(UnusablePlanException.class)
                .hasMessageContaining("is bound to its date and needs 1 of \"Engineer\", of which then only 0 is left");
    }

    @Test
    void aDeadlineCountsBeforeTheLength() {
        var plan = Plans.standard("""
                long 40
                short 8
                after 40 after long
                """);
        var due = Plans.with(plan, "short", it -> it.dueBy(LocalDateTime.of(2026, 3, 2, 17, 0)));

        assertThat(start(level(engineered(plan, 100, 100)), 0)).isEqualTo("2026-03-02T08:00");
        var levelled = level(engineered(due, 100, 100));
        assertThat(start(levelled, 1)).isEqualTo("2026-03-02T08:00");
        assertThat(levelled.late()).isZero();
        assertThat(levelled.finish().toLocalDateTime()).hasToString("2026-03-16T17:00");
        assertThat(levelled.proven()).isTrue();
    }

    @Test
    void aDateThatCannotBeKeptIsMissedByAsLittleAsCanBe() {
        var plan = Plans.with(Plans.standard("dig 24"), "dig", dig -> dig.dueBy(LocalDateTime.of(2026, 3, 3, 17, 0)));

        assertThat(level(engineered(plan, 100)).late()).isEqualTo(480);
    }

    @Test
    void priorityDecidesWhereTheLengthDoesNot() {
        var plan = Plans.standard("""
                one 8
                two 8
                three 8
                """);
        plan = Plans.with(plan, "three", it -> it.prior(900));
        plan = Plans.with(plan, "one", it -> it.prior(100));

        var levelled = level(engineered(plan, 100, 100, 100));

        assertThat(start(levelled, 2)).isEqualTo("2026-03-02T08:00");
        assertThat(start(levelled, 1)).isEqualTo("2026-03-03T08:00");
        assertThat(start(levelled, 0)).isEqualTo("2026-03-04T08:00");
    }

    @Test
    void asLateAsPossibleIsLateButDelaysNobody() {
        var plan = Plans.with(
                Plans.standard("""
                        dig 8
                        paint 24
                        order 8
                        end 0 after dig paint order
                        """),
                "order",
                order -> order.with(new Constraint(Constraint.Kind.AS_LATE_AS_POSSIBLE, null)));

        var levelled = level(engineered(plan, 100, 0, 100));

        assertThat(start(levelled, 0)).isEqualTo("2026-03-02T08:00");
        assertThat(start(levelled, 2)).isEqualTo("2026-03-04T08:00");
        assertThat(levelled.finish().toLocalDateTime()).hasToString("2026-03-04T17:00");
    }

    @Test
    void whatIsDoneStaysAndWhatIsInProgressTakesOnlyWhatRemains() {
        var plan = Plans.standard("""
                survey 8
                dig 16
                paint 8
                """);
        plan = Plans.with(
                plan,
                "survey",
                it -> it.with(new Activity.Progress(
                        LocalDateTime.of(2026, 3, 2, 8, 0), LocalDateTime.of(2026, 3, 2, 17, 0), 0)));
        plan = Plans.with(
                plan, "dig", it -> it.with(new Activity.Progress(LocalDateTime.of(2026, 3, 2, 8, 0), null, 480)));
        plan = plan.with(new Plan.Status(LocalDateTime.of(2026, 3, 3, 8, 0), true));

        var levelled = level(engineered(plan, 100, 100, 100));

        assertThat(finish(levelled, 0)).isEqualTo("2026-03-02T17:00");
        assertThat(start(levelled, 1)).isEqualTo("2026-03-02T08:00");
        assertThat(List.of(finish(levelled, 1), finish(levelled, 2)))
                .containsExactlyInAnyOrder("2026-03-03T17:00", "2026-03-04T17:00");
    }

    @Test
    void dayAndNightShareAServerWithoutWaitingForEachOther() {
        var night = new WorkCalendar(
                "Night",
                Map.of(
                        java.time.DayOfWeek.MONDAY,
                        List.of(new Shift(1200, 1440)),
                        java.time.DayOfWeek.TUESDAY,
                        List.of(new Shift(0, 240), new Shift(1200, 1440)),
                        java.time.DayOfWeek.WEDNESDAY,
                        List.of(new Shift(0, 240))),
                Map.of());
        var plan = Plans.standard("""
                load 16
                migrate 16
                """).with(List.of(WorkCalendar.STANDARD, night));
        plan = Plans.with(plan, "migrate", migrate -> migrate.on(1));

        var levelled = level(with(plan, new Resource("S", "Server", 100, Plan.NONE), 100, 100));

        assertThat(start(levelled, 0)).isEqualTo("2026-03-02T08:00");
        assertThat(finish(levelled, 0)).isEqualTo("2026-03-03T17:00");
        assertThat(start(levelled, 1)).isEqualTo("2026-03-02T20:00");
        assertThat(finish(levelled, 1)).isEqualTo("2026-03-04T04:00");
        assertThat(levelled.proven()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void eachEngineFindsTheShortestOfAllOrders(Engine engine) {
        for (long seed = 1; seed <= 3; seed++) {
            var plan = scarce(Plans.random(seed, 7, WorkCalendar.ALWAYS), seed, 2);
            var problem = new Problem(org.fram.schedule.Grid.of(Network.of(plan)));
            long shortest = shortest(problem, new ArrayList<>(), new boolean[problem.size]);

            var levelled = Levelling.of(plan, SHORT.by(engine), Course.TO_THE_END);

            assertThat(Math.round(levelled.makespan() * 1440))
                    .as("seed %d", seed)
                    .isEqualTo(shortest * problem.grid.minutes());
            assertThat(levelled.lowerBound()).isLessThanOrEqualTo(levelled.makespan());
        }
    }

    private static long shortest(Problem problem, List<Integer> order, boolean[] taken) {
        if (order.size() == problem.size) {
            return Decoder.of(problem)
                    .forward(order.stream().mapToInt(Integer::intValue).toArray());
        }
        long least = Long.MAX_VALUE;
        for (int k = 0; k < problem.size; k++) {
            boolean waits = taken[k];
            for (int e = problem.inFrom[k]; e < problem.inFrom[k + 1]; e++) {
                waits |= !taken[problem.before[problem.in[e]]];
            }
            if (!waits) {
                taken[k] = true;
                order.add(k);
                least = Math.min(least, shortest(problem, order, taken));
                order.removeLast();
                taken[k] = false;
            }
        }
        return least;
    }

    /// The plan with some resources of which activities need some.
    static Plan scarce(Plan plan, long seed, int resources) {
        var random = new Random(seed);
        var who = new ArrayList<Resource>();
        var what = new ArrayList<Assignment>();
        for (int r = 0; r < resources; r++) {
            who.add(new Resource("R" + r, "Resource " + r, 400, Plan.NONE));
            for (int k = 0; k < plan.activities().size(); k++) {
                if (random.nextInt(3) > 0) {
                    what.add(new Assignment(k, r, random.nextInt(1, 9) * 50));
                }
            }
        }
        return plan.with(who, what);
    }

    @Test
    void theSameSeedAndEffortGiveTheSamePlanOnAnyNumberOfThreads() {
        var plan = scarce(Plans.random(3, 25, WorkCalendar.ALWAYS), 3, 3);

        var one = Levelling.of(plan, SHORT, Course.TO_THE_END);
        var same = Levelling.of(plan, SHORT.on(3), Course.TO_THE_END);

        assertThat(same.timetable().windows()).isEqualTo(one.timetable().windows());
        assertThat(same.lowerBound()).isEqualTo(one.lowerBound());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whoStopsAtOnceStillGetsAPlan(int threads) {
        var plan = scarce(Plans.random(5, 60, WorkCalendar.STANDARD), 5, 3);

        for (var engine : Engine.values()) {
            var levelled = Levelling.of(plan, LevelSettings.USUAL.on(threads).by(engine), () -> true);

            assertThat(Overbooking.of(Network.of(plan), levelled.timetable())).isEmpty();
            assertThat(levelled.makespan()).isGreaterThanOrEqualTo(levelled.lowerBound());
        }
    }

    @Test
    void whoWatchesHearsOfPlansThatFinishSooner() {
        var plan = scarce(Plans.random(5, 60, WorkCalendar.STANDARD), 5, 3);
        var finishes = new ArrayList<Long>();

        var levelled = Levelling.of(plan, SHORT.by(Engine.POPULATION), new Course() {
            @Override
            public boolean stopped() {
                return false;
            }

            @Override
            public void reached(long finish, long earliestFinish) {
                assertThat(earliestFinish).isLessThanOrEqualTo(finish);
                finishes.add(finish);
            }
        });

        assertThat(finishes).isNotEmpty();
        assertThat(finishes.stream().sorted(java.util.Comparator.reverseOrder()).toList())
                .isEqualTo(finishes);
        assertThat(finishes.getLast()).isEqualTo(levelled.timetable().finish());
    }

    @Test
    void aPlanWithoutActivitiesOrResourcesIsLevelAsItIs() {
        assertThat(level(Plans.standard("a 8")).finish().toLocalDateTime()).hasToString("2026-03-02T17:00");
        var done = Plans.with(
                Plans.standard("a 8"),
                "a",
                a -> a.with(new Activity.Progress(
                        LocalDateTime.of(2026, 3, 2, 8, 0), LocalDateTime.of(2026, 3, 2, 17, 0), 0)));
        assertThat(level(done).proven()).isTrue();
    }
}
