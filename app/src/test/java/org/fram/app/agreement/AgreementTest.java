package org.fram.app.agreement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.fram.app.platform.runs.RunId;
import org.fram.app.platform.runs.RunState;
import org.fram.app.signing.Matter;
import org.fram.app.signing.RequestId;
import org.fram.app.signing.SignatureRequest;
import org.fram.app.signing.SignatureRequests;
import org.fram.app.sow.SignGate;
import org.fram.app.sow.StatementsOfWork;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.fram.office.Documents;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a document that both sides talk about to the version that is in force.
class AgreementTest {

    private static final RunningApp APP = RunningApp.shared();

    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson vendor = engagement.vendorManager();

    @TempDir
    private Path folder;

    @Test
    void whatBothSidesAgreeToAndSignIsInForceUntilTheNextVersionIs() throws Exception {
        var sow = shared();
        var customers = HttpBrowser.signedIn(engagement.customer());
        var vendors = HttpBrowser.signedIn(vendor);
        String address = sow.path("/agreement");

        // The vendor suggests other words, and the customer answers.
        vendors.get(address);
        String prices =
                section(vendors, address, "prices").select("[name=section]").attr("value");
        vendors.post(
                address + "/remarks",
                Map.of("section", prices, "text", "We need it in two parts.", "suggestion", "Half of it at cutover."));
        var remark = section(customers, address, "prices").select(".agreement-remark form");
        assertThat(remark).hasSize(1);
        assertThat(customers
                        .post(remark.attr("action"), Map.of("outcome", "declined", "answer", ""))
                        .statusCode())
                .isEqualTo(422);
        customers.post(remark.attr("action"), Map.of("outcome", "declined", "answer", "The budget is set."));
        assertThat(section(vendors, address, "prices").text()).contains("Declined by", "The budget is set.");

        agreeToAll(customers, address);
        assertThat(customers.get(address).body()).contains("both sides agree to 0 of");
        agreeToAll(vendors, address);
        waiveWhatHolds(customers, sow);
        engagement.maySign(engagement.customer(), Matter.STATEMENT_OF_WORK);
        engagement.maySign(vendor, Matter.STATEMENT_OF_WORK);

        var request = putUp(customers, sow);
        assertThat(customers.get(address).body()).contains("is being signed");
        engagement.sign(engagement.customer(), request);
        engagement.sign(vendor, request);

        assertThat(customers.get(address).body()).contains("Version 1 is in force: both sides signed it.");
        Path pdf = Files.write(
                folder.resolve("signed.pdf"),
                customers.download(engagement.path("files/" + request(request).file())));
        assertThat(Documents.read(pdf).blocks().toString())
                .contains("forty agents", "Between Harbour Authority, Cloud Vendor");

        // The order says what has no section, and that the money was agreed on before the basics.
        assertThat(Jsoup.parse(customers.get(address).body())
                        .select(".agreement-order li")
                        .eachText())
                .anyMatch(step -> step.startsWith("Scope Agreed") && step.contains("1 Scope"))
                .anyMatch(step -> step.startsWith("Money Agreed Agreed before the basics") && step.contains("4 Prices"))
                .anyMatch(step -> step.startsWith("Terms: ") && step.contains("Open It is spoken of"))
                .anyMatch(step -> step.equals("Parties and contacts Agreed Statement of Work"));

        // Other words in one section: only that one is open again, and version 1 stays in force meanwhile.
        sow.nextVersion(SowDraft.FIRST.replace("forty agents", "fifty agents"));
        var page = customers.get(address).body();
        assertThat(page).contains("Until then version 1 is in force.");
        assertThat(section(customers, address, "scope").text()).contains("agreed to other words, in version 1");
        assertThat(section(customers, address, "testing").text()).contains("Harbour Authority agrees");
    }

