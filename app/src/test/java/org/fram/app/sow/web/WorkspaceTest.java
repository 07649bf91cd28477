package org.fram.app.sow.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Map;
import org.fram.app.sow.Obligation;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.Look;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// The main job, in a browser: from a document to a draft.
class WorkspaceTest {

    private static final Path SAMPLE = Path.of("../samples/harbor_transit_pws.docx");

    private final TestEngagement engagement = TestEngagement.create();

    @DeskAndPhone
    void aSampleIsBroughtInReviewedAcceptedAndExported(Look look) {
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            browser.signIn(engagement.customer());
            browser.go(engagement.path("sow"));
            browser.check("sow-empty");
            page.getByLabel("Documents", new Page.GetByLabelOptions().setExact(true))
                    .setInputFiles(SAMPLE);
            page.getByRole(AriaRole.BUTTON, named("Bring in")).click();
            page.waitForURL("**/review", new Page.WaitForURLOptions().setTimeout(180_000));

            assertThat(page.locator("#tally")).containsText("0 accepted");
            browser.check("sow-workspace");
            browser.go(page.url().replaceAll(".*(/engagements/.*)/review.*", "$1/findings"));
            int before = page.locator(".finding").count();
            page.goBack();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Accept all"))
                    .click();
            assertThat(page.locator("#tally")).containsText("0 to decide");

            page.getByRole(AriaRole.LINK, named("Draft")).click();
            assertThat(page.locator(".draft-lines li").first()).isVisible();
            browser.check("sow-draft");
            page.getByRole(AriaRole.LINK, named("Findings")).click();
            browser.check("sow-findings");
            assertThat(page.locator(".finding").count()).isLessThan(before);
            var download = page.waitForDownload(() ->
                    page.getByRole(AriaRole.LINK, named("Findings as Excel")).click());
            assertThat(download.suggestedFilename()).isEqualTo("harbor_transit_pws.xlsx");
        }
    }

    @Test
    void aLongDocumentIsReadInParts() throws Exception {
        var text = new StringBuilder("# Statement of Work\n\n");
        for (int site = 1; site <= 250; site++) {
            text.append(
                    "## %d Site %d\n\nThe Vendor shall train the agents of site %d.\n\n".formatted(site, site, site));
        }
        var sow = SowDraft.bringIn(engagement, text.toString());
        var browser = HttpBrowser.signedIn(engagement.customer());

        var first = Jsoup.parse(browser.get(sow.path("/review")).body());
        assertThat(first.select("article.obligation")).hasSize(200);
        assertThat(first.select(".document-text").text())
                .contains("agents of site 200")
                .doesNotContain("of site 201");
        assertThat(first.select(".paging").text()).contains("1–200 of 250");
        String next = first.select(".paging a[rel=next]").attr("href");
        var second = Jsoup.parse(browser.get(next).body());
        assertThat(second.select("article.obligation")).hasSize(50);
        assertThat(second.select(".document-text").text())
                .contains("agents of site 201")
                .doesNotContain("of site 200.");

        // Whoever comes for one obligation is shown the part in which it stands, dropped or not.
        var last = sow.obligations().getLast();
        assertThat(browser.get(sow.path(last.id().place())).body()).contains("id=\"o-" + last.id());
        browser.post(
                sow.path("/obligations/" + last.id() + "/drop"), Map.of("version", "0", "reason", "Not part of it."));
        assertThat(browser.get(sow.path(last.id().place())).body()).contains("id=\"o-" + last.id());
        browser.post(sow.path("/review/accept"), Map.of());
        var draft = Jsoup.parse(browser.get(sow.path("?part=2")).body());
        assertThat(draft.select(".draft-lines li")).hasSize(49);
    }

    @DeskAndPhone
    void keysAreEnough(Look look) throws InterruptedException {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        var all = sow.obligations();
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            browser.signIn(engagement.customer());
            browser.go(sow.path("/review"));

            page.keyboard().press("?");
            assertThat(page.locator("#keys")).isVisible();
            browser.check("sow-keys");
            page.keyboard().press("Escape");
            page.keyboard().press("j");
            page.keyboard().press("a");
            assertThat(row(page, all.get(0)).getByText("Accepted", exactly())).isVisible();
            page.keyboard().press("j");
            page.keyboard().press("d");
            page.keyboard().type("is said elsewhere");
            page.keyboard().press("Enter");
            assertThat(row(page, all.get(1)).getByText("Dropped", exactly())).isVisible();
            page.keyboard().press("j");
            page.keyboard().press("e");
            assertThat(row(page, all.get(2)).getByLabel("Text", labelled())).isFocused();
            page.keyboard().press("Control+A");
            page.keyboard().type("The Vendor delivers the runbook.");
            page.keyboard().press("Tab");
            assertThat(row(page, all.get(2)).locator(".saved")).hasText("Saved");
            browser.check("sow-edit");
            page.keyboard().press("Escape");
            page.keyboard().press("Escape");
            assertThat(row(page, all.get(2)).locator(".obligation-text")).hasText("The Vendor delivers the runbook.");
            assertThat(page.locator("#tally")).containsText("1 accepted, 1 dropped");
        }
        assertThat(sow.obligation(all.get(0).id()).state()).isEqualTo(Obligation.State.ACCEPTED);
        assertThat(sow.obligation(all.get(1).id()).dropReason()).isEqualTo("is said elsewhere");
        assertThat(sow.obligation(all.get(2).id()).promise().text()).isEqualTo("The Vendor delivers the runbook.");
    }

    @Test
    void documentAndObligationsLeadToEachOther() throws InterruptedException {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        var third = sow.obligations().get(2);
        try (var browser = Browser.open(Look.PHONE_LIGHT)) {
            var page = browser.page();
            browser.signIn(engagement.customer());
            browser.go(sow.path("/review"));

            assertThat(page.locator(".pane.document")).isHidden();
            row(page, third).getByText("Its place").click();
            assertThat(page.locator("#q-" + third.id())).isInViewport();
            browser.check("sow-document");
            page.locator("#q-" + third.id()).click();
            assertThat(row(page, third)).isInViewport();
            assertThat(page.locator(".pane.document")).isHidden();
        }
    }

    @Test
    void twoBrowsersOnOneDraftOverwriteNothing() throws InterruptedException {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        sow.share();
        var first = sow.obligations().getFirst();
        try (var one = Browser.open(Look.DESKTOP_LIGHT);
                var other = Browser.open(Look.DESKTOP_DARK)) {
            one.signIn(engagement.customer());
            other.signIn(engagement.vendor());
            one.go(sow.path("/review"));
            other.go(sow.path("/review"));
            edit(one.page(), first);
            edit(other.page(), first);

            row(one.page(), first).getByLabel("Text", labelled()).fill("The customer’s words.");
            one.page().keyboard().press("Tab");
            assertThat(row(one.page(), first).locator(".saved")).hasText("Saved");
            row(other.page(), first).getByLabel("Text", labelled()).fill("The vendor’s words.");
            other.page().keyboard().press("Tab");

            var conflict = row(other.page(), first).locator(".conflict");
            assertThat(conflict).containsText("The customer’s words.");
            assertThat(conflict).containsText("The vendor’s words.");
            assertThat(sow.obligation(first.id()).promise().text()).isEqualTo("The customer’s words.");
            other.check("sow-conflict");
            conflict.getByRole(AriaRole.BUTTON).click();
            assertThat(row(other.page(), first).locator(".obligation-text")).hasText("The vendor’s words.");
            other.forgiveErrors();
        }
        assertThat(sow.obligation(first.id()).promise().text()).isEqualTo("The vendor’s words.");
    }

    @Test
    void aNextVersionShowsWhatItSaysOtherwise() throws InterruptedException {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        try (var browser = Browser.open(Look.DESKTOP_LIGHT)) {
            var page = browser.page();
            browser.signIn(engagement.customer());
            browser.go(sow.path("/review"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Accept all"))
                    .click();
            sow.nextVersion(SowDraft.FIRST.replace("forty agents", "sixty agents"));

            browser.go(sow.path("/review?show=asked"));

            assertThat(page.locator(".obligation")).hasCount(1);
            assertThat(page.locator(".asked ins")).hasText("sixty");
            browser.check("sow-asked");
            page.keyboard().press("j");
            page.keyboard().press("t");
            assertThat(page.locator(".obligation-text")).containsText("sixty agents");
            assertThat(page.locator(".asked")).hasCount(0);
        }
    }

    private static void edit(Page page, Obligation obligation) {
        row(page, obligation).getByText("Edit", exactly()).click();
        assertThat(row(page, obligation).locator(".saved")).isAttached();
    }

    private static Locator row(Page page, Obligation obligation) {
        return page.locator("#o-" + obligation.id());
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Locator.GetByLabelOptions labelled() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
