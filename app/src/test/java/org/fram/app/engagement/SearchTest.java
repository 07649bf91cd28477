package org.fram.app.engagement;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/// Finding whatever an engagement has by its words.
class SearchTest {

    private final TestEngagement engagement = TestEngagement.create();

    @Test
    void obligationsRowsPeopleAndPagesAreFoundByAllOfTheWords() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        new SampleRows(engagement, "assumptions").added(engagement.customer(), "The permits line has forty agents.");

        var found = search(engagement.customer(), "AGENTS forty");
        assertThat(texts(found)).anyMatch(text -> text.contains("The Vendor shall train forty agents"));
        assertThat(texts(found)).anyMatch(text -> text.contains("The permits line has forty agents."));
        assertThat(texts(found)).noneMatch(text -> text.contains("cutover runbook"));

        var first = sow.obligations().getFirst();
        assertThat(search(engagement.customer(), first.code().toLowerCase(Locale.ROOT))
                        .select("[data-hit]")
                        .attr("href"))
                .contains(first.id().toString());
        assertThat(texts(search(engagement.customer(), "manager vendor")))
                .anyMatch(text -> text.contains("Cloud Vendor"));
        assertThat(texts(search(engagement.customer(), "ledger"))).contains("Ledger");
    }

    @Test
    void nobodyFindsWhatTheyMayNotSee() throws Exception {
        SowDraft.bringIn(engagement, SowDraft.FIRST);
        new SampleRows(engagement, "assumptions")
                .added(engagement.customer(), "We walk away at forty agents.", "seenBy", true);

        assertThat(texts(search(engagement.vendor(), "forty agents"))).isEmpty();
        assertThat(HttpBrowser.signedIn(engagement.stranger())
                        .get(engagement.path("search?q=forty"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void signsAreSignsAndOfManyTheWayToAllIsShown() throws Exception {
        var assumptions = new SampleRows(engagement, "assumptions");
        IntStream.rangeClosed(1, 9)
                .forEach(number -> assumptions.added(engagement.customer(), "Line %d is at 100 %%.".formatted(number)));

        var percent = search(engagement.customer(), "%");
        assertThat(percent.select("[data-hit]")).hasSize(Searching.MOST + 1);
        assertThat(percent.select("[data-hit].soft").attr("href")).contains("registers/assumptions?search=%25");
        assertThat(texts(search(engagement.customer(), "_"))).isEmpty();
        assertThat(search(engagement.customer(), "<b>nothing</b>").text())
                .contains("Nothing has all of this: <b>nothing</b>");
        assertThat(search(engagement.customer(), "   ").text()).contains("Type to find");
        assertThat(search(engagement.customer(), "x".repeat(10_000)).select("[data-hit]"))
                .isEmpty();
    }

    @DeskAndPhone
    void aKeyAFewLettersAndEnterLeadThere(Look look) throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            // The first look at findings loads all practices.
            page.setDefaultNavigationTimeout(60_000);
            browser.signIn(engagement.customer());
            browser.go(engagement.path(""));
            page.keyboard().press("/");
            page.keyboard().type("failover");
            assertThat(page.locator("#search [data-hit]").first()).containsText("failover between both data centres");
            browser.check("search");
            page.keyboard().press("Enter");
            page.waitForURL("**/sow/" + sow.id() + "/review?at=*");
            page.keyboard().press("Control+k");
            page.keyboard().type("price lines");
            assertThat(page.locator("#search [data-hit]").first()).hasText("Price lines");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            page.waitForURL("**/registers/price-lines");
            // What a key does is found by its words too.
            page.keyboard().press("Control+k");
            page.keyboard().type("new action");
            assertThat(page.locator("#search [data-opens=a]")).isVisible();
            page.locator("#search [data-opens=a]").click();
            assertThat(page.locator("#search")).isHidden();
            assertThat(page.getByLabel("What is to be done")).isFocused();
        }
    }

    private Document search(TestPerson person, String words) throws IOException, InterruptedException {
        return Jsoup.parse(HttpBrowser.signedIn(person)
                .get(engagement.path("search/hits?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)))
                .body());
    }

    private static List<String> texts(Document found) {
        return found.select("[data-hit]").eachText();
    }
}
