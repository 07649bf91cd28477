package org.fram.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A text with expressions in braces: `{o.id} names nobody.` Two braces `{{` stand for one.
record Sentence(List<Object> parts) {

    Sentence {
        parts = List.copyOf(parts);
    }

    /// Reads a text; null where an expression in it cannot be used.
    static @Nullable Sentence read(Written written, Language language, Mistakes mistakes) {
        var parts = new ArrayList<Object>();
        var text = written.text().strip();
        var plain = new StringBuilder();
        int from = 0;
        boolean usable = true;
        while (from < text.length()) {
            char letter = text.charAt(from);
            if (text.startsWith("{{", from) || text.startsWith("}}", from)) {
                plain.append(letter);
                from += 2;
            } else if (letter == '{') {
                int to = end(text, from + 1);
                if (to < 0) {
                    mistakes.add(written.at(1, from), "The brace “{” is not closed.");
                    return null;
                }
                parts.add(plain.toString());
                plain.setLength(0);
                var inside = new Written(text.substring(from + 1, to), written.at(1, from + 1), written.exact());
                var expression = language.read(inside, null, mistakes);
                if (expression == null) {
                    usable = false;
                } else {
                    parts.add(expression);
                }
                from = to + 1;
            } else {
                plain.append(letter);
                from++;
            }
        }
        parts.add(plain.toString());
        return usable ? new Sentence(parts) : null;
    }

    /// The position of the closing brace; braces within quotes do not count.
    private static int end(String text, int from) {
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == '\'' || letter == '"') {
                quote = letter;
            } else if (letter == '}') {
                return i;
            }
        }
        return -1;
    }

    /// The text with the values of its expressions.
    ///
    /// @param frames makes a frame for an expression
    String of(java.util.function.Function<Expression, Frame> frames) {
        var text = new StringBuilder();
        for (var part : parts) {
            if (part instanceof Expression expression) {
                text.append(Words.of(expression.code().value(frames.apply(expression))));
            } else {
                text.append(part);
            }
        }
        return text.toString();
    }

    TreeSet<String> reads() {
        var reads = new TreeSet<String>();
        parts.forEach(part -> {
            if (part instanceof Expression expression) {
                reads.addAll(expression.reads());
            }
        });
        return reads;
    }
}
