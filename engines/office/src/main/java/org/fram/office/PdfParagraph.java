package org.fram.office;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lines that read on from one to the next, as long as they are gathered: a paragraph, an item or a heading.
final class PdfParagraph {

    private final List<PdfLine> lines = new ArrayList<>();
    private final @Nullable PdfMarker marker;
    private final float left;
    private final float columnLeft;
    private final float columnRight;

    PdfParagraph(PdfLine first, @Nullable PdfMarker marker, float columnLeft, float columnRight) {
        lines.add(first);
        this.marker = marker;
        this.left = first.left();
        this.columnLeft = columnLeft;
        this.columnRight = columnRight;
    }

    void add(PdfLine line) {
        lines.add(line);
    }

    List<PdfLine> lines() {
        return lines;
    }

    @Nullable
    PdfMarker marker() {
        return marker;
    }

    /// How far it is set in from its column's edge, in points.
    float indent() {
        return left - columnLeft;
    }

    float columnLeft() {
        return columnLeft;
    }

    float columnRight() {
        return columnRight;
    }

    float left() {
        return left;
    }

    PdfLine first() {
        return lines.getFirst();
    }

    PdfLine last() {
        return lines.getLast();
    }

    boolean bold() {
        return lines.stream().allMatch(PdfLine::bold);
    }

    /// Whether all of it is underlined, the first words of its first line left aside.
    boolean underlined(int aside) {
        for (int i = 0; i < lines.size(); i++) {
            List<PdfWord> words = lines.get(i).words();
            for (PdfWord word : words.subList(i == 0 ? aside : 0, words.size())) {
                if (!word.underlined()) {
                    return false;
                }
            }
        }
        return true;
    }

    float size() {
        return lines.getFirst().size();
    }
}
