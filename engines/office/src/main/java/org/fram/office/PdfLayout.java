package org.fram.office;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Puts what stands on a page into reading order: columns of text one after another, tables as wholes.
///
/// Columns are found where a strip of white runs down between lines that read on from one to the next; the same strip
/// between short pieces that begin on common lines is that of a table (see [PdfColumns]).
final class PdfLayout {

    /// Narrower white is no gutter between columns of text; in points.
    private static final float GUTTER = 9;

    /// What stands on a height: pieces of text, or a table.
    private record Band(
            float top,
            float bottom,
            List<PdfLine> pieces,
            @Nullable PdfTable table) {

        float left() {
            float left = table == null ? Float.MAX_VALUE : table.box().left();
            for (PdfLine piece : pieces) {
                left = Math.min(left, piece.left());
            }
            return left;
        }

        float right() {
            float right = table == null ? -Float.MAX_VALUE : table.box().right();
            for (PdfLine piece : pieces) {
                right = Math.max(right, piece.right());
            }
            return right;
        }

        boolean crosses(float from, float to) {
            if (table != null) {
                return table.box().left() < to && table.box().right() > from;
            }
            for (PdfLine piece : pieces) {
                if (piece.left() < to && piece.right() > from) {
                    return true;
                }
            }
            return false;
        }
    }

    private final PdfSheet sheet;
    private final List<PdfPart> parts = new ArrayList<>();
    private int columns;

    private PdfLayout(PdfSheet sheet) {
        this.sheet = sheet;
    }

    /// @param body the rows of the sheet that are not running text
    static List<PdfPart> parts(PdfSheet sheet, List<PdfRow> body) {
        PdfLayout layout = new PdfLayout(sheet);
        layout.read(layout.bands(body));
        return layout.parts;
    }

    private List<Band> bands(List<PdfRow> body) {
        List<PdfTable> tables = PdfGrids.of(sheet, body);
        List<Band> bands = new ArrayList<>();
        for (PdfTable table : tables) {
            bands.add(new Band(table.box().top(), table.box().bottom(), List.of(), table));
        }
        for (PdfRow row : body) {
            List<PdfWord> free = new ArrayList<>();
            for (PdfWord word : row.words()) {
                boolean inside = false;
                for (PdfTable table : tables) {
                    inside |= table.box().holds(word.middleX(), word.middleY());
                }
                if (!inside) {
                    free.add(word);
                }
            }
            if (!free.isEmpty()) {
                List<PdfLine> pieces = PdfLine.pieces(free);
                float top = Float.MAX_VALUE;
                float bottom = -Float.MAX_VALUE;
                for (PdfLine piece : pieces) {
                    top = Math.min(top, piece.top());
                    bottom = Math.max(bottom, piece.bottom());
                }
                bands.add(new Band(top, bottom, pieces, null));
            }
        }
        bands.sort(Comparator.comparingDouble(Band::top));
        return bands;
    }

    private void read(List<Band> bands) {
        Columns found = columns(bands);
        if (found == null) {
            flow(bands);
            return;
        }
        read(bands.subList(0, found.from()));
        List<Band> left = new ArrayList<>();
        List<Band> right = new ArrayList<>();
        for (Band band : bands.subList(found.from(), found.to())) {
            side(band, found.at(), true, left);
            side(band, found.at(), false, right);
        }
        read(left);
        read(right);
        read(bands.subList(found.to(), bands.size()));
    }

    private static void side(Band band, float at, boolean left, List<Band> to) {
        if (band.table() != null) {
            if (band.table().box().middleX() < at == left) {
                to.add(band);
            }
            return;
        }
        List<PdfLine> pieces = new ArrayList<>();
        for (PdfLine piece : band.pieces()) {
            if (piece.middleX() < at == left) {
                pieces.add(piece);
            }
        }
        if (!pieces.isEmpty()) {
            to.add(new Band(band.top(), band.bottom(), pieces, null));
        }
    }

    /// Bands from and to (exclusive) stand in two columns, parted at a place.
    private record Columns(int from, int to, float at) {}

    private static @Nullable Columns columns(List<Band> bands) {
        TreeSet<Integer> places = new TreeSet<>();
        for (Band band : bands) {
            for (int i = 1; i < band.pieces().size(); i++) {
                float gap =
                        band.pieces().get(i).left() - band.pieces().get(i - 1).right();
                if (gap >= GUTTER) {
                    places.add(Math.round(band.pieces().get(i).left() - GUTTER / 2));
                    places.add(Math.round(band.pieces().get(i - 1).right() + GUTTER / 2));
                }
            }
            if (!band.pieces().isEmpty()) {
                places.add(Math.round(band.left() - GUTTER / 2));
            }
        }
        Columns best = null;
        for (int place : places) {
            int from = 0;
            while (from < bands.size()) {
                if (bands.get(from).crosses(place - GUTTER / 2 + 0.5f, place + GUTTER / 2 - 0.5f)) {
                    from++;
                    continue;
                }
                int to = from;
                while (to < bands.size()
                        && !bands.get(to).crosses(place - GUTTER / 2 + 0.5f, place + GUTTER / 2 - 0.5f)) {
                    to++;
                }
                if ((best == null || to - from > best.to() - best.from())
                        && PdfProse.inColumns(
                                pieces(bands.subList(from, to), place, true),
                                pieces(bands.subList(from, to), place, false))) {
                    best = new Columns(from, to, place);
                }
                from = to;
            }
        }
        return best;
    }

    /// The pieces of each row at one side of a place.
    private static List<List<PdfLine>> pieces(List<Band> bands, float at, boolean left) {
        List<List<PdfLine>> lines = new ArrayList<>();
        for (Band band : bands) {
            List<PdfLine> pieces = new ArrayList<>();
            for (PdfLine piece : band.pieces()) {
                if (piece.middleX() < at == left) {
                    pieces.add(piece);
                }
            }
            if (!pieces.isEmpty()) {
                lines.add(pieces);
            }
        }
        return lines;
    }

    private void flow(List<Band> bands) {
        if (bands.isEmpty()) {
            return;
        }
        columns++;
        float left = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        for (Band band : bands) {
            if (band.table() == null) {
                left = Math.min(left, band.left());
                right = Math.max(right, band.right());
            }
        }
        int at = 0;
        while (at < bands.size()) {
            PdfTable table = bands.get(at).table();
            if (table != null) {
                parts.add(new PdfPart.Tabular(table));
                at++;
                continue;
            }
            int end = at;
            List<List<PdfLine>> rows = new ArrayList<>();
            while (end < bands.size() && bands.get(end).table() == null) {
                rows.add(bands.get(end).pieces());
                end++;
            }
            for (PdfColumns.Found found : PdfColumns.of(rows, sheet)) {
                switch (found) {
                    case PdfColumns.Found.Plain(List<PdfLine> pieces) ->
                        parts.add(new PdfPart.Text(PdfLine.joined(pieces), columns, left, right));
                    case PdfColumns.Found.Aligned(PdfTable aligned) -> parts.add(new PdfPart.Tabular(aligned));
                }
            }
            at = end;
        }
    }
}
