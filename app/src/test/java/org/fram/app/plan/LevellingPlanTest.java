package org.fram.app.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.fram.app.plan.DecidingLevelling.Outcome;
import org.fram.app.plan.LevellingResources.Effort;
import org.fram.app.plan.Levellings.Levelling;
import org.fram.app.platform.access.NotAllowedException;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.runs.CancellingRun;
import org.fram.app.platform.runs.Run;
import org.fram.app.platform.runs.RunState;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.SamplePlan;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.fram.schedule.Activity;
import org.fram.schedule.Constraint;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.Link;
import org.fram.schedule.Plan;
import org.fram.schedule.Resource;
import org.fram.schedule.Resource.Assignment;
import org.fram.schedule.WorkCalendar;
import org.junit.jupiter.api.Test;

/// A plan is levelled, and somebody takes the dates over or leaves them.
class LevellingPlanTest {

    private static final long DAY = 8 * 60;

    private final RunningApp app = RunningApp.shared();
    private final TestEngagement engagement = TestEngagement.create();
    private final SamplePlan plan = new SamplePlan(engagement);
    private final DecidingLevelling deciding = app.get(DecidingLevelling.class);

    @Test
    void whoIsNeededTwiceAtOnceDoesOneAfterTheOther() throws Exception {
        plan.bringIn(twice(100));
        var run = level();
        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.result()).isEqualTo("plan/levelled");

        var found = found().result();
        assertThat(found.overBefore()).isPositive();
        assertThat(found.overAfter()).isZero();
        assertThat(found.proven()).isTrue();
        assertThat(found.before()).isEqualTo(LocalDate.of(2027, 1, 15));
        assertThat(found.finish()).isEqualTo(LocalDate.of(2027, 1, 22));
        assertThat(found.earliest()).isEqualTo(found.finish());
        assertThat(HoldingBack.overbookings(plan.kept()))
                .as("nothing changes by itself")
                .isPositive();

