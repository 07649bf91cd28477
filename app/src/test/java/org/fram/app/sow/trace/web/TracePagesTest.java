package org.fram.app.sow.trace.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fram.app.platform.register.Register;
import org.fram.app.sow.Obligation;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.HttpBrowser.FormFile;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.fram.office.Block;
import org.fram.office.Cell;
import org.fram.office.Documents;
import org.fram.office.Place;
import org.fram.office.Sheets;
import org.jooq.DSLContext;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people see of requirements and the obligations that answer them, and how documents come in.
class TracePagesTest {

    private static final String RFP = """
            # 2 Requirements

            R-12 The platform shall route calls by skill.

            | No. | Requirement | Priority |
            | --- | --- | --- |
            | R-13 | Training of forty agents in the new desktop | Must |
            | R-14 | Faxes to all offices of the harbour | May |

            Bidders must submit their proposals by 3 March.
            """;

    private final TestEngagement engagement = TestEngagement.create();
    private final SampleRows requirements = new SampleRows(engagement, "requirements");
    private final String page = engagement.path("trace");

    @TempDir
    Path folder;

    @DeskAndPhone
    void theTraceIsReadLinkedAndFilledFromADocument(Look look) throws Exception {
        try (var browser = Browser.open(look)) {
            browser.signIn(engagement.customer());
            browser.go(page);
            browser.check("trace-empty");
            samples();
            browser.page().reload();
            browser.check("trace");
            browser.page().locator("a[aria-label='Link R-2']").click();
            browser.check("trace-link");
            Path rfp = folder.resolve("rfp.md");
            Files.writeString(rfp, RFP);
            browser.go(page + "/read");
            browser.check("trace-read");
            browser.page().locator("#document").setInputFiles(rfp);
            browser.page().locator("form.form-part button").click();
            browser.page().waitForURL("**/trace/read/*");
            browser.check("trace-proposals");
        }
    }

    @Test
    void orphansOfBothSidesStandFirst() throws Exception {
        samples();

        var shown = shown(HttpBrowser.signedIn(engagement.customer()), page);

        assertThat(shown.select("[aria-labelledby=requirements] tbody tr > td:nth-child(3)")
                        .eachText())
                .containsExactly("No obligation", "Leads nowhere", "Answered", "Put off");
        assertThat(shown.select("[aria-labelledby=unasked] tbody tr").size()).isPositive();
        assertThat(shown.select(".key-figure").eachText())
                .anyMatch(figure -> figure.startsWith("Without an obligation 1"));
        assertThat(shown.select(".trace-coverage").text()).contains("Request for proposals 1 of 2 answered");
        assertThat(shown(HttpBrowser.signedIn(engagement.customer()), page + "?show=broken&q=fax")
                        .select("[aria-labelledby=requirements] tbody tr")
                        .eachText())
                .singleElement()
                .asString()
                .contains("O-099", "There is no obligation of this number.");
        assertThat(shown(HttpBrowser.signedIn(engagement.customer()), page + "?source=evaluation")
                        .select("[aria-labelledby=requirements] tbody tr"))
                .isEmpty();
    }

