package org.fram.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.fram.app.signing.Matter;
import org.fram.app.sow.SignGate;
import org.fram.app.sow.SowId;
import org.fram.app.sow.StatementsOfWork;
import org.fram.app.sow.TemplateDraftId;
import org.fram.app.testing.Browser;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.fram.ledger.LedgerFile;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// The whole way of a statement of work, as people of both sides walk it: drafted from a template, commented on,
/// written anew, compared, agreed, signed, changed by a change order, and in force with that.
class LivingStatementTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final String TRAINING = "Training";
    private static final double PATIENCE = 60_000;

    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson customer = engagement.customer();
    private final TestPerson vendor = engagement.vendorManager();

    @Test
    void aStatementOfWorkIsDraftedCommentedComparedSignedAndChangedByAnOrderWithNothingLost() throws Exception {
        engagement.maySign(customer, Matter.STATEMENT_OF_WORK);
        engagement.maySign(vendor, Matter.STATEMENT_OF_WORK);
        engagement.maySign(customer, Matter.CHANGE_ORDER);
        engagement.maySign(vendor, Matter.CHANGE_ORDER);
        try (var customers = Browser.open(Look.DESKTOP_LIGHT);
                var vendors = Browser.open(Look.DESKTOP_LIGHT)) {
            for (var browser : List.of(customers, vendors)) {
                browser.page().setDefaultTimeout(PATIENCE);
                browser.page().setDefaultNavigationTimeout(PATIENCE);
            }
            customers.signIn(customer);
            vendors.signIn(vendor);
            String sow = drafted(customers);

            comments(vendors, sow);
            writesAnew(customers, sow);
            compares(vendors, sow);
            settles(sow);
            signs(customers, vendors, sow, 2);

            String change = changes(customers, vendors, sow);
            customers.go(change);
            assertThat(customers.page().locator("body")).containsText("CO-1 is signed");
            customers.go(sow + "/agreement");
            assertThat(customers.page().locator("main")).containsText("Version 3 is in force");

            customers.go(engagement.path("ledger"));
            for (String deed :
                    List.of("A section was agreed to", "A document was signed", "Both sides agreed to a change")) {
                assertThat(customers.page().getByText(deed).first()).isVisible();
            }
            verified();
        }
    }

    /// @return the address of the statement of work
    private String drafted(Browser browser) throws IOException {
        var page = browser.page();
        browser.go(engagement.path("sow"));
        link(page, "Draft from a template").click();
        button(page, "Begin with Technology implementation").click();
        page.getByLabel("When does the work begin?").fill("2027-02-01");
        button(page, "Keep and go on").click();
        String begun = page.url().replaceFirst("/steps/\\d+$", "");
        SowDraft.answerAll(engagement, TemplateDraftId.of(begun.substring(begun.lastIndexOf('/') + 1)));
        browser.go(page.url().substring(page.url().indexOf("/engagements")).replaceFirst("/steps/\\d+$", ""));
        button(page, "Make the document").click();
        // The page of the run leads to what came of it.
        page.waitForURL("**/review*");
        String sow = page.url().substring(page.url().indexOf("/engagements")).replaceFirst("/review.*", "");
        browser.go(sow);
        button(page, "Share it with all parties").click();
        assertThat(button(page, "Share it with all parties")).hasCount(0);
        browser.go(sow + "/review");
        button(page, Pattern.compile("Accept all \\d+ that are open")).click();
        return sow;
    }

    private static void comments(Browser browser, String sow) {
        var page = browser.page();
        browser.go(sow + "/agreement");
        var training = section(page, TRAINING);
        training.getByText("Comment or suggest").click();
        training.getByLabel("What you say about it").fill("Our trainer is there for two days a week.");
        training.getByLabel("What it should say instead").fill("Classes are held on Tuesdays and Wednesdays.");
        button(training, "Say it").click();
        assertThat(section(page, TRAINING)).containsText("Classes are held on Tuesdays and Wednesdays.");
    }

    /// Takes the suggestion of the other side up, in the words of the next version.
    private static void writesAnew(Browser browser, String sow) {
        var page = browser.page();
        browser.go(sow + "/clauses");
        button(page, "Write version 2").click();
        link(page, Pattern.compile("^[\\d.]* ?Training$")).click();
        assertThat(page.locator(".clauses-remarks")).containsText("Classes are held on Tuesdays and Wednesdays.");
        browser.check("sow-clauses-remarks");
        page.getByText(Pattern.compile("shall provide the training environment"))
                .first()
                .click();
        link(page, "Add below").click();
        page.getByLabel("What it says").fill("The Vendor shall hold the classes on Tuesdays and Wednesdays.");
        button(page, "Add").last().click();
        button(page, "Make it version 2").click();
        page.waitForURL("**/review*");
        browser.go(sow + "/agreement");
        var training = section(page, TRAINING);
        training.getByLabel("Answer this remark").fill("It is in version 2.");
        button(training, "Taken up").click();
        assertThat(section(page, TRAINING)).containsText("Taken up by");
    }

    private static void compares(Browser browser, String sow) {
        var page = browser.page();
        browser.go(sow + "/redline");
        assertThat(page.locator(".came, ins")
                        .filter(new Locator.FilterOptions().setHasText("Tuesdays"))
                        .first())
                .isVisible();
        browser.check("sow-redline-of-clauses");
    }

    /// Both sides agree to each section, and what still holds the signature is waived with a reason.
    private void settles(String sow) throws IOException, InterruptedException {
        var customers = HttpBrowser.signedIn(customer);
        var vendors = HttpBrowser.signedIn(vendor);
        customers.post(sow + "/review/accept", Map.of());
        for (var browser : List.of(customers, vendors)) {
            for (var form : Jsoup.parse(browser.get(sow + "/agreement").body()).select("form[action$=/agree]")) {
                browser.post(
                        sow + "/agreement/agree",
                        Map.of(
                                "section", form.select("[name=section]").attr("value"),
                                "seen", form.select("[name=seen]").attr("value")));
            }
        }
        var id = SowId.of(sow.substring(sow.lastIndexOf('/') + 1));
        customers.get(sow + "/findings");
        for (var finding : customer.asks(() -> APP.get(SignGate.class)
                .of(engagement.id(), APP.get(StatementsOfWork.class).get(engagement.id(), id))
                .holding())) {
            customers.post(
                    sow + "/findings/waive",
                    Map.of(
                            "practice", finding.practice(),
                            "item", finding.item(),
                            "authority", "Steering committee",
                            "reason", "It is settled by letter.",
                            "until", day()));
        }
    }

    private void signs(Browser customers, Browser vendors, String sow, int version) {
        var page = customers.page();
        customers.go(sow + "/agreement");
        checkSigners(page);
        button(page, "Print and ask for signatures").click();
        signed(customers, vendors);
        customers.go(sow + "/agreement");
        assertThat(page.locator("main"))
                .containsText("Version %d is in force: both sides signed it.".formatted(version));
    }

    /// @return the address of the change
    private String changes(Browser customers, Browser vendors, String sow) {
        var page = customers.page();
        customers.go(engagement.path("changes"));
        link(page, "Propose a change").click();
        page.getByLabel("What changes").fill("Train on Thursdays, too");
        button(page, "Save").click();
        customers.go(sow + "/clauses");
        button(page, "Write version 3").click();
        link(page, Pattern.compile("^[\\d.]* ?Training$")).click();
        page.getByText(Pattern.compile("on Tuesdays and Wednesdays")).first().click();
        link(page, "Edit").first().click();
        page.getByLabel("Words of the clause")
                .fill("The Vendor shall hold the classes on Tuesdays, Wednesdays and Thursdays.");
        button(page, "Keep").click();
        button(page, "Make it version 3").click();
        page.waitForURL("**/review*");

        customers.go(engagement.path("changes"));
        link(page, "CR-1").first().click();
        String change = page.url().substring(page.url().indexOf("/engagements"));
        page.getByLabel("Versions between which it lies")
                .selectOption(sow.substring(sow.lastIndexOf('/') + 1) + " 2 3");
        button(page, "Compare").click();
        assertThat(page.locator("#impact")).containsText("Thursdays");
        for (var browser : List.of(customers, vendors)) {
            browser.go(change);
            button(browser.page(), "Agree for your party").click();
        }
        customers.go(change);
        checkSigners(page);
        button(page, "Print it and ask for the signatures").click();
        signed(customers, vendors);
        return change;
    }

    /// Waits for the run that prints, and has both sides sign.
    private static void signed(Browser customers, Browser vendors) {
        var page = customers.page();
        page.waitForURL("**/signatures/*");
        String request = page.url().substring(page.url().indexOf("/engagements"));
        for (var browser : List.of(customers, vendors)) {
            browser.go(request);
            browser.page().getByLabel("Your password").fill(TestPerson.PASSWORD);
            button(browser.page(), "Sign it").click();
            assertThat(browser.page().getByText("by password").first()).isVisible();
        }
    }

    private void verified() throws IOException, InterruptedException {
        var browser = HttpBrowser.signedIn(customer);
        String lines = new String(browser.download(engagement.path("ledger.jsonl")), StandardCharsets.UTF_8);
        var page = Jsoup.parse(browser.get(engagement.path("ledger")).body());
        String head = Objects.requireNonNull(page.selectFirst("code.hash")).text();
        var verdict = LedgerFile.verify(new StringReader(lines), head);
        assertThat(verdict.breaches()).isEmpty();
    }

    private void checkSigners(Page page) {
        for (var person : List.of(customer, vendor)) {
            page.locator("input[name=signatory][value='" + person.id() + "']").check();
        }
    }

    private static Locator section(Page page, String title) {
        return page.locator(".agreement-section")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(
                                "h2",
                                new Page.LocatorOptions().setHasText(Pattern.compile("^[\\d.]* ?" + title + "$")))));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator link(Page page, Pattern name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Locator part, String name) {
        return part.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static String day() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(20).toString();
    }
}
