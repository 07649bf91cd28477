package org.fram.office;

/// A word as it stands on a page.
///
/// @param page from 1
/// @param baseline of its line; a raised word keeps the baseline of the line that it belongs to
/// @param size font size in points
/// @param raised a superscript
/// @param underlined whether a line is drawn under it
/// @param glued no space before it: it follows the word before (a raised mark behind its word)
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
        boolean glued) {

    PdfWord withUnderline() {
        return new PdfWord(text, page, left, right, baseline, size, space, bold, italic, true, raised, glued);
    }

    /// The same word, wherever it ends, with another text.
    PdfWord reading(String other) {
        return new PdfWord(other, page, left, right, baseline, size, space, bold, italic, underlined, raised, glued);
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
