package org.fram.report;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Small pieces of text that pages are put together from.
final class Phrases {

    private Phrases() {}

    /// `2 blockers`, or nothing for none.
    static String counted(int number, String one, String several) {
        return number == 0 ? "" : Verdict.count(number, one, several);
    }

    /// What is not empty, with dots between.
    static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    /// A constant as a word of the style sheet and of anchors.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static String capitalised(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
