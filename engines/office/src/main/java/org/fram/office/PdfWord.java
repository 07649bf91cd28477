package org.fram.office;

/// A word as it stands on a page.
///
/// @param page from 1
/// @param baseline of its line; a raised word keeps the baseline of the line that it belongs to
/// @param size font size in points
/// @param raised a superscript
/// @param underlined whether a line is drawn under it
/// @param lead what is before it on its row
/// @param space width of a space in its font
record PdfWord(
        String text,
        int page,
        float left,
        float right,
        float baseline,
        float size,
        float space,
        boolean bold,
        boolean italic,
        boolean underlined,
        boolean raised,
        Lead lead) {

    /// What is between a word and the one before it on its row.
    enum Lead {
        /// Nothing: it goes on with the word before, as a raised mark does.
        NOTHING,
        /// A space, or white where the page draws no spaces at all.
        SPACE,
        /// White without a space, on a row that has spaces: it was put there.
        WHITE
    }

    boolean glued() {
        return lead == Lead.NOTHING;
    }

    PdfWord withUnderline() {
        return new PdfWord(text, page, left, right, baseline, size, space, bold, italic, true, raised, lead);
    }

    /// The same word, wherever it ends, with another text.
    PdfWord reading(String other) {
        return new PdfWord(other, page, left, right, baseline, size, space, bold, italic, underlined, raised, lead);
    }

    float top() {
        return baseline - 0.8f * size;
    }

    float bottom() {
        return baseline + 0.25f * size;
    }

    float middleX() {
        return (left + right) / 2;
    }

    float middleY() {
        return (top() + bottom()) / 2;
    }

    PdfBox box() {
        return new PdfBox(left, top(), right, bottom());
    }
}
