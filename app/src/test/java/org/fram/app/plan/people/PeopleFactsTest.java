package org.fram.app.plan.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fram.app.plan.Edits;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.practice.Facts;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.SamplePlan;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.TestEngagement;
import org.fram.facts.BusinessFunction;
import org.fram.facts.EngagementKind;
import org.fram.facts.FactsDocument;
import org.fram.facts.PeopleFacts.KeyRole;
import org.fram.facts.PlanFacts.BookingFact;
import org.fram.facts.Side;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is kept of the people of a plan reaches the practices.
class PeopleFactsTest {

    private final RunningApp app = RunningApp.shared();
    private final TestEngagement engagement = TestEngagement.create();
    private final SamplePlan plan = new SamplePlan(engagement);
    private final SampleRows bookings = new SampleRows(engagement, "bookings");
    private final SampleRows roles = new SampleRows(engagement, "key-roles");
    private final SampleRows functions = new SampleRows(engagement, "functions");

    @Test
    void registersWithoutRowsSayNothing() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        var plan = Objects.requireNonNull(facts().plan());
        assertThat(plan.bookings()).isNull();
        assertThat(plan.functions()).isNull();
        assertThat(facts().people()).isNull();
    }

    @Test
    void theBusiestWeekCountsAllBookingsOfAPerson() {
        book("Engineer", "vendor", LocalDate.of(2027, 2, 1), LocalDate.of(2027, 2, 26), 80);
        book("engineer", "vendor", LocalDate.of(2027, 2, 22), LocalDate.of(2027, 3, 5), 40, "available", percent(90));
        book("Engineer", "partner", LocalDate.of(2027, 2, 22), LocalDate.of(2027, 3, 5), 100);

        assertThat(fact("B-1").peakLoad()).isEqualTo(1.3333);
        assertThat(fact("B-2").peakLoad()).isEqualTo(1.3333);
        assertThat(fact("B-3").peakLoad()).as("somebody else of the same role").isEqualTo(1.0);
        assertThat(found("PLAN-05")).anyMatch(message -> message.contains("133 % of their availability"));
    }

    @Test
    void aWeekThatIsBookedInPartCountsInPart() {
        book("Trainer", "vendor", LocalDate.of(2027, 2, 3), LocalDate.of(2027, 2, 5), 100);
        assertThat(fact("B-1").peakLoad()).isEqualTo(0.6);
    }

    @Test
    void aSlipRunsPastTheBookingsEnd() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        var test = plan.named("User acceptance test").code();
        book("Tester", "tester", SamplePlan.START, LocalDate.of(2027, 2, 26), 100, "activities", List.of(test));
        assertThat(fact("B-1").neededUntil()).isEqualTo(LocalDate.of(2027, 2, 26));
        assertThat(found("PLAN-07")).isEmpty();

        Edits.change(engagement, plan, plan.named("User acceptance test"), edit -> Edits.with(edit, "15d", ""));
        assertThat(fact("B-1").neededUntil()).isEqualTo(LocalDate.of(2027, 3, 5));
        assertThat(found("PLAN-07")).singleElement().asString().contains("7 days short");

        book("Tester", "tester", LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 5), 100, "activities", List.of(test));
        assertThat(found("PLAN-07")).as("a second booking covers the slip").isEmpty();
    }

    @Test
    void simulatedSlipsCount() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        var test = plan.named("User acceptance test");
        book("Tester", "tester", SamplePlan.START, LocalDate.of(2027, 2, 26), 100, "activities", List.of(test.code()));
        plan.simulate();
        assertThat(fact("B-1").neededUntil()).isAfter(LocalDate.of(2027, 2, 26));
    }

    @Test
    void withoutActivitiesTheResourceTellsUntilWhen() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        book("A specialist", "vendor", SamplePlan.START, LocalDate.of(2027, 1, 29), 100, "resource", "Engineer");
        assertThat(fact("B-1").neededUntil()).isEqualTo(LocalDate.of(2027, 2, 12));
    }

    @Test
    void aReleaseOnPaperIsAFinding() {
        var row = book("Agent", "buyer", LocalDate.of(2027, 2, 1), LocalDate.of(2027, 2, 26), 80, "released", true);
        assertThat(fact("B-1").backfilled()).isFalse();
        assertThat(found("PLAN-05")).anyMatch(message -> message.contains("on paper"));

        bookings.changed(engagement.customer(), row.id(), new Seen.Version(0), "backfilledBy", "Temporary staff");
        assertThat(found("PLAN-05")).noneMatch(message -> message.contains("on paper"));
    }

    @Test
    void aBookingThatWasNotConfirmedForTwoWeeksIsAFinding() {
        var today = engagement.customer().asks(() -> app.get(Facts.class).today(engagement.id()));
        var row = book("Engineer", "vendor", today, today.plusDays(40), 50, "confirmed", today.minusDays(15));
        assertThat(found("PLAN-09")).singleElement().asString().contains("last confirmed 15 days ago");
        bookings.changed(engagement.customer(), row.id(), new Seen.Version(0), "confirmed", today.minusDays(14));
        assertThat(found("PLAN-09")).isEmpty();
    }

    @Test
    void aKeyRoleThatNobodyFillsIsAFinding() {
        add(roles, "role", "test-lead", "side", "tester", "handover", true, "staysToEnd", false);
        add(roles, "role", "overseer", "side", "buyer", "person", "Head of the service", "share", percent(10));

        var people = Objects.requireNonNull(facts().people());
        assertThat(people.keyRoles()).hasSize(2).first().satisfies(role -> {
            assertThat(role.role()).isEqualTo(KeyRole.TEST_LEAD);
            assertThat(role.side()).isEqualTo(Side.TESTER);
            assertThat(role.person()).isNull();
        });
        assertThat(found("PLAN-04"))
                .contains("Nobody is named as test lead.")
                .anyMatch(message -> message.contains("has 10 % of their time"))
                .anyMatch(message -> message.contains("changes hands unplanned"))
                .noneMatch(message -> message.contains("overseer of the customer"));
    }

    @Test
    void aFunctionIsInThePlanWhileOneOfItsActivitiesIs() throws Exception {
        plan.bringIn(SamplePlan.small(10));
        var design = plan.named("Design workshops").code();
        var row = add(functions, "function", "it", "activities", List.of("none", design));
        add(functions, "function", "legal", "decidedNone", "Steering committee", "why", "No contract changes.");
        book("Supervisor", "buyer", SamplePlan.START, SamplePlan.START, 20, "function", "contact-center");

        assertThat(functionsOf(true)).contains(BusinessFunction.IT, BusinessFunction.CONTACT_CENTER);
        assertThat(functionsOf(false)).containsExactly(BusinessFunction.LEGAL);
        assertThat(found("PLAN-06"))
                .anyMatch(message -> message.contains("no work of HR"))
                .noneMatch(message -> message.contains("legal"))
                .noneMatch(message -> message.contains("no work of IT"));

        functions.changed(engagement.customer(), row.id(), new Seen.Version(0), "activities", List.of("none"));
        assertThat(functionsOf(false)).contains(BusinessFunction.IT);
    }

    @Test
    void aFunctionHasActivitiesOrNeedsNone() {
        assertThat(functions.add(
                        engagement.customer(),
                        values("function", "hr", "activities", List.of("2"), "decidedNone", "Board", "why", "No.")))
                .isInstanceOf(RowOutcome.Refused.class);
        assertThat(functions.add(engagement.customer(), values("function", "hr", "decidedNone", "Board")))
                .isInstanceOf(RowOutcome.Refused.class);
    }

    private List<BusinessFunction> functionsOf(boolean planned) {
        return Objects.requireNonNull(Objects.requireNonNull(facts().plan()).functions()).stream()
                .filter(one -> one.planned() == planned)
                .map(one -> one.function())
                .toList();
    }

    private Row book(
            String person, String side, LocalDate begins, LocalDate ends, int share, @Nullable Object... others) {
        var values = values(others);
        values.put("person", person);
        values.put("side", side);
        values.put("begins", begins);
        values.put("ends", ends);
        values.put("share", percent(share));
        return bookings.added(engagement.customer(), values);
    }

    private Row add(SampleRows rows, @Nullable Object... values) {
        return rows.added(engagement.customer(), values(values));
    }

    private static Map<String, @Nullable Object> values(@Nullable Object... pairs) {
        var values = new HashMap<String, @Nullable Object>();
        for (int k = 0; k < pairs.length; k += 2) {
            values.put(String.valueOf(pairs[k]), pairs[k + 1]);
        }
        return values;
    }

    private static BigDecimal percent(int percent) {
        return BigDecimal.valueOf(percent);
    }

    private BookingFact fact(String ref) {
        return Objects.requireNonNull(Objects.requireNonNull(facts().plan()).bookings()).stream()
                .filter(one -> one.id().equals(ref))
                .findFirst()
                .orElseThrow();
    }

    private FactsDocument facts() {
        return engagement.customer().asks(() -> app.get(Facts.class).of(engagement.id()));
    }

    private List<String> found(String practice) {
        return engagement.found(engagement.customer(), EngagementKind.TECHNOLOGY_PROJECT, practice);
    }
}
