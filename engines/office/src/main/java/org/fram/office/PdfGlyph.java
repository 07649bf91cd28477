package org.fram.office;

/// A character as a page draws it, in the frame of the page as it is read: points from the top left, y downwards.
///
/// @param text one character or more (a ligature is spelled out)
/// @param x left edge
/// @param y baseline
/// @param width advance, 0 or more
/// @param size effective font size
/// @param space width of the font's space
record PdfGlyph(String text, float x, float y, float width, float size, float space, boolean bold, boolean italic) {

    float right() {
        return x + width;
    }

    boolean blank() {
        return text.isBlank();
    }

    PdfGlyph bolder() {
        return new PdfGlyph(text, x, y, width, size, space, true, italic);
    }
}
