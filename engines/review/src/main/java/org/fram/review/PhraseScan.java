package org.fram.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Many phrases, found in a text from left to right; where several begin at the same place, the longest.
///
/// A blank in a phrase matches blanks and hyphens, a star the rest of a word. Only the phrases that begin with the
/// letters at hand are tried at each place, so that a text is scanned in a time that hardly grows with their number.
final class PhraseScan {

    private static final int LETTERS = 3;

    private final Map<String, List<Entry>> byFirstLetters = new HashMap<>();

    /// A phrase.
    ///
    /// @param order what has a smaller one is tried first
    private record Entry(int order, String id, Pattern pattern) {}

    private record Phrase(String id, String words) {}

    /// A place where a text names something.
    record Mention(String id, int start, int end) {}

    /// @param named what is looked for, with the phrases that name it
    PhraseScan(Map<String, List<String>> named) {
        var all = named.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(words -> new Phrase(entry.getKey(), words)))
                .sorted(Comparator.comparingInt(
                                (Phrase phrase) -> phrase.words().length())
                        .reversed()
                        .thenComparing(Phrase::words))
                .toList();
        for (int order = 0; order < all.size(); order++) {
            var phrase = all.get(order);
            var pattern = Pattern.compile(regex(phrase.words()) + "(?!\\w)", Pattern.CASE_INSENSITIVE);
            byFirstLetters
                    .computeIfAbsent(firstLetters(phrase.words()), _ -> new ArrayList<>())
                    .add(new Entry(order, phrase.id(), pattern));
        }
    }

    /// The mentions of a text, in its order, none overlapping another.
    List<Mention> in(String text) {
        var found = new ArrayList<Mention>();
        var letters = withoutCapitals(text);
        int at = 0;
        while (at < text.length()) {
            var mention = at > 0 && joins(text.charAt(at - 1)) ? null : at(text, letters, at);
            if (mention == null) {
                at++;
            } else {
                found.add(mention);
                at = Math.max(mention.end(), at + 1);
            }
        }
        return found;
    }

    private @Nullable Mention at(String text, String letters, int start) {
        Mention first = null;
        int order = Integer.MAX_VALUE;
        for (int length = 1; length <= LETTERS && start + length <= letters.length(); length++) {
            for (var entry : byFirstLetters.getOrDefault(letters.substring(start, start + length), List.of())) {
                if (entry.order > order) {
                    break;
                }
                var matcher = entry.pattern.matcher(text).region(start, text.length());
                if (matcher.lookingAt()) {
                    first = new Mention(entry.id, start, matcher.end());
                    order = entry.order;
                    break;
                }
            }
        }
        return first;
    }

    /// The text with the English letters in lower case, as long as it was.
    private static String withoutCapitals(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            if (letters[i] >= 'A' && letters[i] <= 'Z') {
                letters[i] = Character.toLowerCase(letters[i]);
            }
        }
        return new String(letters);
    }

    private static boolean joins(char before) {
        return before == '-'
                || before == '_'
                || (before >= 'a' && before <= 'z')
                || (before >= 'A' && before <= 'Z')
                || (before >= '0' && before <= '9');
    }

    private static String firstLetters(String phrase) {
        int end = 0;
        while (end < LETTERS && end < phrase.length() && Character.isLetterOrDigit(phrase.charAt(end))) {
            end++;
        }
        if (end == 0) {
            throw new IllegalArgumentException("The phrase \"%s\" does not begin with a letter.".formatted(phrase));
        }
        return phrase.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /// A pattern for any of the phrases as words of their own, the longest first.
    static Pattern anyOf(List<String> phrases) {
        return Pattern.compile(phrases.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(PhraseScan::regex)
                .collect(Collectors.joining("|", "(?i)(?<!\\w)(?:", ")(?!\\w)")));
    }

    private static String regex(String phrase) {
        return java.util.Arrays.stream(phrase.split(" "))
                .map(word -> word.replace("*", "\\w*"))
                .collect(Collectors.joining("[\\s‑-]+"));
    }
}
