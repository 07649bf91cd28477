package org.fram.office;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds tables without vertical lines: rows of pieces that stand below one another in columns of white.
final class PdfColumns {

    /// A stretch of what a column of the page holds.
    sealed interface Found {
        /// A line of text.
        record Plain(List<PdfLine> pieces) implements Found {}

        /// A table.
        record Aligned(PdfTable table) implements Found {}
    }

    /// Edges closer than this are aligned; in points.
    private static final float ALIGNED = 2.5f;

    private static final Pattern LEADER = Pattern.compile(".*([.·…]\\s?){5,}.*");

    private final List<List<PdfLine>> rows;
    private final PdfSheet sheet;

    private PdfColumns(List<List<PdfLine>> rows, PdfSheet sheet) {
        this.rows = rows;
        this.sheet = sheet;
    }

    /// @param rows the pieces of each row, from top to bottom
    static List<Found> of(List<List<PdfLine>> rows, PdfSheet sheet) {
        PdfColumns columns = new PdfColumns(rows, sheet);
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < rows.size()) {
            int end = pieces(rows.get(at)) >= 2 ? columns.end(at) : at;
            PdfTable table = end > at ? columns.table(at, end) : null;
            if (table != null) {
                found.add(new Found.Aligned(table));
                at = end;
            } else {
                found.add(new Found.Plain(rows.get(at)));
                at++;
            }
        }
        return found;
    }

    /// How many pieces a row has, a list marker not counted.
    private static int pieces(List<PdfLine> row) {
        return row.size() > 1 && PdfMarker.alone(row.getFirst()) ? row.size() - 1 : row.size();
    }

    /// Where the run of rows ends that fit into common columns.
    private int end(int from) {
        List<PdfBox> columns = intervals(from, from + 1);
        int to = from + 1;
        while (to < rows.size()) {
            float size = rows.get(to).getFirst().size();
            float step = baseline(to) - baseline(to - 1);
            if (step > 3.2f * size) {
                break;
            }
            List<PdfBox> wider = intervals(from, to + 1);
            boolean early = to - from <= 1 && pieces(rows.get(to)) >= 2;
            if (wider.size() < 2 || wider.size() < columns.size() && !early) {
                break;
            }
            columns = wider;
            to++;
        }
        while (to > from + 1 && rows.get(to - 1).size() == 1 && endsBefore(to - 1, columns)) {
            to--;
        }
        return to;
    }

    /// Whether a single piece after the rows is text behind the table rather than the wrapped end of a cell.
    private boolean endsBefore(int row, List<PdfBox> columns) {
        PdfLine piece = rows.get(row).getFirst();
        if (piece.left() > columns.getFirst().right()) {
            return false;
        }
        float step = baseline(row) - baseline(row - 1);
        PdfLine above = null;
        for (PdfLine candidate : rows.get(row - 1)) {
            above = candidate.left() < columns.getFirst().right() ? candidate : above;
        }
        boolean wrapped = above != null
                && step < 1.4f * piece.size()
                && Math.abs(above.left() - piece.left()) < ALIGNED
                && above.right() + piece.words().getFirst().text().length() * 0.5f * piece.size()
                        > columns.get(1).left() - piece.size();
        return !wrapped;
    }

    private float baseline(int row) {
        return rows.get(row).getFirst().baseline();
    }

    /// The widths that the rows cover, from left to right, with white between them.
    private List<PdfBox> intervals(int from, int to) {
        List<PdfBox> boxes = new ArrayList<>();
        float size = 0;
        for (List<PdfLine> row : rows.subList(from, to)) {
            for (PdfLine piece : row) {
                boxes.add(piece.box());
                size = Math.max(size, piece.size());
            }
        }
        boxes.sort(Comparator.comparingDouble(PdfBox::left));
        List<PdfBox> intervals = new ArrayList<>();
        for (PdfBox box : boxes) {
            if (!intervals.isEmpty() && box.left() - intervals.getLast().right() < Math.max(5, 0.6f * size)) {
                intervals.set(intervals.size() - 1, intervals.getLast().with(box));
            } else {
                intervals.add(box);
            }
        }
        return intervals;
    }

    private @Nullable PdfTable table(int from, int to) {
        List<PdfBox> columns = intervals(from, to);
        int leaders = 0;
        for (List<PdfLine> row : rows.subList(from, to)) {
            leaders += LEADER.matcher(PdfLine.joined(row).text()).matches() ? 1 : 0;
        }
        if (columns.size() < 2 || leaders * 2 >= to - from || markersOnly(from, to, columns)) {
            return null;
        }
        if (!aligned(from, to, columns) || justified(from, to)) {
            return null;
        }
        PdfTable table = PdfTableRows.table(rows.subList(from, to), columns, sheet);
        int several = 0;
        for (PdfTable.Row row : table.rows()) {
            int filled = 0;
            for (PdfTable.Cell cell : row.cells()) {
                boolean marker = cell.column() == 0
                        && cell.lines().size() == 1
                        && PdfMarker.alone(cell.lines().getFirst());
                filled += cell.empty() || marker ? 0 : 1;
            }
            several += filled >= 2 ? 1 : 0;
        }
        return several >= 3 || several == 2 && columns.size() >= 3 ? table : null;
    }

    /// Whether the rows are lines of a justified paragraph: they fill the width, and so does what they go on from or
    /// to.
    private boolean justified(int from, int to) {
        float left = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        for (List<PdfLine> row : rows) {
            left = Math.min(left, row.getFirst().left());
            right = Math.max(right, row.getLast().right());
        }
        for (int row = from; row < to; row++) {
            boolean full = right - rows.get(row).getLast().right() < 3 || row == to - 1;
            if (!full || row > from && rows.get(row).getFirst().left() - left > 3) {
                return false;
            }
        }
        return from > 0 && goesOn(from - 1, from) || to < rows.size() && goesOn(to - 1, to);
    }

    /// Whether two neighbouring rows have the distance of lines of one paragraph.
    private boolean goesOn(int row, int next) {
        return baseline(next) - baseline(row)
                < 1.45f * rows.get(next).getFirst().size();
    }

    /// Whether the only column beside the text is that of list markers.
    private boolean markersOnly(int from, int to, List<PdfBox> columns) {
        if (columns.size() > 2) {
            return false;
        }
        for (List<PdfLine> row : rows.subList(from, to)) {
            if (row.getFirst().left() < columns.get(1).left() && !PdfMarker.alone(row.getFirst())) {
                return false;
            }
        }
        return true;
    }

    /// Whether the pieces in each column share an edge or their middle.
    private boolean aligned(int from, int to, List<PdfBox> columns) {
        for (PdfBox column : columns) {
            List<Float> lefts = new ArrayList<>();
            List<Float> rights = new ArrayList<>();
            List<Float> middles = new ArrayList<>();
            for (List<PdfLine> row : rows.subList(from, to)) {
                List<PdfLine> inside = new ArrayList<>();
                for (PdfLine piece : row) {
                    if (piece.middleX() >= column.left() && piece.middleX() <= column.right()) {
                        inside.add(piece);
                    }
                }
                if (!inside.isEmpty()) {
                    PdfLine piece = PdfLine.joined(inside);
                    lefts.add(piece.left());
                    rights.add(piece.right());
                    middles.add(piece.middleX());
                }
            }
            float best = Math.max(agreeing(lefts), Math.max(agreeing(rights), agreeing(middles)));
            if (lefts.size() < 2 && columns.size() == 2 || best < 0.6f) {
                return false;
            }
        }
        return true;
    }

    /// The share of the places that lie with the most frequent one.
    private static float agreeing(List<Float> places) {
        int most = 0;
        for (float place : places) {
            int count = 0;
            for (float other : places) {
                count += Math.abs(place - other) < ALIGNED ? 1 : 0;
            }
            most = Math.max(most, count);
        }
        return most / (float) Math.max(1, places.size());
    }
}
