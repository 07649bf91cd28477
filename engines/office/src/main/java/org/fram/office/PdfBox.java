package org.fram.office;

/// A rectangle on a page: points from the page's top left, y downwards. A ruling line is a thin one.
record PdfBox(float left, float top, float right, float bottom) {

    float width() {
        return right - left;
    }

    float height() {
        return bottom - top;
    }

    float middleX() {
        return (left + right) / 2;
    }

    float middleY() {
        return (top + bottom) / 2;
    }

    boolean holds(float x, float y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    PdfBox with(PdfBox other) {
        return new PdfBox(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }
}
