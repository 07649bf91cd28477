package org.fram.app.sow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.fram.app.platform.runs.Run;
import org.fram.app.platform.runs.RunState;
import org.fram.app.platform.runs.Runs;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.HttpBrowser.FormFile;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.fram.app.testing.TestFolder;
import org.fram.office.Documents;
import org.fram.office.Sheets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people without scripts do with statements of work, and what nobody may.
class SowPagesTest {

    private static final String NOTHING_ON_TRAINING = "Nothing is said about “Training”.";

    private final RunningApp app = RunningApp.shared();
    private final TestEngagement engagement = TestEngagement.create();

    @TempDir
    Path folder;

    @Test
    void aDocumentBecomesADraftWithoutScripts() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        var customer = HttpBrowser.signedIn(engagement.customer());

        var workspace = page(customer, sow.path("/review"));
        assertThat(workspace.select(".document-text a.said")).isNotEmpty();
        assertThat(workspace.select(".document-text .heading")).isNotEmpty();
        assertThat(workspace.select("article.obligation")).hasSameSizeAs(sow.obligations());

        var first = sow.obligations().getFirst();
        var accepted = customer.post(sow.path("/obligations/" + first.id() + "/accept"), version(first));
        assertThat(accepted.statusCode()).isEqualTo(200);
        assertThat(accepted.uri().getPath()).isEqualTo(sow.path("/review"));
        assertThat(sow.obligation(first.id()).state()).isEqualTo(Obligation.State.ACCEPTED);

