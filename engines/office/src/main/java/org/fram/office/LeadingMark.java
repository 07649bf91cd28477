package org.fram.office;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A number, letter or bullet that an author typed at the beginning of a line or paragraph.
///
/// @param marker as printed, a number of several levels without its final full stop
/// @param end where the text behind it begins
record LeadingMark(Kind kind, String marker, int end) {

    /// What a mark says of the text behind it.
    enum Kind {
        /// A number of several levels: "4.1.5.2", "B.1". The text is a clause or a heading.
        CLAUSE,
        /// One number or letter: "1.", "(a)", "iv)". The text is an item of a list, or a heading.
        ITEM,
        /// "•", "-", "o". The text is an item of a list.
        BULLET
    }

    private static final Pattern CLAUSE = Pattern.compile(
            "(?:§\\s?)?((?:[A-Z]{1,2}[.\\-])?\\d{1,3}(?:\\s?\\.\\s?\\d{1,3})+|[A-Z]\\.\\d{1,3})(?:(?:\\.|\\)|:)?(?:\\s+|$)|\\.(?=\\p{Lu}\\p{Ll}))"
                    + "(?=[^a-z%]|$|[a-z][.)])");
    private static final Pattern LONG_CLAUSE =
            Pattern.compile("((?:[A-Z]\\.)?\\d{1,3}(?:\\.\\d{1,3}){1,8})\\.?\\s+(?=[a-z])");
    private static final Pattern ITEM = Pattern.compile(
            "(\\((?:\\d{1,3}|[A-Za-z]{1,2}|[ivxlIVXL]{1,6})\\)[.:]?|(?:\\d{1,3}|[a-z]|[ivxl]{1,6}|[IVXL]{1,6})[.)])"
                    + "(?:\\s+(?=\\S)|$)");
    private static final Pattern TIGHT_ITEM =
            Pattern.compile("(\\((?:\\d{1,2}|[a-z]|[ivxl]{1,5})\\)[.:]?|\\d{1,2}\\))(?=[A-Z“\"])");
    private static final Pattern LETTER_ITEM = Pattern.compile("([A-Z][.)])(?:\\s+(?=\\S))");
    private static final Pattern BULLET =
            Pattern.compile("([•▪▫●○◦‣⁃■□◆◇➢➤►▶✓✔❖∙♦\uF0B7\uF0A7\uF0D8\uF0FC])\\s*(?=\\S)|([\\-–—*·o+])\\s+(?=\\S)");

    /// The mark at the beginning of a text, or null.
    static @Nullable LeadingMark of(CharSequence text) {
        LeadingMark mark = match(CLAUSE, Kind.CLAUSE, text);
        if (mark == null) {
            Matcher longClause = LONG_CLAUSE.matcher(text);
            // "2.5 million" and "1.1 percent" are quantities; three levels, or a full stop behind, are a number.
            if (longClause.lookingAt()
                    && (longClause.group(1).chars().filter(c -> c == '.').count() >= 2
                            || text.charAt(longClause.end(1)) == '.')) {
                mark = new LeadingMark(Kind.CLAUSE, longClause.group(1), longClause.end());
            }
        }
        if (mark == null) {
            mark = match(ITEM, Kind.ITEM, text);
        }
        if (mark == null) {
            mark = match(TIGHT_ITEM, Kind.ITEM, text);
        }
        if (mark == null) {
            mark = match(LETTER_ITEM, Kind.ITEM, text);
        }
        if (mark == null) {
            Matcher bullet = BULLET.matcher(text);
            if (bullet.lookingAt()) {
                String sign = bullet.group(1) != null ? bullet.group(1) : bullet.group(2);
                mark = new LeadingMark(Kind.BULLET, sign, bullet.end());
            }
        }
        return mark;
    }

    private static @Nullable LeadingMark match(Pattern pattern, Kind kind, CharSequence text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.lookingAt() ? new LeadingMark(kind, matcher.group(1), matcher.end()) : null;
    }

    /// How many levels a number has: 2 for "4.1" and for "B.1"; a final ".0" is none ("2.0").
    static int levels(String number) {
        String levels = number.replaceAll("[.\\s]0+$", "");
        return levels.isEmpty() ? 1 : (int) levels.chars().filter(c -> c == '.').count() + 1;
    }
}
