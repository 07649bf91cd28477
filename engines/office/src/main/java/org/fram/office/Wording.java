package org.fram.office;

import java.util.regex.Pattern;

/// What the words of a line say of its part in a document, whatever the document's format.
final class Wording {

    private static final int HEADING_WORDS = 12;
    private static final int HEADING_LENGTH = 110;
    private static final Pattern FINITE_VERB = Pattern.compile(
            "\\b(?:will|shall|must|should|may|can|agrees?|is|are|was|were|has|have|does|do)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OPEN_END = Pattern.compile(
            "(?<![\\p{L}-])(?:and|or|of|the|to|for|in|on|by|with|from|at|as|than|that|which|a|an|per|all|its|their|this"
                    + "|these|The|AND|OR|OF|THE|TO|FOR|IN|ON|BY|WITH|FROM|AT)$");
    private static final Pattern CAPTION =
            Pattern.compile("(?:table|figure|chart|diagram)\\s+[A-Z]?[-.\\d]*\\d\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIVISION = Pattern.compile(
            "(?:part|section|article|chapter|appendix|annex|schedule|exhibit|attachment|addendum|enclosure|phase)\\s+"
                    + "(?:[IVXLC]{1,6}|[A-Z]|\\d{1,2}(?:\\.\\d{1,2})*|[A-Z]-?\\d{1,2})\\b(?:\\s*[-–—:.]\\s*.*|\\s*\\(.*|"
                    + "\\s+[A-Z].*|)",
            Pattern.CASE_INSENSITIVE);

    private Wording() {}

    /// Whether a line could be a heading by its words: short, no sentence, no lead-in of a list.
    static boolean title(String text) {
        return shortLine(text)
                && !text.isEmpty()
                && !Character.isLowerCase(text.charAt(0))
                && ".;,!?".indexOf(text.charAt(text.length() - 1)) < 0
                && !caption(text)
                && !FINITE_VERB.matcher(text).find();
    }

    /// Whether a line is short enough for a heading and holds letters.
    static boolean shortLine(String text) {
        return text.length() <= HEADING_LENGTH
                && words(text) <= HEADING_WORDS
                && text.chars().filter(Character::isLetter).count() >= 2;
    }

    /// Whether a text that stands in the style of a heading is prose all the same: clauses are often set that
    /// way.
    static boolean prose(String text) {
        int words = words(text);
        char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        boolean sentence = words > 5
                && ".;".indexOf(last) >= 0
                && FINITE_VERB.matcher(text).find();
        return words > 25 || sentence || (words > 12 && ".;:,".indexOf(last) >= 0);
    }

    /// Whether the line names a part of the document: "SECTION B", "Annex 2: Sites".
    static boolean division(String text) {
        return shortLine(text) && DIVISION.matcher(text).matches() && title(text);
    }

    /// Whether the line is the caption of a table or figure.
    static boolean caption(String text) {
        return CAPTION.matcher(text).matches();
    }

    /// Whether a text says something of somebody: a sentence, or the beginning of one.
    static boolean verbal(CharSequence text) {
        return FINITE_VERB.matcher(text).find();
    }

    /// Whether a text ends where no line is ended on purpose: behind an article, a preposition, a conjunction.
    static boolean openEnd(CharSequence text) {
        return OPEN_END.matcher(text).find();
    }

    /// How many words a text has.
    static int words(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean space = TracedText.isSpace(text.charAt(i));
            if (!space && !inside) {
                words++;
            }
            inside = !space;
        }
        return words;
    }
}
