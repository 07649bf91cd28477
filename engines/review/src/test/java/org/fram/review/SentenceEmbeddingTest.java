package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceEmbeddingTest {

    @Test
    void sentencesThatMeanTheLikeAreNearerThanOthers() {
        var vectors = SentenceEmbedding.of(List.of(
                "The vendor trains all supervisors before the system goes live.",
                "Supervisors receive their training prior to launch.",
                "Invoices are payable within thirty days."));

        assertThat(nearness(vectors.get(0), vectors.get(1))).isGreaterThan(nearness(vectors.get(0), vectors.get(2)));
    }

    @Test
    void nobodyIsToldThatTheModelIsUsed() {
        assertThat(SentenceEmbedding.of(List.of("A sentence."))).hasSize(1);

        assertThat(System.getProperty(SentenceEmbedding.OFFLINE)).isEqualTo("true");
    }

    private static double nearness(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < SentenceEmbedding.DIMENSIONS; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
