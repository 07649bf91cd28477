package org.fram.app.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fram.app.engagement.ManagingPeople;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.runs.RunState;
import org.fram.app.practice.Facts;
import org.fram.app.practice.Practices;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SamplePlan;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.fram.facts.FactsDocument;
import org.fram.facts.PlanFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How certain the go-live date is, what practices make of the plan, and an executive’s word.
class DateTest {

    private final RunningApp app = RunningApp.shared();
    private final TestEngagement engagement = TestEngagement.create();
    private final SamplePlan plan = new SamplePlan(engagement);
    private final EngagementId id = engagement.id();

    @Test
    void thePracticeOnUnlikelyDatesFiresUntilAnExecutiveAcceptsAndAgainWhenItGetsLessLikely() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        var executive = executive();
        assertThat(planFacts().target()).isNull();
        engagement.retarget(engagement.customer(), LocalDate.of(2027, 3, 29));
        assertThat(found("PLAN-01")).isEmpty();

        simulate();
        var shown = shown();
        assertThat(shown.percent()).isBetween(1, 79);
        assertThat(found("PLAN-01")).singleElement().asString().contains("no executive has accepted");

        // Neither a manager who is no executive nor the vendor accepts, nor does anybody what they did not see.
        assertThat(accept(engagement.customer(), shown.sha256())).isInstanceOf(AcceptingDate.Outcome.Refused.class);
        assertThat(accept(executive, "0".repeat(64))).isInstanceOf(AcceptingDate.Outcome.Refused.class);
        assertThat(found("PLAN-01")).isNotEmpty();

        assertThat(accept(executive, shown.sha256())).isInstanceOf(AcceptingDate.Outcome.Done.class);
        assertThat(found("PLAN-01")).isEmpty();
        assertThat(engagement.customer().asks(() -> app.get(Ledger.class).newest(id, Long.MAX_VALUE, 1)))
                .singleElement()
                .satisfies(entry -> {
                    var details = Objects.requireNonNull(entry.details());
                    assertThat(details.kind()).isEqualTo("date-accepted");
                    assertThat(details.what())
                            .containsEntry("shown", shown.sha256())
                            .containsEntry("probability", shown.percent() + " %");
                });

        // The plan gets longer: what was accepted does not hold any more.
        Edits.change(engagement, plan, plan.named("User acceptance test"), edit -> Edits.with(edit, "12d", ""));
        simulate();
        assertThat(shown().percent()).isLessThan(shown.percent());
        assertThat(found("PLAN-01")).singleElement().asString().contains("what was accepted is");

