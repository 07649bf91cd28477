package org.fram.rules;

import java.util.List;

/// A file of facts, practices or settings cannot be used. The message has a line for each mistake, which
/// begins with its place and says what to do; trying again without changing the file is of no use.
public final class UnusableFileException extends RuntimeException {

    private final List<String> mistakes;

    UnusableFileException(List<String> mistakes, int more) {
        super(String.join("\n", mistakes) + (more == 0 ? "" : "\n… and %d more mistakes.".formatted(more)));
        this.mistakes = List.copyOf(mistakes);
    }

    UnusableFileException(String mistake) {
        this(List.of(mistake), 0);
    }

    /// A line for each, in the order of the file; long lists are cut.
    public List<String> mistakes() {
        return mistakes;
    }
}
