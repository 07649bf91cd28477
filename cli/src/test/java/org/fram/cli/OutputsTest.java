package org.fram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputsTest {

    @TempDir
    private Path folder;

    @Test
    void aResultIsNamedAfterItsInput() {
        assertThat(names("a/north.docx", "a/south.docx")).containsExactly("north.json", "south.json");
    }

    @Test
    void inputsOfOneNameKeepTheirExtension() {
        assertThat(names("a/north.docx", "a/north.pdf", "a/south.docx"))
                .containsExactly("north.docx.json", "north.pdf.json", "south.json");
    }

    @Test
    void inputsOfOneNameInTwoFoldersGetTheFoldersNameInFront() {
        assertThat(names("a/north.docx", "b/north.docx")).containsExactly("a-north.json", "b-north.json");
    }

    @Test
    void whatStillClashesIsNumbered() {
        assertThat(names("x/a/north.docx", "y/a/north.docx", "z/a/north.docx"))
                .containsExactly("north.docx-2.json", "north.docx-3.json", "north.docx-4.json");
    }

    @Test
    void namesThatDifferInCaseOnlyClashToo() {
        assertThat(names("a/North.docx", "a/north.pdf")).containsExactly("North.docx.json", "north.pdf.json");
    }

    private List<String> names(String... inputs) {
        var paths = List.of(inputs).stream().map(folder::resolve).toList();
        var outputs = Outputs.plan(folder.resolve("out"), paths, _ -> ".json");
        return paths.stream()
                .map(input -> outputs.of(input).getFileName().toString())
                .toList();
    }
}
