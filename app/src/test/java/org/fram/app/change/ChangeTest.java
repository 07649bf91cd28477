package org.fram.app.change;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fram.app.agreement.Agreeing;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.engagement.ToDo;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.platform.runs.RunId;
import org.fram.app.platform.runs.RunState;
import org.fram.app.signing.Matter;
import org.fram.app.signing.RequestId;
import org.fram.app.signing.SignatureRequests;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.fram.facts.EngagementKind;
import org.fram.facts.FactsDocument;
import org.fram.office.Documents;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From somebody’s wish to the version that is in force with it.
class ChangeTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final Register REGISTER = APP.parts().getBean("changesRegister", Register.class);
    private static final String SECOND = SowDraft.FIRST
            .replace("train forty agents", "train fifty agents")
            .replace("by 1 March 2027", "by 15 March 2027")
            .replace(
                    "The Vendor shall deliver the cutover runbook.",
                    "The Vendor shall deliver the cutover runbook.\n"
                            + "The Vendor shall run a usability test with ten agents.");

    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson vendor = engagement.vendorManager();

    @TempDir
    private Path folder;

    @Test
    void aWishIsWeighedAgreedOrderedAndInForceOnceBothSidesSigned() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        sow.share();
        sow.nextVersion(SECOND);
        var customers = HttpBrowser.signedIn(engagement.customer());
        var vendors = HttpBrowser.signedIn(vendor);
        String ref = propose(Map.of("text", "Train ten more agents", "price", euros("4800"), "days", BigDecimal.TEN));
        String address = engagement.path("changes/" + ref);

        // What it does is computed from the two versions.
        customers.get(address);
        customers.post(address + "/wording", Map.of("wording", sow.id() + " 1 2"));
        var impact = Jsoup.parse(vendors.get(address).body()).select("#impact");
        assertThat(impact.text()).contains("15 March 2027", "Tests", "usability test with ten agents");

        String seen = seen(customers, address);
        customers.post(address + "/agree", Map.of("seen", seen));
        assertThat(vendors.get(address).body()).contains("Harbour Authority agrees", "1 of 2 parties agree");
        // Other terms are not agreed to.
        assertThat(change(ref, Map.of("days", BigDecimal.valueOf(12)))).isInstanceOf(RowOutcome.Done.class);
        assertThat(vendors.post(address + "/agree", Map.of("seen", seen)).statusCode())
                .isEqualTo(422);
        assertThat(vendors.get(address).body()).contains("0 of 2 parties agree");
        for (var browser : List.of(customers, vendors)) {
            browser.post(address + "/agree", Map.of("seen", seen(browser, address)));
        }
        assertThat(vendors.get(address).body()).contains("Agreed on");
        assertThat(change(ref, Map.of("days", BigDecimal.ONE))).isInstanceOf(RowOutcome.Refused.class);

        engagement.maySign(engagement.customer(), Matter.CHANGE_ORDER);
        engagement.maySign(vendor, Matter.CHANGE_ORDER);
        var begun = customers.post(
                address + "/order", Map.of("signatory", engagement.customer().id() + "," + vendor.id(), "last", day()));
        String path = begun.uri().getPath();
        var run = SowDraft.await(engagement, RunId.of(path.substring(path.lastIndexOf('/') + 1)));
        assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
        var request = RequestId.of(String.valueOf(run.result()).replace("signatures/", ""));
        assertThat(customers
                        .post(
                                address + "/order",
                                Map.of("signatory", vendor.id().toString(), "last", day()))
                        .body())
                .contains("A change order for it is being signed, or is signed.");
        engagement.sign(engagement.customer(), request);
        assertThat(standing(sow)).isNull();
        engagement.sign(vendor, request);

        assertThat(standing(sow)).isEqualTo(2);
        assertThat(customers.get(address).body()).contains("CO-1 is signed");
        Path pdf = Files.write(
                folder.resolve("order.pdf"),
                customers.download(engagement.path("files/"
                        + engagement
                                .customer()
                                .asks(() -> APP.get(SignatureRequests.class)
                                        .get(engagement.id(), request)
                                        .file()))));
        assertThat(Documents.read(pdf).blocks().toString())
                .contains("Train ten more agents", "EUR 4,800.00", "12 days later", "usability test with ten agents");
    }

    @Test
    void whatIsOwedAlreadyAndWhatIsRefusedKeepTheirReason() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        sow.share();
        var customers = HttpBrowser.signedIn(engagement.customer());
        String owed = engagement.path("changes/" + propose(Map.of("text", "A runbook for the cutover")));
        customers.get(owed);
        var unknown = customers.post(owed + "/in-scope", Map.of("obligations", "O-999"));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("There is no obligation O-999.");
        String label = sow.obligations().getFirst().code();
        customers.post(owed + "/in-scope", Map.of("obligations", label));
        assertThat(customers.get(owed).body()).contains("Owed already by " + label);

        String wish = engagement.path("changes/" + propose(Map.of("text", "A second data centre")));
        assertThat(customers.post(wish + "/refuse", Map.of("reason", " ")).statusCode())
                .isEqualTo(422);
        customers.post(wish + "/refuse", Map.of("reason", "The budget is set."));
        assertThat(customers.get(wish).body()).contains("The budget is set.", "Refused on");
        assertThat(customers.post(wish + "/refuse", Map.of("reason", "Again.")).statusCode())
                .isEqualTo(422);
        // A contributor proposes, and does not bind the party.
        var contributor = HttpBrowser.signedIn(engagement.vendor());
        String other = engagement.path("changes/" + propose(Map.of("text", "More reports")));
        contributor.get(other);
        assertThat(contributor.post(other + "/refuse", Map.of("reason", "No.")).statusCode())
                .isEqualTo(403);
        assertThat(customers.get(engagement.path("ledger")).body())
                .contains("A change was refused", "A change was found to be in scope already");
    }

    @Test
    void decisionsAreNotTypedUnlessTheChangeWasMadeElsewhere() {
        var arrived = add(Map.of("text", "Of last year", "state", "agreed", "decided", LocalDate.of(2026, 1, 5)));
        assertThat(arrived instanceof RowOutcome.Done(var row) ? row.get("elsewhere") : arrived)
                .isEqualTo(true);
        String open = propose(Map.of("text", "Typed"));
        assertThat(change(open, Map.of("state", "agreed", "decided", LocalDate.of(2027, 1, 5))))
                .isInstanceOf(RowOutcome.Refused.class);
        // Neither by way of having been decided elsewhere.
        refused(open);
        assertThat(change(open, Map.of("elsewhere", true, "state", "agreed"))).isInstanceOf(RowOutcome.Refused.class);
        assertThat(change(ref(arrived), Map.of("elsewhere", false))).isInstanceOf(RowOutcome.Refused.class);
        assertThat(add(Map.of("text", "Not elsewhere", "signedBy", "An engineer")))
                .isInstanceOf(RowOutcome.Refused.class);
        assertThat(add(Map.of(
                        "text",
                        "By letter",
                        "elsewhere",
                        true,
                        "state",
                        "agreed",
                        "decided",
                        LocalDate.of(2027, 1, 5),
                        "signedBy",
                        "An engineer",
                        "mayChange",
                        false)))
                .isInstanceOf(RowOutcome.Done.class);
        assertThat(findings("SOW-18")).singleElement().asString().contains("An engineer signed CR-");
    }

    @Test
    void practicesSeeChangesAndWhatTheyCost() throws Exception {
        assertThat(facts().sow()).isNull();
        var approvals = APP.parts().getBean("approvalsRegister", Register.class);
        approvals
                .acts()
                .add(
                        approvals,
                        engagement.customer().actor(),
                        engagement.id(),
                        Map.of("text", "Board", "amount", euros("1000")));
        String ref = propose(Map.of("text", "Ten more agents", "price", euros("1200.50")));
        assertThat(findings("COST-01")).singleElement().asString().contains("1,200.50");

        HttpBrowser.signedIn(engagement.customer());
        change(ref, Map.of("inPrice", true));
        assertThat(findings("COST-01")).isEmpty();
        add(Map.of("text", "By word", "elsewhere", false));
        assertThat(findings("SOW-16")).isEmpty();
        String agreed = propose(Map.of("text", "Fewer reports"));
        for (var person : List.of(engagement.customer(), vendor)) {
            var browser = HttpBrowser.signedIn(person);
            String address = engagement.path("changes/" + agreed);
            browser.post(address + "/agree", Map.of("seen", seen(browser, address)));
        }
        assertThat(findings("SOW-16")).singleElement().asString().contains(agreed);
    }

    @Test
    void goingThroughAStatementOfWorkIsNotedWithItsNextTime() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        sow.share();
        var browser = HttpBrowser.signedIn(engagement.customer());
        String page = engagement.path("changes");
        assertThat(browser.get(page).body()).contains("Nobody has gone through it yet");
        assertThat(browser.post(page + "/reviews/" + sow.id(), Map.of("next", "2020-01-01"))
                        .statusCode())
                .isEqualTo(422);
        browser.post(page + "/reviews/" + sow.id(), Map.of("next", day()));
        assertThat(browser.get(page).body()).contains("Last on");
        assertThat(Objects.requireNonNull(facts().sow()).reviewed()).isNotNull();
        // Whoever manages the project does it again by that day.
        var manager = engagement.member(
                "Project manager of the customer",
                engagement.customerParty(),
                Role.CONTRIBUTOR,
                ProjectRole.PROJECT_MANAGER);
        assertThat(manager.asks(() -> APP.get(ToDo.class).of(manager.actor()))).anySatisfy(line -> {
            assertThat(line.item().path()).isEqualTo("changes#reviews");
            assertThat(line.item().due()).isEqualTo(LocalDate.parse(day()));
        });
    }

    @DeskAndPhone
    void changesAreWeighedOnPages(Look look) throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        sow.share();
        sow.nextVersion(SECOND);
        var approvals = APP.parts().getBean("approvalsRegister", Register.class);
        approvals
                .acts()
                .add(
                        approvals,
                        engagement.customer().actor(),
                        engagement.id(),
                        Map.of("text", "Board", "amount", euros("60000")));
        propose(Map.of("text", "A second data centre for the recordings", "price", euros("21000")));
        String ref = propose(Map.of(
                "text",
                "Train ten more agents, and test with them",
                "reason",
                "The northern office joins.",
                "price",
                euros("4800"),
                "days",
                BigDecimal.TEN,
                "vendorHours",
                BigDecimal.valueOf(60)));
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            browser.signIn(engagement.customer());
            browser.go(engagement.path("changes"));
            assertThat(page.locator(".change-bar")).isVisible();
            browser.check("changes");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(ref))
                    .first()
                    .click();
            page.getByLabel("Versions between which it lies").selectOption(sow.id() + " 1 2");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Compare"))
                    .click();
            assertThat(page.locator("#impact")).containsText("usability test");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Agree for your party"))
                    .click();
            assertThat(page.locator("body")).containsText("Harbour Authority agrees");
            browser.check("change");
        }
    }

    private void refused(String ref) {
        assertThat(APP.get(DecidingChange.class)
                        .refuse(engagement.customer().actor(), engagement.id(), ref, "The budget is set."))
                .isInstanceOf(DecidingChange.Outcome.Done.class);
    }

    private static String ref(RowOutcome outcome) {
        return outcome instanceof RowOutcome.Done(var row) ? row.ref() : outcome.toString();
    }

    private String propose(Map<String, Object> values) {
        if (add(values) instanceof RowOutcome.Done(var row)) {
            return row.ref();
        }
        throw new IllegalStateException(add(values).toString());
    }

    private RowOutcome add(Map<String, Object> values) {
        return REGISTER.acts()
                .add(
                        REGISTER,
                        engagement.customer().actor(),
                        engagement.id(),
                        new HashMap<String, @Nullable Object>(values));
    }

    private RowOutcome change(String ref, Map<String, Object> values) {
        var change =
                engagement.customer().asks(() -> APP.get(ProposedChanges.class).get(engagement.id(), ref));
        return REGISTER.acts()
                .change(
                        REGISTER,
                        engagement.customer().actor(),
                        engagement.id(),
                        change.id(),
                        new Seen.Version(change.row().version()),
                        new HashMap<String, @Nullable Object>(values));
    }

    private FactsDocument facts() {
        return engagement.facts(engagement.customer());
    }

    private List<String> findings(String practice) {
        return engagement.found(engagement.customer(), EngagementKind.TECHNOLOGY_PROJECT, practice);
    }

    private @Nullable Integer standing(SowDraft sow) {
        var inForce = engagement
                .customer()
                .asks(() -> APP.get(Agreeing.class).of(engagement.id(), sow.id()))
                .inForce();
        return inForce == null ? null : inForce.ordinal();
    }

    private static String seen(HttpBrowser browser, String address) throws IOException, InterruptedException {
        return Jsoup.parse(browser.get(address).body()).select("[name=seen]").attr("value");
    }

    private static Money.Sum euros(String amount) {
        return new Money.Sum(new BigDecimal(amount), Currency.getInstance("EUR"));
    }

    private static String day() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(20).toString();
    }
}
