package org.fram.review;

import java.util.Map;
import tools.jackson.core.type.TypeReference;

/// The weights of `library/review/topic-weights.yaml`, by name.
final class TopicWeights {

    private static final Map<String, Double> WEIGHTS =
            Library.yaml("review/topic-weights.yaml", new TypeReference<Map<String, Double>>() {});

    private TopicWeights() {}

    /// @throws IllegalArgumentException if there is none of that name
    static double of(String name) {
        var weight = WEIGHTS.get(name);
        if (weight == null) {
            throw new IllegalArgumentException("library/review/topic-weights.yaml has no weight " + name);
        }
        return weight;
    }
}
