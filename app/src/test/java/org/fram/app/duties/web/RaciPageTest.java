package org.fram.app.duties.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.duties.AddingProposal;
import org.fram.app.duties.Grid;
import org.fram.app.duties.Grids;
import org.fram.app.duties.Letters;
import org.fram.app.engagement.ShapingEngagement;
import org.fram.app.engagement.Side;
import org.fram.app.engagement.Sourcing;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.HttpBrowser.FormFile;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.fram.office.Cell;
import org.fram.office.Sheet;
import org.fram.office.Sheets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of responsibilities: as a form, cell by cell, and as a file.
class RaciPageTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final String WITH_TABLE = """
            # Statement of Work

            Between Harbour Authority (the “Customer”) and Cloud Vendor (the “Vendor”).

            ## 1 Responsibilities

            | Activity | Vendor | Customer |
            | --- | --- | --- |
            | Test under load | A/R | C |
            | Clean up the customer records | A | A |
            """;

    private final TestEngagement engagement = TestEngagement.create();
    private final String address = engagement.path("raci");

    @TempDir
    private Path folder;

    @Test
    void theWholeTableIsAFormThatNeedsNoScripts() throws Exception {
        var browser = HttpBrowser.signedIn(engagement.customer());
        assertThat(browser.get(address).body()).contains("Nobody has said yet who does what");
        var proposed = browser.post(address + "/proposal", Map.of("sourcing", "cloud"));
        assertThat(proposed.body()).contains("activities are proposed");

        var fields = fields(browser.get(address).body());
        String load = row(browser.get(address).body(), "Test under load");
        String vendor = "cell." + load + "." + engagement.vendorParty();
        assertThat(fields).containsEntry(vendor, "R");
        fields.put(vendor, "C");
        fields.put("confirm", "row " + load);
        var done = browser.post(address, fields);

        assertThat(done.body()).contains("1 row is confirmed.");
        var now = grid().rows().stream()
                .filter(row -> row.id().toString().equals(load))
                .findFirst()
                .orElseThrow();
        assertThat(now.letters("Cloud Vendor")).isEqualTo(Letters.CONSULTED);
        assertThat(now.confirmed()).isTrue();
        assertThat(grid().confirmed()).hasSize(1);
    }

    @Test
    void aKindOfWorkIsConfirmedAtOnceAndTakenBackAtOnce() throws Exception {
        APP.get(AddingProposal.class).add(engagement.customer().actor(), engagement.id(), Sourcing.HOSTED);
        var browser = HttpBrowser.signedIn(engagement.customer());
        var fields = fields(browser.get(address).body());
        fields.put("confirm", "area testing");

        assertThat(browser.post(address, fields).body()).contains("rows are confirmed.");
        assertThat(grid().confirmed())
                .hasSize(7)
                .allMatch(row -> row.area().name().equals("TESTING"));

        browser.post(address + "/undo", Map.of());
        assertThat(grid().confirmed()).isEmpty();
    }

    @Test
    void whatSomebodyElseChangedIsToldAndTheRestIsKept() throws Exception {
        APP.get(AddingProposal.class).add(engagement.customer().actor(), engagement.id(), Sourcing.CLOUD);
        var customers = HttpBrowser.signedIn(engagement.customer());
        var vendors = HttpBrowser.signedIn(engagement.vendor());
        var seen = fields(customers.get(address).body());
        String load = row(customers.get(address).body(), "Test under load");
        String failover = row(customers.get(address).body(), "Test failover and the return from it");
        vendors.get(address);
        vendors.post(
                address,
                Map.of(
                        "version." + load, "0",
                        "seen." + load, String.valueOf(seen.get("seen." + load)),
                        "cell." + load + "." + engagement.vendorParty(), "I"));

        seen.put("cell." + load + "." + engagement.vendorParty(), "C");
        seen.put("cell." + failover + "." + engagement.customerParty() + ":it", "C");
        var answer = customers.post(address, seen);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Somebody else gave Cloud Vendor I in the meantime.");
        assertThat(grid().rows())
                .filteredOn(row -> row.id().toString().equals(load))
                .allMatch(row -> row.letters("Cloud Vendor") == Letters.INFORMED);
        assertThat(grid().rows())
                .filteredOn(row -> row.id().toString().equals(failover))
                .allMatch(row -> row.letters("Harbour Authority: IT") == Letters.CONSULTED);
    }

    @Test
    void whatLeavesAsAWorkbookComesBackWithItsChanges() throws Exception {
        APP.get(AddingProposal.class).add(engagement.customer().actor(), engagement.id(), Sourcing.CLOUD);
        var browser = HttpBrowser.signedIn(engagement.customer());
        browser.get(address);
        var file = Files.write(folder.resolve("out.xlsx"), browser.download(address + "/export.xlsx"));
        var sheet = Sheets.read(file, "out.xlsx").getFirst();
        int before = grid().rows().size();
        assertThat(upload(browser, sheet).body()).contains("The table says what is here already.");

        var lines = new ArrayList<>(sheet.lines());
        var changed = new ArrayList<>(lines.get(1).cells());
        changed.set(3, new Cell.Words("I"));
        lines.set(1, new Sheet.Line(2, changed));
        lines.add(new Sheet.Line(
                lines.size() + 1,
                List.of(
                        new Cell.Words(""),
                        new Cell.Words("Testing"),
                        new Cell.Words("Test with a screen reader"),
                        new Cell.Words("R"),
                        new Cell.Words("A"))));

        assertThat(upload(browser, new Sheet("Table", lines)).body()).contains("2 rows came in as proposals.");
        assertThat(grid().rows()).hasSize(before + 1);
        assertThat(grid().rows())
                .anyMatch(row -> row.text().equals("Test with a screen reader")
                        && row.letters("Harbour Authority: IT") == Letters.ACCOUNTABLE);
    }

    @Test
    void aTableWithMistakesIsToldRowByRowAndNothingOfItComesIn() throws Exception {
        var browser = HttpBrowser.signedIn(engagement.customer());
        browser.get(address + "/import");
        var sheet = sheet(
                "Activity|Cloud Vendor|IT|Carrier",
                "Test under load|A|A|",
                "Test failover|A|C|",
                "Move the numbers|X|A/R|");

        var answer = upload(browser, sheet);

        assertThat(answer.statusCode()).isEqualTo(422);
        var report = Jsoup.parse(answer.body()).select("tbody tr").eachText();
        assertThat(report)
                .hasSize(4)
                .anyMatch(line -> line.startsWith("1 Carrier Carrier Nobody of that name takes part."))
                .anyMatch(line -> line.startsWith("2 Cloud Vendor, Harbour Authority: IT all answer for it."))
                .anyMatch(line -> line.startsWith("3 Nobody is responsible."))
                .anyMatch(line -> line.startsWith("4 Cloud Vendor X R, A, A/R, C, I or nothing"));
        assertThat(grid().rows()).isEmpty();
    }

    @Test
    void whatIsNoWorkbookIsRefusedInWords() throws Exception {
        var browser = HttpBrowser.signedIn(engagement.customer());
        browser.get(address + "/import");

        var answer = browser.upload(address + "/import", List.of(FormFile.of("file", "table.xlsx", "")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("the file is empty");
    }

    @Test
    void whatTheStatementOfWorkSaysStandsBeside() throws Exception {
        SowDraft.bringIn(engagement, WITH_TABLE);
        APP.get(AddingProposal.class).add(engagement.customer().actor(), engagement.id(), Sourcing.CLOUD);

        var page = Jsoup.parse(
                HttpBrowser.signedIn(engagement.customer()).get(address).body());

        assertThat(page.select(".raci-differs").eachText())
                .singleElement()
                .asString()
                .isEqualTo(
                        "The statement of work says otherwise: A Cloud Vendor · R Cloud Vendor · C Harbour Authority");
        assertThat(page.select("#document li").eachText())
                .containsExactly("Clean up the customer records – A Cloud Vendor, Harbour Authority");
    }

    @DeskAndPhone
    void peopleGoThroughTheTable(Look look) throws Exception {
        APP.get(ShapingEngagement.class)
                .addParty(engagement.customer().actor(), engagement.id(), "Island Carrier", Side.CARRIER);
        SowDraft.bringIn(engagement, WITH_TABLE);
        try (var browser = Browser.open(look)) {
            var page = browser.page();
            browser.signIn(engagement.customer());
            browser.go(address);
            browser.check("raci-empty");
            page.getByLabel("Cloud", new Page.GetByLabelOptions().setExact(true))
                    .check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add the proposal"))
                    .click();
            assertThat(page.getByText("activities are proposed")).isVisible();

            // By keyboard: one cell is chosen and kept by itself.
            var cell = page.getByLabel("Cloud Vendor: Test under load", new Page.GetByLabelOptions().setExact(true));
            cell.focus();
            page.keyboard().press("I");
            assertThat(page.locator("#raci-state")).containsText("Saved.");
            assertThat(cell).hasValue("I");
            assertThat(cell).isFocused();
            var row = page.locator("tr").filter(new Locator.FilterOptions().setHas(cell));
            row.getByRole(AriaRole.BUTTON).click();
            assertThat(page.getByText("1 row is confirmed.")).isVisible();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Testing"))
                    .click();
            assertThat(page.getByText("rows are confirmed.")).isVisible();
            browser.check("raci");
            browser.go(address + "/import");
            browser.check("raci-import");
        }
    }

    private Grid grid() {
        return engagement.customer().asks(() -> APP.get(Grids.class).of(engagement.id()));
    }

    private HttpResponse<String> upload(HttpBrowser browser, Sheet sheet) throws Exception {
        var out = new ByteArrayOutputStream();
        Sheets.writeXlsx(sheet, out);
        return browser.upload(
                address + "/import",
                List.of(new FormFile("file", "table.xlsx", HttpRequest.BodyPublishers.ofByteArray(out.toByteArray()))));
    }

    private static Sheet sheet(String... lines) {
        var all = new ArrayList<Sheet.Line>();
        for (String line : lines) {
            var cells = new ArrayList<Cell>();
            for (String text : line.split("\\|", -1)) {
                cells.add(new Cell.Words(text));
            }
            all.add(new Sheet.Line(all.size() + 1, cells));
        }
        return new Sheet("Table", all);
    }

    /// What a browser would send of the table.
    private static Map<String, String> fields(String html) {
        var fields = new HashMap<String, String>();
        for (var field : Jsoup.parse(html).select("#raci input[type=hidden], #raci select")) {
            fields.put(
                    field.attr("name"),
                    field.nameIs("select") ? field.select("option[selected]").attr("value") : field.attr("value"));
        }
        fields.remove("_csrf");
        return fields;
    }

    private static String row(String html, String text) {
        return Jsoup.parse(html).select("tr[id^=row-]").stream()
                .filter(row -> row.select("th").text().contains(text))
                .map(Element::id)
                .findFirst()
                .orElseThrow()
                .replace("row-", "");
    }
}
