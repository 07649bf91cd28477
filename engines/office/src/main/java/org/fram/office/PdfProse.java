package org.fram.office;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Judges whether lines that stand side by side are two columns of text or the columns of a table.
final class PdfProse {

    private static final int FEWEST_LINES = 4;

    private PdfProse() {}

    /// Whether both sides read down on their own.
    ///
    /// @param left the pieces of each row at the left side, from top to bottom; rows without are left out
    /// @param right those at the right side
    static boolean inColumns(List<List<PdfLine>> left, List<List<PdfLine>> right) {
        if (!readsDown(left) || !readsDown(right)) {
            return false;
        }
        List<PdfLine> leftLines = left.stream().map(PdfLine::joined).toList();
        List<PdfLine> rightLines = right.stream().map(PdfLine::joined).toList();
        return overlap(leftLines, rightLines) && !inStep(leftLines, rightLines);
    }

    private static boolean readsDown(List<List<PdfLine>> rows) {
        if (rows.size() < FEWEST_LINES) {
            return false;
        }
        List<PdfBox> strips = strips(rows);
        if (strips.size() == 1) {
            return columnReadsDown(rows.stream().map(PdfLine::joined).toList());
        }
        for (PdfBox strip : strips) {
            List<PdfLine> lines = new ArrayList<>();
            for (List<PdfLine> row : rows) {
                List<PdfLine> inside = row.stream()
                        .filter(piece -> piece.middleX() >= strip.left() && piece.middleX() <= strip.right())
                        .toList();
                if (!inside.isEmpty()) {
                    lines.add(PdfLine.joined(inside));
                }
            }
            if (!columnReadsDown(lines)) {
                return false;
            }
        }
        return true;
    }

    /// The widths that the rows cover, list markers put to their text.
    private static List<PdfBox> strips(List<List<PdfLine>> rows) {
        List<PdfBox> boxes = new ArrayList<>();
        for (List<PdfLine> row : rows) {
            boolean marked = row.size() > 1 && PdfMarker.alone(row.getFirst());
            for (int i = 0; i < row.size(); i++) {
                boxes.add(
                        i == 0 && marked
                                ? row.get(0).box().with(row.get(1).box())
                                : row.get(i).box());
            }
        }
        boxes.sort(Comparator.comparingDouble(PdfBox::left));
        List<PdfBox> strips = new ArrayList<>();
        for (PdfBox box : boxes) {
            if (!strips.isEmpty() && box.left() - strips.getLast().right() < 5) {
                strips.set(strips.size() - 1, strips.getLast().with(box));
            } else {
                strips.add(box);
            }
        }
        return strips;
    }

    private static boolean columnReadsDown(List<PdfLine> lines) {
        if (lines.size() < FEWEST_LINES) {
            return false;
        }
        float from = Float.MAX_VALUE;
        float to = -Float.MAX_VALUE;
        for (PdfLine line : lines) {
            from = Math.min(from, line.left());
            to = Math.max(to, line.right());
        }
        int full = 0;
        int words = 0;
        int items = 0;
        for (PdfLine line : lines) {
            full += line.width() > 0.66f * (to - from) ? 1 : 0;
            words += line.words().size();
            items += PdfMarker.bullet(line) != null ? 1 : 0;
        }
        boolean prose = full * 2 >= lines.size() && words >= 3.2f * lines.size();
        boolean list = items * 2 >= lines.size() && items >= 3 && words >= 2.5f * lines.size();
        return prose || list;
    }

    private static boolean overlap(List<PdfLine> left, List<PdfLine> right) {
        float top = Math.max(left.getFirst().top(), right.getFirst().top());
        float bottom = Math.min(left.getLast().bottom(), right.getLast().bottom());
        float shorter = Math.min(
                left.getLast().bottom() - left.getFirst().top(),
                right.getLast().bottom() - right.getFirst().top());
        return bottom - top > 0.6f * shorter;
    }

    /// Whether pieces begin on the same heights at both sides again and again, as the rows of a table do.
    private static boolean inStep(List<PdfLine> left, List<PdfLine> right) {
        List<Float> starts = starts(left);
        List<Float> others = starts(right);
        if (Math.min(starts.size(), others.size()) < 2) {
            return false;
        }
        int common = 0;
        for (float start : starts) {
            for (float other : others) {
                if (Math.abs(start - other) < 2) {
                    common++;
                    break;
                }
            }
        }
        return common >= 3 && common >= 0.7f * Math.max(starts.size(), others.size());
    }

    /// The baselines on which a piece begins after a gap.
    private static List<Float> starts(List<PdfLine> lines) {
        List<Float> gaps = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            gaps.add(lines.get(i).baseline() - lines.get(i - 1).baseline());
        }
        List<Float> sorted = new ArrayList<>(gaps);
        sorted.sort(null);
        float usual = sorted.get(sorted.size() / 3);
        List<Float> starts = new ArrayList<>();
        starts.add(lines.getFirst().baseline());
        for (int i = 1; i < lines.size(); i++) {
            if (gaps.get(i - 1) > 1.2f * usual) {
                starts.add(lines.get(i).baseline());
            }
        }
        return starts;
    }
}
