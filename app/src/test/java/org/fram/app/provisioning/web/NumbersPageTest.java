package org.fram.app.provisioning.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.TestEngagement;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/// What people see of numbers, and how they enter many at once.
class NumbersPageTest {

    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson customer = engagement.customer();
    private final SampleRows numbers = new SampleRows(engagement, "numbers");
    private final SampleRows ports = new SampleRows(engagement, "number-ports");
    private final String page = engagement.path("numbers");

    @DeskAndPhone
    void aRangeIsShownBeforeItIsAdded(Look look) {
        try (var browser = Browser.open(look)) {
            browser.signIn(customer);
            browser.go(page);
            browser.check("numbers-empty");
            numbers();
            browser.go(page + "/range");
            browser.page().getByLabel("First number").fill("+351 21 123 4500");
            browser.page().getByLabel("Last number").fill("4549");
            browser.page().getByLabel("Rings tomorrow").fill("Flow “Benefits”");
            browser.page().getByLabel("Batch").fill("N-1");
            browser.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show what would be added"))
                    .click();
            browser.check("numbers-range");
            browser.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add 47 numbers"))
                    .click();
            browser.page().locator("main summary").first().click();
            browser.check("numbers");
        }
    }

    @Test
    void numbersAreCountedByTheirBatches() throws Exception {
        numbers();

        var shown = shown(HttpBrowser.signedIn(engagement.vendor()));

        assertThat(shown.select(".key-figure .value").eachText()).containsExactly("5", "4", "2", "1");
        assertThat(shown.select(".batch").eachText())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("Main numbers N-1 No need date 3 numbers 1 forwarded firm date 1 Mar 2027"
                                        + " 2 of 3 passed their test, 1 failed"),
                        second -> assertThat(second).startsWith("N-9 1 number").contains("0 of 1 passed their test"),
                        third -> assertThat(third).startsWith("In no batch 1 number 1 without a destination tomorrow"));
        assertThat(shown.select(".batch-passed").eachAttr("width")).containsExactly("66.67%", "0.00%", "0.00%");
        assertThat(shown.select(".order-notes li").eachText())
                .containsExactly("“N-9” is the number or name of no batch among the number ports.");
    }

    @Test
    void waysLeadToBatchesAndTheirNumbers() throws Exception {
        numbers();
        var browser = HttpBrowser.signedIn(customer);

        var ways = shown(browser).select(".batch a").eachAttr("href");

        assertThat(ways).hasSizeGreaterThan(8);
        for (var way : ways) {
            assertThat(browser.get(way).statusCode()).as(way).isEqualTo(200);
        }
        var all = ways.stream()
                .filter(way -> way.contains("f.batch=N-1"))
                .findFirst()
                .orElseThrow();
        assertThat(Jsoup.parse(browser.get(all).body()).select("main").text()).contains("3 rows");
    }

    @Test
    void aRangeIsAddedWithTheSameInEachAndWhatIsThereStays() throws Exception {
        numbers();
        var browser = HttpBrowser.signedIn(customer);
        var form = new LinkedHashMap<>(
                Map.of("from", "+351 21 123 4500", "to", "09", "kind", "did", "batch", "N-1", "tomorrowTo", "Flow"));

        var preview = Jsoup.parse(browser.get(page + "/range?from=%2B351211234500&to=09&batch=N-1")
                .body());
        assertThat(preview.select(".range-preview").text())
                .contains("+351211234500 – +351211234509")
                .contains("7 numbers would be added. 3 are in the list already and stay as they are.");

        var answer = browser.post(page + "/range", form);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("7 numbers were added. 3 were in the list already and stayed as they were.");
        assertThat(numbers.seenBy(customer)).hasSize(12);
        assertThat(numbers.seenBy(customer).getLast().values())
                .containsEntry("number", "+351211234509")
                .containsEntry("kind", "did")
                .containsEntry("tomorrowTo", "Flow");
    }

    @Test
    void whatIsNoRangeIsRefusedAndNothingIsLost() throws Exception {
        var browser = HttpBrowser.signedIn(customer);
        browser.get(page + "/range");

        for (var wrong : Map.of("from", "21 123 4500", "to", "4499", "kind", "mobile", "batch", "N".repeat(41))
                .entrySet()) {
            var form = new LinkedHashMap<>(Map.of("from", "+351 21 123 4500", "to", "99", "site", "Head office"));
            form.put(wrong.getKey(), wrong.getValue());

            var refused = browser.post(page + "/range", form);

            assertThat(refused.statusCode()).as(wrong.getKey()).isEqualTo(422);
            assertThat(Jsoup.parse(refused.body()).select("[name=site]").attr("value"))
                    .isEqualTo("Head office");
            assertThat(numbers.seenBy(customer)).isEmpty();
        }
        assertThat(Jsoup.parse(browser.get(page + "/range?from=12").body())
                        .select("main")
                        .text())
                .contains("“12” is no number with its country code.");
    }

    @Test
    void whatIsWrittenIntoAddressesIsText() throws Exception {
        var browser = HttpBrowser.signedIn(customer);

        var shown = browser.get(page + "/range?from=%22%3E%3Cscript%3E1%3C/script%3E&added=x")
                .body();

        assertThat(shown).doesNotContain("<script>1");
    }

    private void numbers() {
        ports.added(customer, "Main numbers");
        add("+351211234500", "batch", "N-1", "tomorrowTo", "Flow", "outcome", "passed", "tested", SampleRows.day(2, 1));
        add("+351211234501", "batch", "N-1", "tomorrowTo", "Flow", "outcome", "passed", "tested", SampleRows.day(2, 1));
        add(
                "+351211234502",
                "batch",
                "N-1",
                "tomorrowTo",
                "Flow",
                "outcome",
                "failed",
                "tested",
                SampleRows.day(2, 1),
                "testedBy",
                "IT lead",
                "forwarding",
                "+351211239999",
                "foc",
                SampleRows.day(3, 1),
                "todayTo",
                "Exchange in the head office");
        add("+18005550199", "batch", "N-9", "kind", "toll-free", "tomorrowTo", "Flow");
        add("+351211239999");
    }

    private void add(String number, Object... others) {
        var values = SampleRows.values(others);
        values.put("number", number);
        assertThat(numbers.add(customer, values).toString()).startsWith("Done");
    }

    private Document shown(HttpBrowser browser) throws IOException, InterruptedException {
        var answer = browser.get(page);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
