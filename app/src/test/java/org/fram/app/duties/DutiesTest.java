package org.fram.app.duties;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fram.app.duties.DutyLine.Standing;
import org.fram.app.duties.KeepingGrid.Wish;
import org.fram.app.engagement.Duties;
import org.fram.app.engagement.ManagingPeople;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.Sourcing;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.practice.Facts;
import org.fram.app.practice.Practices;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// People say yes to what they answer for, and to exactly that.
class DutiesTest {

    private static final RunningApp APP = RunningApp.shared();

    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson lead = APP.person("IT lead of the customer");
    private final Acknowledging acknowledging = APP.get(Acknowledging.class);
    private final SampleRows assumptions = new SampleRows(engagement, "assumptions");

    DutiesTest() {
        var added = APP.get(ManagingPeople.class)
                .add(
                        engagement.customer().actor(),
                        engagement.id(),
                        lead.email(),
                        lead.name(),
                        new ManagingPeople.Place(engagement.customerParty(), Role.CONTRIBUTOR, Set.of()));
        assertThat(added).isInstanceOf(ManagingPeople.Outcome.Added.class);
    }

    @Test
    void whoStandsForAColumnAnswersForItsConfirmedRows() {
        standsFor("Harbour Authority: IT", lead);
        assertThat(duties(lead)).isEmpty();
        confirm("Provide connections", "Train agents");

        assertThat(duties(lead)).singleElement().satisfies(line -> {
            assertThat(line.duty().text()).startsWith("Provide connections");
            assertThat(line.duty().about().key()).isEqualTo("duties.answers.both");
            assertThat(line.standing()).isEqualTo(Standing.NEW);
        });
    }

    @Test
    void aYesIsForExactlyTheListThatSomebodySaw() {
        standsFor("Harbour Authority: IT", lead);
        confirm("Provide connections");
        String seen = digest(lead);
        confirm("Open firewalls");

        assertThat(acknowledging.acknowledge(lead.actor(), engagement.id(), seen, Map.of()))
                .isInstanceOf(Acknowledging.Outcome.Refused.class);
        assertThat(say(lead, Map.of())).isEqualTo(new Acknowledging.Outcome.Done(2, 0));
        assertThat(duties(lead)).allMatch(line -> line.standing() == Standing.TAKEN);

        // What comes later is new, and so are other words.
        confirm("Test connections");
        assertThat(duties(lead)).extracting(DutyLine::standing).containsOnlyOnce(Standing.NEW);
        say(lead, Map.of());
        var row = grid().rows().stream()
                .filter(one -> one.text().startsWith("Test connections"))
                .findFirst()
                .orElseThrow();
        var rows = new SampleRows(engagement, "responsibilities");
        rows.changed(engagement.customer(), row.id(), new Seen.Version(row.version()), "text", "Test all connections");
        confirm("Test all connections");
        assertThat(duties(lead))
                .filteredOn(line -> line.standing() == Standing.NEW)
                .extracting(line -> line.duty().text())
                .containsExactly("Test all connections");
    }

    @Test
    void anObjectionIsKeptWithItsReasonAndIsNoYes() {
        standsFor("Harbour Authority: IT", lead);
        confirm("Provide connections", "Open firewalls");
        var against = duties(lead).getFirst().duty().key();

        assertThat(say(lead, Map.of(against, "The network team does that.")))
                .isEqualTo(new Acknowledging.Outcome.Done(1, 1));

        assertThat(duties(lead).getFirst().standing()).isEqualTo(Standing.OBJECTED);
        assertThat(duties(lead).getFirst().objection()).isEqualTo("The network team does that.");
        var deeds = engagement.customer().asks(() -> APP.get(Ledger.class).newest(engagement.id(), Long.MAX_VALUE, 5));
        var details = Objects.requireNonNull(deeds.getFirst().details());
        assertThat(details.kind()).isEqualTo("duties-acknowledged");
        assertThat(details.what()).containsEntry("taken", "1").containsEntry("objected", "1");
    }

    @Test
    void aDutyWithoutAYesIsAFindingUntilThereIsOne() {
        assumptions.added(engagement.customer(), "The network carries voice.", "owner", lead.name());
        assertThat(found("PPL-06"))
                .containsExactly(
                        lead.name() + " has not acknowledged A-1 (" + lead.name() + "): “The network carries voice.”.");

        say(lead, Map.of(duties(lead).getFirst().duty().key(), "Nobody has measured it."));
        assertThat(found("PPL-06")).hasSize(1);
        say(lead, Map.of());

        assertThat(found("PPL-06")).isEmpty();
    }