    @Test
    void whoeverContributesLinksAndThePageKnows() throws Exception {
        var sow = samples();
        var training = training(sow);
        var row = requirements.seenBy(engagement.customer()).get(1);
        var browser = HttpBrowser.signedIn(engagement.customer());

        var choose = shown(browser, page + "/" + row.id());
        assertThat(choose.select("#l0").attr("value")).isEqualTo(training.code());
        var done = browser.post(
                page + "/" + row.id(), Map.of("version", Integer.toString(row.version()), "label", training.code()));

        assertThat(done.uri().getPath()).isEqualTo(page);
        assertThat(requirements.seenBy(engagement.customer()).get(1).get("obligations"))
                .isEqualTo(List.of(training.code()));
        var late = browser.post(
                page + "/" + row.id(), Map.of("version", Integer.toString(row.version()), "label", "O-001"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Somebody changed this requirement in the meantime");
    }

    @Test
    void theMatrixLeavesAsAWorkbook() throws Exception {
        samples();
        Path file = folder.resolve("trace.xlsx");
        Files.write(file, HttpBrowser.signedIn(engagement.vendor()).download(page + ".xlsx"));

        var sheets = Sheets.read(file, "trace.xlsx");

        assertThat(sheets).extracting(sheet -> sheet.name()).first().isEqualTo("Traceability matrix");
        assertThat(sheets.getFirst().lines().get(1).cells())
                .extracting(Cell::text)
                .startsWith("R-1", "The platform routes calls by skill.");
        assertThat(sheets.getFirst().lines()).hasSize(5);
    }

    @Test
    void aWordDocumentIsReadAndOnlyWhatIsTickedIsTaken() throws Exception {
        var browser = HttpBrowser.signedIn(engagement.customer());
        browser.get(page + "/read");
        var looked = upload(browser, "rfp.docx", docx());

        assertThat(looked.select("[name=chosen]").size()).isEqualTo(4);
        assertThat(looked.select("[name=chosen][checked]").eachAttr("value")).containsExactly("0", "1", "2");
        assertThat(looked.select("tbody tr").get(3).text()).contains("About the tender");
        var done = browser.post(
                looked.location(), Map.of("source", "rfp", "privately", "false", "part", "1", "chosen", "1"));

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(requirements.seenBy(engagement.vendor())).singleElement().satisfies(row -> {
            assertThat(row.ref()).isEqualTo("R-13");
            assertThat(row.get("text")).isEqualTo("Training of forty agents in the new desktop");
            assertThat(row.get("source")).isEqualTo("rfp");
            assertThat(row.get("key")).isEqualTo(true);
        });
        assertThat(shown(browser, looked.location()).select("tbody tr").get(1).text())
                .contains("In the register already");
        var nothing = browser.post(looked.location(), Map.of("source", "rfp", "part", "1"));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Nothing is ticked");
    }

    @Test
    void aNumberThatIsTakenGivesWayAndNothingIsLost() throws Exception {
        requirements.added(engagement.vendor(), "Ours", "ref", "R-13", "seenBy", true);
        requirements.added(engagement.customer(), "Theirs", "ref", "R-12");
        var browser = HttpBrowser.signedIn(engagement.customer());
        browser.get(page + "/read");
        var looked = upload(browser, "rfp.docx", docx());

        browser.post(looked.location(), Map.of("source", "rfp", "part", "1", "chosen", "0"));
        browser.post(looked.location(), Map.of("source", "rfp", "part", "1", "chosen", "1"));

        assertThat(requirements.seenBy(engagement.customer()))
                .extracting(row -> row.get("text"))
                .contains("The platform shall route calls by skill.", "Training of forty agents in the new desktop");
    }

    @Test
    void whatHoldsNoRequirementOrIsNoDocumentIsAnsweredWithAWayOut() throws Exception {
        var browser = HttpBrowser.signedIn(engagement.customer());
        browser.get(page + "/read");

        assertThat(upload(browser, "soup.md", "# Soup\n\nPeel the potatoes.\n".getBytes(StandardCharsets.UTF_8))
                        .text())
                .contains("Nothing in soup.md reads like a requirement");
        assertThat(upload(browser, "broken.docx", new byte[] {'P', 'K', 3, 4, 0, 0})
                        .select(".empty-state")
                        .text())
                .contains("broken.docx")
                .doesNotContain("/files/");
        assertThat(upload(browser, "picture.png", new byte[] {1, 2, 3}).text()).contains("picture.png");
    }

    @Test
    void tenThousandLinesAreChosenFromInParts() throws Exception {
        var blocks = IntStream.rangeClosed(1, 10_000)
                .<Block>mapToObj(i -> new Block.Paragraph(
                        "", "R-%d The platform shall answer question %d.".formatted(i, i), Place.paragraph(0, 0)))
                .toList();
        var out = new ByteArrayOutputStream();
        Documents.writeDocx(blocks, out);
        var browser = HttpBrowser.signedIn(engagement.customer());
        browser.get(page + "/read");
        long begin = System.nanoTime();

        var looked = upload(browser, "long.docx", out.toByteArray());

        System.out.printf(
                "10,000 requirements proposed in %d ms%n", since(begin).toMillis());
        assertThat(looked.select("[name=chosen]").size()).isEqualTo(250);
        assertThat(looked.text()).contains("10,000 passages read like a requirement; these are 1 to 250");
        assertThat(looked.select(".tabs a").size()).isEqualTo(40);
    }

    @Test
    void twoThousandRequirementsAndFourThousandObligationsAreShownQuickly() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        sow.share();
        many(sow);
        var browser = HttpBrowser.signedIn(engagement.customer());
        shown(browser, page);
        var times = new ArrayList<Long>();
        for (int i = 0; i < 3; i++) {
            long begin = System.nanoTime();
            var shown = shown(browser, page + "?page=2");
            times.add(since(begin).toMillis());
            assertThat(shown.select("[aria-labelledby=requirements] tbody tr").size())
                    .isEqualTo(100);
        }
        long begin = System.nanoTime();
        var row = requirements.seenBy(engagement.customer()).getFirst();
        shown(browser, page + "/" + row.id());
        System.out.printf(
                "2,000 requirements and 4,000 obligations: page in %s ms, linking in %d ms%n",
                times, since(begin).toMillis());

        assertThat(times).allMatch(time -> time < 3_000);
    }

    private void many(SowDraft sow) {
        var app = RunningApp.shared();
        engagement
                .customer()
                .asks(() -> app.get(DSLContext.class).execute("""
                insert into sow.obligation (id, engagement_id, sow_id, code, position, state, text, section,
                    accountable, kind, topic, changed_by, changed)
                select gen_random_uuid(), engagement_id, sow_id, 1000 + n, 100000 + n, 'accepted',
                    text || ' Number ' || n, section, accountable, 'deliverable', topic, changed_by, changed
                from sow.obligation, generate_series(1, 4000) n
                where sow_id = ? and code = 1""", sow.id().value()));
        var rows = IntStream.rangeClosed(1, 2_000)
                .mapToObj(i -> SampleRows.values(
                        "text",
                        "The platform shall do thing " + i,
                        "source",
                        "rfp",
                        "obligations",
                        i % 3 == 0 ? List.of() : List.of("O-" + (1000 + i))))
                .toList();
        var register = app.all(Register.class).stream()
                .filter(one -> one.name().equals("requirements"))
                .findFirst()
                .orElseThrow();
        register.acts().addAll(register, engagement.customer().actor(), engagement.id(), rows);
    }

    private SowDraft samples() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        sow.share();
        requirements.added(
                engagement.customer(),
                "The platform routes calls by skill.",
                "source",
                "rfp",
                "obligations",
                List.of(training(sow).code()));
        requirements.added(engagement.customer(), "Training of forty agents in the desktop", "source", "rfp");
        requirements.added(
                engagement.customer(),
                "Faxes to all offices",
                "source",
                "answer-of-the-vendor",
                "obligations",
                List.of("O-099"));
        requirements.added(engagement.customer(), "A second language, later", "deferred", true);
        return sow;
    }

    private static Obligation training(SowDraft sow) {
        return sow.obligations().stream()
                .filter(one -> one.promise().text().contains("train forty agents"))
                .findFirst()
                .orElseThrow();
    }

    private byte[] docx() throws Exception {
        Path file = folder.resolve("rfp.md");
        Files.writeString(file, RFP);
        var out = new ByteArrayOutputStream();
        Documents.writeDocx(Documents.read(file).blocks(), out);
        return out.toByteArray();
    }

    private Document upload(HttpBrowser browser, String name, byte[] content) throws Exception {
        var answer = browser.upload(
                page + "/read", List.of(new FormFile("document", name, BodyPublishers.ofByteArray(content))));
        assertThat(answer.statusCode()).isIn(200, 422);
        return Jsoup.parse(
                new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)),
                "UTF-8",
                answer.uri().getPath());
    }

    private static Document shown(HttpBrowser browser, String address) throws Exception {
        var answer = browser.get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
