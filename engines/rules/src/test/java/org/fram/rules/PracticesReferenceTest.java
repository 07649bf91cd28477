package org.fram.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PracticesReferenceTest {

    private static final Path PAGE = Path.of("../../docs/reference/practices.md");

    @Test
    void thePageOfThePracticesSaysWhatThePacksSay() throws IOException {
        var page = new PracticesReference(Catalogue.standard()).page();
        if (Boolean.getBoolean("fram.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).content().isEqualToNormalizingNewlines(page);
    }
}