    @Test
    void whoeverManagesSeesWhoHasAnsweredAndAsksTheOthers() throws Exception {
        standsFor("Harbour Authority: IT", lead);
        standsFor("Cloud Vendor", engagement.vendor());
        confirm("Provide connections");
        var browser = HttpBrowser.signedIn(engagement.customer());
        var page = browser.get(engagement.path("duties")).body();
        assertThat(page).contains("IT lead of the customer", "1 without a yes");

        // An owner asks everybody, and it is written down.
        var asked = browser.post(engagement.path("duties/ask"), Map.of());
        assertThat(asked.body()).contains("people are asked.");
        assertThat(HttpBrowser.signedIn(lead).get("/notices").body()).contains("A duty waits for your yes");
        assertThat(browser.get(engagement.path("ledger")).body())
                .contains("Somebody was asked for their yes to their duties");

        say(lead, Map.of());
        assertThat(Jsoup.parse(browser.get(engagement.path("duties")).body())
                        .select("ul[aria-labelledby=people] > li")
                        .eachText())
                .anyMatch(line -> line.startsWith("IT lead of the customer") && line.contains("Answered on"));
        var contributor = HttpBrowser.signedIn(lead);
        contributor.get(engagement.path("duties"));
        assertThat(contributor.post(engagement.path("duties/ask"), Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void theFormTakesWhatSpeaksAgainstSingleThings() throws Exception {
        standsFor("Harbour Authority: IT", lead);
        confirm("Provide connections", "Open firewalls");
        var browser = HttpBrowser.signedIn(lead);
        var form = Jsoup.parse(browser.get(engagement.path("duties")).body());
        var fields = new HashMap<String, String>();
        fields.put("seen", form.select("[name=seen]").attr("value"));
        fields.put(form.select("textarea").getFirst().attr("name"), "Not without a budget.");

        var done = browser.post(engagement.path("duties"), fields);

        assertThat(done.body()).contains("You take on 1 duty.", "Not without a budget.", "You object");
        fields.put("seen", "0".repeat(64));
        assertThat(browser.post(engagement.path("duties"), fields).statusCode()).isEqualTo(422);
    }

    @Test
    void whoeverTakesSomebodysPlaceStandsForTheColumn() {
        standsFor("Harbour Authority: IT", lead);
        var duty = engagement
                .customer()
                .asks(() -> APP.all(Duties.class).stream()
                        .flatMap(kind -> kind.of(engagement.id(), lead.id()).stream())
                        .toList());
        assertThat(duty).hasSize(1);

        APP.get(ManagingPeople.class)
                .replace(
                        engagement.customer().actor(),
                        engagement.id(),
                        lead.id(),
                        engagement.customer().id());

        assertThat(grid().columns())
                .filteredOn(column -> column.name().equals("Harbour Authority: IT"))
                .allMatch(column -> engagement.customer().id().equals(column.person()));
    }

    @Test
    void whatIsPrivateToAPartyIsNoDutyInTheEyesOfOthers() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        assumptions.added(engagement.customer(), "Ours alone.", "owner", lead.name(), "seenBy", true);
        say(lead, Map.of());

        assertThat(sow.obligations()).isNotEmpty();
        assertThat(list(engagement.customer(), lead)).hasSize(1);
        assertThat(list(engagement.vendor(), lead)).isEmpty();
    }

    @DeskAndPhone
    void peopleSayYesOnTheirPage(Look look) {
        standsFor("Harbour Authority: IT", lead);
        standsFor("Cloud Vendor", engagement.vendor());
        confirm("Provide connections", "Open firewalls", "Test connections");
        assumptions.added(engagement.customer(), "The network carries voice.", "owner", lead.name());
        say(lead, Map.of(duties(lead).getFirst().duty().key(), "Nobody has measured it."));
        confirm("Assess the network");
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            browser.signIn(lead);
            browser.go(engagement.path("duties"));
            assertThat(page.getByText("One thing is new since you said yes.")).isVisible();
            browser.check("duties");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("I know these and take them on"))
                    .click();
            assertThat(page.getByText("You take on 4 duties.")).isVisible();
        }
        try (var browser = Browser.open(look)) {
            browser.signIn(engagement.customer());
            browser.go(engagement.path("duties"));
            assertThat(browser.page().getByText("Ask all who have not answered"))
                    .isVisible();
            browser.check("duties-asking");
        }
    }

    private void standsFor(String column, TestPerson person) {
        String key = grid().columns().stream()
                .filter(one -> one.name().equals(column))
                .findFirst()
                .orElseThrow()
                .key();
        assertThat(APP.get(NamingParticipants.class)
                        .name(engagement.customer().actor(), engagement.id(), key, person.id()))
                .isInstanceOf(NamingParticipants.Outcome.Done.class);
    }

    /// Confirms the rows of the usual table that begin so.
    private void confirm(String... beginnings) {
        if (grid().rows().isEmpty()) {
            APP.get(AddingProposal.class).add(engagement.customer().actor(), engagement.id(), Sourcing.CLOUD);
        }
        var wishes = grid().rows().stream()
                .filter(row -> List.of(beginnings).stream().anyMatch(row.text()::startsWith))
                .map(row -> new Wish(row.id(), row.version(), Map.of(), Map.of(), true))
                .toList();
        assertThat(APP.get(KeepingGrid.class)
                        .keep(engagement.customer().actor(), engagement.id(), wishes)
                        .problems())
                .isEmpty();
    }

    private Grid grid() {
        return engagement.customer().asks(() -> APP.get(Grids.class).of(engagement.id()));
    }

    private List<DutyLine> duties(TestPerson person) {
        return list(person, person);
    }

    private List<DutyLine> list(TestPerson looks, TestPerson person) {
        return looks.asks(() -> APP.get(DutyList.class)
                .of(
                        engagement.id(),
                        APP.get(Members.class)
                                .find(engagement.id(), person.id())
                                .orElseThrow()));
    }

    private String digest(TestPerson person) {
        return DutyList.digest(duties(person));
    }

    private Acknowledging.Outcome say(TestPerson person, Map<String, String> objections) {
        return acknowledging.acknowledge(
                person.actor(), engagement.id(), digest(person), new LinkedHashMap<>(objections));
    }

    private List<String> found(String practice) {
        return engagement.customer().asks(() -> {
            var facts = APP.get(Facts.class).of(engagement.id());
            return APP
                    .get(Practices.class)
                    .check(facts, Objects.requireNonNull(facts.asOf()), List.of())
                    .findings(null)
                    .stream()
                    .filter(finding -> finding.practice().equals(practice))
                    .map(finding -> finding.message())
                    .toList();
        });
    }
}
