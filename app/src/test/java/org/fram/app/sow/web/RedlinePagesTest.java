package org.fram.app.sow.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.fram.app.platform.runs.RunId;
import org.fram.app.platform.runs.RunState;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.Look;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.fram.office.Block;
import org.fram.office.Document;
import org.fram.office.Documents;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What changed between two versions, as people see it and take it along.
class RedlinePagesTest {

    private static final String SECOND = SowDraft.FIRST
            .replace("forty agents", "forty-five agents and all supervisors")
            .replace("The Vendor shall deliver the cutover runbook.\n", "")
            .replace("## 4 Prices", "The Vendor shall report the results of each test.\n\n## 4 Prices");

    private final TestEngagement engagement = TestEngagement.create();

    @TempDir
    private Path folder;

    @DeskAndPhone
    void whatChangedIsSeenWordByWord(Look look) throws InterruptedException {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        sow.nextVersion(SECOND);
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            browser.signIn(engagement.customer());
            browser.go(sow.path(""));
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Redline").setExact(true))
                    .click();

            assertThat(page.locator(".redline ins").first()).containsText("forty-five");
            assertThat(page.locator(".redline del").first()).containsText("forty");
            // What stayed the same is not in the way; its heading says where one is.
            assertThat(page.locator(".redline")).not().containsText("SIP trunks");
            assertThat(page.locator(".redline h3").first()).containsText("Scope");
            browser.check("sow-redline");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Everything"))
                    .click();
            assertThat(page.locator(".redline")).containsText("SIP trunks");
            browser.check("sow-redline-all");
        }
    }

    @Test
    void wordTracksTheChangesAndAPdfIsPrintedInTheBackground() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        sow.nextVersion(SECOND);
        var browser = HttpBrowser.signedIn(engagement.customer());

        Path docx = saved(browser.download(sow.path("/redline.docx")), "redline.docx");
        assertThat(words(Documents.read(docx, Documents.Revision.ORIGINAL)))
                .contains("forty agents", "deliver the cutover runbook")
                .doesNotContain("report the results");
        assertThat(words(Documents.read(docx, Documents.Revision.ACCEPTED)))
                .contains("forty-five agents and all supervisors", "report the results")
                .doesNotContain("runbook");

        browser.get(sow.path("/redline"));
        var run = browser.post(sow.path("/redline/pdf"), Map.of("from", "1", "to", "2"));
        String path = run.uri().getPath();
        var done = SowDraft.await(engagement, RunId.of(path.substring(path.lastIndexOf('/') + 1)));
        assertThat(done.state()).isEqualTo(RunState.DONE);
        Path pdf = saved(browser.download(engagement.path(String.valueOf(done.result()))), "redline.pdf");
        assertThat(words(Documents.read(pdf))).contains("forty-five agents and all supervisors", "cutover runbook");
    }

    @Test
    void ofOneVersionThereIsNothingToCompareAndOfAForeignOneLittle() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        var browser = HttpBrowser.signedIn(engagement.customer());
        assertThat(browser.get(sow.path("/redline")).body()).contains("There is one version so far");

        sow.nextVersion(
                "# Minutes\n\nWe tasted grapes, cheese, bread. Everybody liked that very much; weather was mild.\n");

        assertThat(browser.get(sow.path("/redline")).body()).contains("One of them may be another document");
        assertThat(Jsoup.parse(browser.get(sow.path("/redline?anyway=true")).body())
                        .select(".redline ins"))
                .isNotEmpty();
        assertThat(browser.get(sow.path("/redline?from=1&to=7")).statusCode()).isEqualTo(404);
        assertThat(browser.get(sow.path("/redline?from=2&to=1&anyway=true")).statusCode())
                .isEqualTo(200);
    }

    private Path saved(byte[] bytes, String name) throws Exception {
        return Files.write(folder.resolve(name), bytes);
    }

    private static String words(Document document) {
        return document.blocks().stream()
                .map(block -> switch (block) {
                    case Block.Heading heading -> heading.text();
                    case Block.Paragraph paragraph -> paragraph.text();
                    case Block.ListItem item -> item.text();
                    case Block.Footnote footnote -> footnote.text();
                    case Block.Table table ->
                        table.rows().stream().map(Block.Row::quote).collect(Collectors.joining(" "));
                })
                .collect(Collectors.joining(" "));
    }
}