        // A date that is likely enough needs nobody.
        engagement.retarget(engagement.customer(), LocalDate.of(2027, 8, 1));
        assertThat(shown().percent()).isGreaterThanOrEqualTo(80);
        assertThat(found("PLAN-01")).isEmpty();
    }

    @Test
    void theSamePlanGivesTheSameAnswerAndWhatIsOlderThanThePlanIsKnown() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        simulate();
        var first = newest();
        simulate();
        var second = newest();
        assertThat(second.result()).isEqualTo(first.result());
        assertThat(second.revision()).isEqualTo(plan.kept().standing().revision());

        Edits.change(engagement, plan, plan.named("Train agents"), edit -> Edits.with(edit, "6d", ""));
        assertThat(newest().revision()).isLessThan(plan.kept().standing().revision());
        // Training has float enough, so that the date stays as certain; the other figures are told anew all the same.
        assertThat(newest().result().finishes()).isEqualTo(first.result().finishes());
    }

    @Test
    void optionsAreComparedOnTheSameRandomNumbers() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        option("A second engineer", PlanOption.Type.REINFORCE, "", null, "Engineer", "1");
        option("Half of the test", PlanOption.Type.PART, "4", null, "", "50");
        option("No test at all", PlanOption.Type.DROP, "", Area.TESTING, "", "");
        option("Nothing really", PlanOption.Type.PART, "4", null, "", "100");
        option("Shorter training", PlanOption.Type.LENGTH, "5", null, "", "2d");
        assertThat(weigh("A ghost", PlanOption.Type.DROP, "99", null, "", ""))
                .isInstanceOf(WeighingOptions.Outcome.Refused.class);
        assertThat(weigh("Nobody", PlanOption.Type.REINFORCE, "", null, "Nobody", "1"))
                .isInstanceOf(WeighingOptions.Outcome.Refused.class);
        simulate();

        var result = newest().result();
        var known = engagement.customer().asks(() -> app.get(PlanOptions.class).of(id));
        var gains = known.stream()
                .map(one -> result.ofOption(one.id()).orElseThrow().gain80())
                .toList();
        assertThat(gains.get(0)).isPositive();
        assertThat(gains.get(1)).isPositive();
        assertThat(gains.get(2)).isGreaterThan(gains.get(1));
        assertThat(gains.get(3)).isZero();
        assertThat(gains.get(4)).isZero();
    }

    @Test
    void threePointsOfPeopleTakeThePlaceOfDefaults() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        simulate();
        var before = newest().result();
        var test = plan.named("User acceptance test");
        app.get(EditingPlan.class).change(engagement.customer().actor(), id, test.id(), wide(test));
        simulate();

        assertThat(newest().result().byDefault()).isEqualTo(before.byDefault() - 1);
        assertThat(newest().result().finishes().day(0.8))
                .isAfter(before.finishes().day(0.8));
        assertThat(newest().result().drivers().getFirst().name()).isEqualTo("User acceptance test");
    }

    @Test
    void withoutAPlanNothingIsKnownOfIt() {
        assertThat(facts().plan()).isNull();
    }

    @Test
    void obligationsAndActivitiesCoverEachOther() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        sow.share();
        accepted(sow);
        assertThat(found("PLAN-02")).isEmpty();
        plan.bringIn(SamplePlan.small(10));
        assertThat(found("PLAN-02")).isNotEmpty().allMatch(message -> message.contains("is scheduled nowhere"));
        var training = plan.named("Train agents");
        var promise = sow.obligations().stream()
                .filter(one -> one.promise().text().contains("train forty agents"))
                .findFirst()
                .orElseThrow()
                .code();
        assertThat(found("PLAN-02")).anyMatch(message -> message.startsWith(promise));

        // Work of the vendor that nothing promises is told until it names an obligation.
        Edits.change(engagement, plan, training, edit -> ofVendor(edit, ""));
        assertThat(found("PLAN-02")).anyMatch(message -> message.contains("“Train agents” is planned as work of"));
        Edits.change(engagement, plan, plan.named("Train agents"), edit -> ofVendor(edit, promise));
        assertThat(found("PLAN-02"))
                .noneMatch(message -> message.startsWith(promise))
                .noneMatch(message -> message.contains("Train agents"));
        assertThat(Objects.requireNonNull(facts().sow()).obligations())
                .filteredOn(one -> one.id().equals(promise))
                .singleElement()
                .satisfies(one -> assertThat(one.activities()).containsExactly("5"));
    }

    @Test
    void whatTheBaselineHeldAndThePlanDoesNotIsACut() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        assertThat(planFacts().cuts()).isNull();
        app.get(EditingPlan.class).setBaseline(engagement.customer().actor(), id);
        assertThat(planFacts().cuts()).isEmpty();
        assertThat(found("PLAN-03")).isEmpty();

        Edits.change(engagement, plan, plan.named("User acceptance test"), edit -> Edits.with(edit, "6d", ""));
        app.get(EditingPlan.class)
                .remove(
                        engagement.customer().actor(),
                        id,
                        plan.named("Train agents").id());
        Edits.change(engagement, plan, plan.named("Configure queues"), edit -> Edits.with(edit, "15d", ""));

        assertThat(found("PLAN-03"))
                .hasSize(2)
                .anyMatch(message -> message.contains("User acceptance test (6d instead of 10d)"))
                .anyMatch(message -> message.contains("Train agents"));
        app.get(EditingPlan.class).setBaseline(engagement.customer().actor(), id);
        assertThat(found("PLAN-03")).isEmpty();
    }

    @Test
    void theVendorDoesNotSetTheBaseline() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> app.get(EditingPlan.class)
                        .setBaseline(engagement.vendor().actor(), id))
                .isInstanceOf(org.fram.app.platform.access.NotAllowedException.class);
    }

    @Test
    void anUnhealthyPlanIsTold() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        assertThat(found("PLAN-08")).noneMatch(message -> message.contains("leads"));

        Edits.change(engagement, plan, plan.named("Go-live"), edit -> Edits.waits(edit, "4FS-3d; 5"));

        assertThat(found("PLAN-08")).anyMatch(message -> message.contains("the check leads"));
    }

    @Test
    void aDurationIsToldUntilBothSidesHaveConfirmedIt() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        assertThat(found("PLAN-10")).hasSize(5).anyMatch(message -> message.contains("Train agents"));

        var training = plan.named("Train agents");
        confirm(engagement.vendor(), training);
        assertThat(found("PLAN-10"))
                .filteredOn(message -> message.contains("Train agents"))
                .singleElement()
                .asString()
                .contains("at the customer");
        confirm(engagement.customer(), training);
        assertThat(found("PLAN-10")).hasSize(4).noneMatch(message -> message.contains("Train agents"));

        Edits.change(engagement, plan, training, edit -> Edits.with(edit, "5d", ""));
        assertThat(found("PLAN-10")).hasSize(5);
    }

    private void accepted(SowDraft sow) {
        var deciding = app.get(org.fram.app.sow.DecidingObligation.class);
        sow.obligations().stream()
                .map(one -> one.promise().section())
                .distinct()
                .forEach(section -> deciding.acceptAll(engagement.customer().actor(), id, sow.id(), section));
    }

    private ActivityEdit ofVendor(ActivityEdit edit, String obligations) {
        return new ActivityEdit(
                edit.name(),
                edit.duration(),
                "",
                "",
                "",
                "",
                "",
                "",
                edit.constraint(),
                "",
                "",
                edit.waits(),
                engagement.vendorParty(),
                edit.area(),
                obligations,
                edit.parent(),
                edit.seen());
    }

    private ActivityEdit wide(PlannedActivity one) {
        var edit = Edits.of(plan.kept(), one);
        return new ActivityEdit(
                edit.name(),
                edit.duration(),
                "8d",
                "15d",
                "60d",
                "",
                "",
                "",
                edit.constraint(),
                "",
                "",
                edit.waits(),
                null,
                edit.area(),
                "",
                edit.parent(),
                edit.seen());
    }

    private TestPerson executive() {
        var person = app.person("Head of the service");
        app.get(ManagingPeople.class)
                .add(
                        engagement.customer().actor(),
                        id,
                        person.email(),
                        person.name(),
                        new ManagingPeople.Place(
                                engagement.customerParty(), Role.MANAGER, Set.of(ProjectRole.SPONSOR)));
        return person;
    }

    private AcceptingDate.Outcome accept(TestPerson person, String seen) {
        return app.get(AcceptingDate.class).accept(person.actor(), id, seen, "We take the risk.");
    }

    private void confirm(TestPerson person, PlannedActivity one) {
        app.get(ConfirmingDurations.class)
                .confirm(person.actor(), id, one.id(), one.core().minutes());
    }

    private void option(
            String name, PlanOption.Type type, String activities, @Nullable Area area, String resource, String amount) {
        assertThat(weigh(name, type, activities, area, resource, amount))
                .as(name)
                .isInstanceOf(WeighingOptions.Outcome.Done.class);
    }

    private WeighingOptions.Outcome weigh(
            String name, PlanOption.Type type, String activities, @Nullable Area area, String resource, String amount) {
        return app.get(WeighingOptions.class)
                .add(
                        engagement.customer().actor(),
                        id,
                        new WeighingOptions.Wish(name, type, activities, area, resource, amount));
    }

    private void simulate() throws InterruptedException {
        var run = plan.simulate();
        assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    }

    private Simulations.Simulation newest() {
        return engagement
                .customer()
                .asks(() -> app.get(Simulations.class).newest(id).orElseThrow());
    }

    private ShownDate shown() {
        return engagement
                .customer()
                .asks(() -> app.get(AcceptingDate.class).shown(id).orElseThrow());
    }

    private FactsDocument facts() {
        return engagement.customer().asks(() -> app.get(Facts.class).of(id));
    }

    private PlanFacts planFacts() {
        return Objects.requireNonNull(facts().plan());
    }

    private List<String> found(String practice) {
        var facts = facts();
        return app
                .get(Practices.class)
                .check(facts, Objects.requireNonNull(facts.asOf()), List.of())
                .findings(null)
                .stream()
                .filter(finding -> finding.practice().equals(practice))
                .map(finding -> finding.message())
                .toList();
    }
}
