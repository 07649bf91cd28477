package org.fram.office;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a line begins with: the bullet or count of a list item, or the number of a clause or heading.
///
/// @param kind of it
/// @param text as printed
/// @param words how many words of the line it takes
/// @param rest what remains of its last word where no space follows it ("•Item"), else empty
record PdfMarker(Kind kind, String text, int words, String rest) {

    enum Kind {
        /// A bullet.
        BULLET,
        /// "1.", "(a)", "iv)".
        COUNT,
        /// "3.1", "C.2.4".
        NUMBER,
        /// "Section 4", "Annex B".
        LABEL
    }

    private static final String SURE_BULLETS = "•◦▪▫■□●○‣⁃∙➢✓☑❖◆►▶✔»\uF0B7→";

    private static final Pattern BULLET = Pattern.compile("[" + SURE_BULLETS + "·–—\\-*o§]|--");
    private static final Pattern COUNT = Pattern.compile("\\(?(\\d{1,3}|[a-z]{1,2}|[ivxlc]{1,6}|[A-Z]|[IVXLC]{1,6})[.)]"
            + "|(\\((\\d{1,3}|[a-z]{1,4}|[A-Z]{1,2})\\)){2,3}");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,3}|[A-Z]{1,2}-?\\d{0,3})(\\.(\\d{1,3}|[a-z]))+[.:]?");
    private static final Pattern LABEL = Pattern.compile(
            "(?i:section|article|part|annex|annexe|appendix|schedule|exhibit|attachment|chapter|phase)");
    private static final Pattern LABELLED = Pattern.compile("([A-Z]|\\d{1,3}|[IVXLC]{1,6})((\\.\\d{1,3})*)[.:–—-]?");

    static @Nullable PdfMarker of(PdfLine line) {
        if (line.words().size() < 2) {
            return glued(line);
        }
        PdfWord first = line.words().getFirst();
        String text = first.text();
        if (BULLET.matcher(text).matches()) {
            return new PdfMarker(Kind.BULLET, text, 1, "");
        }
        if (COUNT.matcher(text).matches()) {
            return new PdfMarker(Kind.COUNT, text, 1, "");
        }
        if (NUMBER.matcher(text).matches()) {
            return new PdfMarker(Kind.NUMBER, text, 1, "");
        }
        if (LABEL.matcher(text).matches()) {
            Matcher label = LABELLED.matcher(line.words().get(1).text());
            boolean capital = Character.isUpperCase(text.charAt(0));
            if (capital && label.matches()) {
                return new PdfMarker(
                        Kind.LABEL, text + " " + line.words().get(1).text(), 2, "");
            }
        }
        return glued(line);
    }

    static @Nullable PdfMarker bullet(PdfLine line) {
        PdfMarker marker = of(line);
        return marker != null && marker.kind() == Kind.BULLET ? marker : null;
    }

    /// Whether a piece of a line is nothing but a marker.
    static boolean alone(PdfLine piece) {
        String text = piece.text();
        return BULLET.matcher(text).matches()
                || COUNT.matcher(text).matches()
                || NUMBER.matcher(text).matches();
    }

    private static @Nullable PdfMarker glued(PdfLine line) {
        String text = line.words().getFirst().text();
        if (text.length() > 1 && SURE_BULLETS.indexOf(text.charAt(0)) >= 0) {
            return new PdfMarker(Kind.BULLET, text.substring(0, 1), 1, text.substring(1));
        }
        return null;
    }

    /// What kind of sign it is: items of one list share it ("(a)" and "(b)", "1." and "2.").
    ///
    /// @param open the last markers of the lists that may go on
    String series(List<PdfMarker> open) {
        if (kind != Kind.COUNT) {
            return text;
        }
        String bare = bare();
        String frame = text.replace(bare, "_");
        if (bare.chars().allMatch(Character::isDigit)) {
            return frame + "1";
        }
        boolean roman = bare.length() == 1
                ? "ivxIVX".contains(bare)
                : bare.toLowerCase(Locale.ROOT).matches("[ivxlc]+");
        for (PdfMarker other : open) {
            // "(i)" behind "(h)" is a letter.
            String before = other.bare();
            roman &= !(before.length() == 1 && bare.length() == 1 && before.charAt(0) + 1 == bare.charAt(0));
        }
        String letter = roman ? "i" : "a";
        return frame + (Character.isUpperCase(bare.charAt(0)) ? letter.toUpperCase(Locale.ROOT) : letter);
    }

    private String bare() {
        return text.replaceAll("[().]", "");
    }

    /// Where the text behind the marker begins.
    float textLeft(PdfLine line) {
        return words < line.words().size() && rest.isEmpty()
                ? line.words().get(words).left()
                : line.words().getFirst().left() + 0.6f * line.size();
    }

    /// The white between the marker and its text, in font sizes.
    float gap(PdfLine line) {
        if (words >= line.words().size()) {
            return 0;
        }
        return (line.words().get(words).left() - line.words().get(words - 1).right()) / line.size();
    }
}
