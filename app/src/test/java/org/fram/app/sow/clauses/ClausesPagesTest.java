package org.fram.app.sow.clauses;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.platform.runs.RunId;
import org.fram.app.platform.runs.RunState;
import org.fram.app.sow.StatementsOfWork;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/// Writing the next version of a statement of work, clause by clause.
class ClausesPagesTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final String WITH_REFERENCES =
            SowDraft.FIRST.replace("The Customer shall name a project manager.", """
            The Customer shall name a project manager.
            The Customer shall release twelve testers for the tests of section 3.

            “Trunks” means the SIP trunks of section 2. The Trunks belong to the Customer.""");

    private final TestEngagement engagement = TestEngagement.create();

    @Test
    void aWorkingCopyIsWrittenRenumberedAndMadeTheNextVersion() throws Exception {
        var sow = SowDraft.bringIn(engagement, WITH_REFERENCES);
        sow.share();
        var browser = HttpBrowser.signedIn(engagement.customer());
        String address = sow.path("/clauses");
        browser.post(address + "/begin", Map.of());

        // A section before the first: all numbers move, and so do the references.
        String title = id(browser, address, "Statement of Work");
        browser.get(address + "?at=" + title);
        browser.post(address + "/add", Map.of("after", title, "shape", "heading", "text", "Parties"));
        String parties = id(browser, address, "Parties");
        var shown = browser.get(address + "?at=" + parties);
        assertThat(shown.body()).contains("Takes away what was added last");
        browser.post(
                address + "/add",
                Map.of(
                        "after",
                        parties,
                        "text",
                        "The Customer is a harbour.\n\nThe Vendor sells software, as section 1 says."));
        var duties = browser.get(address + "?at=" + id(browser, address, "Duties of the Customer"));
        assertThat(duties.body()).contains("tests of section 4");

        var changes = browser.get(address + "/changes").body();
        assertThat(Jsoup.parse(changes).select(".passage ins, .passage.came").text())
                .contains("Parties", "The Customer is a harbour.");

        var run = SowDraft.await(engagement, run(browser.post(address + "/make", Map.of())));
        assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
        var second =
                engagement.customer().asks(() -> APP.get(StatementsOfWork.class).document(sow.id(), 2));
        assertThat(second.blocks().toString()).contains("The Customer is a harbour.", "tests of section 4");
        assertThat(browser.get(address).body()).contains("Your party is not writing a next version");
    }

    @Test
    void whatWasDoneIsTakenBackStepByStep() throws Exception {
        var sow = SowDraft.bringIn(engagement, WITH_REFERENCES);
        var browser = HttpBrowser.signedIn(engagement.customer());
        String address = sow.path("/clauses");
        browser.post(address + "/begin", Map.of());
        String before = words(browser, address, "Testing");
        String testing = id(browser, address, "Testing");

        act(browser, address, testing, "take-out", Map.of("whole", "true"));
        assertThat(texts(browser, address)).doesNotContain("failover");
        assertThat(browser.get(address).body()).contains("refers to a clause that was taken out");
        act(browser, address, id(browser, address, "Prices"), "move", Map.of("way", "up"));
        browser.post(address + "/undo", Map.of());
        browser.post(address + "/undo", Map.of());

        assertThat(words(browser, address, "Testing")).isEqualTo(before);
        assertThat(browser.post(address + "/undo", Map.of()).statusCode()).isEqualTo(422);
        assertThat(browser.post(address + "/make", Map.of()).body())
                .contains("Nothing differs from the newest version.");
    }

    @Test
    void nobodyOverwritesWhatSomebodyElseWroteNorSeesWhatAnotherPartyWrites() throws Exception {
        var sow = SowDraft.bringIn(engagement, WITH_REFERENCES);
        sow.share();
        var browser = HttpBrowser.signedIn(engagement.customer());
        String address = sow.path("/clauses");
        browser.post(address + "/begin", Map.of());
        String scope = id(browser, address, "Scope");
        String seen = seen(browser, address, scope);

        assertThat(write(browser, address, scope, seen, "Scope of the work").statusCode())
                .isEqualTo(200);
        var late = write(browser, address, scope, seen, "What we do");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Somebody changed this clause", "What we do");
        assertThat(texts(browser, address)).contains("Scope of the work");
        var empty = write(browser, address, scope, seen(browser, address, scope), " ");
        assertThat(empty.statusCode()).isEqualTo(422);

        var vendor = HttpBrowser.signedIn(engagement.vendor());
        assertThat(vendor.get(address).body()).contains("Your party is not writing a next version");
        vendor.post(address + "/begin", Map.of());
        assertThat(texts(vendor, address)).doesNotContain("Scope of the work");

        // The vendor is first: the customer is told, and decides.
        String vendors = id(vendor, address, "Scope");
        write(vendor, address, vendors, seen(vendor, address, vendors), "Scope of the project");
        SowDraft.await(engagement, engagement.vendor(), run(vendor.post(address + "/make", Map.of())));
        var older = browser.post(address + "/make", Map.of());
        assertThat(older.statusCode()).isEqualTo(422);
        assertThat(older.body()).contains("Version 2 came since this working copy was begun from version 1.");
        browser.post(address + "/discard", Map.of());
        assertThat(browser.get(address).body()).contains("Write version 3");
    }

    @Test
    void aTableIsAddedAndItsCellsAreWrittenInPlace() throws Exception {
        var sow = SowDraft.bringIn(engagement, WITH_REFERENCES);
        var browser = HttpBrowser.signedIn(engagement.customer());
        String address = sow.path("/clauses");
        browser.post(address + "/begin", Map.of());
        String prices = id(browser, address, "Prices");
        browser.get(address + "?at=" + prices);
        browser.post(
                address + "/add",
                Map.of("after", prices, "shape", "table", "text", "Item | Amount\nMigration, of section 1 | $48,000"));
        var page = Jsoup.parse(browser.get(address + "?at=" + prices).body());
        assertThat(page.select(".clause-table th").eachText()).containsExactly("Item", "Amount");
        String table = page.select(".clause:has(table)").attr("id").substring(2);

        var seen = Jsoup.parse(
                        browser.get(address + "?at=" + table + "&doing=edit").body())
                .select(".clause-form [name=seen]")
                .attr("value");
        browser.post(address + "/" + table + "/write?seen=" + seen, "text", List.of("Item", "Sum", "All", "$9"));

        assertThat(Jsoup.parse(browser.get(address + "?at=" + table).body())
                        .select(".clause-table th, .clause-table td")
                        .eachText())
                .containsExactly("Item", "Sum", "All", "$9");
    }

    @DeskAndPhone
    void clausesAreWrittenOnAPage(Look look) throws Exception {
        var sow = SowDraft.bringIn(engagement, WITH_REFERENCES);
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            browser.signIn(engagement.customer());
            browser.go(sow.path("/clauses"));
            browser.check("sow-clauses-empty");
            button(page, "Write version 2").click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("2 Duties of the Customer"))
                    .first()
                    .click();
            page.locator("a.clause-words", new Page.LocatorOptions().setHasText("twelve testers"))
                    .click();
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Add below").setExact(true))
                    .click();
            page.getByLabel("What it says").fill("The Customer shall book the rooms named in section 1.");
            browser.check("sow-clauses");
            button(page, "Add").click();
            assertThat(page.locator(".clause", new Page.LocatorOptions().setHasText("shall book the rooms")))
                    .isVisible();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What changes"))
                    .click();
            assertThat(page.locator(".redline", new Page.LocatorOptions().setHasText("shall book the rooms")))
                    .isVisible();
            browser.check("sow-clause-changes");
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static RunId run(HttpResponse<String> begun) {
        String path = begun.uri().getPath();
        return RunId.of(path.substring(path.lastIndexOf('/') + 1));
    }

    private static Document page(HttpBrowser browser, String address) throws IOException, InterruptedException {
        return Jsoup.parse(browser.get(address).body());
    }

    /// The id of the clause with such words, in whichever section it is.
    private static String id(HttpBrowser browser, String address, String words)
            throws IOException, InterruptedException {
        for (var section : page(browser, address).select(".clauses-outline a")) {
            for (var clause : page(browser, section.attr("href")).select(".clause")) {
                if (clause.select(".clause-words").text().endsWith(words)) {
                    return clause.id().substring(2);
                }
            }
        }
        throw new IllegalStateException("There is no clause " + words);
    }

    private static String words(HttpBrowser browser, String address, String heading)
            throws IOException, InterruptedException {
        return page(browser, address + "?at=" + id(browser, address, heading))
                .select(".clauses-text .clause-words")
                .text();
    }

    private static String texts(HttpBrowser browser, String address) throws IOException, InterruptedException {
        var texts = new StringBuilder();
        for (var section : page(browser, address).select(".clauses-outline a")) {
            texts.append(
                    page(browser, section.attr("href")).select(".clause-words").text());
        }
        return texts.toString();
    }

    private static String seen(HttpBrowser browser, String address, String clause)
            throws IOException, InterruptedException {
        return page(browser, address + "?at=" + clause).select("[name=seen]").attr("value");
    }

    private static HttpResponse<String> write(
            HttpBrowser browser, String address, String clause, String seen, String text)
            throws IOException, InterruptedException {
        return browser.post(address + "/" + clause + "/write", Map.of("seen", seen, "text", text));
    }

    private static void act(HttpBrowser browser, String address, String clause, String act, Map<String, String> more)
            throws IOException, InterruptedException {
        var fields = new HashMap<>(more);
        fields.put("seen", seen(browser, address, clause));
        assertThat(browser.post(address + "/" + clause + "/" + act, fields).statusCode())
                .isEqualTo(200);
    }
}
