package org.fram.app.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fram.office.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SectionsTest {

    @TempDir
    private Path folder;

    @Test
    void aDocumentFallsIntoThePartsBelowItsOutermostHeadings() throws Exception {
        assertThat(
                        sections(
                                "# Offer\n\nBetween both.\n\n## 1 Scope\n\nOne.\n\n### 1.1 Sites\n\nTwo.\n\n## 2 Prices\n\nThree.\n"))
                .extracting(Section::key)
                .containsExactly("offer", "scope", "prices");
        assertThat(sections("No heading at all.\n")).extracting(Section::key).containsExactly("");
        assertThat(sections("# A\n\nOne.\n\n# A\n\nTwo.\n"))
                .extracting(Section::key)
                .containsExactly("a", "a #2");
    }

    @Test
    void wordsMakeTheDigestAndNeitherNumbersNorSpacesDo() throws Exception {
        var first = sections("## 1 Scope\n\nThe Vendor trains agents.\n\n## 2 Prices\n\nNone.\n");
        var moved = sections("## 1 Prices\n\nNone.\n\n## 2 Scope\n\nThe  Vendor trains\nagents.\n");
        var other = sections("## 1 Scope\n\nThe Vendor trains all agents.\n\n## 2 Prices\n\nNone.\n");

        assertThat(moved.getLast().sha256()).isEqualTo(first.getFirst().sha256());
        assertThat(other.getFirst().sha256()).isNotEqualTo(first.getFirst().sha256());
        assertThat(other.getLast().sha256()).isEqualTo(first.getLast().sha256());
    }

    private List<Section> sections(String markdown) throws Exception {
        return Sections.of(Documents.read(Files.writeString(folder.resolve("a.md"), markdown)));
    }
}
