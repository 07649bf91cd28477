package org.fram.app.duties;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fram.schema.notices.Tables.NOTICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.fram.app.agreement.Agreeing;
import org.fram.app.agreement.AgreeingSections;
import org.fram.app.engagement.ManagingPeople;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.engagement.ToDo;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.sow.DecidingObligation;
import org.fram.app.sow.Obligation;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.jooq.DSLContext;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people owe stands on one page, and who forgets is reminded.
class RemindingTest {

    private static final RunningApp APP = RunningApp.shared();

    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson manager = member("Project manager for the customer", ProjectRole.PROJECT_MANAGER);
    private final TestPerson lead = member("Network lead of the customer", ProjectRole.IT_LEAD);
    private final SampleRows assumptions = new SampleRows(engagement, "assumptions");
    private final LocalDate today =
            LocalDate.ofInstant(APP.get(InstantSource.class).instant(), ZoneId.of("Europe/Lisbon"));

    @ParameterizedTest
    @CsvSource({"20,''", "15,''", "14,14", "4,14", "3,3", "0,3", "-1,overdue", "-400,overdue"})
    void aReminderIsOfTheNearestDayThatHasCome(long daysLeft, String stage) {
        assertThat(Reminding.stage(List.of(14, 3), daysLeft)).isEqualTo(stage);
        assertThat(Reminding.stage(List.of(), daysLeft)).isEmpty();
    }

    @Test
    void anAssumptionIsRememberedByWhoeverOwnsItOnceForEachStage() {
        assumptions.added(
                engagement.customer(),
                "The network carries voice.",
                "owner",
                "IT lead",
                "validateBy",
                today.plusDays(10));
        assumptions.added(
                engagement.customer(), "Lines are ordered.", "owner", lead.name(), "validateBy", today.minusDays(2));
        assumptions.added(engagement.customer(), "Far away.", "owner", lead.email(), "validateBy", today.plusDays(15));
        assumptions.added(engagement.customer(), "Without a day.", "owner", lead.name());

        look();
        look();

        assertThat(subjects(lead)).hasSize(2);
        assertThat(HttpNotices.of(lead))
                .contains("Soon due – Validate A-1: The network carries voice.")
                .contains("Overdue – Validate A-2: Lines are ordered.")
                .doesNotContain("Far away.");
        assertThat(toDo(lead))
                .filteredOn(line -> line.item().key().startsWith("assumption"))
                .hasSize(4);
        assertThat(subjects(manager)).isEmpty();
    }

    @Test
    void anAssumptionOfNobodyIsOfTheCustomersProjectManager() {
        assumptions.added(
                engagement.customer(), "Rooms are free.", "owner", "Somebody", "validateBy", today.plusDays(1));
        look();

        assertThat(subjects(manager)).hasSize(1);
        assertThat(HttpNotices.of(manager)).contains("Nobody validates A-1: Rooms are free.");
        assertThat(subjects(lead)).isEmpty();

        // Once it is validated nobody owes it.
        var row = assumptions.seenBy(engagement.customer()).getFirst();
        assumptions.changed(
                engagement.customer(),
                row.id(),
                new Seen.Version(row.version()),
                "holds",
                true,
                "evidence",
                "The calendar of the rooms.");
        assertThat(toDo(manager)).isEmpty();
    }

    @Test
    void anObligationIsRememberedByWhoeverItIsAssignedToElseByTheProjectManagerOfItsParty() throws Exception {
        var sow = SowDraft.bringIn(engagement, """
                # Statement of Work

                Between Harbour Authority (the “Customer”) and Cloud Vendor (the “Vendor”).

                ## 1 Duties

                The Customer shall order the SIP trunks by %s.
                The Customer shall name a project manager by %s.
                """.formatted(today.plusDays(2), today.minusDays(3)));
        var deciding = APP.get(DecidingObligation.class);
        for (var one : sow.obligations()) {
            deciding.accept(engagement.customer().actor(), target(sow, one));
        }
        deciding.assign(
                engagement.customer().actor(), target(sow, sow.obligations().getFirst()), lead.id());

        look();
        look();

        assertThat(subjects(lead)).hasSize(1);
        assertThat(HttpNotices.of(lead)).contains("Soon due – O-001: The Customer shall order the SIP trunks");
        assertThat(subjects(manager)).hasSize(1);
        assertThat(HttpNotices.of(manager)).contains("Overdue – Nobody sees to O-002");
        assertThat(toDo(lead))
                .filteredOn(line -> line.item().key().startsWith("obligation"))
                .singleElement()
                .satisfies(line -> assertThat(line.daysLeft()).contains(2L));
    }

