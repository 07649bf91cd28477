package org.fram.rules;

import java.util.ArrayList;
import java.util.List;

/// What is wrong with a file, collected while it is read, so that its author learns of all of it at once.
final class Mistakes {

    /// So that a file of another kind does not fill a screen.
    private static final int MOST = 20;

    private final List<String> found = new ArrayList<>();

    void add(Place place, String message) {
        found.add("%s: %s".formatted(place, message));
    }

    boolean any() {
        return !found.isEmpty();
    }

    /// Those of a text that stands in no file.
    List<String> withoutFile() {
        return found.stream()
                .limit(MOST)
                .map(mistake -> mistake.replaceFirst("^:(\\d+):(\\d+): ", "Line $1, column $2: "))
                .toList();
    }

    /// Ends the reading where anything was found.
    void refuse() {
        if (any()) {
            throw new UnusableFileException(found.stream().limit(MOST).toList(), Math.max(0, found.size() - MOST));
        }
    }
}
