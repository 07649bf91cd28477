package org.fram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

    @TempDir
    private Path folder;

    private final Desk desk = new Desk()
            .with(Reviews.clean("old.txt"))
            .with(Reviews.blocked("new.txt"))
            .with(Reviews.clean("original-redlined.pdf"))
            .with(Reviews.blocked("redlined.pdf"));

    @BeforeEach
    void putDocumentsIntoTheFolder() throws IOException {
        for (var name : List.of("old.txt", "new.txt", "redlined.pdf")) {
            Files.writeString(folder.resolve(name), "some text");
        }
    }

    @Test
    void theSummarySaysWhatCameAndWhatStayed() {
        assertThat(desk.fram("compare", folder.resolve("old.txt"), folder.resolve("new.txt")))
                .isZero();
        assertThat(desk.out.toString())
                .startsWith("old.txt → new.txt")
                .contains("The obligations are the same; other things changed.", "3 others are as they were")
                .containsPattern("\\+ Training follows.\\R +SOW-02: Nobody is accountable.");
    }

    @Test
    void aVersionComparedWithItselfDidNotChange() {
        desk.fram("compare", folder.resolve("old.txt"), folder.resolve("old.txt"));

        assertThat(desk.out.toString()).contains("Nothing changed that a reader would notice.");
    }

    @Test
    void oneDocumentIsComparedWithItsOriginal() {
        assertThat(desk.fram("compare", folder.resolve("redlined.pdf"))).isZero();
        assertThat(desk.out.toString())
                .startsWith("original-redlined.pdf (original) → redlined.pdf (changes accepted)");
    }

    @Test
    void oneDocumentWithoutTrackedChangesNeedsAnother() {
        assertThat(desk.fram("compare", folder.resolve("old.txt"))).isEqualTo(2);
        assertThat(desk.err.toString()).contains("has no tracked changes; name two versions to compare");
    }

    @Test
    void theComparisonIsWrittenAsAPageAndAsJson() {
        var html = folder.resolve("changes.html");
        var json = folder.resolve("changes.json");

        assertThat(desk.fram(
                        "compare",
                        folder.resolve("old.txt"),
                        folder.resolve("new.txt"),
                        "--html",
                        html,
                        "--json",
                        json))
                .isZero();
        assertThat(html).content().contains("old.txt", "No changes.", "Nobody is accountable.");
        assertThat(json).content().contains("\"change\": \"added\"");
    }

    @Test
    void theJsonCanBePrintedInPlaceOfTheSummary() {
        assertThat(desk.fram("compare", folder.resolve("old.txt"), folder.resolve("new.txt"), "--json", "-"))
                .isZero();
        assertThat(desk.out.toString()).startsWith("{");
    }

    @Test
    void neitherVersionIsOverwritten() {
        assertThat(desk.fram(
                        "compare",
                        folder.resolve("old.txt"),
                        folder.resolve("new.txt"),
                        "--html",
                        folder.resolve("old.txt")))
                .isEqualTo(2);
        assertThat(folder.resolve("old.txt")).hasContent("some text");
    }

    @Test
    void whatCannotBeReadIsTheCallersFault() {
        assertThat(desk.fram("compare", folder.resolve("old.txt"), folder.resolve("absent.txt")))
                .isEqualTo(2);
        assertThat(desk.err.toString()).contains("absent.txt does not exist.");
    }

    @Test
    void theShellCompletesCommandsAndOptions() {
        assertThat(desk.fram("completion")).isZero();
        assertThat(desk.out.toString()).contains("review", "compare", "--fail-on", "blocker");
    }
}
