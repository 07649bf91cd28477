package org.fram.schedule.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.fram.schedule.Activity;
import org.fram.schedule.Activity.Baseline;
import org.fram.schedule.Activity.Progress;
import org.fram.schedule.Constraint;
import org.fram.schedule.Costs;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.Plan;
import org.fram.schedule.Plans;
import org.fram.schedule.Resource;
import org.fram.schedule.Resource.Assignment;
import org.fram.schedule.health.Health.Check;
import org.fram.schedule.health.Health.Concern;
import org.fram.schedule.health.Health.Verdict;
import org.fram.schedule.health.HealthLimits.Aspect;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class HealthTest {

    private static final Plan CHAIN = Plans.standard("""
            design 40
            build  80 after design
            test   40 after build
            live   0  after test
            """);

    @Test
    void theLibraryHasTheFourteenPublishedThresholds() {
        assertThat(HealthLimits.library().checks())
                .extracting(limit -> limit.check().word(), HealthLimits.Limit::most, HealthLimits.Limit::least)
                .containsExactly(
                        tuple("logic", 0.05, null),
                        tuple("leads", 0.0, null),
                        tuple("lags", 0.05, null),
                        tuple("link-types", null, 0.9),
                        tuple("hard-constraints", 0.05, null),
                        tuple("high-float", 0.05, null),
                        tuple("negative-float", 0.0, null),
                        tuple("high-duration", 0.05, null),
                        tuple("invalid-dates", 0.0, null),
                        tuple("resources", 0.0, null),
                        tuple("missed-tasks", 0.05, null),
                        tuple("critical-path-test", null, 0.95),
                        tuple("critical-path-length", null, 0.95),
                        tuple("baseline-execution", null, 0.95));
    }

    @Test
    void aChainPassesWhatItCanBeAskedAndTheRestIsNotTold() {
        var health = health(CHAIN);

        assertThat(health.count(Verdict.FAILED)).isZero();
        assertThat(health.checks())
                .filteredOn(check -> check.verdict() == Verdict.UNTOLD)
                .extracting(check -> check.limit().check())
                .containsExactly(
                        Aspect.INVALID_DATES,
                        Aspect.RESOURCES,
                        Aspect.MISSED_TASKS,
                        Aspect.CRITICAL_PATH_LENGTH,
                        Aspect.BASELINE_EXECUTION);
        assertThat(check(health, Aspect.MISSED_TASKS).reason()).contains("no baseline");
        assertThat(check(health, Aspect.INVALID_DATES).reason()).contains("no status date");
        assertThat(health.checks())
                .extracting(Check::number)
                .startsWith(1, 2, 3)
                .hasSize(14);
    }

    @Test
    void whatLacksALinkIsFoundButForTheFirstAndTheLast() {
        var loose = Plans.standard("""
                design 40
                build  80 after design
                order  16
                live   0  after build
                """);
        var check = check(health(loose), Aspect.LOGIC);

        assertThat(check.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(check.value()).isEqualTo(0.25);
        assertThat(check.concerns())
                .containsExactly(new Concern("order", "order", "waits for nothing, and nothing waits for it"));
    }

    @Test
    void leadsLagsAndKindsOfLinksAreCountedByLink() {
        var health = health(Plans.standard("""
                a 40
                b 40 after a FS-8
                c 40 after b SS+16
                d 40 after c
                e 40 after d
                """));

        assertThat(check(health, Aspect.LEADS).count()).isEqualTo(1);
        assertThat(check(health, Aspect.LEADS).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(check(health, Aspect.LEADS).concerns())
                .containsExactly(new Concern("b", "b", "waits with a lead for \"a\" (finish start, -1.0 days)"));
        assertThat(check(health, Aspect.LAGS).value()).isEqualTo(0.25);
        assertThat(check(health, Aspect.LINK_TYPES).value()).isEqualTo(0.75);
        assertThat(check(health, Aspect.LINK_TYPES).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void onlyConstraintsThatOverruleLinksAreHard() {
        var day = LocalDateTime.of(2026, 3, 9, 8, 0);

        var soft = with(CHAIN, "build", a -> a.with(new Constraint(Constraint.Kind.START_NO_EARLIER, day)));
        var hard = with(CHAIN, "build", a -> a.with(new Constraint(Constraint.Kind.MUST_START, day)));

        assertThat(check(health(soft), Aspect.HARD_CONSTRAINTS).value()).isZero();
        assertThat(check(health(hard), Aspect.HARD_CONSTRAINTS).concerns())
                .containsExactly(new Concern("build", "build", "must start 2026-03-09"));
    }

    @Test
    void floatIsHighAboveFortyFourDaysAndNegativeBelowZero() {
        var plan = Plans.standard("""
                circuit 400
                badges  40
                forms   48
                live    0  after circuit badges forms
                """);
        var health = health(plan);
        var late = with(plan, "live", live -> live.dueBy(LocalDateTime.of(2026, 3, 13, 17, 0)));

        // 50 days of circuit less 5 and 6 days.
        assertThat(check(health, Aspect.HIGH_FLOAT).concerns())
                .containsExactly(new Concern("badges", "badges", "45 working days of float"));
        assertThat(check(health, Aspect.NEGATIVE_FLOAT).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(check(health(late), Aspect.NEGATIVE_FLOAT).concerns())
                .contains(new Concern("circuit", "circuit", "40.0 working days too late"));
        assertThat(check(health, Aspect.HIGH_DURATION).concerns())
                .containsExactly(new Concern("circuit", "circuit", "50 working days"));
    }

    @Test
    void theBaselineSaysHowLongSomethingWasToTake() {
        var agreed = with(
                CHAIN,
                "build",
                build -> build.with(new Baseline(Plans.MONDAY, LocalDateTime.of(2026, 5, 8, 17, 0), 50 * 480)));

        assertThat(check(health(agreed), Aspect.HIGH_DURATION).concerns())
                .containsExactly(new Concern("build", "build", "50 working days"));
    }

    @Test
    void datesStandOnTheRightSideOfTheStatusDate() {
        var status = LocalDateTime.of(2026, 3, 10, 17, 0);
        var plan = with(
                        CHAIN,
                        "design",
                        design -> design.with(new Progress(Plans.MONDAY, LocalDateTime.of(2026, 3, 6, 17, 0), 0)))
                .with(new Plan.Status(status, false));
        var early = with(
                plan,
                "test",
                test -> test.with(
                        new Progress(LocalDateTime.of(2026, 3, 12, 8, 0), LocalDateTime.of(2026, 3, 13, 17, 0), 0)));

        assertThat(check(health(plan), Aspect.INVALID_DATES).concerns())
                .containsExactly(new Concern("build", "build", "is to begin on 2026-03-09, before the status date"));
        assertThat(check(health(early), Aspect.INVALID_DATES).concerns())
                .contains(new Concern("test", "test", "finished on 2026-03-13, after the status date"));
        assertThat(check(health(plan.with(new Plan.Status(status, true))), Aspect.INVALID_DATES)
                        .verdict())
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void aTaskHasAResourceOrACost() {
        var staffed =
                CHAIN.with(List.of(new Resource("r", "Engineer", 100, Plan.NONE)), List.of(new Assignment(0, 0, 100)));
        var costs = new Costs("EUR", 0, List.of(new Costs.OfActivity(1, 5000, 0)), List.of());

        assertThat(check(health(staffed), Aspect.RESOURCES).concerns())
                .extracting(Concern::id)
                .containsExactly("build", "test");
        assertThat(check(Health.of(staffed, costs, HealthLimits.library()), Aspect.RESOURCES)
                        .concerns())
                .extracting(Concern::id)
                .containsExactly("test");
    }

    @Test
    void missedTasksAndExecutionAreHeldAgainstTheBaseline() {
        var plan = baselined(CHAIN).with(new Plan.Status(LocalDateTime.of(2026, 3, 20, 17, 0), true));
        var onTime = with(
                plan,
                "design",
                design -> design.with(new Progress(Plans.MONDAY, LocalDateTime.of(2026, 3, 6, 17, 0), 0)));
        var health = health(onTime);

        // Design and build were to be finished; design is.
        assertThat(check(health, Aspect.MISSED_TASKS).value()).isEqualTo(0.5);
        assertThat(check(health, Aspect.MISSED_TASKS).concerns())
                .containsExactly(
                        new Concern("build", "build", "was to finish on 2026-03-20, will finish on 2026-04-03"));
        assertThat(check(health, Aspect.BASELINE_EXECUTION).value()).isEqualTo(0.5);
        assertThat(check(health, Aspect.BASELINE_EXECUTION).concerns())
                .extracting(Concern::id)
                .containsExactly("build");
        // Fifteen days are left, ten more than there is time for.
        assertThat(check(health, Aspect.CRITICAL_PATH_LENGTH).value()).isCloseTo(5 / 15.0, within(1e-9));
        assertThat(check(health, Aspect.CRITICAL_PATH_LENGTH).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void aPlanThatIsAsAgreedHasIndicesOfOne() {
        var plan = baselined(CHAIN);

        assertThat(check(health(plan), Aspect.CRITICAL_PATH_LENGTH).value()).isEqualTo(1);
        assertThat(check(health(plan.with(new Plan.Status(Plans.MONDAY, true))), Aspect.BASELINE_EXECUTION)
                        .reason())
                .contains("nothing was to be finished");
    }

    @Test
    void aDelayOnTheCriticalPathReachesTheFinishUnlessADateHoldsIt() {
        var held = with(
                CHAIN,
                "test",
                test -> test.with(new Constraint(Constraint.Kind.MUST_FINISH, LocalDateTime.of(2026, 4, 30, 17, 0))));

        assertThat(check(health(CHAIN), Aspect.CRITICAL_PATH_TEST).value()).isEqualTo(1);
        assertThat(check(health(CHAIN), Aspect.CRITICAL_PATH_TEST).concerns())
                .extracting(Concern::id)
                .containsExactly("design");
        assertThat(check(health(held), Aspect.CRITICAL_PATH_TEST).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(check(health(held), Aspect.CRITICAL_PATH_TEST).reason())
                .isEqualTo("\"test\" was made 600 working days longer, and the finish moved by 0.");
    }

    @Test
    void jsonSaysWhatWasMeasuredAndWhy() {
        var json = JsonMapper.shared().readTree(HealthJson.write(CHAIN, health(CHAIN)));

        assertThat(json.path("passed").asInt()
                        + json.path("failed").asInt()
                        + json.path("untold").asInt())
                .isEqualTo(14);
        assertThat(json.path("checks").get(0).path("check").asString()).isEqualTo("logic");
        assertThat(json.path("checks").get(0).path("most").asDouble()).isEqualTo(0.05);
        assertThat(json.path("checks").get(13).has("measured")).isFalse();
        assertThat(json.path("checks").get(13).path("verdict").asString()).isEqualTo("untold");
    }

    private static Plan baselined(Plan plan) {
        var timetable = CriticalPath.of(plan);
        var activities = new ArrayList<Activity>();
        for (int k = 0; k < plan.activities().size(); k++) {
            var window = timetable.windows().get(k);
            var activity = plan.activities().get(k);
            activities.add(activity.with(new Baseline(
                    timetable.date(window.start()).toLocalDateTime(),
                    timetable.date(window.finish()).toLocalDateTime(),
                    activity.minutes())));
        }
        return plan.withActivities(activities);
    }

    private static Plan with(Plan plan, String id, UnaryOperator<Activity> change) {
        return Plans.with(plan, id, change);
    }

    private static Health health(Plan plan) {
        return Health.of(plan, Costs.NONE, HealthLimits.library());
    }

    private static Check check(Health health, Aspect aspect) {
        return health.checks().stream()
                .filter(check -> check.limit().check() == aspect)
                .findFirst()
                .orElseThrow();
    }
}
