package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceEmbeddingTest {

    @Test
    void nobodyIsToldThatTheModelIsUsed() {
        assertThat(SentenceEmbedding.of(List.of("A sentence."))).hasSize(1);

        assertThat(System.getProperty(SentenceEmbedding.OFFLINE)).isEqualTo("true");
    }
}
