package org.fram.office;

import java.util.ArrayList;
import java.util.List;

/// Gives pages with one column the edges that the document's text has, where a page's own text does not reach them.
final class PdfEdges {

    /// Of all lines: so many may stand outside of the common edges.
    private static final float OUTSIDE = 0.04f;

    /// A page whose text stands further away than this has edges of its own; in points.
    private static final float APART = 130;

    private PdfEdges() {}

    static List<List<PdfPart>> common(List<List<PdfPart>> pages) {
        List<Float> lefts = new ArrayList<>();
        List<Float> rights = new ArrayList<>();
        for (List<PdfPart> parts : pages) {
            if (single(parts)) {
                for (PdfPart part : parts) {
                    if (part instanceof PdfPart.Text text) {
                        lefts.add(text.line().left());
                        rights.add(text.line().right());
                    }
                }
            }
        }
        if (lefts.isEmpty()) {
            return pages;
        }
        lefts.sort(null);
        rights.sort(null);
        float left = lefts.get((int) (OUTSIDE * lefts.size()));
        float right = rights.get((int) ((1 - OUTSIDE) * (rights.size() - 1)));
        List<List<PdfPart>> result = new ArrayList<>();
        for (List<PdfPart> parts : pages) {
            result.add(single(parts) ? widened(parts, left, right) : parts);
        }
        return result;
    }

    private static boolean single(List<PdfPart> parts) {
        return parts.stream()
                        .filter(PdfPart.Text.class::isInstance)
                        .map(part -> ((PdfPart.Text) part).column())
                        .distinct()
                        .count()
                == 1;
    }

    private static List<PdfPart> widened(List<PdfPart> parts, float left, float right) {
        List<PdfPart> result = new ArrayList<>();
        for (PdfPart part : parts) {
            if (part instanceof PdfPart.Text text) {
                boolean near = text.left() - left < APART && right - text.right() < APART * 2;
                result.add(new PdfPart.Text(
                        text.line(),
                        text.column(),
                        near ? Math.min(text.left(), left) : text.left(),
                        near ? Math.max(text.right(), right) : text.right()));
            } else {
                result.add(part);
            }
        }
        return result;
    }
}
