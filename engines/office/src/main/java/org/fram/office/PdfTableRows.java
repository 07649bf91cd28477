package org.fram.office;

import java.util.ArrayList;
import java.util.List;

/// Puts the lines of a table that has no lines around its cells into rows: which lines are one row, wrapped?
final class PdfTableRows {

    private PdfTableRows() {}

    /// @param lines the pieces on each baseline, from top to bottom
    /// @param columns the width that each column's text covers
    static PdfTable table(List<List<PdfLine>> lines, List<PdfBox> columns, PdfSheet sheet) {
        List<PdfLine[]> grid = new ArrayList<>();
        for (List<PdfLine> pieces : lines) {
            grid.add(placed(pieces, columns));
        }
        List<PdfTable.Row> rows = new ArrayList<>();
        List<Integer> starts = starts(grid, columns, sheet);
        for (int i = 0; i < starts.size(); i++) {
            int to = i + 1 < starts.size() ? starts.get(i + 1) : grid.size();
            List<PdfTable.Cell> cells = new ArrayList<>();
            for (int column = 0; column < columns.size(); column++) {
                List<PdfLine> content = new ArrayList<>();
                for (PdfLine[] line : grid.subList(starts.get(i), to)) {
                    if (line[column] != null) {
                        content.add(line[column]);
                    }
                }
                cells.add(new PdfTable.Cell(column, 1, 1, content, shaded(content, sheet)));
            }
            rows.add(new PdfTable.Row(cells));
        }
        List<Float> edges = new ArrayList<>();
        for (PdfBox column : columns) {
            edges.add(column.left());
        }
        edges.add(columns.getLast().right());
        PdfBox box = lines.getFirst().getFirst().box();
        for (List<PdfLine> pieces : lines) {
            for (PdfLine piece : pieces) {
                box = box.with(piece.box());
            }
        }
        return new PdfTable(box, edges, rows, false);
    }

    @SuppressWarnings("NullAway") // an array whose empty places are cells without text
    private static PdfLine[] placed(List<PdfLine> pieces, List<PdfBox> columns) {
        PdfLine[] placed = new PdfLine[columns.size()];
        for (PdfLine piece : pieces) {
            int best = 0;
            for (int column = 1; column < columns.size(); column++) {
                if (piece.middleX() >= columns.get(column).left() - 0.5f) {
                    best = column;
                }
            }
            placed[best] = placed[best] == null ? piece : PdfLine.joined(List.of(placed[best], piece));
        }
        return placed;
    }

    private static List<Integer> starts(List<PdfLine[]> grid, List<PdfBox> columns, PdfSheet sheet) {
        List<Integer> starts = new ArrayList<>();
        starts.add(0);
        List<Integer> ruled = ruled(grid, columns, sheet);
        if (ruled.size() >= 3 && ruled.size() * 3 >= grid.size()) {
            starts.addAll(ruled);
            return starts;
        }
        float[] steps = new float[grid.size()];
        float tight = Float.MAX_VALUE;
        float loose = 0;
        for (int i = 1; i < grid.size(); i++) {
            steps[i] = baseline(grid.get(i)) - baseline(grid.get(i - 1));
            tight = Math.min(tight, steps[i]);
            loose = Math.max(loose, steps[i]);
        }
        float size = size(grid.getFirst());
        boolean gapped = loose > 1.22f * tight && tight < 1.4f * size;
        for (int i = 1; i < grid.size(); i++) {
            boolean wide = gapped && steps[i] > 1.2f * tight;
            boolean wrapped = !wide && wrapped(grid, starts.getLast(), i, columns, gapped);
            if (ruled.contains(i) || !wrapped) {
                starts.add(i);
            }
        }
        return starts;
    }

    /// Whether a line goes on with cells of the row above: all its pieces are such as did not fit there.
    private static boolean wrapped(List<PdfLine[]> grid, int start, int at, List<PdfBox> columns, boolean gapped) {
        PdfLine[] line = grid.get(at);
        int filled = 0;
        int continued = 0;
        int lower = 0;
        for (int column = 0; column < columns.size(); column++) {
            PdfLine piece = line[column];
            if (piece == null) {
                continue;
            }
            filled++;
            PdfLine above = null;
            for (int i = start; i < at; i++) {
                above = grid.get(i)[column] != null ? grid.get(i)[column] : above;
            }
            boolean directly = grid.get(at - 1)[column] != null;
            if (above == null || !directly) {
                return false;
            }
            float room = columns.get(column).right() - above.right();
            PdfWord first = piece.words().getFirst();
            boolean fits = first.right() - first.left() + 0.25f * piece.size() < room - 0.3f * piece.size();
            continued += fits ? 0 : 1;
            lower += Character.isLowerCase(first.text().charAt(0)) ? 1 : 0;
        }
        int cells = 0;
        for (PdfLine piece : grid.get(start)) {
            cells += piece != null ? 1 : 0;
        }
        if (gapped) {
            return true;
        }
        return filled < cells && (continued == filled || lower == filled) && (line[0] == null || lower == filled);
    }

    /// The lines above which a horizontal line is drawn across the table.
    private static List<Integer> ruled(List<PdfLine[]> grid, List<PdfBox> columns, PdfSheet sheet) {
        List<Integer> ruled = new ArrayList<>();
        float left = columns.getFirst().left();
        float right = columns.getLast().right();
        for (int i = 1; i < grid.size(); i++) {
            float from = baseline(grid.get(i - 1)) - 1;
            float to = baseline(grid.get(i)) - 0.4f * size(grid.get(i));
            float covered = 0;
            for (PdfBox line : sheet.horizontals()) {
                if (line.middleY() > from && line.middleY() < to) {
                    covered += Math.max(0, Math.min(right, line.right()) - Math.max(left, line.left()));
                }
            }
            if (covered > 0.6f * (right - left)) {
                ruled.add(i);
            }
        }
        return ruled;
    }

    private static float baseline(PdfLine[] line) {
        for (PdfLine piece : line) {
            if (piece != null) {
                return piece.baseline();
            }
        }
        throw new IllegalArgumentException("A line of a table has a piece at least.");
    }

    private static float size(PdfLine[] line) {
        for (PdfLine piece : line) {
            if (piece != null) {
                return piece.size();
            }
        }
        throw new IllegalArgumentException("A line of a table has a piece at least.");
    }

    private static boolean shaded(List<PdfLine> content, PdfSheet sheet) {
        if (content.isEmpty()) {
            return false;
        }
        PdfBox box = content.getFirst().box();
        for (PdfBox shade : sheet.shades()) {
            if (shade.holds(box.middleX(), box.middleY()) && shade.height() < 6 * box.height()) {
                return true;
            }
        }
        return false;
    }
}
