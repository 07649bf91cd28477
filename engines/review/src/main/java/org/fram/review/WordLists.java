package org.fram.review;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;

/// The word lists of `library/review/words.yaml`, by name.
final class WordLists {

    private static final Map<String, Set<String>> LISTS = read();

    private WordLists() {}

    /// The words of a list, lower case.
    static Set<String> of(String name) {
        var words = LISTS.get(name);
        if (words == null) {
            throw new IllegalArgumentException("library/review/words.yaml has no list " + name);
        }
        return words;
    }

    private static Map<String, Set<String>> read() {
        var lists = Library.yaml("review/words.yaml", new TypeReference<Map<String, List<String>>>() {});
        return lists.entrySet().stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
    }
}