        customer.post(sow.path("/review/accept"), Map.of());
        assertThat(sow.obligations()).allSatisfy(one -> assertThat(one.state()).isEqualTo(Obligation.State.ACCEPTED));
        assertThat(page(customer, sow.path("")).select(".draft-lines li")).hasSameSizeAs(sow.obligations());
    }

    @Test
    void droppingNeedsAReasonAndKeepsIt() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        var customer = HttpBrowser.signedIn(engagement.customer());
        var first = sow.obligations().getFirst();
        String drop = sow.path("/obligations/" + first.id() + "/drop");

        var refused = customer.post(drop, Map.of("version", "0", "reason", "  "));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("[role=alert]").text()).contains("Say why");
        assertThat(sow.obligation(first.id()).state()).isEqualTo(Obligation.State.PROPOSED);

        customer.post(drop, Map.of("version", "0", "reason", "is no promise"));
        assertThat(sow.obligation(first.id()).dropReason()).isEqualTo("is no promise");

        customer.post(sow.path("/obligations/" + first.id() + "/reopen"), Map.of("version", "1"));
        assertThat(sow.obligation(first.id()).dropReason()).isNull();
    }

    @Test
    void whoeverIsSecondIsShownBoth() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        var first = sow.obligations().getFirst();
        String correct = sow.path("/obligations/" + first.id() + "/correct");
        var one = HttpBrowser.signedIn(engagement.customer());
        var other = HttpBrowser.signedIn(engagement.vendor());
        sow.share();

        assertThat(one.post(correct, values("Theirs, which came first.", 0)).statusCode())
                .isEqualTo(200);
        var second = other.post(correct, values("Mine, which came second.", 0));

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(second.body()).select(".conflict").text())
                .contains("Theirs, which came first.")
                .contains("Mine, which came second.");
        assertThat(sow.obligation(first.id()).promise().text()).isEqualTo("Theirs, which came first.");

        other.post(correct, values("Mine, which came second.", 1));
        assertThat(sow.obligation(first.id()).promise().text()).isEqualTo("Mine, which came second.");
    }

    @Test
    void aDraftIsPrivateToItsPartyUntilItIsShared() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        var first = sow.obligations().getFirst();
        var vendor = HttpBrowser.signedIn(engagement.vendor());
        var paths = List.of(
                sow.path(""),
                sow.path("/review"),
                sow.path("/findings"),
                sow.path("/draft.docx"),
                sow.path("/findings.xlsx"),
                sow.path("/labels.json"),
                sow.path("/facts.yaml"),
                sow.path("/obligations/" + first.id() + "/edit"));

        for (String path : paths) {
            assertThat(vendor.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(vendor.get(engagement.path("sow")).body())
                .doesNotContain(sow.id().toString());
        assertThat(vendor.get(engagement.path("facts.yaml")).body())
                .doesNotContain(first.promise().text());
        assertThat(vendor.post(sow.path("/obligations/" + first.id() + "/accept"), version(first))
                        .statusCode())
                .isEqualTo(404);
        assertThat(vendor.post(sow.path("/share"), Map.of()).statusCode()).isEqualTo(403);

        sow.share();

        for (String path : paths) {
            assertThat(vendor.get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(HttpBrowser.signedIn(engagement.stranger()).get(sow.path("")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aNextVersionAsksOnlyAboutWhatChanged() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        var customer = HttpBrowser.signedIn(engagement.customer());
        customer.post(sow.path("/review/accept"), Map.of());
        int before = sow.obligations().size();

        sow.nextVersion(SowDraft.FIRST
                .replace("forty agents", "sixty agents")
                .replace("The Vendor shall deliver the cutover runbook.\n", "")
                .replace("## 3 Testing", "The Vendor shall provide two spare gateways.\n\n## 3 Testing"));

        var asked = sow.obligations().stream()
                .filter(one -> one.question().isPresent())
                .toList();
        assertThat(asked).hasSize(2);
        assertThat(sow.obligations()).hasSize(before + 1);
        assertThat(sow.obligations())
                .filteredOn(one -> one.state() == Obligation.State.PROPOSED)
                .singleElement()
                .satisfies(one -> assertThat(one.promise().text()).contains("two spare gateways"));
        var page = page(customer, sow.path("/review?show=asked"));
        assertThat(page.select("article.obligation")).hasSize(2);
        assertThat(page.select(".asked ins").text()).contains("sixty");

        var changed = asked.stream()
                .filter(one -> one.promise().text().contains("forty"))
                .findFirst()
                .orElseThrow();
        customer.post(sow.path("/obligations/" + changed.id() + "/theirs"), version(changed));
        assertThat(sow.obligation(changed.id()).promise().text()).contains("sixty agents");
        assertThat(sow.obligation(changed.id()).state()).isEqualTo(Obligation.State.ACCEPTED);
        assertThat(sow.obligation(changed.id()).question()).isEmpty();
    }

    @Test
    void obligationsAreMergedAndSplit() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        var customer = HttpBrowser.signedIn(engagement.customer());
        var first = sow.obligations().get(0);
        var second = sow.obligations().get(1);

        var refused =
                customer.post(sow.path("/review/merge"), Map.of("id", first.id().toString()));
        assertThat(refused.statusCode()).isEqualTo(422);
        customer.post(sow.path("/review/merge"), Map.of("id", first.id() + "," + second.id()));
        assertThat(sow.obligation(first.id()).promise().text())
                .contains(first.promise().text())
                .contains(second.promise().text());
        assertThat(sow.obligation(second.id()).state()).isEqualTo(Obligation.State.MERGED);

        customer.post(
                sow.path("/obligations/" + first.id() + "/split"),
                Map.of("lines", "The first part.\nThe second part."));
        assertThat(sow.obligation(first.id()).state()).isEqualTo(Obligation.State.SPLIT);
        assertThat(sow.obligations())
                .extracting(one -> one.promise().text())
                .contains("The first part.", "The second part.");
    }

    @Test
    void findingsVanishWithTheirCause() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        var customer = HttpBrowser.signedIn(engagement.customer());

        var before = page(customer, sow.path("/findings"));
        assertThat(before.select(".finding > p").eachText()).anyMatch(text -> text.startsWith(NOTHING_ON_TRAINING));

        customer.post(sow.path("/review/accept"), Map.of());

        var after = page(customer, sow.path("/findings"));
        assertThat(after.select(".finding > p").eachText()).noneMatch(text -> text.startsWith(NOTHING_ON_TRAINING));
    }

    @Test
    void aFindingIsWaivedByAuthorityUntilADay() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        var customer = HttpBrowser.signedIn(engagement.customer());
        var finding =
                Objects.requireNonNull(page(customer, sow.path("/findings")).selectFirst("form[action$=waive]"));
        var form = Map.of(
                "practice",
                finding.select("[name=practice]").val(),
                "item",
                finding.select("[name=item]").val(),
                "authority",
                "steering committee",
                "reason",
                "it is settled in the framework contract");

        var endless = customer.post(sow.path("/findings/waive"), with(form, "until", ""));
        assertThat(endless.statusCode()).isEqualTo(422);
        customer.post(sow.path("/findings/waive"), with(form, "until", "2099-12-31"));

        var page = page(customer, sow.path("/findings"));
        assertThat(page.select(".finding.waived").text())
                .contains("steering committee")
                .contains("it is settled in the framework contract")
                .contains("31 Dec 2099");

        sow.share();
        var vendor = HttpBrowser.signedIn(engagement.vendor());
        assertThat(vendor.post(sow.path("/findings/waive"), with(form, "until", "2099-12-31"))
                        .statusCode())
                .isEqualTo(403);
        String takeBack = page.select("form[action$=take-back]").attr("action");
        customer.post(takeBack, Map.of());
        assertThat(page(customer, sow.path("/findings")).select(".finding.waived"))
                .isEmpty();
    }

    @Test
    void whatPeopleDecidedIsExported() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        var customer = HttpBrowser.signedIn(engagement.customer());
        var dropped = sow.obligations().getFirst();
        customer.post(
                sow.path("/obligations/" + dropped.id() + "/drop"), Map.of("version", "0", "reason", "is no promise"));
        customer.post(sow.path("/review/accept"), Map.of());

        var draft = Documents.read(saved(customer, sow.path("/draft.docx"), "draft.docx"));
        assertThat(draft.blocks().stream().map(Object::toString))
                .anyMatch(block -> block.contains("O-002 The Vendor shall train forty agents"))
                .noneMatch(block -> block.contains(dropped.promise().text()));
        var sheets = Sheets.read(saved(customer, sow.path("/findings.xlsx"), "findings.xlsx"), "findings.xlsx");
        assertThat(sheets.getFirst().lines())
                .hasSize(
                        page(customer, sow.path("/findings")).select(".finding").size() + 1);
        assertThat(customer.get(sow.path("/labels.json")).body())
                .contains("\"non_obligations\"")
                .contains("is no promise")
                .contains("\"accountable\"");
        assertThat(customer.get(sow.path("/facts.yaml")).body()).contains("obligations:");
        assertThat(customer.get(engagement.path("facts.yaml")).body()).contains("Harbour Authority");
    }

    @Test
    void twoHundredDocumentsAreTakenAtOnce() throws Exception {
        var customer = HttpBrowser.signedIn(engagement.customer());
        var files = IntStream.range(0, 200)
                .mapToObj(i -> FormFile.of("document", "plan %d.md".formatted(i), "# Plan %d\n\nText.".formatted(i)))
                .toList();

        var answer = customer.upload(engagement.path("sow"), files);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.uri().getPath()).isEqualTo(engagement.path("runs"));
        assertThat(newestRuns()).hasSize(200);
    }

    @Test
    void whatIsNoDocumentIsRefusedAndTheOthersAreTaken() throws Exception {
        var customer = HttpBrowser.signedIn(engagement.customer());

        var answer = customer.upload(
                engagement.path("sow"),
                List.of(
                        FormFile.of("document", "tool.exe", "MZ"),
                        FormFile.of("document", "sow.md", "# Scope\n\nText.")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select("[role=alert]").text())
                .contains("tool.exe")
                .contains("The other 1 document were taken");
        assertThat(newestRuns()).extracting(Run::subject).containsExactly("sow.md");
    }

    @Test
    void aDocumentThatCannotBeReadSaysWhyAndNotWhereItLies() throws Exception {
        var customer = HttpBrowser.signedIn(engagement.customer());

        customer.upload(engagement.path("sow"), List.of(FormFile.of("document", "sow.pdf", "this is text")));

        var run = SowDraft.await(engagement, newestRuns().getFirst().id());
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.failure())
                .asString()
                .contains("sow.pdf: by its name this is a PDF")
                .doesNotContain("arriving");
    }

    @Test
    void aDocumentThatIsTooLargeIsRefusedAndLeavesNothing() throws Exception {
        var customer = HttpBrowser.signedIn(engagement.customer());
        var arriving = TestFolder.of("home", "files", "arriving");

        var answer =
                customer.upload(engagement.path("sow"), List.of(FormFile.large("document", "sow.txt", 600L << 20)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Jsoup.parse(answer.body()).text()).contains("A file may have 500 MB");
        try (var left = Files.list(arriving)) {
            assertThat(left.filter(file -> size(file) > 1 << 20)).isEmpty();
        }
        assertThat(newestRuns()).isEmpty();
    }

    @Test
    void anUploadThatBreaksOffLeavesNothingAndMayBeTriedAgain() throws Exception {
        var customer = HttpBrowser.signedIn(engagement.customer());
        customer.get(engagement.path("sow"));
        var arriving = TestFolder.of("home", "files", "arriving");

        assertThatThrownBy(() -> customer.upload(
                        engagement.path("sow"), List.of(FormFile.broken("document", "sow.txt", 5 << 20))))
                .isInstanceOf(IOException.class);

        for (int look = 0; look < 100 && !files(arriving).isEmpty(); look++) {
            Thread.sleep(50);
        }
        assertThat(files(arriving)).isEmpty();
        assertThat(newestRuns()).isEmpty();
        var again = customer.upload(engagement.path("sow"), List.of(FormFile.of("document", "sow.md", SowDraft.FIRST)));
        assertThat(again.uri().getPath()).contains("/runs/");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.toList();
        }
    }

    @Test
    void strangersUploadNothing() throws Exception {
        var stranger = HttpBrowser.signedIn(engagement.stranger());

        var answer = stranger.upload(engagement.path("sow"), List.of(FormFile.of("document", "sow.md", "# Scope")));

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private List<Run> newestRuns() {
        return engagement.customer().asks(() -> app.get(Runs.class).newest(engagement.id(), 1_000));
    }

    private static Document page(HttpBrowser browser, String path) throws IOException, InterruptedException {
        var answer = browser.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static Map<String, String> version(Obligation obligation) {
        return Map.of("version", Integer.toString(obligation.version()));
    }

    private static Map<String, String> values(String text, int version) {
        return Map.of(
                "version", Integer.toString(version),
                "text", text,
                "accountable", "",
                "responsible", "",
                "kind", "duty",
                "topic", "scope",
                "due", "",
                "quantity", "",
                "amount", "");
    }

    private static Map<String, String> with(Map<String, String> form, String key, String value) {
        var all = new HashMap<>(form);
        all.put(key, value);
        return all;
    }

    private Path saved(HttpBrowser browser, String path, String name) throws IOException, InterruptedException {
        return Files.write(folder.resolve(name), browser.download(path));
    }

    private static long size(Path file) {
        return file.toFile().length();
    }
}
