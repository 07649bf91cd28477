package org.fram.office;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Sorts the characters of a page into words, and the words into rows of one baseline.
final class PdfRows {

    /// Of the font size: baselines closer than this are one row.
    private static final float SAME_BASELINE = 0.22f;

    /// Of the font size: the same character drawn again closer than this is drawn to look bold.
    private static final float DOUBLED = 0.14f;

    private PdfRows() {}

    static List<PdfRow> of(List<PdfGlyph> glyphs, int page) {
        List<List<PdfGlyph>> lines = lines(glyphs);
        int[] hosts = raisedOnto(lines);
        boolean drawsSpaces = drawsSpaces(glyphs);
        List<PdfRow> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (hosts[i] >= 0) {
                continue;
            }
            List<Placed> row = new ArrayList<>();
            float baseline = baseline(lines.get(i));
            add(row, lines.get(i), baseline, false);
            for (int j = 0; j < lines.size(); j++) {
                if (hosts[j] == i) {
                    add(row, lines.get(j), baseline, baseline(lines.get(j)) < baseline);
                }
            }
            List<PdfWord> words = words(row, page, drawsSpaces);
            if (!words.isEmpty()) {
                rows.add(new PdfRow(baseline, words));
            }
        }
        return rows;
    }

    /// The rows with further words, each put on the row that it stands on or on a row of its own.
    static List<PdfRow> with(List<PdfRow> rows, List<PdfWord> more) {
        List<PdfRow> all = new ArrayList<>(rows);
        for (PdfWord word : more) {
            int at = -1;
            for (int i = 0; i < all.size(); i++) {
                if (Math.abs(all.get(i).baseline() - word.baseline()) < SAME_BASELINE * word.size()) {
                    at = i;
                }
            }
            List<PdfWord> words = new ArrayList<>();
            if (at >= 0) {
                words.addAll(all.get(at).words());
            }
            words.add(word);
            words.sort(Comparator.comparingDouble(PdfWord::left));
            if (at >= 0) {
                all.set(at, new PdfRow(all.get(at).baseline(), words));
            } else {
                all.add(new PdfRow(word.baseline(), words));
            }
        }
        all.sort(Comparator.comparingDouble(PdfRow::baseline));
        return all;
    }

    private record Placed(PdfGlyph glyph, float baseline, boolean raised) {}

    private static void add(List<Placed> row, List<PdfGlyph> line, float baseline, boolean raised) {
        for (PdfGlyph glyph : line) {
            row.add(new Placed(glyph, baseline, raised));
        }
    }

    private static List<List<PdfGlyph>> lines(List<PdfGlyph> glyphs) {
        List<PdfGlyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(PdfGlyph::y));
        List<List<PdfGlyph>> lines = new ArrayList<>();
        float anchor = 0;
        for (PdfGlyph glyph : sorted) {
            if (lines.isEmpty() || glyph.y() - anchor > Math.max(0.8f, SAME_BASELINE * glyph.size())) {
                lines.add(new ArrayList<>());
                anchor = glyph.y();
            }
            lines.getLast().add(glyph);
        }
        lines.removeIf(line -> line.stream().allMatch(PdfGlyph::blank));
        return lines;
    }

    /// For each line the larger line that it is raised or lowered on as super- or subscript, or -1.
    private static int[] raisedOnto(List<List<PdfGlyph>> lines) {
        int[] hosts = new int[lines.size()];
        Arrays.fill(hosts, -1);
        for (int i = 0; i < lines.size(); i++) {
            float size = size(lines.get(i));
            for (int j = Math.max(0, i - 2); j <= Math.min(lines.size() - 1, i + 2); j++) {
                if (j == i) {
                    continue;
                }
                float other = size(lines.get(j));
                float lift = baseline(lines.get(j)) - baseline(lines.get(i));
                if (size <= 0.85f * other
                        && lift < 0.62f * other
                        && lift > -0.32f * other
                        && beside(lines.get(i), lines.get(j), other)) {
                    hosts[i] = j;
                    break;
                }
            }
        }
        // A host is larger than what it carries, so that this ends.
        for (int i = 0; i < hosts.length; i++) {
            while (hosts[i] >= 0 && hosts[hosts[i]] >= 0) {
                hosts[i] = hosts[hosts[i]];
            }
        }
        return hosts;
    }

    /// Whether each piece of the small line touches a character of the large one.
    private static boolean beside(List<PdfGlyph> small, List<PdfGlyph> large, float size) {
        int touching = 0;
        int marks = 0;
        for (PdfGlyph mark : small) {
            if (mark.blank()) {
                continue;
            }
            marks++;
            for (PdfGlyph glyph : large) {
                if (mark.x() < glyph.right() + 0.45f * size && mark.right() > glyph.x() - 0.45f * size) {
                    touching++;
                    break;
                }
            }
        }
        return marks > 0 && marks <= 24 && touching * 2 > marks && small.size() < large.size() + 3;
    }

    private static float baseline(List<PdfGlyph> line) {
        double sum = 0;
        int count = 0;
        for (PdfGlyph glyph : line) {
            if (!glyph.blank()) {
                sum += glyph.y();
                count++;
            }
        }
        return (float) (sum / Math.max(1, count));
    }

    private static float size(List<PdfGlyph> line) {
        float largest = 0;
        for (PdfGlyph glyph : line) {
            largest = glyph.blank() ? largest : Math.max(largest, glyph.size());
        }
        return largest;
    }

    private static List<PdfWord> words(List<Placed> placed, int page, boolean drawsSpaces) {
        List<Placed> row = new ArrayList<>(placed);
        row.sort(Comparator.comparingDouble(each -> each.glyph().x()));
        row = undoubled(row);
        boolean spaced = drawsSpaces(row.stream().map(Placed::glyph).toList());
        List<PdfWord> words = new ArrayList<>();
        List<Placed> word = new ArrayList<>();
        PdfWord.Lead lead = PdfWord.Lead.WHITE;
        float right = Float.NEGATIVE_INFINITY;
        boolean blankBefore = true;
        for (Placed each : row) {
            PdfGlyph glyph = each.glyph();
            if (glyph.blank()) {
                blankBefore = true;
                continue;
            }
            float gap = glyph.x() - right;
            float wide = spaced ? 0.42f * glyph.size() : Math.max(0.16f * glyph.size(), 0.55f * glyph.space());
            boolean apart = blankBefore && gap > -0.3f * glyph.size() || gap > wide;
            boolean lifted = !word.isEmpty() && word.getLast().raised() != each.raised();
            if (!word.isEmpty() && (apart || lifted)) {
                words.add(word(word, page, lead));
                word.clear();
                lead = !apart
                        ? PdfWord.Lead.NOTHING
                        : blankBefore || !drawsSpaces ? PdfWord.Lead.SPACE : PdfWord.Lead.WHITE;
            }
            word.add(each);
            right = Math.max(right, glyph.right());
            blankBefore = false;
        }
        if (!word.isEmpty()) {
            words.add(word(word, page, lead));
        }
        return inReadingOrder(together(words));
    }

    private static List<Placed> undoubled(List<Placed> row) {
        List<Placed> kept = new ArrayList<>();
        for (Placed each : row) {
            boolean doubled = false;
            for (int i = kept.size() - 1; i >= Math.max(0, kept.size() - 3); i--) {
                Placed before = kept.get(i);
                if (!each.glyph().blank()
                        && before.glyph().text().equals(each.glyph().text())
                        && each.glyph().x() - before.glyph().x()
                                < DOUBLED * each.glyph().size()) {
                    kept.set(i, new Placed(before.glyph().bolder(), before.baseline(), before.raised()));
                    doubled = true;
                    break;
                }
            }
            if (!doubled) {
                kept.add(each);
            }
        }
        return kept;
    }

    /// Whether spaces are drawn as characters; else words are told apart by white alone.
    private static boolean drawsSpaces(List<PdfGlyph> glyphs) {
        int blanks = 0;
        for (PdfGlyph glyph : glyphs) {
            blanks += glyph.blank() ? 1 : 0;
        }
        return blanks > 0 && blanks * 18 >= glyphs.size() - blanks;
    }

    private static PdfWord word(List<Placed> glyphs, int page, PdfWord.Lead lead) {
        StringBuilder text = new StringBuilder();
        float left = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float size = 0;
        int bold = 0;
        int italic = 0;
        for (Placed each : glyphs) {
            PdfGlyph glyph = each.glyph();
            text.append(glyph.text());
            left = Math.min(left, glyph.x());
            right = Math.max(right, glyph.right());
            size = Math.max(size, glyph.size());
            bold += glyph.bold() ? 1 : 0;
            italic += glyph.italic() ? 1 : 0;
        }
        Placed first = glyphs.getFirst();
        return new PdfWord(
                java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC),
                page,
                left,
                right,
                first.baseline(),
                size,
                first.glyph().space(),
                bold * 2 > glyphs.size(),
                italic * 2 > glyphs.size(),
                false,
                first.raised(),
                lead);
    }

    /// Puts words together that are spaced out letter by letter ("S C O P E  O F  W O R K").
    private static List<PdfWord> together(List<PdfWord> words) {
        List<PdfWord> result = new ArrayList<>();
        int i = 0;
        while (i < words.size()) {
            int end = i;
            while (end < words.size() && letter(words.get(end)) && (end == i || near(words, end))) {
                end++;
            }
            if (end - i >= 5) {
                spellOut(words.subList(i, end), result);
                i = end;
            } else {
                result.add(words.get(i));
                i++;
            }
        }
        return result;
    }

    private static boolean letter(PdfWord word) {
        return word.text().length() == 1
                && Character.isLetterOrDigit(word.text().charAt(0));
    }

    private static boolean near(List<PdfWord> words, int at) {
        return words.get(at).left() - words.get(at - 1).right()
                < 1.1f * words.get(at).size();
    }

    private static void spellOut(List<PdfWord> letters, List<PdfWord> result) {
        List<Float> gaps = new ArrayList<>();
        for (int i = 1; i < letters.size(); i++) {
            gaps.add(letters.get(i).left() - letters.get(i - 1).right());
        }
        List<Float> sorted = new ArrayList<>(gaps);
        sorted.sort(null);
        float usual = sorted.get(sorted.size() / 2);
        PdfWord word = letters.getFirst();
        for (int i = 1; i < letters.size(); i++) {
            if (gaps.get(i - 1) > 1.6f * usual + 0.05f * word.size()) {
                result.add(word);
                word = letters.get(i);
            } else {
                word = joined(word, letters.get(i));
            }
        }
        result.add(word);
    }

    private static PdfWord joined(PdfWord a, PdfWord b) {
        return new PdfWord(
                a.text() + b.text(),
                a.page(),
                a.left(),
                b.right(),
                a.baseline(),
                Math.max(a.size(), b.size()),
                a.space(),
                a.bold() && b.bold(),
                a.italic() && b.italic(),
                false,
                a.raised(),
                a.lead());
    }

    /// Words of scripts that run to the left are put into the order in which they are read.
    private static List<PdfWord> inReadingOrder(List<PdfWord> words) {
        boolean leftward = false;
        for (PdfWord word : words) {
            leftward |=
                    Bidi.requiresBidi(word.text().toCharArray(), 0, word.text().length());
        }
        if (!leftward) {
            return words;
        }
        byte[] levels = new byte[words.size()];
        PdfWord[] order = new PdfWord[words.size()];
        int leftwards = 0;
        for (int i = 0; i < words.size(); i++) {
            PdfWord word = words.get(i);
            boolean turned =
                    Bidi.requiresBidi(word.text().toCharArray(), 0, word.text().length());
            leftwards += turned ? 1 : 0;
            levels[i] = (byte) (turned ? 1 : 0);
            order[i] = turned ? reversed(word) : word;
        }
        if (leftwards * 2 > words.size()) {
            for (int i = 0; i < levels.length; i++) {
                levels[i] = (byte) (levels[i] == 1 ? 1 : 2);
            }
        }
        Bidi.reorderVisually(levels, 0, order, 0, order.length);
        return List.of(order);
    }

    private static PdfWord reversed(PdfWord word) {
        return word.reading(new StringBuilder(word.text()).reverse().toString());
    }
}
