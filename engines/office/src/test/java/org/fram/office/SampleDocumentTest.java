package org.fram.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleDocumentTest {

    @TempDir
    private Path folder;

    /// Law: what POI wrote is read back as it was meant, over however many runs its text is spread.
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22})
    void whatWasWrittenIsReadBack(long seed) {
        SampleDocument sample = new SampleDocument(new SplittableRandom(seed));
        Document document = Documents.read(sample.write(folder.resolve("sow.docx")));

        assertThat(document.blocks().stream().map(Dump::line).toList()).isEqualTo(sample.expected());
        for (int i = 0; i < document.blocks().size(); i++) {
            assertThat(document.blocks().get(i).place().paragraph()).isEqualTo(i + 1);
        }
    }
}
