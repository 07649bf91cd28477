package org.fram.app.raid;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestEngagement;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/// The lists of a week: what is still open in them, and the way to the pages of their rows.
class WeeklyListsTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson me = engagement.customer();

    @Test
    void oneStepFromAllActionsAreThoseThatAreNotDoneAndTheNextOnesComeFirst() throws Exception {
        action("Ask the carrier", DAY.plusDays(9));
        action("Count the trunks", DAY);
        engagement.add(me, "actions", Map.of("text", "Book a room", "due", DAY, "done", DAY));
        var browser = HttpBrowser.signedIn(me);

        var all = page(browser, "registers/actions");
        String open = all.select(".views a:containsOwn(Still open)").attr("href");

        assertThat(all.select(".grid").text()).contains("Book a room");
        var shown = Jsoup.parse(browser.get(open).body());
        assertThat(shown.select(".grid tbody tr").eachText())
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).contains("Count the trunks"),
                        second -> assertThat(second).contains("Ask the carrier"));
        assertThat(shown.select(".views [aria-current]").text()).isEqualTo("Still open");
        // The same goes out as a file.
        String csv = new String(
                browser.download(open.replace("registers/actions?", "registers/actions/export.csv?")),
                StandardCharsets.UTF_8);
        assertThat(csv).contains("Count the trunks").doesNotContain("Book a room");
    }

    @Test
    void eachListInWhichSomethingIsToBeDoneHasThatStep() throws Exception {
        var browser = HttpBrowser.signedIn(me);
        for (String register : List.of(
                "risks", "issues", "decisions", "actions", "sign-offs", "legacy-exit", "assumptions", "payments")) {
            assertThat(page(browser, "registers/" + register).select(".views a:containsOwn(Still open)"))
                    .as(register)
                    .hasSize(1);
        }
        assertThat(page(browser, "registers/kpis").select(".views")).isEmpty();
    }

    @Test
    void theSideSaysInWhichListAnItemIs() throws Exception {
        var row = action("Ask the carrier", DAY);

        var item = page(HttpBrowser.signedIn(me), "raid/actions/" + row);

        assertThat(item.select(".side [aria-current=page]").text()).isEqualTo("Actions");
        assertThat(item.select(".crumbs a").eachText()).last().isEqualTo("Actions");
    }

    @Test
    void theNumberOfARowLeadsToItsPage() throws Exception {
        var row = action("Ask the carrier", DAY);
        var browser = HttpBrowser.signedIn(me);

        var number = page(browser, "registers/actions").select(".grid tbody th a");

        assertThat(number.text()).isEqualTo("AC-1");
        assertThat(number.attr("href")).isEqualTo(engagement.path("raid/actions/" + row));
        assertThat(browser.get(number.attr("href")).body()).contains("What it has to do with");
    }

    @DeskAndPhone
    void oneFiltersForDaysOfWhichNobodySaysAnything(Look look) {
        engagement.add(me, "actions", Map.of("text", "Without a day"));
        action("With a day", DAY);
        try (var browser = Browser.open(look)) {
            browser.signIn(me);
            browser.go(engagement.path("registers/actions"));
            var page = browser.page();
            page.locator(".tools summary").first().click();
            page.locator("input[name='f.due'][value=none]").check();
            browser.check("still-open-filter");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Apply"))
                    .first()
                    .click();
            page.waitForURL("**f.due=none**");
            assertThat(page.locator(".grid").innerText())
                    .contains("Without a day")
                    .doesNotContain("With a day");
        }
    }

    private Document page(HttpBrowser browser, String path) throws Exception {
        return Jsoup.parse(browser.get(engagement.path(path)).body());
    }

    private UUID action(String text, LocalDate due) {
        return engagement.add(me, "actions", Map.of("text", text, "due", due)).id();
    }
}
