package org.fram.review;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sequence of words to look for, as the word lists of `library/` write them.
///
/// A word is found in any inflection; `a|b` is either word, and `a_b|c` either two words or one; `pre*` any word that
/// begins so; `=word` exactly this form; `#` a number in digits or words; `%` also finds "percent"; `..` lets up to
/// six words stand in between.
///
/// @param parts what is looked for, in order; at least one
record Phrase(List<Part> parts) {

    static final int LONGEST_GAP = 6;

    /// A position of the phrase.
    ///
    /// @param alternatives any of which may stand there
    /// @param gapBefore whether other words may stand before it
    record Part(List<Form> alternatives, boolean gapBefore) {}

    /// A single word to look for.
    sealed interface Form {
        record Stem(String stem) implements Form {}

        record Exact(String form) implements Form {}

        record Prefix(String prefix) implements Form {}

        record AnyNumber() implements Form {}

        record Percent() implements Form {}

        default boolean matches(Words words, int position) {
            return switch (this) {
                case Stem(var stem) -> words.stems().get(position).equals(stem);
                case Exact(var form) -> words.forms().get(position).equals(form);
                case Prefix(var prefix) -> words.forms().get(position).startsWith(prefix);
                case AnyNumber() -> words.isNumber(position);
                case Percent() -> words.forms().get(position).equals("%");
            };
        }
    }

    /// Reads a phrase. One with alternatives of several words stands for several phrases.
    ///
    /// @throws IllegalArgumentException if nothing is left to look for
    static List<Phrase> parse(String text) {
        var phrases = new ArrayList<List<Part>>();
        phrases.add(List.of());
        boolean gap = false;
        for (String position : text.strip().split("\\s+")) {
            if (position.equals("..")) {
                gap = true;
                continue;
            }
            var choices = choices(position, gap);
            if (choices.isEmpty()) {
                continue;
            }
            var longer = new ArrayList<List<Part>>();
            for (var phrase : phrases) {
                for (var choice : choices) {
                    var parts = new ArrayList<>(phrase);
                    parts.addAll(choice);
                    longer.add(List.copyOf(parts));
                }
            }
            phrases = longer;
            gap = false;
        }
        if (phrases.getFirst().isEmpty()) {
            throw new IllegalArgumentException("The phrase \"%s\" has no word to look for.".formatted(text));
        }
        return phrases.stream().map(Phrase::new).toList();
    }

    private static List<List<Part>> choices(String position, boolean gap) {
        var choices = new ArrayList<List<Part>>();
        var single = new ArrayList<Form>();
        for (String alternative : position.split("\\|")) {
            if (alternative.contains("_")) {
                var parts = new ArrayList<Part>();
                for (String word : alternative.split("_")) {
                    parts.add(new Part(List.of(form(word)), gap && parts.isEmpty()));
                }
                choices.add(parts);
            } else if (!alternative.isBlank()) {
                single.add(form(alternative));
            }
        }
        if (!single.isEmpty()) {
            choices.addFirst(List.of(new Part(List.copyOf(single), gap)));
        }
        return choices;
    }

    private static Form form(String text) {
        if (text.equals("#")) {
            return new Form.AnyNumber();
        }
        if (text.equals("%")) {
            return new Form.Percent();
        }
        if (text.endsWith("*")) {
            return new Form.Prefix(text.substring(0, text.length() - 1));
        }
        if (text.startsWith("=")) {
            return new Form.Exact(text.substring(1));
        }
        var words = Words.of(text);
        if (words.size() != 1) {
            throw new IllegalArgumentException("\"%s\" is not one word; join several with _.".formatted(text));
        }
        return new Form.Stem(words.stems().getFirst());
    }

    /// Where the phrase stands when its first word is at the given position: the positions of its words, or null.
    @Nullable
    BitSet at(Words words, int start) {
        var positions = new BitSet();
        return matches(words, start, 0, positions) ? positions : null;
    }

    private boolean matches(Words words, int position, int part, BitSet positions) {
        if (position >= words.size()
                || !parts.get(part).alternatives().stream().anyMatch(form -> form.matches(words, position))) {
            return false;
        }
        if (part + 1 == parts.size()) {
            positions.set(position);
            return true;
        }
        int furthest = parts.get(part + 1).gapBefore() ? LONGEST_GAP : 0;
        for (int skipped = 0; skipped <= furthest; skipped++) {
            if (matches(words, position + 1 + skipped, part + 1, positions)) {
                positions.set(position);
                return true;
            }
        }
        return false;
    }
}
