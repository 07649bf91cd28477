package org.fram.app.sow.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fram.app.platform.runs.RunId;
import org.fram.app.platform.runs.RunState;
import org.fram.app.sow.BringingIn;
import org.fram.app.sow.SowId;
import org.fram.app.sow.StatementsOfWork;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.fram.office.Block;
import org.fram.office.Cell;
import org.fram.office.Documents;
import org.fram.office.Sheet;
import org.fram.office.Sheets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole statement of work out, and in again.
class WholePagesTest {

    private static final String TABLE = SowDraft.FIRST + """

            | What | Price |
            | --- | --- |
            | Training | 12,000 |
            """;

    private final RunningApp app = RunningApp.shared();
    private final TestEngagement engagement = TestEngagement.create();

    @TempDir
    Path folder;

    @DeskAndPhone
    void theExportIsFoundOnTheDraftAndShowsAllThatLeaves(Look look) throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        sow.nextVersion(TABLE);
        try (var browser = Browser.open(look)) {
            browser.signIn(engagement.customer());
            browser.go(sow.path(""));
            browser.page().locator("a[href$='/export']").click();
            browser.check("sow-export");
        }
    }

    @Test
    void theWordDocumentHasTheWordsOfTheVersionThatWasChosen() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        sow.nextVersion(TABLE);
        var browser = HttpBrowser.signedIn(engagement.customer());

        assertThat(words(docx(browser, sow, ""))).isEqualTo(words(blocks(sow.id(), 2)));
        assertThat(words(docx(browser, sow, "?version=1"))).isEqualTo(words(blocks(sow.id(), 1)));
        assertThat(browser.get(sow.path("/whole.docx?version=7")).statusCode()).isEqualTo(404);
    }

    @Test
    void thePdfIsPrintedInTheBackground() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        var browser = HttpBrowser.signedIn(engagement.customer());
        browser.get(sow.path("/export"));

        var begun = browser.post(sow.path("/whole/pdf?version=1"), Map.of());
        var run = SowDraft.await(engagement, RunId.of(begun.uri().getPath().replaceAll(".*/", "")));

        assertThat(run.state()).isEqualTo(RunState.DONE);
        Path pdf = folder.resolve("sow.pdf");
        Files.write(pdf, browser.download(engagement.path(String.valueOf(run.result()))));
        assertThat(Documents.read(pdf).blocks().toString())
                .contains("train forty agents in the new desktop")
                .contains("Duties of the Customer");
    }

    @Test
    void theWorkbookHasASheetForEachThingAndNothingThatIsPrivate() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        var requirements = new SampleRows(engagement, "requirements");
        requirements.added(engagement.customer(), "Training of the agents", "source", "rfp");
        requirements.added(engagement.customer(), "What we would give up", "seenBy", true);
        new SampleRows(engagement, "assumptions").added(engagement.customer(), "The building has power.");
        var browser = HttpBrowser.signedIn(engagement.customer());

        var sheets = sheets(browser, sow, "");

        assertThat(sheets).extracting(Sheet::name).contains("Clauses", "Obligations", "Assumptions", "Requirements");
        assertThat(sheets.toString())
                .contains("Training of the agents")
                .contains("The building has power.")
                .doesNotContain("What we would give up");
        sow.nextVersion(TABLE);
        assertThat(sheets(browser, sow, "?version=1")).extracting(Sheet::name).containsExactly("Clauses");
    }

    @Test
    void anExportedWorkbookComesInAgainWithTheSameWords() throws Exception {
        var sow = SowDraft.bringIn(engagement, TABLE);
        var browser = HttpBrowser.signedIn(engagement.customer());
        byte[] workbook = browser.download(sow.path("/whole.xlsx"));

        var again =
                new SowId(UUID.fromString(done(bring("again.xlsx", workbook)).split("/")[1]));

        assertThat(words(blocks(again, 1))).isEqualTo(words(blocks(sow.id(), 1)));
        assertThat(new SowDraft(engagement, again)
                        .obligations().stream().map(one -> one.promise().text()))
                .containsExactlyElementsOf(sow.obligations().stream()
                        .map(one -> one.promise().text())
                        .toList());
    }

    @Test
    void aSimpleSheetBecomesTheNextVersion() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        byte[] workbook = workbook(List.of(
                List.of("Heading", "Clause text"),
                List.of("Scope", "The Vendor shall deliver the cutover runbook."),
                List.of("", "The Vendor shall write a training plan.")));

        var outcome = app.get(BringingIn.class)
                .goOn(engagement.customer().actor(), engagement.id(), sow.id(), document("next.xlsx", workbook));
        done(outcome);

        assertThat(sow.obligations().stream().map(one -> one.promise().text()))
                .contains("The Vendor shall write a training plan.");
    }

    @Test
    void aWorkbookThatIsNoneOrHasNoClausesIsRefusedWithAWayOut() throws Exception {
        assertThat(failed("colours.xlsx", workbook(List.of(List.of("Colour", "Weight"), List.of("red", "5")))))
                .contains("No column of clauses was found. The first row reads: Colour, Weight.");
        assertThat(failed("broken.xlsx", "PK nothing".getBytes(StandardCharsets.UTF_8)))
                .contains("broken.xlsx")
                .doesNotContain("/files/");
        assertThat(failed("error.xlsx", workbook(List.of(List.of("Text"), List.of("#REF!")))))
                .contains("Row 2: a formula gives #REF!.");
    }

    @Test
    void theOtherSideSeesNoExportOfWhatIsPrivate() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        var vendor = HttpBrowser.signedIn(engagement.vendor());

        for (String path : List.of("/export", "/whole.docx", "/whole.xlsx", "/whole.json")) {
            assertThat(vendor.get(sow.path(path)).statusCode()).as(path).isEqualTo(404);
        }
        sow.share();
        assertThat(Jsoup.parse(vendor.get(sow.path("/export")).body()).text()).contains("The whole statement of work");
    }

    private BringingIn.Outcome bring(String name, byte[] content) {
        return app.get(BringingIn.class)
                .begin(engagement.customer().actor(), engagement.id(), document(name, content), true);
    }

    private String done(BringingIn.Outcome outcome) throws Exception {
        var run = SowDraft.await(engagement, ((BringingIn.Outcome.Begun) outcome).run());
        assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
        return String.valueOf(run.result());
    }

    /// Why a run failed, as its page says it.
    private String failed(String name, byte[] content) throws Exception {
        var id = ((BringingIn.Outcome.Begun) bring(name, content)).run();
        assertThat(SowDraft.await(engagement, id).state()).isEqualTo(RunState.FAILED);
        var page = HttpBrowser.signedIn(engagement.customer()).get(engagement.path("runs/" + id));
        return Jsoup.parse(page.body()).select("main").text();
    }

    private static BringingIn.Document document(String name, byte[] content) {
        return new BringingIn.Document(name, new ByteArrayInputStream(content));
    }

    private List<Block> blocks(SowId sow, int version) {
        return engagement
                .customer()
                .asks(() -> app.get(StatementsOfWork.class).document(sow, version))
                .blocks();
    }

    private List<Block> docx(HttpBrowser browser, SowDraft sow, String query) throws Exception {
        Path file = folder.resolve("sow.docx");
        Files.write(file, browser.download(sow.path("/whole.docx" + query)));
        return Documents.read(file).blocks();
    }

    private List<Sheet> sheets(HttpBrowser browser, SowDraft sow, String query) throws Exception {
        Path file = folder.resolve("sow.xlsx");
        Files.write(file, browser.download(sow.path("/whole.xlsx" + query)));
        return Sheets.read(file, "sow.xlsx");
    }

    private static byte[] workbook(List<List<String>> rows) throws Exception {
        var out = new ByteArrayOutputStream();
        var lines = rows.stream()
                .map(row -> new Sheet.Line(
                        1, row.stream().<Cell>map(Cell.Words::new).toList()))
                .toList();
        Sheets.writeXlsx(new Sheet("Sheet", lines), out);
        return out.toByteArray();
    }

    /// What a document says, wherever it stands.
    private static List<String> words(List<Block> blocks) {
        return blocks.stream()
                .map(block -> switch (block) {
                    case Block.Heading(var _, var number, var text, var _) -> number + " " + text;
                    case Block.Paragraph(var number, var text, var _) -> number + " " + text;
                    case Block.ListItem(var _, var _, var text, var _) -> text;
                    case Block.Footnote(var _, var text, var _) -> text;
                    case Block.Table table ->
                        table.rows().stream().map(Block.Row::quote).toList().toString();
                })
                .toList();
    }
}
