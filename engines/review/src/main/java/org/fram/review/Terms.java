package org.fram.review;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;

/// The lists of `library/review/terms.yaml`, by name.
final class Terms {

    private static final Map<String, List<String>> LISTS =
            Library.yaml("review/terms.yaml", new TypeReference<Map<String, List<String>>>() {});

    private Terms() {}

    /// The words of a list, as the file writes them.
    static Set<String> list(String name) {
        var words = LISTS.get(name);
        if (words == null) {
            throw new IllegalArgumentException("library/review/terms.yaml has no list " + name);
        }
        return Set.copyOf(words);
    }
}
