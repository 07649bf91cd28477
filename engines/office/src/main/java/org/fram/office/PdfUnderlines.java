package org.fram.office;

import java.util.ArrayList;
import java.util.List;

/// Tells the lines that underline words from those that are drawn around cells.
final class PdfUnderlines {

    private PdfUnderlines() {}

    /// The horizontal lines that underline nothing.
    static List<PdfBox> without(List<PdfBox> horizontals, List<PdfRow> rows) {
        List<PdfBox> kept = new ArrayList<>();
        for (PdfBox line : horizontals) {
            if (rows.stream().noneMatch(row -> underlines(line, row))) {
                kept.add(line);
            }
        }
        return kept;
    }

    /// The rows with the words marked that are underlined.
    static List<PdfRow> mark(List<PdfRow> rows, List<PdfBox> horizontals) {
        List<PdfRow> marked = new ArrayList<>();
        for (PdfRow row : rows) {
            List<PdfBox> lines = new ArrayList<>();
            for (PdfBox line : horizontals) {
                if (Math.abs(line.middleY() - row.baseline()) < 12 && underlines(line, row)) {
                    lines.add(line);
                }
            }
            if (lines.isEmpty()) {
                marked.add(row);
                continue;
            }
            List<PdfWord> words = new ArrayList<>();
            for (PdfWord word : row.words()) {
                boolean under =
                        lines.stream().anyMatch(line -> line.left() < word.middleX() && line.right() > word.middleX());
                words.add(under ? word.withUnderline() : word);
            }
            marked.add(new PdfRow(row.baseline(), words));
        }
        return marked;
    }

    private static boolean underlines(PdfBox line, PdfRow row) {
        float left = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        for (PdfWord word : row.words()) {
            float below = line.middleY() - word.baseline();
            boolean under = below > -0.45f * word.size() && below < 0.28f * word.size();
            if (under && word.right() > line.left() - 1 && word.left() < line.right() + 1) {
                left = Math.min(left, word.left());
                right = Math.max(right, word.right());
            }
        }
        return left <= line.left() + 2.5f && right >= line.right() - 2.5f;
    }
}
