package org.fram.app.raid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.HttpBrowser.FormFile;
import org.fram.app.testing.TestEngagement;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/// Last year’s log of risks, issues, decisions and actions comes in with the columns that somebody once gave it: a
/// mapping is suggested, and kept as somebody says it.
class LastYearsLogTest {

    private final TestEngagement engagement = TestEngagement.create();

    @Test
    void issuesOfASpreadsheetFindTheirColumns() throws Exception {
        var page = look("issues", """
                Issue #;Issue Description;Type;Business Impact;Assigned To;Target Date;Date Closed;Resolution;RAG;Comments
                7;No dial tone in the second office;technical;Nobody is reached;IT lead;12.3.2027;;;Red;see mail
                8;One-way audio;;;;3/31/2027;;;;
                """);
        assertThat(columns(page))
                .containsEntry("Issue #", "ref")
                .containsEntry("Issue Description", "text")
                .containsEntry("Type", "kind")
                .containsEntry("Business Impact", "impact")
                .containsEntry("Assigned To", "owner")
                .containsEntry("Target Date", "due")
                .containsEntry("Date Closed", "closed")
                .containsEntry("Resolution", "settlement")
                .containsEntry("RAG", "-")
                .containsEntry("Comments", "-");
        // The day of the second row exists nowhere but in one country: nothing comes in before somebody mends it.
        assertThat(page.select(".problems").text()).contains("“3/31/2027”");
    }

    @Test
    void risksOfASpreadsheetFindTheirColumns() throws Exception {
        assertThat(columns(look("risks", """
                        Risk ID;Risk;Likelihood (%);Schedule impact (days);Cost impact;Mitigation;Contingency;Risk Owner;Status
                        R1;The carrier is late;40;20;18000 EUR;Ask each week;Use a mobile line;IT lead;Open
                        """)))
                .containsEntry("Risk ID", "ref")
                .containsEntry("Risk", "text")
                .containsEntry("Likelihood (%)", "probability")
                .containsEntry("Schedule impact (days)", "days")
                .containsEntry("Cost impact", "money")
                .containsEntry("Mitigation", "response")
                .containsEntry("Contingency", "contingencyPlan")
                .containsEntry("Risk Owner", "owner")
                .containsEntry("Status", "-");
    }

    @Test
    void whatSomebodySaysOfAColumnIsKeptForTheNextList() throws Exception {
        String list = """
                Nr;Was;Wer;Bis
                1;Ask the carrier;IT lead;12.3.2027
                """;
        var page = look("actions", list);
        assertThat(columns(page))
                .containsEntry("Was", "-")
                .containsEntry("Wer", "-")
                .containsEntry("Bis", "-");
        var browser = HttpBrowser.signedIn(engagement.customer());
        String action = page.select("main form[method=post]").attr("action");
        browser.get(action);
        browser.post(action, "column", List.of("ref", "text", "owner", "due"));

        assertThat(columns(look("actions", list)))
                .containsEntry("Was", "text")
                .containsEntry("Wer", "owner")
                .containsEntry("Bis", "due");
        var rows = Jsoup.parse(browser.get(engagement.path("registers/actions")).body());
        assertThat(rows.select("main table").text()).contains("Ask the carrier").contains("IT lead");
    }

    private Document look(String register, String list) throws Exception {
        var browser = HttpBrowser.signedIn(engagement.customer());
        browser.get(engagement.path("registers/" + register + "/import"));
        return Jsoup.parse(browser.upload(
                        engagement.path("registers/" + register + "/import"),
                        List.of(FormFile.of("file", "log of last year.csv", list)))
                .body());
    }

    /// The column that is chosen for each header.
    private static Map<String, String> columns(Document page) {
        var columns = new LinkedHashMap<String, String>();
        page.select("main tr:has(select[name=column])")
                .forEach(row -> columns.put(
                        row.select("th").text(),
                        row.select("select option[selected]").attr("value")));
        return columns;
    }
}
