package org.fram.app.status;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestEngagement;
import org.fram.office.Documents;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The status report in the browser, on paper and in Word.
class StatusPagesTest {

    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson me = engagement.customer();
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Lisbon"));

    @DeskAndPhone
    void onFridayTheReportIsReadSeenOtherwiseKeptAndComparedWithTheWeekBefore(Look look) {
        row("risks", Map.of("text", "The carrier is late", "owner", "IT lead", "response", "Ask each week"));
        row(
                "issues",
                Map.of("text", "No dial tone in the Northern office", "owner", "IT lead", "due", today.minusDays(9)));
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            browser.signIn(me);
            browser.go(engagement.path("status"));
            assertThat(page.locator(".status-verdict")).containsText("One part is red");
            var issues = page.locator("#area-issues");
            issues.getByText("By which rule").click();
            assertThat(issues).containsText("more than 7 days overdue");
            issues.getByText("Amber", new Locator.GetByTextOptions().setExact(true))
                    .click();
            issues.getByPlaceholder("Why, in a sentence").fill("The carrier mends it tonight");
            issues.getByRole(AriaRole.BUTTON).click();
            assertThat(page.locator("#area-issues")).containsText("Red by its rule");
            assertThat(page.locator("#area-issues")).containsText("The carrier mends it tonight");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep and send"))
                    .click();
            assertThat(page.locator("main")).containsText("This report was kept");

            row("issues", Map.of("text", "One-way audio", "due", today.plusDays(2)));
            browser.go(engagement.path("status"));
            assertThat(page.locator("#area-issues .status-figures")).containsText("+1");
            assertThat(page.locator(".status-sections")).containsText("new");
            browser.check("status");
            browser.go("/portfolio");
            assertThat(page.locator("main")).containsText("Move to the cloud");
            browser.check("portfolio");
        }
    }

    @Test
    void itIsPrintedOnOnePageAndReadInWord() throws Exception {
        row(
                "issues",
                Map.of(
                        "text",
                        "No dial tone <b>&amp;</b> \u0007 noise",
                        "owner",
                        "IT lead",
                        "due",
                        today.minusDays(9)));
        var browser = HttpBrowser.signedIn(me);
        var pdf = browser.download(engagement.path("status/report.pdf"));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Move to the cloud")
                    .contains("No dial tone <b>&amp;</b>")
                    .contains("Red");
        }
        var file = Files.createTempFile("status", ".docx");
        Files.write(file, browser.download(engagement.path("status/report.docx")));
        assertThat(Documents.read(file).toString())
                .contains("No dial tone <b>&amp;</b>")
                .contains("Issues");
        Files.delete(file);
    }

    @Test
    void whatACommitteeHasToDecideComesFirstOnPaperAndInWord() throws Exception {
        row("issues", Map.of("text", "No dial tone", "owner", "IT lead", "due", today.minusDays(9)));
        row("decisions", Map.of("text", "Who answers for the numbers?", "due", today.plusDays(3)));
        var browser = HttpBrowser.signedIn(me);
        String printed;
        try (var document = Loader.loadPDF(browser.download(engagement.path("status/report.pdf")))) {
            printed = new PDFTextStripper().getText(document);
        }
        var file = Files.createTempFile("status", ".docx");
        Files.write(file, browser.download(engagement.path("status/report.docx")));
        String written = Documents.read(file).toString();
        Files.delete(file);

        for (String words : List.of(printed, written)) {
            assertThat(words)
                    .containsSubsequence(
                            "Decisions needed", "Who answers for the numbers?", "How each part stands", "No dial tone");
            assertThat(words).containsOnlyOnce("Who answers for the numbers?");
        }
    }

    @Test
    void withoutAnythingKeptThePageSaysWhatToDo() throws Exception {
        var page = Jsoup.parse(
                HttpBrowser.signedIn(me).get(engagement.path("status")).body());
        assertThat(page.select(".empty-state").text()).contains("nothing to report yet");
        assertThat(page.select("form[action$=/status/reports]")).isEmpty();
    }

    @Test
    void anotherReportThanThereIsIsNotThere() throws Exception {
        row("actions", Map.of("text", "Call", "owner", me.name()));
        var browser = HttpBrowser.signedIn(me);
        assertThat(browser.get(engagement.path("status/reports/4")).statusCode())
                .isEqualTo(404);
        assertThat(browser.get(engagement.path("status?since=4")).statusCode()).isEqualTo(404);
        assertThat(browser.get(engagement.path("status?since=0")).statusCode()).isEqualTo(200);
        assertThat(browser.post(engagement.path("status/rhythm"), Map.of("weekday", "9", "at", "15:00"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post(engagement.path("status/rhythm"), Map.of("weekday", "5", "at", "soon"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post(
                                engagement.path("status/lights"),
                                Map.of("area", "actions", "light", "amber", "reason", "x", "until", "soon"))
                        .statusCode())
                .isEqualTo(422);
    }

    private void row(String register, Map<String, ? extends @Nullable Object> values) {
        engagement.add(me, register, values);
    }
}
