package org.fram.app.raid;

import static fram.schema.notices.Tables.NOTICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fram.app.engagement.ToDo;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestEngagement;
import org.fram.facts.EngagementKind;
import org.jooq.DSLContext;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Risks, issues, decisions and actions: what may be said of them, what follows from what, and what
/// practices read.
class RaidTest {

    private static final RunningApp APP = RunningApp.shared();

    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson me = engagement.customer();
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Lisbon"));

    @Test
    void aTriggerIsCheckedWhereItIsWritten() {
        assertThat(add(ThingKind.RISK, Map.of("text", "Late", "trigger", "size(sow.obligation) > 3")))
                .isInstanceOfSatisfying(
                        RowOutcome.Refused.class,
                        refused -> assertThat(String.valueOf(refused.reasons().get("trigger")))
                                .contains("Line 1, column 9", "“obligation”", "obligations"));
        assertThat(add(
                        ThingKind.RISK,
                        Map.of("text", "Late", "trigger", "has(sow.obligations) && kind == 'technology project'")))
                .isInstanceOf(RowOutcome.Done.class);
        assertThat(add(ThingKind.RISK, Map.of("text", "Late", "daysAfter", BigDecimal.ONE)))
                .isInstanceOfSatisfying(
                        RowOutcome.Refused.class,
                        refused -> assertThat(refused.reasons()).containsOnlyKeys("response"));
    }

    @Test
    void anActionIsOwnedByNameWhereverItCameFrom() throws Exception {
        var action = row(
                ThingKind.ACTION,
                Map.of("text", "Call", "owner", engagement.vendor().email()));
        assertThat(action.get("owner")).isEqualTo(engagement.vendor().name());
        change(ThingKind.ACTION, action, "owner", me.email());
        assertThat(find(ThingKind.ACTION, action).get("owner")).isEqualTo(me.name());

        // A list from elsewhere names others, and its page says that it stands on nobody’s.
        var foreign = row(ThingKind.ACTION, Map.of("text", "Call", "owner", "Another planner"));
        var browser = HttpBrowser.signedIn(me);
        assertThat(browser.get(engagement.path("raid/actions/" + foreign.id())).body())
                .contains("Nobody of the engagement is called “Another planner”");
        // Whoever notes one here names somebody.
        assertThat(APP.get(NotingAction.class)
                        .note(
                                me.actor(),
                                engagement.id(),
                                new NotingAction.Wish("Call", "Another planner", null, "", "")))
                .isInstanceOf(NotingAction.Outcome.Refused.class);
    }

