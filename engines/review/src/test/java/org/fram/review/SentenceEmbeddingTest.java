package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceEmbeddingTest {

    @Test
    void nobodyIsToldThatTheModelIsUsed() {
        assertThat(SentenceEmbedding.of(List.of("A sentence."))).hasSize(1);

        assertThat(System.getProperty(SentenceEmbedding.OFFLINE)).isEqualTo("true");
    }

    @Test
    void aSentenceHasTheSameVectorWhateverIsAskedBesideIt() {
        var sentences = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            sentences.add("The vendor trains " + i % 10 + " supervisors at site " + i % 10 + ".");
        }
        var together = SentenceEmbedding.of(sentences);

        assertThat(together).hasSize(40);
        for (int i = 0; i < 40; i += 13) {
            assertThat(together.get(i))
                    .containsExactly(
                            SentenceEmbedding.of(List.of(sentences.get(i))).getFirst());
        }
    }
}
