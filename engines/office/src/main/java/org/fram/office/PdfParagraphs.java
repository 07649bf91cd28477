package org.fram.office;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides where one paragraph ends and the next begins.
final class PdfParagraphs {

    /// Baseline distance of lines that read on, in font sizes, where a document does not tell.
    private static final float USUAL_LEADING = 1.2f;

    private final float leading;

    /// @param leading baseline distance of lines that read on, in font sizes
    PdfParagraphs(float leading) {
        this.leading = leading;
    }

    /// Measures the leading where lines surely read on: no end of a sentence, then a small letter.
    static PdfParagraphs measuredOn(List<List<PdfPart>> pages) {
        int[] counts = new int[60];
        for (List<PdfPart> parts : pages) {
            PdfPart.Text before = null;
            for (PdfPart part : parts) {
                if (part instanceof PdfPart.Text text) {
                    if (before != null && before.column() == text.column() && readsOn(before.line(), text.line())) {
                        float step = (text.line().baseline() - before.line().baseline())
                                / text.line().size();
                        if (step > 0.8f && step < 3) {
                            counts[(int) (step * 20)]++;
                        }
                    }
                    before = text;
                } else {
                    before = null;
                }
            }
        }
        int best = -1;
        for (int i = 0; i < counts.length; i++) {
            best = counts[i] > 0 && (best < 0 || counts[i] > counts[best]) ? i : best;
        }
        return new PdfParagraphs(best < 0 ? USUAL_LEADING : (best + 1) / 20f);
    }

    private static boolean readsOn(PdfLine before, PdfLine after) {
        return !terminal(before)
                && Math.abs(before.size() - after.size()) < 0.3f
                && Character.isLowerCase(after.words().getFirst().text().charAt(0));
    }

    /// The paragraphs of a cell.
    ///
    /// @param right edge of what the cell's text may cover
    List<PdfParagraph> ofCell(List<PdfLine> lines, float right) {
        List<PdfParagraph> paragraphs = new ArrayList<>();
        float left = Float.MAX_VALUE;
        for (PdfLine line : lines) {
            left = Math.min(left, line.left());
        }
        for (PdfLine line : lines) {
            PdfParagraph current = paragraphs.isEmpty() ? null : paragraphs.getLast();
            PdfMarker marker = PdfMarker.of(line);
            if (current == null || begins(current, line, marker, left, right)) {
                paragraphs.add(new PdfParagraph(line, marker, left, right));
            } else {
                current.add(line);
            }
        }
        return paragraphs;
    }

    /// Whether a line below the paragraph in the same column begins another.
    boolean begins(PdfParagraph paragraph, PdfLine line, @Nullable PdfMarker marker, float left, float right) {
        PdfLine last = paragraph.last();
        float size = Math.max(line.size(), last.size());
        float step = line.baseline() - last.baseline();
        boolean fits = fits(last, line, right);
        boolean ended = terminal(last);
        boolean lower = Character.isLowerCase(line.words().getFirst().text().charAt(0));
        if (step < -0.5f * size) {
            return true;
        }
        boolean alike = Math.abs(line.size() - last.size()) < 0.05f * size && last.bold() == line.bold();
        boolean readsOn = alike && marker == null && !ended && !fits;
        float widest = Math.max(1.22f * leading, leading + 0.2f) * size;
        if (readsOn && paragraph.lines().size() > 1) {
            // A paragraph that is set wider than the rest of the document.
            PdfLine above = paragraph.lines().get(paragraph.lines().size() - 2);
            widest = Math.max(widest, 1.08f * (last.baseline() - above.baseline()));
        }
        if (readsOn && lower) {
            widest = Math.max(widest, 2.2f * size);
        }
        if (step > widest) {
            return true;
        }
        if (Math.abs(line.size() - last.size()) > 0.09f * size && !(lower && !ended && !fits)) {
            return true;
        }
        if (last.bold() != line.bold() && (fits || ended || paragraph.bold() && !lower)) {
            return true;
        }
        if (marker != null && markerBegins(paragraph, line, marker, fits, ended, left)) {
            return true;
        }
        if (opensLikeItsSister(paragraph, line) && !lower && line.left() - last.left() < 0.5f * size) {
            boolean room = right - last.right() > 3 * size;
            if (room || ended) {
                return true;
            }
        }
        PdfMarker own = paragraph.marker();
        if (own != null && own.kind() == PdfMarker.Kind.BULLET && line.left() < paragraph.left() - 0.5f * size) {
            return true;
        }
        boolean setIn = line.left() > last.left() + 0.8f * size;
        boolean setOut = line.left() < last.left() - 0.8f * size;
        boolean second = paragraph.lines().size() == 1;
        if (setIn && !(second && own != null) && (ended || fits) && !lower) {
            return true;
        }
        if (setOut && !second && (ended || fits) && !lower) {
            return true;
        }
        if (own != null && second && ended && line.left() < own.textLeft(paragraph.first()) - 0.5f * size && fits) {
            return true;
        }
        return fits && !(lower && !ended);
    }

    /// Whether the line opens with bold words before plain ones, as the paragraph does ("Term. This order runs …").
    private static boolean opensLikeItsSister(PdfParagraph paragraph, PdfLine line) {
        return runsIn(paragraph.first())
                && runsIn(line)
                && !paragraph.last().words().getLast().bold();
    }

    private static boolean runsIn(PdfLine line) {
        return line.words().getFirst().bold() && !line.bold();
    }

    private static boolean markerBegins(
            PdfParagraph paragraph, PdfLine line, PdfMarker marker, boolean fits, boolean ended, float left) {
        String before = paragraph.last().words().getLast().text();
        boolean spaced = marker.gap(line) > 0.45f || !marker.rest().isEmpty();
        boolean atOwnEdge = Math.abs(line.left() - paragraph.left()) < 3;
        return switch (marker.kind()) {
            case BULLET -> "•◦▪▫■□●○‣➢✓❖◆►▶✔".contains(marker.text().substring(0, 1)) || fits || ended || spaced;
            case COUNT -> {
                PdfMarker own = paragraph.marker();
                boolean sister = own != null && own.kind() == PdfMarker.Kind.COUNT && atOwnEdge;
                boolean outdented = own != null && line.left() < own.textLeft(paragraph.first()) - 4;
                // No paragraph ends with an article: "by the" goes on with "21. of the month".
                boolean awaited = before.matches("the|a|an");
                yield !awaited
                        && (fits
                                || (ended && (spaced || sister || outdented))
                                || (sister && spaced)
                                || (outdented && sister));
            }
            case NUMBER -> {
                boolean reference = before.matches("(?i).*(section|sections|clause|paragraph|para\\.|and|or|to|of|in)");
                yield !reference && (fits || ended || marker.gap(line) > 0.6f && atOwnEdge);
            }
            case LABEL -> fits && line.left() < left + 60;
        };
    }

    /// Whether the next line's first word would have found room at the end of the line.
    static boolean fits(PdfLine line, PdfLine next, float right) {
        PdfWord first = next.words().getFirst();
        float needed = first.right() - first.left() + 0.25f * line.size();
        return line.right() + needed < right - 0.35f * line.size();
    }

    /// Whether a line ends as a sentence or a lead-in ends.
    static boolean terminal(PdfLine line) {
        String text = line.words().getLast().text();
        int at = text.length() - 1;
        while (at > 0 && ")]\"'”’»".indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        return ".!?:;".indexOf(text.charAt(at)) >= 0;
    }
}
