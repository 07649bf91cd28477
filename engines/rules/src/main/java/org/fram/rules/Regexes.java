package org.fram.rules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/// Regular expressions of RE2, whose time grows with the length of the text only. They are written as texts in
/// expressions, so each is looked at when its pack is read.
final class Regexes {

    private static final int LONGEST = 500;
    private static final int MOST_REPETITIONS = 1_000;

    private Regexes() {}

    /// What is wrong with a regular expression; empty where it can be used.
    static Optional<String> fault(String regex) {
        if (regex.length() > LONGEST) {
            return Optional.of("A regular expression has at most %d characters.".formatted(LONGEST));
        }
        if (repetitions(regex) > MOST_REPETITIONS) {
            return Optional.of("The repetitions in this regular expression multiply to more than %,d."
                    .formatted(MOST_REPETITIONS));
        }
        try {
            Pattern.compile(regex);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("This is no regular expression of RE2: %s.".formatted(e.getMessage()));
        }
    }

    // Each `{n}` may stand within another, and then the program is as large as their product.
    private static long repetitions(String regex) {
        long product = 1;
        var counts = Pattern.compile("\\{(\\d{1,6})(?:,(\\d{0,6}))?\\}").matcher(regex);
        while (counts.find()) {
            var most = counts.group(2) == null || counts.group(2).isEmpty() ? counts.group(1) : counts.group(2);
            product *= Math.max(1, Long.parseLong(most));
            if (product > MOST_REPETITIONS) {
                break;
            }
        }
        return product;
    }

    /// A regular expression in which [#fault] finds nothing.
    static Pattern compiled(String regex) {
        return Pattern.compile(regex);
    }
}