    @Test
    void nothingFollowsFromItself() throws Exception {
        var decision = row(ThingKind.DECISION, Map.of("text", "One office first"));
        var action = row(ThingKind.ACTION, Map.of("text", "Tell the others"));
        var issue = row(ThingKind.ISSUE, Map.of("text", "They are annoyed"));
        done(link(ThingKind.ACTION, action, Relation.FOLLOWS_FROM, ThingKind.DECISION, decision.ref()));
        done(link(ThingKind.ACTION, action, Relation.LED_TO, ThingKind.ISSUE, issue.ref()));

        var browser = HttpBrowser.signedIn(me);
        String page = engagement.path("raid/decisions/" + decision.id());
        browser.get(page);
        var refused =
                browser.post(page + "/links", Map.of("relation", "follows-from", "kind", "issue", "name", issue.ref()));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).text())
                .contains("%s cannot follow from %s, which follows from it already: %s → %s → %s"
                        .formatted(decision.ref(), issue.ref(), issue.ref(), action.ref(), decision.ref()));
        assertThat(link(ThingKind.ISSUE, issue, Relation.FOLLOWS_FROM, ThingKind.ISSUE, issue.ref()))
                .isInstanceOf(RaidOutcome.Refused.class);
        // Two things may concern each other.
        done(link(ThingKind.ISSUE, issue, Relation.CONCERNS, ThingKind.DECISION, decision.ref()));
        done(link(ThingKind.DECISION, decision, Relation.CONCERNS, ThingKind.ISSUE, issue.ref()));
        assertThat(Jsoup.parse(browser.get(page).body()).select("#links").text())
                .contains("Led to Action " + action.ref(), "Concerns Issue " + issue.ref());
    }

    @Test
    void thingsOfOtherModulesAreNamedAndLeadToTheirPages() throws Exception {
        var assumptions = APP.parts().getBean("assumptionsRegister", Register.class);
        assumptions
                .acts()
                .add(assumptions, me.actor(), engagement.id(), values(Map.of("text", "The carrier has capacity")));
        var risk = row(ThingKind.RISK, Map.of("text", "The circuit is late"));
        done(link(ThingKind.RISK, risk, Relation.FOLLOWS_FROM, ThingKind.ASSUMPTION, "a-1"));
        assertThat(link(ThingKind.RISK, risk, Relation.CONCERNS, ThingKind.ORDER, "NS-9"))
                .isInstanceOf(RaidOutcome.Refused.class);
        var page = Jsoup.parse(HttpBrowser.signedIn(me)
                .get(engagement.path("raid/risks/" + risk.id()))
                .body());
        assertThat(page.select("#links a").attr("href")).contains("/registers/assumptions/rows/");
        assertThat(page.select("#links").text()).contains("A-1 The carrier has capacity");
    }

    @Test
    void whoDoesNotSeeAnItemSeesNoLinkToIt() {
        var hidden = row(ThingKind.RISK, Map.of("text", "They may withdraw", "seenBy", true));
        var shown = row(ThingKind.ACTION, Map.of("text", "Call the vendor"));
        done(link(ThingKind.ACTION, shown, Relation.FOLLOWS_FROM, ThingKind.RISK, hidden.ref()));
        assertThat(me.asks(() -> APP.get(RaidLinks.class).of(engagement.id()))).hasSize(1);
        assertThat(engagement.vendor().asks(() -> APP.get(RaidLinks.class).of(engagement.id())))
                .isEmpty();
        assertThat(Objects.requireNonNull(engagement.facts(me).raid()).risks()).hasSize(1);
        assertThat(engagement.facts(engagement.vendor()).raid()).isNull();
    }

    @Test
    void aDecisionThatBindsIsInTheLedgerAndStaysAsItIs() throws Exception {
        var browser = HttpBrowser.signedIn(me);
        var decision = row(ThingKind.DECISION, Map.of("text", "One office first"));
        String page = engagement.path("raid/decisions/" + decision.id());
        browser.get(page);
        var undecided = browser.post(page + "/enter", Map.of());
        assertThat(undecided.statusCode()).isEqualTo(422);
        assertThat(change(ThingKind.DECISION, decision, "entered", today)).isInstanceOf(RowOutcome.Refused.class);
        assertThat(change(ThingKind.DECISION, decision, "deciders", "Steering committee"))
                .isInstanceOf(RowOutcome.Done.class);
        browser.post(page + "/today", Map.of("what", "decided"));
        browser.post(page + "/enter", Map.of());
        assertThat(browser.get(page).body()).contains("In the ledger since");
        assertThat(browser.get(engagement.path("ledger")).body())
                .contains("A decision was entered as one that binds", "Steering committee");

        var entered = find(ThingKind.DECISION, decision);
        assertThat(change(ThingKind.DECISION, entered, "text", "Two offices first"))
                .isInstanceOf(RowOutcome.Refused.class);
        assertThat(change(ThingKind.DECISION, entered, "noFollowUp", "It is only an order."))
                .isInstanceOf(RowOutcome.Done.class);
        var register = register(ThingKind.DECISION);
        assertThat(register.acts()
                        .delete(register, me.actor(), engagement.id(), Map.of(decision.id(), entered.version() + 1))
                        .deleted())
                .isZero();
        // Who may only contribute binds nobody.
        var other = HttpBrowser.signedIn(engagement.vendor());
        other.get(page);
        assertThat(other.post(page + "/enter", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void practicesSeeIssuesOnceAndNoMore() {
        assertThat(found("ISS-01")).isEmpty();
        var issue = row(
                ThingKind.ISSUE,
                Map.of("text", "The firewall drops calls", "owner", "IT lead", "due", today.minusDays(2)));
        assertThat(found("ISS-01")).singleElement().asString().contains("2 days ago", "The firewall drops calls");
        change(ThingKind.ISSUE, issue, "due", today);
        assertThat(found("ISS-01")).isEmpty();
        change(ThingKind.ISSUE, find(ThingKind.ISSUE, issue), "escalateBy", today.minusDays(1));
        assertThat(found("ISS-01")).singleElement().asString().contains("next level");
        done(APP.get(NotingDay.class)
                .today(me.actor(), engagement.id(), ThingKind.ISSUE, issue.id(), DayOf.ESCALATED, ""));
        assertThat(found("ISS-01")).isEmpty();
    }

    @Test
    void practicesSeeDecisionsFromWhichNothingFollowed() {
        row(ThingKind.DECISION, Map.of("text", "Still open"));
        assertThat(found("REP-02")).isEmpty();
        var decision = row(ThingKind.DECISION, Map.of("text", "Reports come weekly", "decided", today));
        assertThat(found("REP-02")).singleElement().asString().contains("Reports come weekly");
        var action = row(ThingKind.ACTION, Map.of("text", "Change the report"));
        done(link(ThingKind.DECISION, decision, Relation.LED_TO, ThingKind.ACTION, action.ref()));
        assertThat(found("REP-02")).isEmpty();
        var other = row(ThingKind.DECISION, Map.of("text", "Nothing changes", "decided", today));
        assertThat(found("REP-02")).hasSize(1);
        change(ThingKind.DECISION, other, "noFollowUp", "All stays as it is.");
        assertThat(found("REP-02")).isEmpty();
    }

    @Test
    void practicesSeeRisksThatAreNotDealtWith() {
        var risk = row(ThingKind.RISK, Map.of("text", "The circuit is late", "owner", "IT lead"));
        assertThat(found("RISK-01")).singleElement().asString().contains("no response");
        change(ThingKind.RISK, risk, "response", "Ask each week.");
        assertThat(found("RISK-01")).isEmpty();
        // Twenty days are a high impact, so that a plan with a trigger is wanted.
        changeAll(risk, Map.of("probability", new BigDecimal("30"), "days", new BigDecimal("20")));
        assertThat(found("RISK-01")).singleElement().asString().contains("30 %, impact high");
        changeAll(risk, Map.of("contingencyPlan", "Use the mobile line.", "trigger", "has(plan.target)"));
        assertThat(found("RISK-01")).isEmpty();
    }

    @Test
    void practicesSeeWhetherRisksAreLookedAfter() {
        assertThat(found("RISK-02")).isEmpty();
        var risk = row(ThingKind.RISK, Map.of("text", "The circuit is late", "owner", "IT lead", "response", "Ask"));
        assertThat(found("RISK-02")).singleElement().asString().contains("never reviewed");
        done(APP.get(GoingThroughRisks.class).today(me.actor(), engagement.id(), RiskReview.Kind.MEETING, false));
        assertThat(found("RISK-02")).isEmpty();
        // A meeting is no workshop; one without those affected is found.
        done(APP.get(GoingThroughRisks.class).today(me.actor(), engagement.id(), RiskReview.Kind.WORKSHOP, false));
        assertThat(found("RISK-02")).singleElement().asString().contains("Stakeholders had no part");
        done(APP.get(GoingThroughRisks.class).today(me.actor(), engagement.id(), RiskReview.Kind.WORKSHOP, true));
        changeAll(risk, Map.of("contingencyPlan", "Use the mobile line."));
        assertThat(found("RISK-02")).singleElement().asString().contains("never exercised");
        done(APP.get(NotingDay.class)
                .today(
                        me.actor(),
                        engagement.id(),
                        ThingKind.RISK,
                        risk.id(),
                        DayOf.EXERCISED,
                        "The line was up in an hour."));
        assertThat(found("RISK-02")).isEmpty();
        assertThat(find(ThingKind.RISK, risk).get("exerciseNote")).isEqualTo("The line was up in an hour.");
    }

    @Test
    void practicesSeeWhichCategoriesNobodyConsidered() {
        assertThat(found("RISK-03")).isEmpty();
        row(ThingKind.RISK, Map.of("text", "The circuit is late", "category", "network"));
        assertThat(found("RISK-03"))
                .hasSize(RiskCategory.values().length - 1)
                .noneMatch(message -> message.contains("category network"));
        for (var category : RiskCategory.values()) {
            done(APP.get(GoingThroughRisks.class)
                    .consider(me.actor(), engagement.id(), category, "The heads of all teams were asked."));
        }
        assertThat(found("RISK-03")).isEmpty();
    }

    @Test
    void aTriggerThatFiresIsToldOnceForEachTime() {
        var watching = APP.get(WatchingTriggers.class);
        var issue = row(ThingKind.ISSUE, Map.of("text", "No dial tone"));
        var risk = row(
                ThingKind.RISK,
                Map.of(
                        "text",
                        "The pilot is late",
                        "trigger",
                        "raid.issues.exists(i, has(i.escalated) && !has(i.closed))",
                        "contingencyPlan",
                        "Begin with another office."));
        watching.look();
        assertThat(told()).isEmpty();
        change(ThingKind.ISSUE, issue, "escalated", today);
        watching.look();
        watching.look();
        assertThat(told()).hasSize(1);
        // It stops, and begins again.
        change(ThingKind.ISSUE, issue, "closed", today);
        watching.look();
        register(ThingKind.ISSUE)
                .acts()
                .change(
                        register(ThingKind.ISSUE),
                        me.actor(),
                        engagement.id(),
                        issue.id(),
                        new Seen.Version(find(ThingKind.ISSUE, issue).version()),
                        Collections.singletonMap("closed", null));
        watching.look();
        assertThat(told()).hasSize(2);
        // What can no longer happen fires no more.
        change(ThingKind.RISK, risk, "closed", today);
        watching.look();
        assertThat(told()).hasSize(2);
    }

    @Test
    void aTriggerFiresForThoseAloneWhoSeeWhatItRestsOn() {
        var manager = engagement.vendorManager();
        row(
                ThingKind.RISK,
                Map.of("text", "They withdraw", "owner", manager.email(), "trigger", "size(raid.issues) > 0"));
        row(ThingKind.ISSUE, Map.of("text", "They wrote a letter", "seenBy", true));
        APP.get(WatchingTriggers.class).look();
        assertThat(told()).hasSize(1);
        assertThat(told(manager)).isEmpty();
    }

    private List<String> told() {
        return told(me);
    }

    private List<String> told(TestPerson person) {
        return person
                .asks(() -> APP.parts()
                        .getBean(DSLContext.class)
                        .select(NOTICE.KEY)
                        .from(NOTICE)
                        .where(NOTICE.PERSON_ID.eq(person.id().value()))
                        .fetch(NOTICE.KEY))
                .stream()
                .filter(key -> key.startsWith("risk-fired "))
                .toList();
    }

    @Test
    void moneyWeighsAgainstWhatWasApproved() {
        var risk = row(
                ThingKind.RISK,
                Map.of("text", "It costs more", "owner", "IT lead", "response", "Ask", "money", euros("6000")));
        assertThat(impact()).isNull();
        var approvals = APP.parts().getBean("approvalsRegister", Register.class);
        approvals
                .acts()
                .add(
                        approvals,
                        me.actor(),
                        engagement.id(),
                        values(Map.of("text", "Board", "amount", euros("100000"))));
        assertThat(impact()).isEqualTo("HIGH");
        changeAll(risk, Map.of("money", euros("2000")));
        assertThat(impact()).isEqualTo("MEDIUM");
        changeAll(risk, Map.of("quality", "high"));
        assertThat(impact()).isEqualTo("HIGH");
    }

    @Test
    void whatOneOwnsStandsOnOnesPage() {
        row(ThingKind.ACTION, Map.of("text", "Call the carrier", "owner", me.name(), "due", today));
        row(ThingKind.ISSUE, Map.of("text", "No dial tone", "owner", me.email()));
        row(ThingKind.ACTION, Map.of("text", "Done already", "owner", me.name(), "done", today));
        assertThat(owed()).hasSize(2).allMatch(line -> line.startsWith("raid/"));
    }

    @Test
    void whatTheOtherSideOwesIsSeenThreeWeeksAhead() {
        var vendor = engagement.vendor();
        row(ThingKind.ACTION, Map.of("text", "Send the list", "owner", vendor.email(), "due", today.plusDays(21)));
        row(ThingKind.ACTION, Map.of("text", "Later", "owner", vendor.email(), "due", today.plusDays(22)));
        row(
                ThingKind.ACTION,
                Map.of("text", "Weigh their offer", "owner", me.email(), "due", today.minusDays(1), "seenBy", true));
        assertThat(ahead(me)).containsExactly("AC-3", "AC-1");
        assertThat(ahead(vendor)).containsExactly("AC-1");
    }

    private List<String> ahead(TestPerson person) {
        return person.asks(() -> APP.get(LookAhead.class).of(engagement.id(), today)).stream()
                .map(line -> String.valueOf(line.item().what().values().getFirst()))
                .toList();
    }

    private List<String> owed() {
        return me.asks(() -> APP.get(ToDo.class).of(me.actor())).stream()
                .filter(line -> line.engagement().id().equals(engagement.id()))
                .map(line -> line.item().path())
                .filter(path -> path.startsWith("raid/"))
                .toList();
    }

    private @Nullable String impact() {
        var risks = Objects.requireNonNull(
                Objects.requireNonNull(engagement.facts(me).raid()).risks());
        var impact = risks.getFirst().impact();
        return impact == null ? null : impact.name();
    }

    private List<String> found(String practice) {
        return engagement.found(me, EngagementKind.TECHNOLOGY_PROJECT, practice);
    }

    private RaidOutcome link(ThingKind itemKind, Row item, Relation relation, ThingKind kind, String name) {
        return APP.get(LinkingItems.class)
                .link(me.actor(), engagement.id(), itemKind, item.id(), new LinkingItems.Wish(relation, kind, name));
    }

    private static void done(RaidOutcome outcome) {
        assertThat(outcome).isInstanceOf(RaidOutcome.Done.class);
    }

    private Register register(ThingKind kind) {
        return APP.get(RaidItems.class).register(kind);
    }

    private RowOutcome add(ThingKind kind, Map<String, Object> values) {
        var register = register(kind);
        return register.acts().add(register, me.actor(), engagement.id(), values(values));
    }

    private Row row(ThingKind kind, Map<String, Object> values) {
        if (add(kind, values) instanceof RowOutcome.Done(var row)) {
            return row;
        }
        throw new IllegalStateException(add(kind, values).toString());
    }

    private Row find(ThingKind kind, Row row) {
        return me.asks(() -> APP.get(RaidItems.class).get(engagement.id(), kind, row.id()))
                .row();
    }

    private RowOutcome change(ThingKind kind, Row row, String column, Object value) {
        var register = register(kind);
        return register.acts()
                .change(
                        register,
                        me.actor(),
                        engagement.id(),
                        row.id(),
                        new Seen.Version(find(kind, row).version()),
                        values(Map.of(column, value)));
    }

    private void changeAll(Row risk, Map<String, Object> wanted) {
        wanted.forEach((column, value) ->
                assertThat(change(ThingKind.RISK, risk, column, value)).isInstanceOf(RowOutcome.Done.class));
    }

    private static Map<String, @Nullable Object> values(Map<String, Object> values) {
        return new HashMap<>(values);
    }

    private static Money.Sum euros(String amount) {
        return new Money.Sum(new BigDecimal(amount), Currency.getInstance("EUR"));
    }
}
