package org.fram.office;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds the tables of a page that are drawn with lines, and puts the page's words into their cells.
final class PdfGrids {

    /// Lines closer than this meet, or are one; in points.
    private static final float NEAR = 3.5f;

    /// Rows and columns thinner than this are the two strokes of a double line; in points.
    private static final float THIN = 4.5f;

    /// Boxes drawn row by row leave less white between them; in points.
    private static final float STACKED = 10;

    /// A page with more lines is a drawing: short ones are left out, or all.
    private static final int MOST_LINES = 3000;

    private static final float LONG = 24;

    /// A page with more areas is a drawing.
    private static final int MOST_TILES = 400;

    private PdfGrids() {}

    /// The tables with at least two columns, from top to bottom.
    static List<PdfTable> of(PdfSheet sheet, List<PdfRow> rows) {
        List<PdfBox> horizontals = fewer(merged(PdfUnderlines.without(fewer(sheet.horizontals()), sheet.rows()), true));
        List<PdfBox> verticals = fewer(merged(fewer(sheet.verticals()), false));
        List<PdfTable> tables = new ArrayList<>();
        for (Component component : components(horizontals, verticals)) {
            PdfTable table = table(component, sheet, rows);
            if (table != null) {
                tables.add(table);
            }
        }
        // Tables that are painted rather than drawn: areas of colour that stand edge to edge.
        List<PdfBox> tiles = new ArrayList<>();
        for (PdfBox shade : sheet.shades()) {
            if (shade.height() > 6
                    && shade.width() > 6
                    && tables.stream().noneMatch(table -> meet(table.box(), shade))) {
                tiles.add(shade);
            }
        }
        tiles = tiles.size() <= MOST_TILES ? cells(tiles) : List.of();
        if (tiles.size() >= 4) {
            for (Component component :
                    components(merged(edges(tiles, true), true), merged(edges(tiles, false), false))) {
                PdfTable table = table(component, sheet, rows);
                if (table != null && table.rows().size() > 1) {
                    tables.add(table);
                }
            }
        }
        tables.sort(Comparator.comparingDouble(table -> table.box().top()));
        return stacked(tables, rows);
    }

    /// Puts tables together that stand close below one another with the same columns: boxes drawn row by row.
    private static List<PdfTable> stacked(List<PdfTable> tables, List<PdfRow> rows) {
        List<PdfTable> result = new ArrayList<>();
        for (PdfTable table : tables) {
            PdfTable above = result.isEmpty() ? null : result.getLast();
            boolean near = above != null
                    && (above.rows().size() == 1 || table.rows().size() == 1)
                    && table.box().top() - above.box().bottom() < STACKED
                    && table.box().top() >= above.box().bottom() - NEAR;
            if (above != null && near && !between(above, table, rows)) {
                List<Float> wider = above.columns() >= table.columns() ? above.edges() : table.edges();
                List<Float> narrower = above.columns() >= table.columns() ? table.edges() : above.edges();
                if (narrower.stream().allMatch(edge -> indexOf(wider, edge) >= 0)) {
                    result.set(result.size() - 1, joined(above, table, wider));
                    continue;
                }
            }
            result.add(table);
        }
        return result;
    }

    private static boolean between(PdfTable above, PdfTable below, List<PdfRow> rows) {
        return rows.stream()
                .anyMatch(row -> row.baseline() > above.box().bottom()
                        && row.baseline() < below.box().top());
    }

    private static int indexOf(List<Float> edges, float edge) {
        for (int i = 0; i < edges.size(); i++) {
            if (Math.abs(edges.get(i) - edge) < NEAR) {
                return i;
            }
        }
        return -1;
    }

    private static PdfTable joined(PdfTable above, PdfTable below, List<Float> edges) {
        List<PdfTable.Row> rows = new ArrayList<>();
        for (PdfTable table : List.of(above, below)) {
            for (PdfTable.Row row : table.rows()) {
                rows.add(spread(row, table.edges(), edges));
            }
        }
        return new PdfTable(above.box().with(below.box()), edges, rows, true);
    }

