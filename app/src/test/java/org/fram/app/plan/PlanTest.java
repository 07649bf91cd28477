package org.fram.app.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.fram.app.platform.runs.Run;
import org.fram.app.platform.runs.RunState;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.SamplePlan;
import org.fram.app.testing.TestEngagement;
import org.fram.schedule.Activity;
import org.fram.schedule.Constraint;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.Link;
import org.junit.jupiter.api.Test;

/// A plan from its file to what people make of it, and the next file.
class PlanTest {

    private final RunningApp app = RunningApp.shared();
    private final TestEngagement engagement = TestEngagement.create();
    private final SamplePlan plan = new SamplePlan(engagement);

    @Test
    void theFirstFileBecomesThePlan() throws Exception {
        var run = plan.bringIn(SamplePlan.small(10));

        assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
        assertThat(run.result()).isEqualTo("plan");
        var kept = plan.kept();
        assertThat(kept.activities())
                .extracting(one -> one.core().name())
                .containsExactly(
                        "Move to the cloud",
                        "Design workshops",
                        "Configure queues",
                        "User acceptance test",
                        "Train agents",
                        "Go-live",
                        "Support after go-live");
        assertThat(CriticalPath.of(kept.plan()).finishDate())
                .isEqualTo(CriticalPath.of(SamplePlan.small(10)).finishDate());
        assertThat(plan.named("User acceptance test").additions().area()).isEqualTo(Area.TESTING);
        assertThat(plan.named("Train agents").additions().area()).isEqualTo(Area.TRAINING);
    }

