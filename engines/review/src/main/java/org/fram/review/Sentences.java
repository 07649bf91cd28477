package org.fram.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Cutting a paragraph into sentences, surviving abbreviations, numbering, times of day and initials.
final class Sentences {

    private static final Set<String> ABBREVIATIONS = WordLists.of("abbreviations");
    private static final Set<String> AFTER_TIMES = WordLists.of("afterTimes");
    private static final Pattern END = Pattern.compile("[.!?]+[)\\]\"'”’»]*(?=\\s)");
    private static final Pattern STARTS_SENTENCE = Pattern.compile("[\\p{Lu}\\p{N}\"'“‘«(\\[•*$£€]");
    private static final Pattern TIME = Pattern.compile("(?i)[ap]\\.m");
    private static final Pattern INITIAL = Pattern.compile("\\p{Lu}(\\.\\p{Lu})*");
    private static final Pattern NUMBERING =
            Pattern.compile("(?i)(\\(?[ivxlc]{1,4}|\\(?[a-z]|\\(?\\d{1,3}(\\.\\d{1,3})*)\\)?");

    private Sentences() {}

    /// The sentences of a text in their order; joined with a space they are the text again, white space normalised.
    static List<String> of(String text) {
        var normal = text.strip().replaceAll("[\\s\\u00a0]+", " ");
        var sentences = new ArrayList<String>();
        int start = 0;
        var end = END.matcher(normal);
        while (end.find()) {
            if (isBoundary(normal, start, end.start(), end.end())) {
                sentences.add(normal.substring(start, end.end()).strip());
                start = end.end() + 1;
            }
        }
        if (start < normal.length()) {
            sentences.add(normal.substring(start).strip());
        }
        return sentences;
    }

    private static boolean isBoundary(String text, int sentenceStart, int stop, int after) {
        int next = after + 1;
        if (next >= text.length()) {
            return false;
        }
        if (!STARTS_SENTENCE.matcher(text.substring(next, next + 1)).matches()) {
            return false;
        }
        if (text.charAt(stop) != '.') {
            return true;
        }
        var before = text.substring(sentenceStart, stop);
        var word = before.substring(before.lastIndexOf(' ') + 1).replaceAll("^[(\\[\"“‘']+", "");
        var lower = word.toLowerCase(Locale.ROOT);
        var nextWord = text.substring(next).split("[ ,;.]", 2)[0].toLowerCase(Locale.ROOT);
        if (TIME.matcher(word).matches()) {
            return !AFTER_TIMES.contains(nextWord) && !nextWord.matches("\\(?[a-z]{2,4}\\)|\\d.*|[-–]");
        }
        if (before.length() == word.length() && NUMBERING.matcher(word).matches()) {
            return false;
        }
        if (INITIAL.matcher(word).matches() && word.length() == 1) {
            return false;
        }
        return !ABBREVIATIONS.contains(lower) || (lower.equals("no") && !Character.isDigit(text.charAt(next)));
    }
}
