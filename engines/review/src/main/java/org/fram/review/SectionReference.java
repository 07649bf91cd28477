package org.fram.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The number of a section of the same document in a text that refers to it: the `4.2` of “see Section 4.2 (a)”.
///
/// A reference into another document (“Section 12 of the MSA”) is none.
///
/// @param start of the number in the text, in characters
/// @param end behind the number
/// @param number as written, without a final full stop
public record SectionReference(int start, int end, String number) {

    private static final Pattern SECTION = Pattern.compile(
            "(?<![\\w.])(?:[Ss]ections?|SECTION|[Cc]lauses?|[Aa]rticles?|[Pp]aragraphs?|[Ss]ub-?[Ss]ections?|§)\\s*(\\d{1,2}(?:\\.\\d{1,2}){0,5})(?![\\d\\w]|\\.\\d|-\\d)((?:\\s?\\([a-z0-9]{1,3}\\))*)((?:,\\s(?:and\\s)?|\\s(?:and|or|to|through)\\s)\\d{1,2}(?:\\.\\d{1,2}){0,5}(?![\\d\\w%]|\\.\\d|,\\d))*");
    private static final Pattern NUMBER = Pattern.compile("\\([^)]*\\)|(\\d{1,2}(?:\\.\\d{1,2}){0,5})");
    private static final Pattern NAMED = Pattern.compile(
            "(?<=\\s)(?!(?:See|The|In|Per|Under|And|Of|To|For|Both|Refer|With|By|As|At|On|From)\\s)\\p{Lu}\\p{L}+\\s$");
    private static final Pattern OF_ANOTHER = Pattern.compile(
            "(?is)^\\W{0,3}(?:\\([^)]*\\)\\s*)?(?:of|to|in|from|under|within)\\s+(?!this\\b|the (?:sow|statement of work|pws|work statement|document)\\b)");
    private static final Pattern OF_NONE = Pattern.compile(
            "(?is)^\\W{0,3}(?:in|to|from|under|within)\\s+(?:writing|full|detail|time|accordance|order|be|[a-z]+(?:ed|ing)\\b)");
    private static final Pattern BEFORE_NAME = Pattern.compile("(?is)^,\\s+(?:of\\s+)?(?:the\\s+)?\\p{Lu}");
    private static final Pattern LETTERED = Pattern.compile("(?:[Ss]ection \\p{Lu}\\W*|\\p{Ll} \\p{Lu}\\p{Ll}+)$");
    private static final Pattern LISTED =
            Pattern.compile("(?:\\bD\\d+,|\\d+\\.\\d+-\\d+|\\d+ (?:CFR|U\\.?S\\.?C\\.?)|’s|'s)\\W*$");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}.]+");
    private static final Pattern STOPS = Pattern.compile("^\\.|\\.$");
    private static final Set<String> ELSEWHERE = Terms.list("elsewhere");
    private static final int NEAR = 60;

    /// Those of a text, in its order.
    public static List<SectionReference> in(String text) {
        if (!Hints.any(text, "ection", "ECTION", "lause", "rticle", "aragraph", "§")) {
            return List.of();
        }
        var references = new ArrayList<SectionReference>();
        for (Matcher section = SECTION.matcher(text); section.find(); ) {
            if (elsewhere(text, section)) {
                continue;
            }
            Matcher number = NUMBER.matcher(text).region(section.start(1), section.end());
            while (number.find()) {
                if (number.group(1) != null) {
                    references.add(new SectionReference(number.start(), number.end(), number.group(1)));
                }
            }
        }
        return references;
    }

    /// Whether a reference goes into another document, by the words around it.
    static boolean elsewhere(String text, Matcher reference) {
        var after = text.substring(reference.end());
        var before = text.substring(0, reference.start());
        if (OF_ANOTHER.matcher(after).find()) {
            return !OF_NONE.matcher(after).find();
        }
        if (BEFORE_NAME.matcher(after).find() && namesElsewhere(after.substring(0, Math.min(NEAR, after.length())))) {
            return true;
        }
        var words = before.strip().split("\\s+");
        var near = String.join(
                " ", Stream.of(words).skip(Math.max(0, words.length - 4)).toList());
        return namesElsewhere(near)
                || NAMED.matcher(before).find()
                || LETTERED.matcher(near).find()
                || LISTED.matcher(near).find();
    }

    private static boolean namesElsewhere(String text) {
        return Stream.of(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
                .map(word -> STOPS.matcher(word).replaceAll(""))
                .anyMatch(ELSEWHERE::contains);
    }
}
