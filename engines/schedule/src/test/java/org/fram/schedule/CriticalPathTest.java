package org.fram.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fram.schedule.Activity.Progress;
import org.fram.schedule.Constraint.Kind;
import org.fram.schedule.CriticalPath.Ends;
import org.fram.schedule.Timetable.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CriticalPathTest {

    private static final String HOUSE = """
            dig     8
            pour    16  after dig
            order   4
            deliver 8   after order
            build   40  after pour deliver
            """;

    @Test
    void theLongestChainIsCritical() {
        var timetable = CriticalPath.of(Plans.standard(HOUSE));

        assertThat(finish(timetable)).isEqualTo("2026-03-11T17:00");
        assertThat(timetable.windows().stream().map(Window::totalFloat))
                .containsExactly(0L, 0L, 12 * 60L, 12 * 60L, 0L);
        assertThat(timetable.windows().stream().map(Window::freeFloat)).containsExactly(0L, 0L, 0L, 12 * 60L, 0L);
        assertThat(start(timetable, 4)).isEqualTo("2026-03-05T08:00");
    }

    @Test
    void linksJoinStartsAndFinishesWithLags() {
        var timetable = CriticalPath.of(Plans.standard("""
                train   16
                coach   8   after train SS+4
                report  4   after train FF+2
                prepare 8   after train SF
                """));

        assertThat(start(timetable, 1)).isEqualTo("2026-03-02T13:00");
        assertThat(date(timetable, timetable.windows().get(2).finish())).isEqualTo("2026-03-04T10:00");
        assertThat(start(timetable, 3)).isEqualTo("2026-03-02T08:00");
    }

    @Test
    void aLeadLetsTwoActivitiesOverlap() {
        var timetable = CriticalPath.of(Plans.standard("""
                write 40
                read  16 after write FS-8
                """));

        assertThat(start(timetable, 1)).isEqualTo("2026-03-06T08:00");
        assertThat(timetable.windows().get(0).totalFloat()).isZero();
    }

    @Test
    void anElapsedLagPassesOverTheWeekend() {
        var plan = Plans.standard("""
                paint 40
                sand  8
                """);
        var drying = new Link(0, 1, Link.Type.FINISH_START, 48 * 60, Plan.NONE);
        var timetable = CriticalPath.of(
                Plan.of("p", Plans.UTC, Plans.MONDAY, WorkCalendar.STANDARD, plan.activities(), List.of(drying)));

        assertThat(start(timetable, 1)).isEqualTo("2026-03-09T08:00");
    }

    @Test
    void aMilestoneStandsWhereWhatItWaitsForEnds() {
        var timetable = CriticalPath.of(Plans.standard("""
                build 40
                live  0 after build
                """));

        assertThat(start(timetable, 1)).isEqualTo("2026-03-06T17:00");
        assertThat(timetable.windows().get(1).totalFloat()).isZero();
    }

    @Test
    void aSummarySpansItsPartsAndHoldsThemBack() {
        var plan = Plans.standard("""
                sign   8
                phase  0 after sign
                first  8
                second 16
                after  8 after phase
                """);
        plan = Plans.with(plan, "phase", Activity::asSummary);
        plan = Plans.with(plan, "first", part -> part.within(1));
        plan = Plans.with(plan, "second", part -> part.within(1));

        var timetable = CriticalPath.of(plan);

        assertThat(start(timetable, 1)).isEqualTo("2026-03-03T08:00");
        assertThat(date(timetable, timetable.windows().get(1).finish())).isEqualTo("2026-03-04T17:00");
        assertThat(start(timetable, 4)).isEqualTo("2026-03-05T08:00");
        assertThat(timetable.windows().get(2).totalFloat()).isEqualTo(8 * 60);
        assertThat(timetable.windows().get(1).critical()).isTrue();
    }

    @Test
    void constraintsBindAndDeadlinesThatAreMissedShowAsNegativeFloat() {
        var tuesday = LocalDateTime.of(2026, 3, 3, 17, 0);
        var bound = Plans.with(
                Plans.standard(HOUSE),
                "dig",
                dig -> dig.with(new Constraint(Kind.START_NO_EARLIER, LocalDateTime.of(2026, 3, 3, 8, 0))));
        var due = Plans.with(Plans.standard(HOUSE), "pour", pour -> pour.dueBy(tuesday));

        assertThat(start(CriticalPath.of(bound), 0)).isEqualTo("2026-03-03T08:00");
        assertThat(CriticalPath.of(due).windows().get(0).totalFloat()).isEqualTo(-8 * 60);
        assertThat(finish(CriticalPath.of(due))).isEqualTo("2026-03-11T17:00");
    }

    @Test
    void whatMustStartStartsAndShowsWhatItBreaks() {
        var plan = Plans.with(
                Plans.standard(HOUSE),
                "build",
                build -> build.with(new Constraint(Kind.MUST_START, LocalDateTime.of(2026, 3, 4, 8, 0))));
        var timetable = CriticalPath.of(plan);

        assertThat(start(timetable, 4)).isEqualTo("2026-03-04T08:00");
        assertThat(timetable.windows().get(1).totalFloat()).isEqualTo(-8 * 60);
    }

    @Test
    void whatMustFinishFinishesThen() {
        var plan = Plans.with(
                Plans.standard(HOUSE),
                "build",
                build -> build.with(new Constraint(Kind.MUST_FINISH, LocalDateTime.of(2026, 3, 20, 17, 0))));
        var timetable = CriticalPath.of(plan);

        assertThat(start(timetable, 4)).isEqualTo("2026-03-16T08:00");
        assertThat(finish(timetable)).isEqualTo("2026-03-20T17:00");
    }

    @Test
    void asLateAsPossibleDelaysNobody() {
        var plan = Plans.with(
                Plans.standard(HOUSE),
                "deliver",
                deliver -> deliver.with(new Constraint(Kind.AS_LATE_AS_POSSIBLE, null)));
        var timetable = CriticalPath.of(plan);

        assertThat(start(timetable, 3)).isEqualTo("2026-03-04T08:00");
        assertThat(start(timetable, 4)).isEqualTo("2026-03-05T08:00");
    }

    @Test
    void whatIsDoneStaysAndWhatIsNotMovesBehindTheStatusDate() {
        var plan = Plans.standard(HOUSE);
        plan = Plans.with(
                plan,
                "dig",
                dig -> dig.with(
                        new Progress(LocalDateTime.of(2026, 3, 2, 8, 0), LocalDateTime.of(2026, 3, 3, 12, 0), 0)));
        plan = Plans.with(
                plan, "pour", pour -> pour.with(new Progress(LocalDateTime.of(2026, 3, 3, 13, 0), null, 8 * 60)));
        plan = plan.with(new Plan.Status(LocalDateTime.of(2026, 3, 5, 8, 0), true));
        var timetable = CriticalPath.of(plan);

        assertThat(start(timetable, 1)).isEqualTo("2026-03-03T13:00");
        assertThat(date(timetable, timetable.windows().get(1).finish())).isEqualTo("2026-03-05T17:00");
        assertThat(start(timetable, 2)).isEqualTo("2026-03-05T08:00");
        assertThat(timetable.windows().get(0).critical()).isFalse();
    }

    @Test
    void resourcesWorkOnTheirOwnDays() {
        var away = WorkCalendar.STANDARD.withHolidays(LocalDate.of(2026, 3, 2));
        var plan = Plans.standard("port 8").with(List.of(WorkCalendar.STANDARD, away));
        plan = plan.with(List.of(new Resource("E", "Engineer", 100, 1)), List.of(new Resource.Assignment(0, 0, 100)));

        assertThat(start(CriticalPath.of(plan), 0)).isEqualTo("2026-03-03T08:00");
    }

    @Test
    void resourcesThatNeverWorkAtOnceKeepTheCalendarOfTheOneThatWorksLeast() {
        var nights = new WorkCalendar("Nights", Map.of(DayOfWeek.TUESDAY, List.of(Shift.ofHours(0, 4))), Map.of());
        var plan = Plans.standard("port 4").with(List.of(WorkCalendar.STANDARD, nights, WorkCalendar.STANDARD));
        plan = plan.with(
                List.of(new Resource("N", "Night", 100, 1), new Resource("D", "Day", 100, 2)),
                List.of(new Resource.Assignment(0, 0, 100), new Resource.Assignment(0, 1, 100)));

        assertThat(start(CriticalPath.of(plan), 0)).isEqualTo("2026-03-03T00:00");
    }

    @Test
    void eachEndHasACriticalPathOfItsOwnWhereThatIsAskedFor() {
        var plan = Plans.standard("""
                long  40
                short 8
                """);

        assertThat(CriticalPath.of(plan).windows().get(1).critical()).isFalse();
        assertThat(CriticalPath.of(Network.of(plan), Ends.EACH).windows().get(1).critical())
                .isTrue();
    }

    @Test
    void aCircleIsNamed() {
        assertThatThrownBy(() -> Network.of(Plans.standard("""
                        start 8
                        left  8 after start right
                        right 8 after left
                        """)))
                .isInstanceOf(UnusablePlanException.class)
                .hasMessageMatching("(?s)These activities wait for each other: \"(left|right)\" → \"(left|right)\""
                        + " → \"(left|right)\". Remove one of the links between them\\.");
    }

    @Test
    void aPartThatWaitsForItsOwnSummaryIsACircle() {
        var plan = Plans.standard("""
                phase 0
                part  8 after phase
                """);
        var summary = Plans.with(plan, "phase", Activity::asSummary);

        assertThatThrownBy(() -> Network.of(Plans.with(summary, "part", part -> part.within(0))))
                .hasMessageContaining("\"phase\"")
                .hasMessageContaining("\"part\"");
    }

    @Test
    void linksToNowhereNegativeLengthsAndFarDatesAreRefused() {
        assertThatThrownBy(() -> Plans.standard("only 8 after nobody"))
                .isInstanceOf(UnusablePlanException.class)
                .hasMessageContaining("there are only 1");
        assertThatThrownBy(() -> Activity.of("A", "Port", -1))
                .isInstanceOf(UnusablePlanException.class)
                .hasMessageContaining("\"Port\" (A) lasts -1 minutes");
        assertThatThrownBy(() -> Plans.with(
                        Plans.standard(HOUSE), "dig", dig -> dig.dueBy(LocalDateTime.of(10_000, 1, 1, 0, 0))))
                .hasMessageContaining("\"dig\" is due by");
        assertThatThrownBy(() -> CriticalPath.of(Plans.standard("endless 20000000")))
                .hasMessageContaining("beyond the year 9999");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void datesAreThoseOfTheSlowDefinition(long seed) {
        var plan = Plans.random(seed, 60, WorkCalendar.ALWAYS);
        var slow = new LongestPaths(plan);
        var timetable = CriticalPath.of(plan);
        long start = timetable.start();

        for (int k = 0; k < plan.activities().size(); k++) {
            assertThat(timetable.windows().get(k).earlyStart() - start).isEqualTo(slow.earliest(k));
            assertThat(timetable.windows().get(k).totalFloat()).isEqualTo(slow.totalFloat(k));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void movingAnActivityByItsFloatDoesNotMoveTheEndAndByMoreDoes(long seed) {
        var plan = Plans.random(seed, 40, WorkCalendar.STANDARD);
        plan = Plan.of("p", Plans.UTC, Plans.MONDAY, WorkCalendar.STANDARD, plan.activities(), finishStart(plan));
        var timetable = CriticalPath.of(plan);
        for (int k = 0; k < 40; k++) {
            long slack = timetable.windows().get(k).totalFloat();
            var id = plan.activities().get(k).id();

            assertThat(CriticalPath.of(longer(plan, id, slack)).finish()).isEqualTo(timetable.finish());
            assertThat(CriticalPath.of(longer(plan, id, slack + 1)).finish()).isGreaterThan(timetable.finish());
        }
    }

    @Test
    void whatBeganBeforeThePlanAndWhatFollowsItIsNotHeldBack() {
        var early = Plans.MONDAY.minusDays(14);
        var begun = Plans.with(Plans.standard("""
                dig   80
                build 16 after dig
                other 8
                """), "dig", dig -> dig.with(new Progress(early, null, 8 * 60)));
        var allowed =
                Plans.with(Plans.standard("""
                        dig   16
                        build 16 after dig
                        other 8
                        """), "dig", dig -> dig.with(new Constraint(Kind.START_NO_EARLIER, early)));

        // Nine of ten days were done by the Thursday of the week before.
        assertThat(start(CriticalPath.of(begun), 1)).isEqualTo("2026-03-02T08:00");
        assertThat(start(CriticalPath.of(allowed), 0)).isEqualTo("2026-02-16T08:00");
        assertThat(start(CriticalPath.of(allowed), 1)).isEqualTo("2026-02-18T08:00");
        assertThat(start(CriticalPath.of(allowed), 2)).isEqualTo("2026-03-02T08:00");
    }

    private static List<Link> finishStart(Plan plan) {
        return plan.links().stream()
                .map(link -> new Link(link.before(), link.after(), Link.Type.FINISH_START, link.lag(), 0))
                .toList();
    }

    private static Plan longer(Plan plan, String id, long minutes) {
        return Plans.with(plan, id, activity -> Activity.of(id, id, activity.minutes() + minutes));
    }

    private static String finish(Timetable timetable) {
        return date(timetable, timetable.finish());
    }

    private static String start(Timetable timetable, int activity) {
        return date(timetable, timetable.windows().get(activity).start());
    }

    private static String date(Timetable timetable, long instant) {
        return timetable.date(instant).toLocalDateTime().toString();
    }

    /// Dates by relaxing all links until nothing moves, on a time without calendars.
    private record LongestPaths(Plan plan) {

        long earliest(int activity) {
            return starts(plan)[activity];
        }

        /// The most by which the start can be raised without raising the end, searched for.
        long totalFloat(int activity) {
            long end = end(starts(plan));
            long low = 0;
            long high = end + 1;
            while (high - low > 1) {
                long middle = (low + high) / 2;
                if (end(starts(plan, activity, earliest(activity) + middle)) <= end) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private long end(long[] starts) {
            long end = 0;
            for (int k = 0; k < starts.length; k++) {
                end = Math.max(end, starts[k] + plan.activities().get(k).minutes());
            }
            return end;
        }

        private static long[] starts(Plan plan) {
            return starts(plan, 0, 0);
        }

        private static long[] starts(Plan plan, int held, long until) {
            var starts = new long[plan.activities().size()];
            starts[held] = until;
            boolean moved = true;
            while (moved) {
                moved = false;
                for (var link : new ArrayList<>(plan.links())) {
                    long before = plan.activities().get(link.before()).minutes();
                    long after = plan.activities().get(link.after()).minutes();
                    long earliest = starts[link.before()]
                            + link.lag()
                            + switch (link.type()) {
                                case FINISH_START -> before;
                                case START_START -> 0;
                                case FINISH_FINISH -> before - after;
                                case START_FINISH -> -after;
                            };
                    if (earliest > starts[link.after()]) {
                        starts[link.after()] = earliest;
                        moved = true;
                    }
                }
            }
            return starts;
        }
    }
}