    /// The row's cells in the columns that the edges make, with empty ones where it has none.
    private static PdfTable.Row spread(PdfTable.Row row, List<Float> own, List<Float> edges) {
        List<PdfTable.Cell> cells = new ArrayList<>();
        int column = 0;
        for (PdfTable.Cell cell : row.cells()) {
            int from = indexOf(edges, own.get(cell.column()));
            int to = indexOf(edges, own.get(cell.column() + cell.columns()));
            while (column < from) {
                cells.add(new PdfTable.Cell(column++, 1, 1, List.of(), false));
            }
            cells.add(new PdfTable.Cell(from, to - from, cell.rows(), cell.lines(), cell.shaded()));
            column = to;
        }
        while (column < edges.size() - 1) {
            cells.add(new PdfTable.Cell(column++, 1, 1, List.of(), false));
        }
        return new PdfTable.Row(cells);
    }

    private static List<PdfBox> fewer(List<PdfBox> lines) {
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        List<PdfBox> longer = lines.stream()
                .filter(line -> Math.max(line.width(), line.height()) >= LONG)
                .toList();
        return longer.size() <= MOST_LINES ? longer : List.of();
    }

    /// The areas that are cells: not those of the lines of text within a cell, nor one behind several cells.
    private static List<PdfBox> cells(List<PdfBox> areas) {
        List<PdfBox> cells = new ArrayList<>();
        for (PdfBox area : areas) {
            boolean within = false;
            for (PdfBox other : areas) {
                within |= larger(other, area) && contains(other, area) && !background(other, areas);
            }
            if (!within && !background(area, areas)) {
                cells.add(area);
            }
        }
        return cells;
    }

    private static boolean larger(PdfBox a, PdfBox b) {
        return a.width() * a.height() > 1.02f * b.width() * b.height();
    }

    private static boolean contains(PdfBox outer, PdfBox inner) {
        return inner.left() > outer.left() - 1
                && inner.right() < outer.right() + 1
                && inner.top() > outer.top() - 1
                && inner.bottom() < outer.bottom() + 1;
    }

    /// Whether areas stand side by side on this one.
    private static boolean background(PdfBox area, List<PdfBox> areas) {
        float leastRight = Float.MAX_VALUE;
        float mostLeft = -Float.MAX_VALUE;
        for (PdfBox other : areas) {
            if (larger(area, other) && contains(area, other)) {
                leastRight = Math.min(leastRight, other.right());
                mostLeft = Math.max(mostLeft, other.left());
            }
        }
        return mostLeft > leastRight - 1;
    }

    private static boolean meet(PdfBox a, PdfBox b) {
        return a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() && b.top() < a.bottom();
    }

    private static List<PdfBox> edges(List<PdfBox> areas, boolean horizontal) {
        List<PdfBox> edges = new ArrayList<>();
        for (PdfBox area : areas) {
            if (horizontal) {
                edges.add(new PdfBox(area.left(), area.top(), area.right(), area.top()));
                edges.add(new PdfBox(area.left(), area.bottom(), area.right(), area.bottom()));
            } else {
                edges.add(new PdfBox(area.left(), area.top(), area.left(), area.bottom()));
                edges.add(new PdfBox(area.right(), area.top(), area.right(), area.bottom()));
            }
        }
        return edges;
    }

    private record Component(List<PdfBox> horizontals, List<PdfBox> verticals) {}