    @Test
    void everybodyIsLookedAt() {
        assumptions.added(engagement.customer(), "Rooms are free.", "owner", lead.name(), "validateBy", today);

        APP.get(Reminding.class).look();

        assertThat(subjects(lead)).hasSize(1);
    }

    @Test
    void sectionsToWhichTheOtherSideAgreesWait() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        sow.share();
        var director = engagement.vendorManager();
        assertThat(toDo(director)).isEmpty();
        var section = engagement
                .customer()
                .asks(() -> APP.get(Agreeing.class).of(engagement.id(), sow.id()))
                .sections()
                .getFirst()
                .section();
        APP.get(AgreeingSections.class)
                .agree(engagement.customer().actor(), engagement.id(), sow.id(), section.key(), section.sha256());

        assertThat(toDo(director))
                .singleElement()
                .satisfies(line -> assertThat(line.address()).endsWith("/agreement"));
        assertThat(toDo(engagement.vendor()))
                .as("a contributor agrees to nothing")
                .isEmpty();
    }

    @DeskAndPhone
    void whatOneOwesStandsOnOnePage(Look look) throws Exception {
        try (var browser = Browser.open(look)) {
            browser.signIn(lead);
            browser.go("/mine");
            assertThat(browser.page().getByText("Nothing waits for you")).isVisible();
            browser.check("mine-empty");
            assumptions.added(
                    engagement.customer(),
                    "The network carries voice.",
                    "owner",
                    lead.name(),
                    "validateBy",
                    today.plusDays(2));
            assumptions.added(
                    engagement.customer(),
                    "Lines are ordered.",
                    "owner",
                    lead.name(),
                    "validateBy",
                    today.minusDays(2));
            assumptions.added(
                    engagement.customer(), "Rooms are free.", "owner", lead.name(), "validateBy", today.plusDays(40));
            assumptions.added(
                    engagement.customer(), "The headsets that are there can be used on.", "owner", lead.name());
            var other = other();
            browser.go("/mine");
            assertThat(browser.page().getByText("6 things, 1 overdue")).isVisible();
            browser.check("mine");
            browser.page().getByLabel("Engagement").selectOption(other.id().toString());
            browser.page()
                    .getByText("Show", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(browser.page().getByText("1 thing, none overdue")).isVisible();
            browser.page().getByText("Nobody validates A-1").click();
            assertThat(browser.page()).hasURL(Pattern.compile(".*/registers/assumptions/rows/.*"));
        }
    }

    /// Another engagement of the lead, with something to validate in it that needs no yes.
    private TestEngagement other() {
        var other = TestEngagement.create();
        APP.get(ManagingPeople.class)
                .add(
                        other.customer().actor(),
                        other.id(),
                        lead.email(),
                        lead.name(),
                        new ManagingPeople.Place(
                                other.customerParty(), Role.CONTRIBUTOR, Set.of(ProjectRole.PROJECT_MANAGER)));
        new SampleRows(other, "assumptions").added(other.customer(), "Numbers stay.", "validateBy", today.plusDays(20));
        return other;
    }

    private TestPerson member(String name, ProjectRole does) {
        var person = APP.person(name);
        APP.get(ManagingPeople.class)
                .add(
                        engagement.customer().actor(),
                        engagement.id(),
                        person.email(),
                        person.name(),
                        new ManagingPeople.Place(engagement.customerParty(), Role.CONTRIBUTOR, Set.of(does)));
        return person;
    }

    private DecidingObligation.Target target(SowDraft sow, Obligation one) {
        return new DecidingObligation.Target(
                engagement.id(), sow.id(), one.id(), sow.obligation(one.id()).version());
    }

    private void look() {
        for (var person : List.of(manager, lead)) {
            APP.get(Reminding.class).look(person.id());
        }
    }

    private static List<ToDo.Line> toDo(TestPerson person) {
        return person.asks(() -> APP.get(ToDo.class).of(person.actor()));
    }

    private static List<String> subjects(TestPerson person) {
        return person.asks(() -> APP.get(DSLContext.class)
                .select(NOTICE.KEY)
                .from(NOTICE)
                .where(NOTICE.KIND.eq("reminders"))
                .and(NOTICE.PERSON_ID.eq(person.id().value()))
                .fetch(NOTICE.KEY));
    }

    /// The page of somebody's notices.
    private static final class HttpNotices {

        private static String of(TestPerson person) {
            try {
                return Jsoup.parse(HttpBrowser.signedIn(person).get("/notices").body())
                        .text();
            } catch (IOException | InterruptedException failure) {
                throw new AssertionError(failure);
            }
        }
    }
}