    @Test
    void aFileThatIsNoPlanSaysWhatIsWrongAndNothingIsKept() throws Exception {
        byte[] whole = SamplePlan.mspdi(SamplePlan.small(10));
        String text = new String(whole, StandardCharsets.UTF_8);

        assertThat(failure(plan.bringIn("half.mpp", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2})))
                .contains("half.mpp", "damaged, not whole");
        assertThat(failure(plan.bringIn("cut.xml", Arrays.copyOf(whole, whole.length / 2))))
                .contains("cut.xml", "damaged, not whole");
        assertThat(failure(plan.bringIn("old.pod", whole))).contains("old.pod", "serialised Java objects");
        assertThat(failure(plan.bringIn("letter.xml", "Dear all".getBytes(StandardCharsets.UTF_8))))
                .contains("letter.xml", "is not a plan that can be read");
        String dangling =
                text.replaceFirst("<PredecessorUID>\\d+</PredecessorUID>", "<PredecessorUID>4711</PredecessorUID>");
        assertThat(dangling).isNotEqualTo(text);
        assertThat(failure(plan.bringIn("dangling.xml", dangling.getBytes(StandardCharsets.UTF_8))))
                .contains("4711");
        assertThat(engagement.customer().asks(() -> app.get(Plans.class).find(engagement.id())))
                .isEmpty();
    }

    @Test
    void aCircleAndANegativeLengthAreNamed() throws Exception {
        String rows = "Id,Name,Duration (days),Waits for,Start\n1,Dig,2,3,2027-01-04\n2,Pour,1,1,\n3,Build,4,2,\n";
        assertThat(failure(plan.bringIn("circle.xlsx", Workbooks.of(rows))))
                .contains("wait for each other", "Dig", "Pour", "Build");
        String negative = "Id,Name,Duration (days),Waits for,Start\n1,Dig,-2,,2027-01-04\n2,Pour,1,1,\n";
        assertThat(failure(plan.bringIn("negative.xlsx", Workbooks.of(negative))))
                .contains("-2");
        assertThat(engagement.customer().asks(() -> app.get(Plans.class).find(engagement.id())))
                .isEmpty();
    }

    @Test
    void aLaterFileShowsWhatItWouldChangeAndLosesNothingThatPeopleAdded() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        var test = plan.named("User acceptance test");
        var training = plan.named("Train agents");
        edit(
                test,
                edit -> new ActivityEdit(
                        edit.name(),
                        edit.duration(),
                        "8d",
                        "10d",
                        "20d",
                        "",
                        "",
                        "",
                        edit.constraint(),
                        "",
                        "",
                        edit.waits(),
                        engagement.vendorParty(),
                        Area.TESTING,
                        "O-001, O-002",
                        edit.parent(),
                        edit.seen()));
        edit(training, edit -> with(edit, "6d", edit.obligations() + "O-003"));
        app.get(ConfirmingDurations.class).confirm(engagement.vendor().actor(), engagement.id(), test.id(), 10 * 480);

        // The next file has a longer test, no training any more, and something new.
        var next = SamplePlan.small(15);
        var activities = new java.util.ArrayList<>(next.activities());
        activities.set(4, Activity.of("8", "Rehearse the cutover", 2 * 480).within(0));
        var run = plan.bringIn(next.withActivities(activities));
        assertThat(run.result()).startsWith("plan/arrivals/");
        assertThat(plan.named("User acceptance test").core().minutes()).isEqualTo(10 * 480);

        var arrival = arrival(run);
        var difference = shown(arrival, false);
        assertThat(difference.added()).extracting(Difference.Line::code).containsExactly("8");
        assertThat(difference.gone()).extracting(Difference.Line::code).containsExactly("5");
        assertThat(difference.gone().getFirst().kept()).isTrue();
        assertThat(difference.changed()).anySatisfy(line -> {
            assertThat(line.code()).isEqualTo("4");
            assertThat(Objects.requireNonNull(line.before()).minutes()).isEqualTo(10 * 480);
            assertThat(Objects.requireNonNull(line.after()).minutes()).isEqualTo(15 * 480);
        });
        assertThat(difference.after()).isEqualTo(difference.before().plusDays(7));

        assertThat(take(arrival, false)).isInstanceOf(TakingOver.Outcome.Done.class);
        var longer = plan.named("User acceptance test");
        assertThat(longer.id()).isEqualTo(test.id());
        assertThat(longer.core().minutes()).isEqualTo(15 * 480);
        assertThat(longer.additions().obligations()).containsExactly("O-001", "O-002");
        assertThat(longer.additions().range()).isEqualTo(new PlannedActivity.Range(8 * 480, 10 * 480, 20 * 480));
        assertThat(plan.kept().find(training.id())).isEmpty();
        // What was confirmed was another length.
        assertThat(engagement
                        .customer()
                        .asks(() -> app.get(DurationConfirmations.class).of(engagement.id())))
                .singleElement()
                .matches(one -> !one.holds(longer));

        // The training comes back with all that was added.
        take(arrival(plan.bringIn(SamplePlan.small(15))), false);
        var back = plan.named("Train agents");
        assertThat(back.id()).isEqualTo(training.id());
        assertThat(back.core().minutes()).isEqualTo(4 * 480);
        assertThat(back.additions().obligations()).containsExactly("O-003");
    }

    @Test
    void mergingKeepsWhatWasChangedHereWhereTheFileSaysNothingNew() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        edit(plan.named("Train agents"), edit -> with(edit, "6d", ""));
        edit(plan.named("User acceptance test"), edit -> with(edit, "11d", ""));
        var added = app.get(EditingPlan.class)
                .add(engagement.customer().actor(), engagement.id(), blank("Move the phones", "3d", "3"));
        assertThat(added).isInstanceOf(EditingPlan.Outcome.Done.class);

        var arrival = arrival(plan.bringIn(SamplePlan.small(15)));
        assertThat(shown(arrival, true).gone()).isEmpty();
        assertThat(take(arrival, true)).isInstanceOf(TakingOver.Outcome.Done.class);

        assertThat(plan.named("Train agents").core().minutes()).isEqualTo(6 * 480);
        assertThat(plan.named("User acceptance test").core().minutes()).isEqualTo(15 * 480);
        assertThat(plan.named("Move the phones").core().minutes()).isEqualTo(3 * 480);
        assertThat(Waits.write(plan.kept(), plan.named("Move the phones").id())).isEqualTo("3");
    }

    @Test
    void somethingThatSomebodyChangedMeanwhileIsNotTakenOver() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        var arrival = arrival(plan.bringIn(SamplePlan.small(15)));
        long seen = plan.kept().standing().revision();
        edit(plan.named("Train agents"), edit -> with(edit, "6d", ""));

        assertThat(app.get(TakingOver.class).take(engagement.customer().actor(), engagement.id(), arrival, false, seen))
                .isInstanceOf(TakingOver.Outcome.Refused.class);
        assertThat(plan.named("Train agents").core().minutes()).isEqualTo(6 * 480);
    }

    @Test
    void whatIsChangedCanBeUndoneUntilSomebodyChangesItAgain() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        var before = plan.kept();
        var test = plan.named("User acceptance test");
        var editing = app.get(EditingPlan.class);
        var me = engagement.customer().actor();

        assertThat(editing.move(me, engagement.id(), test.id(), LocalDate.of(2027, 3, 1), test.version()))
                .isInstanceOf(EditingPlan.Outcome.Done.class);
        assertThat(plan.named("User acceptance test").core().constraint())
                .isEqualTo(new Constraint(
                        Constraint.Kind.START_NO_EARLIER,
                        LocalDate.of(2027, 3, 1).atTime(8, 0)));
        assertThat(editing.undo(me, engagement.id())).isInstanceOf(EditingPlan.Outcome.Done.class);
        assertThat(plan.named("User acceptance test").core()).isEqualTo(test.core());

        // Removed, what waited for it waits for what it waited for; brought back, all is as before.
        editing.remove(me, engagement.id(), test.id());
        var without = plan.kept();
        assertThat(without.find(test.id())).isEmpty();
        assertThat(without.before(plan.named("Go-live").id()))
                .extracting(link -> without.find(link.before()).orElseThrow().code())
                .containsExactlyInAnyOrder("5", "3");
        editing.undo(me, engagement.id());
        assertThat(plan.kept().links()).containsExactlyInAnyOrderElementsOf(before.links());

        // What somebody else changed since is left alone.
        edit(plan.named("Train agents"), edit -> with(edit, "6d", ""));
        var theirs = plan.named("Train agents");
        app.get(EditingPlan.class)
                .move(
                        engagement.vendor().actor(),
                        engagement.id(),
                        theirs.id(),
                        LocalDate.of(2027, 5, 3),
                        theirs.version());
        assertThat(editing.undo(me, engagement.id())).isInstanceOf(EditingPlan.Outcome.Refused.class);
    }

    @Test
    void whatMakesNoPlanIsRefusedAndNamed() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        var design = plan.named("Design workshops");
        var before = plan.kept();

        var circle = change(design, edit -> waits(edit, "6"));
        assertThat(circle).isInstanceOf(EditingPlan.Outcome.Refused.class);
        assertThat(reason(circle)).contains("wait for each other", "Go-live");
        assertThat(reason(change(design, edit -> waits(edit, "77")))).contains("plan.refused.waits", "77");
        assertThat(reason(change(design, edit -> with(edit, "soon", "")))).contains("plan.refused.length", "soon");
        assertThat(plan.kept()).isEqualTo(before);
    }

    @Test
    void linksAreReadAsTheyAreWritten() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        var live = plan.named("Go-live");

        edit(live, edit -> waits(edit, "4; 5SS+2d; 3FF-4h; 2+3ed"));
        var kept = plan.kept();
        assertThat(kept.before(live.id()))
                .extracting(PlannedLink::type)
                .containsExactly(
                        Link.Type.FINISH_START, Link.Type.START_START, Link.Type.FINISH_FINISH, Link.Type.FINISH_START);
        assertThat(kept.before(live.id())).extracting(PlannedLink::lag).containsExactly(0L, 960L, -240L, 3L * 1440);
        assertThat(Waits.write(kept, live.id())).isEqualTo("4; 5SS+2d; 3FF-0.5d; 2FS+3ed");
    }

    @Test
    void nobodyConfirmsForTheOtherSide() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        var test = plan.named("User acceptance test");
        var confirming = app.get(ConfirmingDurations.class);
        confirming.confirm(engagement.vendor().actor(), engagement.id(), test.id(), 10 * 480);

        assertThat(engagement
                        .customer()
                        .asks(() -> app.get(DurationConfirmations.class).of(engagement.id())))
                .extracting(DurationConfirmations.Confirmation::side)
                .containsExactly(DurationConfirmations.TableSide.VENDOR);
        assertThat(confirming.confirm(engagement.customer().actor(), engagement.id(), test.id(), 9 * 480))
                .isInstanceOf(ConfirmingDurations.Outcome.Refused.class);
        confirming.takeBack(engagement.vendor().actor(), engagement.id(), test.id());
        assertThat(engagement
                        .customer()
                        .asks(() -> app.get(DurationConfirmations.class).of(engagement.id())))
                .isEmpty();
    }

    @Test
    void goingLiveWaitsForNothingThatComesAfterIt() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        var editing = app.get(EditingPlan.class);
        editing.frame(
                engagement.customer().actor(),
                engagement.id(),
                plan.named("Go-live").id(),
                SamplePlan.START,
                null);

        var kept = plan.kept();
        var part = GoLivePlan.of(kept);
        assertThat(part.activities()).extracting(one -> one.core().name()).doesNotContain("Support after go-live");
        var whole = CriticalPath.of(kept.plan());
        int live = Objects.requireNonNull(
                kept.positions().get(plan.named("Go-live").id()));
        assertThat(CriticalPath.of(part.plan()).finish())
                .isEqualTo(whole.windows().get(live).finish());
    }

    private String failure(Run run) {
        assertThat(run.state()).as(run.toString()).isEqualTo(RunState.FAILED);
        return String.valueOf(run.failure());
    }

    private static UUID arrival(Run run) {
        return UUID.fromString(String.valueOf(run.result()).replace("plan/arrivals/", ""));
    }

    private Difference shown(UUID arrival, boolean merging) {
        var preview =
                engagement.customer().asks(() -> app.get(TakingOver.class).preview(engagement.id(), arrival, merging));
        assertThat(preview).isInstanceOf(TakingOver.Preview.Shown.class);
        return ((TakingOver.Preview.Shown) preview).difference();
    }

    private TakingOver.Outcome take(UUID arrival, boolean merging) {
        return app.get(TakingOver.class)
                .take(
                        engagement.customer().actor(),
                        engagement.id(),
                        arrival,
                        merging,
                        plan.kept().standing().revision());
    }

    private void edit(PlannedActivity one, java.util.function.UnaryOperator<ActivityEdit> how) {
        assertThat(change(one, how)).isInstanceOf(EditingPlan.Outcome.Done.class);
    }

    private EditingPlan.Outcome change(PlannedActivity one, java.util.function.UnaryOperator<ActivityEdit> how) {
        return Edits.change(engagement, plan, one, how);
    }

    private static String reason(EditingPlan.Outcome outcome) {
        return outcome.toString();
    }

    private static ActivityEdit with(ActivityEdit edit, String duration, String obligations) {
        return Edits.with(edit, duration, obligations);
    }

    private static ActivityEdit waits(ActivityEdit edit, String waits) {
        return Edits.waits(edit, waits);
    }

    private static ActivityEdit blank(String name, String duration, String waits) {
        return Edits.blank(name, duration, waits);
    }
}