    @Test
    void nobodyAgreesToWordsThatTheyHaveNotSeenNorForTheOtherSide() throws Exception {
        var sow = shared();
        var customers = HttpBrowser.signedIn(engagement.customer());
        String address = sow.path("/agreement");
        customers.get(address);

        var late = customers.post(address + "/agree", Map.of("section", "scope", "seen", "0".repeat(64)));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("says something else by now");
        var early = customers.post(
                address + "/put-up",
                Map.of("signatory", engagement.customer().id().toString(), "last", day()));
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("not agreed by both sides yet");
        // A contributor comments, and does not bind the party.
        var contributor = HttpBrowser.signedIn(engagement.vendor());
        contributor.get(address);
        assertThat(contributor
                        .post(address + "/agree", Map.of("section", "scope", "seen", "0".repeat(64)))
                        .statusCode())
                .isEqualTo(403);
        // What only one party is to see the other does not.
        customers.post(
                address + "/remarks",
                Map.of("section", "scope", "text", "We would pay more for that.", "onlyMyParty", "true"));
        assertThat(customers.get(address).body()).contains("We would pay more for that.");
        assertThat(contributor.get(address).body()).doesNotContain("We would pay more for that.");
    }

    @DeskAndPhone
    void sectionsAreAgreedOnOneByOne(Look look) throws Exception {
        var sow = shared();
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            browser.signIn(engagement.customer());
            browser.go(sow.path("/agreement"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Agree for your party Scope"))
                    .or(page.getByRole(
                            AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Agree for your party 1 Scope")))
                    .first()
                    .click();
            assertThat(page.locator("#s2, #s1")
                            .filter(new Locator.FilterOptions().setHasText("Harbour Authority agrees"))
                            .first())
                    .isVisible();
            browser.check("agreement");
            browser.go(sow.path("/gate"));
            assertThat(page.locator(".gate-line").first()).isVisible();
            browser.check("sow-gate");
        }
    }

    private SowDraft shared() throws InterruptedException {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        sow.share();
        return sow;
    }

    private static Element section(HttpBrowser browser, String address, String title)
            throws IOException, InterruptedException {
        return Jsoup.parse(browser.get(address).body()).select(".agreement-section").stream()
                .filter(one -> one.select("[name=section]").attr("value").equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static void agreeToAll(HttpBrowser browser, String address) throws IOException, InterruptedException {
        for (var form : Jsoup.parse(browser.get(address).body()).select("form[action$=/agree]")) {
            browser.post(
                    address + "/agree",
                    Map.of(
                            "section", form.select("[name=section]").attr("value"),
                            "seen", form.select("[name=seen]").attr("value")));
        }
    }

    private void waiveWhatHolds(HttpBrowser browser, SowDraft sow) throws IOException, InterruptedException {
        browser.get(sow.path("/findings"));
        var holding = engagement
                .customer()
                .asks(() -> APP.get(SignGate.class)
                        .of(engagement.id(), APP.get(StatementsOfWork.class).get(engagement.id(), sow.id()))
                        .holding());
        assertThat(browser.post(sow.path("/agreement/put-up"), Map.of("last", day()))
                        .body())
                .contains("the signature.");
        for (var finding : holding) {
            browser.post(
                    sow.path("/findings/waive"),
                    Map.of(
                            "practice", finding.practice(),
                            "item", finding.item(),
                            "authority", "Steering committee",
                            "reason", "It is settled by letter.",
                            "until", day()));
        }
    }

    private RequestId putUp(HttpBrowser browser, SowDraft sow) throws IOException, InterruptedException {
        String one = sow.path("/agreement/put-up");
        var alone =
                browser.post(one, Map.of("signatory", engagement.customer().id().toString(), "last", day()));
        assertThat(alone.body()).contains("Somebody of the customer and somebody of those who deliver have to sign.");
        var begun =
                browser.post(one, Map.of("signatory", engagement.customer().id() + "," + vendor.id(), "last", day()));
        String path = begun.uri().getPath();
        var run = SowDraft.await(engagement, RunId.of(path.substring(path.lastIndexOf('/') + 1)));
        assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
        return RequestId.of(String.valueOf(run.result()).replace("signatures/", ""));
    }

    private SignatureRequest request(RequestId id) {
        return engagement.customer().asks(() -> APP.get(SignatureRequests.class).get(engagement.id(), id));
    }

    private static String day() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(20).toString();
    }
}
