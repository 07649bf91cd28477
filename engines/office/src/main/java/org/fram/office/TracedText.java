package org.fram.office;

import java.util.Arrays;

/// Text that knows for each character from which element of the document's part it came, and from where in
/// it.
final class TracedText {

    /// Where a character stands: an element by its count in the part, and an index in the element's text.
    record Point(int element, int index) {}

    private final StringBuilder text = new StringBuilder();
    private int[] elements = new int[64];
    private int[] indexes = new int[64];

    int length() {
        return text.length();
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /// Where a character came from; the element is 0 for one that no element holds.
    Point point(int at) {
        return new Point(elements[at], indexes[at]);
    }

    void append(char c, int element, int index) {
        int at = text.length();
        if (at == elements.length) {
            elements = Arrays.copyOf(elements, at * 2);
            indexes = Arrays.copyOf(indexes, at * 2);
        }
        text.append(c);
        elements[at] = element;
        indexes[at] = index;
    }

    void append(String piece, int element) {
        for (int i = 0; i < piece.length(); i++) {
            append(piece.charAt(i), element, i);
        }
    }

    void append(TracedText other) {
        for (int i = 0; i < other.length(); i++) {
            append(other.text.charAt(i), other.elements[i], other.indexes[i]);
        }
    }

    TracedText from(int begin) {
        TracedText part = new TracedText();
        for (int i = begin; i < length(); i++) {
            part.append(text.charAt(i), elements[i], indexes[i]);
        }
        return part;
    }

    /// With single spaces, none at the ends of lines, and no empty lines.
    TracedText normalised() {
        TracedText clean = new TracedText();
        int gap = -1;
        boolean lineBreak = false;
        for (int i = 0; i < length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                if (gap < 0 || (c == '\n' && !lineBreak)) {
                    gap = i;
                }
                lineBreak |= c == '\n';
                continue;
            }
            if (gap >= 0 && clean.length() > 0) {
                clean.append(lineBreak ? '\n' : ' ', elements[gap], indexes[gap]);
            }
            gap = -1;
            lineBreak = false;
            clean.append(c, elements[i], indexes[i]);
        }
        return clean;
    }

    /// White space of any kind, non-breaking included.
    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
