package org.fram.office;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts the lines of a table that has no lines around its cells into rows: which lines are one row, wrapped?
///
/// Three signs are tried, the surest first: lines drawn between rows; more white between rows than between the lines
/// of a cell; and what stands in a line at all, and would not have fitted in the line above.
final class PdfTableRows {

    /// So much wider than the narrowest step between lines is a step between rows.
    private static final float WIDER = 1.2f;

    /// Wider steps than this are not those of lines in a cell, in font sizes.
    private static final float LEADING = 1.45f;

    private final List<Line> lines = new ArrayList<>();
    private final List<PdfBox> columns;
    private final PdfSheet sheet;

    private PdfTableRows(List<List<PdfLine>> lines, List<PdfBox> columns, PdfSheet sheet) {
        this.columns = columns;
        this.sheet = sheet;
        for (List<PdfLine> pieces : lines) {
            this.lines.add(Line.of(pieces, columns));
        }
    }

    /// What stands on one baseline, a list for each column.
    private record Line(float baseline, float size, List<List<PdfLine>> pieces) {

        static Line of(List<PdfLine> pieces, List<PdfBox> columns) {
            List<List<PdfLine>> placed = new ArrayList<>();
            columns.forEach(column -> placed.add(new ArrayList<>()));
            for (PdfLine piece : pieces) {
                int at = 0;
                while (at + 1 < columns.size()
                        && piece.middleX() >= columns.get(at + 1).left() - 0.5f) {
                    at++;
                }
                placed.get(at).add(piece);
            }
            return new Line(pieces.getFirst().baseline(), pieces.getFirst().size(), placed);
        }

        @Nullable
        PdfLine in(int column) {
            List<PdfLine> found = pieces.get(column);
            return found.isEmpty() ? null : found.size() == 1 ? found.getFirst() : PdfLine.joined(found);
        }

        int filled() {
            int filled = 0;
            for (List<PdfLine> column : pieces) {
                filled += column.isEmpty() ? 0 : 1;
            }
            return filled;
        }
    }

    /// @param lines the pieces on each baseline, from top to bottom
    /// @param columns the width that each column's text covers
    static PdfTable table(List<List<PdfLine>> lines, List<PdfBox> columns, PdfSheet sheet) {
        PdfTableRows reader = new PdfTableRows(lines, columns, sheet);
        List<PdfTable.Row> rows = new ArrayList<>();
        for (List<Line> row : reader.rows()) {
            rows.add(reader.row(row));
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

    private PdfTable.Row row(List<Line> row) {
        List<PdfTable.Cell> cells = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            List<PdfLine> content = new ArrayList<>();
            for (Line line : row) {
                PdfLine piece = line.in(column);
                if (piece != null) {
                    content.add(piece);
                }
            }
            cells.add(new PdfTable.Cell(column, 1, 1, content, shaded(content)));
        }
        return new PdfTable.Row(cells);
    }

    private boolean shaded(List<PdfLine> content) {
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

    private List<List<Line>> rows() {
        List<Integer> ruled = ruled();
        if (ruled.size() >= 3 && ruled.size() * 3 >= lines.size()) {
            return cut(ruled);
        }
        float tight = tightest();
        if (tight > 0) {
            return byWhite(tight);
        }
        List<Integer> starts = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < lines.size(); i++) {
            if (ruled.contains(i) || !wrapped(start, i)) {
                starts.add(i);
                start = i;
            }
        }
        return cut(starts);
    }

    private List<List<Line>> cut(List<Integer> starts) {
        List<List<Line>> rows = new ArrayList<>();
        int from = 0;
        for (int start : starts) {
            rows.add(lines.subList(from, start));
            from = start;
        }
        rows.add(lines.subList(from, lines.size()));
        return rows;
    }

    /// The step between lines of a cell where steps between rows are clearly wider; 0 where they are not.
    private float tightest() {
        float least = Float.MAX_VALUE;
        for (int column = 0; column < columns.size(); column++) {
            Line above = null;
            for (Line line : lines) {
                if (line.in(column) != null) {
                    least = above == null ? least : Math.min(least, line.baseline() - above.baseline());
                    above = line;
                }
            }
        }
        float widest = 0;
        for (int i = 1; i < lines.size(); i++) {
            widest = Math.max(widest, lines.get(i).baseline() - lines.get(i - 1).baseline());
        }
        return least < LEADING * lines.getFirst().size() && widest > WIDER * least ? least : 0;
    }

    /// Rows are what overlaps in height once each column's lines are put together that stand close.
    private List<List<Line>> byWhite(float tight) {
        List<float[]> spans = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            float[] open = null;
            for (Line line : lines) {
                if (line.in(column) == null) {
                    continue;
                }
                if (open != null && line.baseline() - open[1] < 1.12f * tight) {
                    open[1] = line.baseline();
                } else {
                    open = new float[] {line.baseline(), line.baseline()};
                    spans.add(open);
                }
            }
        }
        spans.sort(Comparator.comparingDouble(span -> span[0]));
        List<float[]> rows = new ArrayList<>();
        for (float[] span : spans) {
            // Pieces that are set in the middle of their cells may be apart by half a line.
            if (!rows.isEmpty() && span[0] < rows.getLast()[1] + 0.62f * tight) {
                rows.getLast()[1] = Math.max(rows.getLast()[1], span[1]);
            } else {
                rows.add(span.clone());
            }
        }
        List<Integer> starts = new ArrayList<>();
        int row = 0;
        for (int i = 0; i < lines.size(); i++) {
            while (row + 1 < rows.size() && lines.get(i).baseline() >= rows.get(row + 1)[0] - 0.1f) {
                row++;
                starts.add(i);
            }
        }
        return cut(starts);
    }

    /// Whether a line goes on with cells of the row above: all its pieces are such as did not fit there.
    private boolean wrapped(int start, int at) {
        Line line = lines.get(at);
        int continued = 0;
        int lower = 0;
        for (int column = 0; column < columns.size(); column++) {
            PdfLine piece = line.in(column);
            if (piece == null) {
                continue;
            }
            PdfLine above = lines.get(at - 1).in(column);
            if (above == null) {
                return false;
            }
            PdfWord first = piece.words().getFirst();
            continued += PdfParagraphs.fits(above, piece, limit(column)) ? 0 : 1;
            lower += Character.isLowerCase(first.text().charAt(0)) ? 1 : 0;
        }
        int filled = line.filled();
        return filled < lines.get(start).filled() && continued == filled && (line.in(0) == null || lower == filled);
    }

    /// How far the text of a column may reach: to the next column where that begins on one edge, else not further
    /// than it does.
    private float limit(int column) {
        if (column + 1 == columns.size()) {
            return columns.get(column).right();
        }
        PdfBox next = columns.get(column + 1);
        int flush = 0;
        int all = 0;
        for (Line line : lines) {
            PdfLine piece = line.in(column + 1);
            if (piece != null) {
                all++;
                flush += piece.left() - next.left() < 2.5f ? 1 : 0;
            }
        }
        return flush * 5 >= all * 3 ? next.left() - 6 : columns.get(column).right();
    }

    /// The lines above which a horizontal line is drawn across the table.
    private List<Integer> ruled() {
        List<Integer> ruled = new ArrayList<>();
        float left = columns.getFirst().left();
        float right = columns.getLast().right();
        for (int i = 1; i < lines.size(); i++) {
            float from = lines.get(i - 1).baseline() - 1;
            float to = lines.get(i).baseline() - 0.4f * lines.get(i).size();
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
}
