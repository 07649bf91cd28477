package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicPrototypesTest {

    private static final Topics TOPICS = Topics.load();
    private static final Path FILE = Path.of("../../library").resolve(TopicPrototypes.FILE);

    /// With `-Dfram.write=true` the file is written anew; build again to pack it.
    @Test
    void theVectorsAreThoseOfThePrototypes() throws IOException {
        if (Boolean.getBoolean("fram.write")) {
            Files.write(FILE, TopicPrototypes.write(TOPICS));
            return;
        }
        var prototypes = TopicPrototypes.load(TOPICS);

        for (int topic = 0; topic < TOPICS.size(); topic++) {
            var sentences = TOPICS.all().get(topic).prototypes();
            var vectors = SentenceEmbedding.of(sentences);
            for (int i = 0; i < sentences.size(); i++) {
                assertThat(cosine(prototypes.vector(topic, i), vectors.get(i)))
                        .as(sentences.get(i))
                        .isCloseTo(1, within(0.01));
            }
        }
    }

    @Test
    void sentencesThatMeanTheLikeAreNear() {
        var vectors = SentenceEmbedding.of(List.of(
                "The supplier teaches the agents for two days.",
                "Agents receive two days of training from the vendor.",
                "The invoice is due in thirty days."));

        assertThat(cosine(vectors.get(0), vectors.get(1))).isGreaterThan(cosine(vectors.get(0), vectors.get(2)) + 0.1);
        assertThat(cosine(vectors.get(0), vectors.get(0))).isCloseTo(1, within(0.001));
    }

    @Test
    void noSentencesAreNoVectors() {
        assertThat(SentenceEmbedding.of(List.of())).isEmpty();
        assertThat(SentenceEmbedding.of(List.of(" ")).getFirst()).hasSize(SentenceEmbedding.DIMENSIONS);
    }

    private static double cosine(float[] a, float[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
        }
        return dot;
    }
}
