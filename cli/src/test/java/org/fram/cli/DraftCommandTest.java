package org.fram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fram.office.Block;
import org.fram.office.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A statement of work from a template, on the command line.
class DraftCommandTest {

    @TempDir
    private Path folder;

    private final Desk desk = new Desk();

    @Test
    void theTemplatesAreListed() {
        assertThat(desk.fram("draft")).isZero();
        assertThat(desk.out.toString()).contains("technology: Technology implementation.", "outsourced-service: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"technology", "outsourced-service"})
    void aTemplateAndTheSampleAnswersMakeADocumentWithoutBlanks(String template) {
        var out = folder.resolve("draft.docx");
        var answers = Path.of("..", "samples", "answers", template + ".yaml");

        assertThat(desk.fram("draft", template, "--answers", answers, "--out", out))
                .as(desk.err.toString())
                .isZero();
        assertThat(desk.out.toString()).contains("nothing is open");
        assertThat(Documents.read(out).blocks().getFirst())
                .isInstanceOfSatisfying(
                        Block.Heading.class,
                        heading -> assertThat(heading.text()).startsWith("Statement of Work: "));
    }

    @Test
    void thePrintedQuestionsAreAFileOfAnswersThatLeavesMuchOpen() throws IOException {
        assertThat(desk.fram("draft", "technology", "--questions")).isZero();
        var answers = Files.writeString(folder.resolve("answers.yaml"), desk.out.toString());
        var again = new Desk();

        assertThat(again.fram("draft", "technology", "--answers", answers, "--out", folder.resolve("draft.docx")))
                .as(again.err.toString())
                .isZero();
        assertThat(again.out.toString()).contains("Open: name of the customer (customer), in Statement of Work: ");
    }

    @Test
    void whatCannotBeUsedIsSaidInALine() throws IOException {
        var wrong = Files.writeString(folder.resolve("wrong.yaml"), "agents: many\nvendr: x\n");
        var own = Files.writeString(folder.resolve("own.md"), "# No template\n");
        var out = folder.resolve("draft.docx");

        assertThat(desk.fram("draft", "tecnology", "--out", out)).isEqualTo(Fram.INPUT);
        assertThat(desk.fram("draft", "technology")).isEqualTo(Fram.INPUT);
        assertThat(desk.fram("draft", "technology", "--answers", wrong, "--out", out))
                .isEqualTo(Fram.INPUT);
        assertThat(desk.fram("draft", own, "--out", out)).isEqualTo(Fram.INPUT);
        assertThat(desk.fram("draft", "technology", "--answers", folder.resolve("none.yaml"), "--out", out))
                .isEqualTo(Fram.INPUT);
        assertThat(desk.err.toString())
                .contains("Did you mean “technology”?")
                .contains("name the document to write with --out")
                .contains("agents: “many” is no number.")
                .contains("Did you mean “vendor”?")
                .contains("own.md, line 1: A template begins with")
                .contains("none.yaml: there is no such file");
        assertThat(out).doesNotExist();
    }
}
