package org.fram.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsTest {

    @TempDir
    private Path folder = Path.of("");

    private Labels read(String json) throws Exception {
        var file = folder.resolve("plan.gold.json");
        Files.writeString(file, json);
        return Labels.read(file);
    }

    @Test
    void labelsOfAWholeDocumentAreAboutBothOfItsFiles() throws Exception {
        var labels = read("{\"document\": \"plan.docx\", \"pdf\": \"plan.pdf\"}");

        assertThat(labels.name()).isEqualTo("plan");
        assertThat(labels.documents()).containsExactly(folder.resolve("plan.docx"), folder.resolve("plan.pdf"));
    }

    @Test
    void labelsOfAPartAreNotAboutTheWholePdfButAboutItsExcerpt() throws Exception {
        var part = "\"document\": \"plan.txt\", \"pdf\": \"book.pdf\", \"part\": \"pages 1-4\"";

        assertThat(read("{" + part + "}").documents()).containsExactly(folder.resolve("plan.txt"));
        assertThat(read("{" + part + ", \"pdf_excerpt\": \"pages.pdf\"}").documents())
                .containsExactly(folder.resolve("plan.txt"), folder.resolve("pages.pdf"));
    }

    @Test
    void aLabelWithoutQuoteIsRefusedByItsMissingField() {
        assertThatThrownBy(() -> read("{\"document\": \"plan.txt\", \"vague\": [{\"reason\": \"no actor\"}]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"quote\"");
    }

    @Test
    void namesAreComparedWithoutCaseAndArticle() {
        assertThat(Labels.bare(" The Contractor ")).isEqualTo(Labels.bare("contractor"));
        assertThat(Labels.bare("Theodora Ltd")).isEqualTo("theodora ltd");
    }
}