        assertThat(take()).isInstanceOf(Outcome.Done.class);
        assertThat(HoldingBack.overbookings(plan.kept())).isZero();
        assertThat(finish()).isEqualTo(found.finish());
        assertThat(found().outcome()).isEqualTo(Levellings.Outcome.TAKEN);
        assertThat(take()).as("taken twice").isInstanceOf(Outcome.Refused.class);
        assertThat(deeds()).contains("plan-levelled");
    }

    @Test
    void whatFollowsByItsLinksIsNotBound() throws Exception {
        plan.bringIn(twice(100));
        level();

        assertThat(found().result().starts()).hasSize(1);
        var kept = plan.kept();
        assertThat(Difference.of(kept, HoldingBack.with(kept, found().result().starts()))
                        .changed())
                .as("it and what waits for it")
                .hasSize(2);
        take();
        var held = plan.kept().activities().stream()
                .filter(one -> one.core().constraint().kind() == Constraint.Kind.START_NO_EARLIER)
                .toList();
        assertThat(held).hasSize(1);
        var changes = engagement
                .customer()
                .asks(() -> app.get(PlanChanges.class).of(held.getFirst().id(), 5));
        assertThat(changes).as("its history").hasSize(1);
    }

    @Test
    void whatNobodyCanDoIsSaid() throws Exception {
        plan.bringIn(twice(150));
        var run = level();

        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(Objects.requireNonNull(run.failure()).values().getFirst().toString())
                .contains("needs 1.5 of \"Engineer\"");
        assertThat(newest()).isEmpty();
    }

    @Test
    void aPlanWithoutResourcesIsNotLevelled() throws Exception {
        plan.bringIn(SamplePlan.large(20));
        var run = level();
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(Objects.requireNonNull(run.failure()).key()).isEqualTo("plan.levelling.noResources");
    }

    @Test
    void aPlanThatWasChangedSinceIsLevelledAgainFirst() throws Exception {
        plan.bringIn(twice(100));
        level();
        Edits.change(engagement, plan, plan.named("Configure"), edit -> Edits.with(edit, "6d", ""));

        assertThat(take()).isInstanceOf(Outcome.Refused.class);
        assertThat(deciding.take(engagement.customer().actor(), engagement.id(), UUID.randomUUID()))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void whatIsLeftChangesNothing() throws Exception {
        plan.bringIn(twice(100));
        level();
        var before = plan.kept().activities();
        assertThat(deciding.decline(engagement.customer().actor(), engagement.id(), found().id()))
                .isInstanceOf(Outcome.Done.class);

        assertThat(plan.kept().activities()).isEqualTo(before);
        assertThat(take()).isInstanceOf(Outcome.Refused.class);
        assertThat(deciding.decline(engagement.customer().actor(), engagement.id(), found().id()))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void whatIsUnderWayIsCancelledAndFindsNothing() throws Exception {
        plan.bringIn(busy());
        var me = engagement.customer().actor();
        var run = app.get(LevellingResources.class).request(me, engagement.id(), Effort.THOROUGH);
        Thread.sleep(1_500);
        app.get(CancellingRun.class).cancel(me, engagement.id(), run);

        assertThat(SowDraft.await(engagement, run).state()).isEqualTo(RunState.CANCELLED);
        assertThat(newest()).isEmpty();
    }

    @Test
    void onlyWhoMayChangeThePlanLevelsIt() throws Exception {
        plan.bringIn(twice(100));
        level();
        var stranger = app.person("Somebody");
        assertThatThrownBy(() -> deciding.take(stranger.actor(), engagement.id(), found().id()))
                .isInstanceOfAny(NotAllowedException.class, NotFoundException.class);
    }

    /// Two activities of a week each for one engineer, each with one behind it.
    private static Plan twice(int units) {
        var activities = List.of(
                Activity.of("1", "Configure", 5 * DAY),
                Activity.of("2", "Integrate", 5 * DAY),
                Activity.of("3", "Try the configuration", 5 * DAY),
                Activity.of("4", "Try the integration", 5 * DAY));
        return Plan.of(
                        "Move",
                        ZoneOffset.UTC,
                        SamplePlan.START.atTime(8, 0),
                        WorkCalendar.STANDARD,
                        activities,
                        List.of(Link.of(0, 2), Link.of(1, 3)))
                .with(
                        List.of(new Resource("R1", "Engineer", 100, Plan.NONE)),
                        List.of(new Assignment(0, 0, units), new Assignment(1, 0, 100)));
    }

    /// Many activities on few people, of which nobody soon knows whether it could be shorter.
    private static Plan busy() {
        var activities = new ArrayList<Activity>();
        var links = new ArrayList<Link>();
        var assignments = new ArrayList<Assignment>();
        var random = new SplittableRandom(7);
        for (int k = 0; k < 300; k++) {
            activities.add(Activity.of("A" + k, "Work " + k, random.nextLong(1, 12) * DAY));
            for (int resource = 0; resource < 4; resource++) {
                if (random.nextInt(3) == 0) {
                    assignments.add(new Assignment(k, resource, random.nextInt(20, 100)));
                }
            }
            if (k > 20) {
                links.add(Link.of(random.nextInt(k - 20, k), k));
            }
        }
        var resources = new ArrayList<Resource>();
        for (int resource = 0; resource < 4; resource++) {
            resources.add(new Resource("R" + resource, "Team " + resource, 100, Plan.NONE));
        }
        return Plan.of("Busy", ZoneOffset.UTC, SamplePlan.START.atTime(8, 0), WorkCalendar.STANDARD, activities, links)
                .with(resources, assignments);
    }

    private Run level() throws InterruptedException {
        return SowDraft.await(
                engagement,
                app.get(LevellingResources.class)
                        .request(engagement.customer().actor(), engagement.id(), Effort.QUICK));
    }

    private Optional<Levelling> newest() {
        return engagement.customer().asks(() -> app.get(Levellings.class).newest(engagement.id()));
    }

    private Levelling found() {
        return newest().orElseThrow();
    }

    private Outcome take() {
        return deciding.take(engagement.customer().actor(), engagement.id(), found().id());
    }

    private LocalDate finish() {
        return CriticalPath.of(plan.kept().plan()).finishDate().toLocalDate();
    }

    private List<String> deeds() {
        return engagement
                .customer()
                .asks(() -> app.get(Ledger.class).newest(engagement.id(), Long.MAX_VALUE, 50))
                .stream()
                .flatMap(entry -> Optional.ofNullable(entry.details()).stream())
                .map(details -> details.kind())
                .toList();
    }
}
