package org.fram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fram.facts.Severity;
import org.fram.review.Review;
import org.fram.review.ReviewJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewCommandTest {

    @TempDir
    private Path folder;

    private final Desk desk = new Desk()
            .with(Reviews.clean("clean.txt"))
            .with(Reviews.warned("warned.txt"))
            .with(Reviews.blocked("blocked.txt"))
            .with(Reviews.blocked("blocked.pdf"));

    @BeforeEach
    void putDocumentsIntoTheFolder() throws IOException {
        for (var name : List.of("clean.txt", "warned.txt", "blocked.txt", "blocked.pdf", "stranding.txt")) {
            Files.writeString(folder.resolve(name), "some text");
        }
    }

    @Test
    void theSummarySaysWhoOwesWhatAndWhatIsMissing() {
        assertThat(desk.fram("review", folder.resolve("blocked.txt"))).isZero();

        assertThat(desk.out.toString())
                .startsWith("blocked.txt")
                .contains("Not ready to sign: 1 finding blocks it and 1 of 3 topics is missing.")
                .containsPattern("Lakeside Parks +buyer +also the Client")
                .containsPattern("Orlo Systems +1 +· +1")
                .containsPattern("nobody named +· +1 +1")
                .containsPattern("Topics missing +1 of 3\\R +rollback")
                .containsPattern("SOW-02 +Nobody is accountable. Name a party.\\R +“Training follows.”\\R +2 Delivery")
                .containsPattern("Service level +80 % in 20 s")
                .doesNotContain("\u001b");
        assertThat(desk.err.toString()).isEmpty();
    }

    @Test
    void theSummaryKeepsToTheWidthOfTheTerminal() {
        for (int width : List.of(40, 60, 100)) {
            var narrow = new Desk().with(Reviews.blocked("blocked.txt")).watched(new Terminal(true, false, width));
            narrow.fram("review", folder.resolve("blocked.txt"));

            assertThat(narrow.out.toString().lines()).allMatch(line -> line.length() <= width);
        }
    }

    @Test
    void colourIsOnlyForATerminal() {
        desk.watched(new Terminal(true, true, 80)).fram("review", folder.resolve("blocked.txt"));

        assertThat(desk.out.toString()).contains("\u001b[31;1mNot ready to sign");
    }

    @Test
    void aDocumentCannotCommandTheTerminal() {
        var hostile = Reviews.of(
                "clean.txt",
                List.of(new Review.Finding(
                        "SOW-12",
                        "Title.",
                        Severity.WARNING,
                        "a\u001b[2Jb\u202Ec",
                        "",
                        null,
                        "\u0007bell\u009b31m",
                        null)));
        desk.with(hostile).fram("review", folder.resolve("clean.txt"));

        assertThat(desk.out.toString()).contains("a[2Jbc").doesNotContain("\u001b", "\u0007", "\u009b", "\u202E");
    }

    @Test
    void findingsOfOneKindAreCutShortUnlessAllAreAskedFor() {
        var many = Reviews.of(
                "clean.txt",
                java.util.stream.IntStream.range(0, 9)
                        .mapToObj(number -> new Review.Finding(
                                "SOW-12", "Title", Severity.WARNING, "Vague " + number + ".", "", null, "", null))
                        .toList());
        desk.with(many).fram("review", folder.resolve("clean.txt"));
        assertThat(desk.out.toString())
                .contains("Vague 3.", "and 5 more of SOW-12")
                .doesNotContain("Vague 4.");

        desk.fram("review", "--all", folder.resolve("clean.txt"));
        assertThat(desk.out.toString()).contains("Vague 8.");
    }

    @Test
    void theJsonIsTheReview() throws IOException {
        var json = folder.resolve("result.json");

        assertThat(desk.fram("review", folder.resolve("blocked.txt"), "--json", json))
                .isZero();
        assertThat(ReviewJson.read(Files.readString(json))).isEqualTo(Reviews.blocked("blocked.txt"));
    }

    @Test
    void theJsonCanBePrintedInPlaceOfTheSummary() {
        assertThat(desk.fram("review", folder.resolve("blocked.txt"), "--json", "-"))
                .isZero();
        assertThat(ReviewJson.read(desk.out.toString())).isEqualTo(Reviews.blocked("blocked.txt"));
    }

    @Test
    void theReportIsOnePageWithTheFindingsInTheirSections() throws IOException {
        var html = folder.resolve("report.html");

        assertThat(desk.fram("review", folder.resolve("blocked.txt"), "--html", html))
                .isZero();
        assertThat(html).content().contains("Nobody is accountable.", "2 Delivery", "The way back");
    }

    @Test
    void theFactsAreThoseOfTheStatementOfWork() {
        var facts = folder.resolve("facts.yaml");

        assertThat(desk.fram("review", folder.resolve("blocked.txt"), "--facts", facts))
                .isZero();
        assertThat(facts).content().contains("sow:", "Orlo will install 40 headsets.");
    }

    @Test
    void theAnnotatedCopyCarriesTheFindings() {
        var copy = folder.resolve("copy.pdf");

        assertThat(desk.fram("review", folder.resolve("blocked.pdf"), "--annotate", copy))
                .isZero();
        assertThat(copy)
                .content()
                .startsWith("Delivery <- Not ready to sign")
                .contains("• SOW-01 (warning): Nothing is said on rollback. Add it.")
                .contains("Training follows. <- SOW-02 (blocker): Nobody is accountable. Name a party.");
    }

    @Test
    void textCannotCarryCommentsButItsOtherResultsAreWritten() {
        var html = folder.resolve("report.html");

        assertThat(desk.fram(
                        "review",
                        folder.resolve("clean.txt"),
                        "--annotate",
                        folder.resolve("copy.txt"),
                        "--html",
                        html))
                .isEqualTo(2);
        assertThat(desk.err.toString()).contains("clean.txt is text and cannot carry comments; --html");
        assertThat(folder.resolve("copy.txt")).doesNotExist();
        assertThat(html).exists();
    }

    @Test
    void annotatedCopiesOfSeveralDocumentsKeepTheirFormat() {
        desk.with(Reviews.clean("other.pdf"));

        desk.fram(
                "review",
                folder.resolve("blocked.pdf"),
                folder.resolve("other.pdf"),
                "--annotate",
                folder.resolve("out"));

        assertThat(folder.resolve("out/blocked.reviewed.pdf")).exists();
    }

    @Test
    void twoResultsCannotGoIntoOneFile() {
        var one = folder.resolve("one");

        assertThat(desk.fram("review", folder.resolve("clean.txt"), "--html", one, "--json", one))
                .isEqualTo(2);
        assertThat(desk.err.toString()).contains("is named for two results");
        assertThat(one).doesNotExist();
    }

    @Test
    void severalDocumentsGoIntoAFolderUnderNamesThatDoNotClash() {
        var results = folder.resolve("results/of/today");

        assertThat(desk.fram(
                        "review",
                        folder.resolve("clean.txt"),
                        folder.resolve("blocked.txt"),
                        folder.resolve("blocked.pdf"),
                        "--json",
                        results))
                .isZero();
        assertThat(results)
                .isDirectoryContaining("glob:**clean.json")
                .isDirectoryContaining("glob:**blocked.txt.json")
                .isDirectoryContaining("glob:**blocked.pdf.json");
        assertThat(results.toFile().list()).hasSize(3);
    }

    @Test
    void whatCannotBeReadIsToldAndTheOthersAreStillDone() {
        var results = folder.resolve("results");

        assertThat(desk.fram("review", folder.resolve("absent.txt"), folder.resolve("clean.txt"), "--json", results))
                .isEqualTo(2);
        assertThat(desk.err.toString()).contains("absent.txt does not exist.");
        assertThat(results.toFile().list()).containsExactly("clean.json");
    }

    @Test
    void aFaultInOneDocumentIsToldAndTheOthersAreStillDone() {
        assertThat(desk.fram("review", folder.resolve("stranding.txt"), folder.resolve("clean.txt")))
                .isEqualTo(3);
        assertThat(desk.err.toString()).contains("fault in Fram", "stranding.txt", "ran aground");
        assertThat(desk.out.toString()).startsWith("clean.txt");
    }

    @Test
    void theExitCodeTellsWhetherThereAreFindingsOfTheSeverityAskedAbout() {
        assertThat(desk.fram("review", folder.resolve("blocked.txt"))).isZero();
        assertThat(desk.fram("review", folder.resolve("blocked.txt"), "--fail-on", "blocker"))
                .isEqualTo(1);
        assertThat(desk.fram("review", folder.resolve("warned.txt"), "--fail-on", "blocker"))
                .isZero();
        assertThat(desk.fram("review", folder.resolve("warned.txt"), "--fail-on", "warning"))
                .isEqualTo(1);
        assertThat(desk.fram("review", folder.resolve("clean.txt"), "--fail-on", "warning"))
                .isZero();
        assertThat(desk.fram("review", folder.resolve("clean.txt"), "--fail-on", "never"))
                .isEqualTo(2);
    }

    @Test
    void anUnusableInputWeighsMoreThanAFinding() {
        assertThat(desk.fram(
                        "review", folder.resolve("blocked.txt"), folder.resolve("absent.txt"), "--fail-on", "blocker"))
                .isEqualTo(2);
    }

    @Test
    void anInputIsNeverOverwritten() throws IOException {
        var input = folder.resolve("blocked.txt");

        assertThat(desk.fram("review", input, "--json", folder.resolve(".").resolve("blocked.txt")))
                .isEqualTo(2);
        assertThat(desk.err.toString()).contains("is an input and would be overwritten");
        assertThat(input).hasContent("some text");
    }

    @Test
    void aResultThatCannotBeWrittenIsTheCallersFault() {
        assertThat(desk.fram("review", folder.resolve("clean.txt"), "--json", folder.resolve("no/such/folder.json")))
                .isEqualTo(2);
        assertThat(desk.err.toString()).contains("cannot write", "its folder does not exist");
    }

    @Test
    void aFileCannotTakeTheResultsOfSeveralDocuments() throws IOException {
        var taken = Files.writeString(folder.resolve("taken"), "");

        assertThat(desk.fram("review", folder.resolve("clean.txt"), folder.resolve("warned.txt"), "--json", taken))
                .isEqualTo(2);
        assertThat(desk.err.toString()).contains("is a file; for several documents name a folder");
    }

    @Test
    void theSameDocumentIsReviewedOnce() {
        desk.fram("review", folder.resolve("clean.txt"), folder.resolve("./clean.txt"));

        assertThat(desk.out.toString().lines().filter("clean.txt"::equals)).hasSize(1);
    }

    @Test
    void progressIsShownToWhoeverWatchesSeveralFiles() {
        desk.fram("review", folder.resolve("clean.txt"), folder.resolve("warned.txt"));
        assertThat(desk.err.toString()).isEmpty();

        desk.watched(new Terminal(true, false, 80));
        desk.fram("review", folder.resolve("clean.txt"), folder.resolve("warned.txt"));
        assertThat(desk.err.toString())
                .contains("1/2 clean.txt …", "2/2 warned.txt …")
                .endsWith("\r\u001b[K");
    }

    @Test
    void quietSaysNothingOfWhatCouldBeReviewed() {
        assertThat(desk.fram("review", "--quiet", folder.resolve("blocked.txt")))
                .isZero();
        assertThat(desk.out.toString()).isEmpty();
    }
}
