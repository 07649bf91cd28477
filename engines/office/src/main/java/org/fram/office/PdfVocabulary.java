package org.fram.office;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The words of a document, to decide what a hyphen at a line's end means.
final class PdfVocabulary {

    /// First parts that keep their hyphen before another word.
    private static final Set<String> COMBINING = combining();

    private final Map<String, Integer> counts = new HashMap<>();
    private int broken;

    private static Set<String> combining() {
        try (InputStream in = PdfVocabulary.class.getResourceAsStream("/fram/library/office/hyphen-heads.txt")) {
            if (in == null) {
                throw new IllegalStateException(
                        "library/office/hyphen-heads.txt is missing from the module's resources.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Notes the words of consecutive lines.
    void add(List<PdfLine> lines) {
        for (PdfLine line : lines) {
            for (PdfWord word : line.words()) {
                String plain = plain(word.text());
                counts.merge(plain, 1, Integer::sum);
                for (String part : plain.split("-")) {
                    if (!part.equals(plain) && part.length() > 1) {
                        counts.merge(part, 1, Integer::sum);
                    }
                }
            }
        }
    }

    /// Notes a pair of line ends that may be one word; called for all before the first question.
    void addBreak(String before, String after) {
        if (before.endsWith("-") && counts.containsKey(plain(head(before) + after))) {
            broken++;
        }
    }

    private static String head(String text) {
        return text.substring(0, text.length() - 1);
    }

    /// The lines' words with single spaces; words broken at a line's end put together.
    ///
    /// @param raised the raised marks that are references, which are left out
    String text(List<PdfLine> lines, Set<PdfWord> raised) {
        List<PdfWord> words = new ArrayList<>();
        List<Boolean> starts = new ArrayList<>();
        for (PdfLine line : lines) {
            boolean first = true;
            for (PdfWord word : line.words()) {
                if (!raised.contains(word)) {
                    words.add(word);
                    starts.add(first);
                    first = false;
                }
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).text();
            if (text.isEmpty() || words.get(i).glued() && !starts.get(i)) {
                text.append(word);
            } else if (starts.get(i)) {
                append(text, words.get(i - 1).text(), word);
            } else {
                text.append(' ').append(word);
            }
        }
        return text.toString().replace("\u00AD", "").strip();
    }

    private void append(StringBuilder text, String before, String after) {
        if (before.endsWith("\u00AD")) {
            text.append(after);
        } else if (before.length() > 1
                && (before.endsWith("-") || before.endsWith("/"))
                && Character.isLetterOrDigit(before.charAt(before.length() - 2))
                && Character.isLetterOrDigit(after.charAt(0))) {
            if (before.endsWith("-") && !real(before, after)) {
                text.setLength(text.length() - 1);
            }
            text.append(after);
        } else {
            text.append(' ').append(after);
        }
    }

    /// Whether the hyphen at the end belongs to the word.
    private boolean real(String before, String after) {
        String head = plain(head(before));
        String tail = plain(after);
        if (!Character.isLowerCase(after.charAt(0)) || head.isEmpty() || tail.isEmpty()) {
            return true;
        }
        if (head.contains("-") || Character.isDigit(head.charAt(head.length() - 1))) {
            return true;
        }
        int hyphened = counts.getOrDefault(head + "-" + tail, 0);
        int whole = counts.getOrDefault(head + tail, 0);
        if (hyphened != whole) {
            return hyphened > whole;
        }
        if (COMBINING.contains(head)) {
            return true;
        }
        boolean bothWords = head.length() > 2
                && tail.length() > 2
                && counts.getOrDefault(head, 0) > 0
                && counts.getOrDefault(tail, 0) > 0;
        return bothWords && broken < 3;
    }

    /// Whether the text is a word of the document.
    boolean knows(String text) {
        return counts.containsKey(plain(text));
    }

    private static String plain(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && !Character.isLetterOrDigit(text.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to).toLowerCase(Locale.ROOT);
    }
}