    /// Lines on one another or end to end become one.
    private static List<PdfBox> merged(List<PdfBox> lines, boolean horizontal) {
        List<PdfBox> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.<PdfBox>comparingDouble(line -> horizontal ? line.left() : line.top()));
        List<PdfBox> result = new ArrayList<>();
        TreeMap<Float, List<Integer>> byPlace = new TreeMap<>();
        for (PdfBox line : sorted) {
            float place = horizontal ? line.middleY() : line.middleX();
            int found = -1;
            for (List<Integer> candidates :
                    byPlace.subMap(place - 1.6f, true, place + 1.6f, true).values()) {
                for (int candidate : candidates) {
                    PdfBox other = result.get(candidate);
                    float gap = horizontal ? line.left() - other.right() : line.top() - other.bottom();
                    if (gap <= NEAR) {
                        found = candidate;
                    }
                }
            }
            if (found >= 0) {
                result.set(found, result.get(found).with(line));
            } else {
                result.add(line);
                byPlace.computeIfAbsent(place, key -> new ArrayList<>()).add(result.size() - 1);
            }
        }
        return result;
    }

    private static List<Component> components(List<PdfBox> horizontals, List<PdfBox> verticals) {
        int[] parents = new int[horizontals.size() + verticals.size()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = i;
        }
        for (int i = 0; i < horizontals.size(); i++) {
            PdfBox h = horizontals.get(i);
            for (int j = 0; j < verticals.size(); j++) {
                PdfBox v = verticals.get(j);
                if (v.middleX() >= h.left() - NEAR
                        && v.middleX() <= h.right() + NEAR
                        && h.middleY() >= v.top() - NEAR
                        && h.middleY() <= v.bottom() + NEAR) {
                    union(parents, i, horizontals.size() + j);
                }
            }
        }
        TreeMap<Integer, Component> components = new TreeMap<>();
        for (int i = 0; i < parents.length; i++) {
            Component component = components.computeIfAbsent(
                    root(parents, i), key -> new Component(new ArrayList<>(), new ArrayList<>()));
            if (i < horizontals.size()) {
                component.horizontals().add(horizontals.get(i));
            } else {
                component.verticals().add(verticals.get(i - horizontals.size()));
            }
        }
        return List.copyOf(components.values());
    }

    private static void union(int[] parents, int a, int b) {
        parents[root(parents, a)] = root(parents, b);
    }

    private static int root(int[] parents, int of) {
        int at = of;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    private static @Nullable PdfTable table(Component component, PdfSheet sheet, List<PdfRow> rows) {
        if (component.verticals().isEmpty() || component.horizontals().isEmpty()) {
            return null;
        }
        List<Float> xs = edges(component.verticals(), component.horizontals(), true);
        List<Float> ys = edges(component.horizontals(), component.verticals(), false);
        if (xs.size() < 3 || ys.size() < 2) {
            return null;
        }
        return new Cells(component, xs, ys).table(sheet, rows);
    }

    /// Where the lines across stand; the ends of the lines along close what is open at the sides.
    private static List<Float> edges(List<PdfBox> across, List<PdfBox> along, boolean vertical) {
        List<Float> places = new ArrayList<>();
        for (PdfBox line : across) {
            places.add(vertical ? line.middleX() : line.middleY());
        }
        places.sort(null);
        List<Float> edges = new ArrayList<>();
        for (float place : places) {
            if (edges.isEmpty() || place - edges.getLast() > THIN) {
                edges.add(place);
            }
        }
        float first = Float.MAX_VALUE;
        float last = -Float.MAX_VALUE;
        for (PdfBox line : along) {
            first = Math.min(first, vertical ? line.left() : line.top());
            last = Math.max(last, vertical ? line.right() : line.bottom());
        }
        if (first < edges.getFirst() - 8) {
            edges.addFirst(first);
        }
        if (last > edges.getLast() + 8) {
            edges.addLast(last);
        }
        return edges;
    }

    /// The cells that the lines of one component make.
    private static final class Cells {

        private final Component lines;
        private final List<Float> xs;
        private final List<Float> ys;
        private final int columns;
        private final int rows;
        private final int[] parents;

        Cells(Component lines, List<Float> xs, List<Float> ys) {
            this.lines = lines;
            this.xs = xs;
            this.ys = ys;
            columns = xs.size() - 1;
            rows = ys.size() - 1;
            parents = new int[rows * columns];
            for (int i = 0; i < parents.length; i++) {
                parents[i] = i;
            }
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    if (column + 1 < columns && !parted(row, column + 1)) {
                        union(parents, at(row, column), at(row, column + 1));
                    }
                    if (row + 1 < rows && !divided(row + 1, column)) {
                        union(parents, at(row, column), at(row + 1, column));
                    }
                }
            }
        }

        private int at(int row, int column) {
            return row * columns + column;
        }

        /// Whether a vertical line stands at the left edge of the column in the row.
        private boolean parted(int row, int column) {
            float covered = 0;
            for (PdfBox line : lines.verticals()) {
                if (Math.abs(line.middleX() - xs.get(column)) <= THIN) {
                    covered +=
                            Math.max(0, Math.min(line.bottom(), ys.get(row + 1)) - Math.max(line.top(), ys.get(row)));
                }
            }
            return covered > 0.55f * (ys.get(row + 1) - ys.get(row));
        }

        /// Whether a horizontal line stands at the top edge of the row in the column.
        private boolean divided(int row, int column) {
            float covered = 0;
            for (PdfBox line : lines.horizontals()) {
                if (Math.abs(line.middleY() - ys.get(row)) <= THIN) {
                    covered += Math.max(
                            0, Math.min(line.right(), xs.get(column + 1)) - Math.max(line.left(), xs.get(column)));
                }
            }
            return covered > 0.55f * (xs.get(column + 1) - xs.get(column));
        }

        @Nullable
        PdfTable table(PdfSheet sheet, List<PdfRow> words) {
            List<PdfTable.Row> result = new ArrayList<>();
            int filled = 0;
            int widest = 0;
            for (int row = 0; row < rows; row++) {
                List<PdfTable.Cell> cells = new ArrayList<>();
                for (int column = 0; column < columns; column++) {
                    int[] hull = hull(row, column);
                    if (hull[0] != row || hull[1] != column) {
                        continue;
                    }
                    PdfBox box = new PdfBox(xs.get(column), ys.get(row), xs.get(hull[3] + 1), ys.get(hull[2] + 1));
                    List<PdfLine> content = linesIn(box, words);
                    filled += content.isEmpty() ? 0 : 1;
                    cells.add(new PdfTable.Cell(
                            column, hull[3] - column + 1, hull[2] - row + 1, content, shaded(box, sheet)));
                }
                widest = Math.max(widest, cells.size());
                result.add(new PdfTable.Row(cells));
            }
            if (filled < 2 || widest < 2) {
                return null;
            }
            return new PdfTable(new PdfBox(xs.getFirst(), ys.getFirst(), xs.getLast(), ys.getLast()), xs, result, true);
        }

        /// First row, first column, last row, last column of the cell that holds this one.
        private int[] hull(int row, int column) {
            int root = root(parents, at(row, column));
            int[] hull = {row, column, row, column};
            int members = 0;
            for (int i = 0; i < parents.length; i++) {
                if (root(parents, i) == root) {
                    members++;
                    hull[0] = Math.min(hull[0], i / columns);
                    hull[1] = Math.min(hull[1], i % columns);
                    hull[2] = Math.max(hull[2], i / columns);
                    hull[3] = Math.max(hull[3], i % columns);
                }
            }
            // What is not a rectangle is not a cell: its parts stand for themselves.
            return members == (hull[2] - hull[0] + 1) * (hull[3] - hull[1] + 1)
                    ? hull
                    : new int[] {row, column, row, column};
        }

        private static boolean shaded(PdfBox cell, PdfSheet sheet) {
            for (PdfBox shade : sheet.shades()) {
                if (shade.holds(cell.middleX(), cell.middleY())
                        && shade.left() < cell.left() + 6
                        && shade.right() > cell.right() - 6) {
                    return true;
                }
            }
            return false;
        }
    }

    static List<PdfLine> linesIn(PdfBox box, List<PdfRow> rows) {
        List<PdfLine> lines = new ArrayList<>();
        for (PdfRow row : rows) {
            if (row.baseline() < box.top() - 20 || row.baseline() > box.bottom() + 20) {
                continue;
            }
            List<PdfWord> inside = new ArrayList<>();
            for (PdfWord word : row.words()) {
                if (box.holds(word.middleX(), word.middleY())) {
                    inside.add(word);
                }
            }
            if (!inside.isEmpty()) {
                lines.add(new PdfLine(inside));
            }
        }
        return lines;
    }
}
