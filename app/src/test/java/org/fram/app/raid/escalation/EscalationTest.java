package org.fram.app.raid.escalation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.notices.NoticeSamples;
import org.fram.app.platform.register.Row;
import org.fram.app.raid.IssueKind;
import org.fram.app.raid.RaidOutcome;
import org.fram.app.raid.escalation.EscalationClock.Step;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestEngagement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Where issues go that are not settled in time.
class EscalationTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final LocalDate DUE = LocalDate.of(2027, 3, 5);
    private static final List<EscalationLevel> PATH = List.of(level(2, 5), level(1, 2), level(3, 10));

    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson me = engagement.customer();
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Lisbon"));

    @Test
    void eachLevelHasItsDayAfterTheDueDay() {
        assertThat(EscalationClock.steps(PATH, DUE, null))
                .extracting(Step::day)
                .containsExactly(DUE.plusDays(2), DUE.plusDays(5), DUE.plusDays(10));
        assertThat(EscalationClock.steps(PATH, null, null)).isEmpty();
        assertThat(EscalationClock.steps(List.of(), DUE, DUE)).isEmpty();
    }

    @Test
    void anIssueWithADayOfItsOwnGoesThereAndTheOtherLevelsKeepTheirDistance() {
        assertThat(EscalationClock.steps(PATH, DUE, DUE.plusDays(20)))
                .extracting(Step::day)
                .containsExactly(DUE.plusDays(20), DUE.plusDays(23), DUE.plusDays(28));
    }

    @Test
    void whatIsDueIsWhatWasNotTakenUpToToday() {
        var steps = EscalationClock.steps(PATH, DUE, null);
        assertThat(EscalationClock.due(steps, Set.of(), DUE.plusDays(1))).isEmpty();
        assertThat(EscalationClock.due(steps, Set.of(), DUE.plusDays(6))).hasSize(2);
        assertThat(EscalationClock.due(steps, Set.of(1), DUE.plusDays(6)))
                .extracting(step -> step.level().level())
                .containsExactly(2);
        assertThat(EscalationClock.next(steps, Set.of(1, 2)).map(Step::day)).contains(DUE.plusDays(10));
        assertThat(EscalationClock.next(steps, Set.of(1, 2, 3))).isEmpty();
    }

    @Test
    void anIssueGoesToTheNextLevelByItselfAndThoseNamedOnBothSidesAreToldOnce() {
        var sponsor = engagement.member("Sponsor", engagement.customerParty(), Role.VIEWER, ProjectRole.SPONSOR);
        var trainer = engagement.member("Trainer", engagement.vendorParty(), Role.VIEWER, ProjectRole.TRAINER);
        path("technical", 1, 2, "Sponsor", engagement.vendor().email());
        path("technical", 2, 9, "Steering committee", null);
        var issue = issue("No dial tone", "technical", today.minusDays(3));
        var other = issue("Too dear", "commercial", today.minusDays(30));

        look();
        look();

        String told = issue.ref() + " goes to level 1: No dial tone";
        assertThat(NoticeSamples.unreadBy(sponsor)).containsOnlyOnce(told);
        assertThat(NoticeSamples.unreadBy(engagement.vendor())).containsOnlyOnce(told);
        assertThat(NoticeSamples.unreadBy(trainer)).doesNotContain(told);
        assertThat(engagement.find(me, "issues", issue.id()).get("escalated")).isEqualTo(today);
        // A kind without a path goes nowhere.
        assertThat(engagement.find(me, "issues", other.id()).get("escalated")).isNull();

        engagement.change(me, "issues", issue, Map.of("due", today.minusDays(9)));
        look();
        assertThat(me.asks(() -> APP.get(Escalations.class).of(engagement.id())).get(issue.id()))
                .extracting(Escalations.Taken::level)
                .containsExactly(1, 2);
    }

    @Test
    void whatIsSettledOrNotDueStaysWhereItIs() {
        path("dispute", 1, 0, "Sponsor", "Sponsor");
        var settled = issue("Who pays for it", "dispute", today.minusDays(3));
        engagement.change(me, "issues", settled, Map.of("closed", today));
        var early = issue("Who answers for it", "dispute", today.plusDays(1));
        look();
        assertThat(me.asks(() -> APP.get(Escalations.class).of(engagement.id())))
                .doesNotContainKeys(settled.id(), early.id());
    }

    @Test
    void whatAPartyKeepsToItselfIsToldToItselfAlone() {
        var ours = engagement.member("Sponsor", engagement.customerParty(), Role.VIEWER, ProjectRole.SPONSOR);
        var theirs = engagement.member("Sponsor", engagement.vendorParty(), Role.VIEWER, ProjectRole.SPONSOR);
        path("commercial", 1, 1, "Sponsor", "Sponsor");
        var issue = engagement.add(
                me,
                "issues",
                Map.of("text", "They ask too much", "kind", "commercial", "due", today.minusDays(4), "seenBy", true));
        look();
        String told = issue.ref() + " goes to level 1: They ask too much";
        assertThat(NoticeSamples.unreadBy(ours)).contains(told);
        assertThat(NoticeSamples.unreadBy(theirs)).doesNotContain(told);
        assertThat(engagement.vendor().asks(() -> APP.get(Escalations.class).of(engagement.id())))
                .isEmpty();
    }

    @Test
    void whatAllSeeGoesToNoLevelThatAPartyKeepsToItself() {
        engagement.add(
                me,
                "escalation-path",
                Map.of(
                        "kind",
                        "technical",
                        "level",
                        BigDecimal.ONE,
                        "days",
                        BigDecimal.ONE,
                        "customer",
                        "Our lawyer",
                        "seenBy",
                        true));
        var issue = issue("No dial tone", "technical", today.minusDays(9));
        look();
        assertThat(me.asks(() -> APP.get(Escalations.class).of(engagement.id())))
                .doesNotContainKey(issue.id());
    }

    @Test
    void aLevelThatNamesNobodyIsToldToWhoOwnsTheIssue() {
        path("people", 1, 1, null, null);
        var issue = engagement.add(
                me,
                "issues",
                Map.of("text", "No trainer", "kind", "people", "due", today.minusDays(2), "owner", me.email()));
        look();
        assertThat(NoticeSamples.unreadBy(me)).contains(issue.ref() + " goes to level 1: No trainer");
    }

    @DeskAndPhone
    void thePageBeginsWithTheUsualPathsAndShowsWhatGoesWhere(Look look) {
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            browser.signIn(me);
            browser.go(engagement.path("escalation"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Begin with the usual paths"))
                    .click();
            assertThat(page.locator(".raid-path")).hasCount(5);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Dispute")))
                    .isVisible();
            issue("The second line is not in the price", "dispute", today.minusDays(6));
            look();
            browser.go(engagement.path("escalation"));
            assertThat(page.locator("main")).containsText("Level 2 since");
            assertThat(page.locator("main")).containsText("Level 3 on");
            browser.check("escalation");
        }
        assertThat(APP.get(BeginningPaths.class).begin(me.actor(), engagement.id()))
                .isInstanceOf(RaidOutcome.Refused.class);
    }

    private static void look() {
        APP.get(Escalating.class).look();
    }

    private Row issue(String text, String kind, LocalDate due) {
        return engagement.add(me, "issues", Map.of("text", text, "kind", kind, "due", due));
    }

    private void path(String kind, int level, int days, @Nullable String customer, @Nullable String vendor) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("kind", kind);
        values.put("level", BigDecimal.valueOf(level));
        values.put("days", BigDecimal.valueOf(days));
        values.put("customer", customer);
        values.put("vendor", vendor);
        engagement.add(me, "escalation-path", values);
    }

    private static EscalationLevel level(int level, int days) {
        return new EscalationLevel(IssueKind.TECHNICAL, level, days, "Sponsor", "Sponsor", "", false);
    }
}
