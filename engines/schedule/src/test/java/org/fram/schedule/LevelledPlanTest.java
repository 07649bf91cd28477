package org.fram.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.fram.schedule.Resource.Assignment;
import org.fram.schedule.level.LevelSettings;
import org.fram.schedule.level.Levelled;
import org.fram.schedule.level.Levelling;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Levelled plans of all kinds, held against links, dates and amounts in real time.
class LevelledPlanTest {

    private static final WorkCalendar LATE = new WorkCalendar(
            "Late",
            Map.of(
                    java.time.DayOfWeek.MONDAY, List.of(Shift.ofHours(14, 22)),
                    java.time.DayOfWeek.WEDNESDAY, List.of(Shift.ofHours(14, 22)),
                    java.time.DayOfWeek.SATURDAY, List.of(Shift.ofHours(6, 12))),
            Map.of());

    private static Plan plan(long seed, boolean severalClocks) {
        var random = new Random(seed);
        var plan = Plans.random(seed, 35, WorkCalendar.STANDARD);
        if (severalClocks) {
            plan = plan.with(List.of(WorkCalendar.STANDARD, LATE, WorkCalendar.ALWAYS))
                    .withActivities(plan.activities().stream()
                            .map(activity -> random.nextInt(4) == 0 ? activity.on(random.nextInt(1, 3)) : activity)
                            .toList());
        }
        var resources = new ArrayList<Resource>();
        var assignments = new ArrayList<Assignment>();
        for (int r = 0; r < 12; r++) {
            resources.add(new Resource("R" + r, "Resource " + r, 200, Plan.NONE)
                    .within(
                            r > 2
                                    ? List.of()
                                    : List.of(
                                            new Resource.Window(null, Plans.MONDAY.plusDays(9), 200),
                                            new Resource.Window(Plans.MONDAY.plusDays(14), null, 300))));
            for (int k = 0; k < plan.activities().size(); k++) {
                if (random.nextInt(4) == 0) {
                    assignments.add(new Assignment(k, r, random.nextInt(1, 5) * 50));
                }
            }
        }
        return plan.with(resources, assignments);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void linksAreKeptAndNothingIsOverbooked(boolean severalClocks) {
        for (long seed = 1; seed <= 6; seed++) {
            var plan = plan(seed, severalClocks);
            var network = Network.of(plan);
            assertThat(Overbooking.of(network, CriticalPath.of(plan))).isNotEmpty();

            var looks = new AtomicInteger();
            var levelled = Levelling.of(
                    plan,
                    LevelSettings.USUAL.seeded(seed).by(LevelSettings.Engine.POPULATION),
                    () -> looks.incrementAndGet() > 10);

            assertThat(Overbooking.of(network, levelled.timetable()))
                    .as("seed %d", seed)
                    .isEmpty();
            keepsLinks(network, levelled);
            assertThat(levelled.timetable().finish())
                    .isGreaterThanOrEqualTo(CriticalPath.of(plan).finish());
            assertThat(levelled.lowerBound()).isLessThanOrEqualTo(levelled.makespan());
        }
    }

    private static void keepsLinks(Network network, Levelled levelled) {
        var windows = levelled.timetable().windows();
        for (int e = 0; e < network.edgeBefore.length; e++) {
            var before = windows.get(network.edgeBefore[e]);
            var after = windows.get(network.edgeAfter[e]);
            long then = Network.lagged(
                    network.edgeFromFinish[e] ? before.finish() : before.start(),
                    network.edgeLag[e],
                    network.edgeClock[e]);
            assertThat(network.edgeToStart[e] ? after.start() : after.finish())
                    .as("link %d", e)
                    .isGreaterThanOrEqualTo(then);
        }
        for (int k = 0; k < windows.size(); k++) {
            var clock = network.clock[k];
            assertThat(clock.workAt(windows.get(k).finish())
                            - clock.workAt(windows.get(k).start()))
                    .isGreaterThanOrEqualTo(network.plan().activities().get(k).minutes());
        }
    }
}
