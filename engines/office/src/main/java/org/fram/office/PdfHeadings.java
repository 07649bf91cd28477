package org.fram.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Tells headings from other text by size, weight, capitals and numbers, and ranks them.
final class PdfHeadings {

    /// How a heading looks, and its number.
    ///
    /// @param size font size in half points
    record Style(int size, boolean bold, boolean capitals, String number, int depth) {
        String look() {
            return size + (bold ? "b" : "") + (capitals ? "c" : "");
        }
    }

    private static final int LONGEST = 150;

    private final float bodySize;
    private final Map<String, Integer> levels = new HashMap<>();
    private boolean boldBody;

    PdfHeadings(float bodySize) {
        this.bodySize = bodySize;
    }

    void learn(List<PdfParagraph> texts, PdfVocabulary vocabulary) {
        int bold = 0;
        int all = 0;
        for (PdfParagraph text : texts) {
            all += text.lines().size();
            bold += text.bold() ? text.lines().size() : 0;
        }
        boldBody = bold * 2 > all;
        Map<String, Map<Integer, Integer>> depths = new HashMap<>();
        TreeMap<Integer, TreeSet<String>> looks = new TreeMap<>();
        for (PdfParagraph text : texts) {
            Style style = style(text, vocabulary.text(text.lines(), java.util.Set.of()));
            if (style != null) {
                int rank = -(style.size() * 4 + (style.capitals() ? 2 : 0) + (style.bold() ? 1 : 0));
                looks.computeIfAbsent(rank, key -> new TreeSet<>()).add(style.look());
                if (style.depth() > 0) {
                    depths.computeIfAbsent(style.look(), key -> new HashMap<>()).merge(style.depth(), 1, Integer::sum);
                }
            }
        }
        int level = 0;
        for (TreeSet<String> same : looks.values()) {
            level++;
            for (String look : same) {
                Map<Integer, Integer> counts = depths.get(look);
                int usual = level;
                if (counts != null) {
                    int most = 0;
                    for (Map.Entry<Integer, Integer> each : counts.entrySet()) {
                        if (each.getValue() > most) {
                            most = each.getValue();
                            usual = each.getKey();
                        }
                    }
                    level = Math.max(usual, 1);
                }
                levels.put(look, Math.clamp(usual, 1, 9));
            }
        }
    }

    int level(Style style) {
        return style.depth() > 0 ? Math.min(9, style.depth()) : levels.getOrDefault(style.look(), 1);
    }

    /// How the paragraph looks as a heading, or null if it is none.
    @Nullable
    Style style(PdfParagraph paragraph, String whole) {
        PdfMarker marker = paragraph.marker();
        if (marker != null && marker.kind() == PdfMarker.Kind.BULLET
                || paragraph.lines().size() > 3
                || whole.length() > LONGEST) {
            return null;
        }
        String title = title(paragraph, marker);
        if (title.isEmpty() || title.chars().noneMatch(Character::isLetter)) {
            return null;
        }
        boolean bold = paragraph.bold();
        boolean big = paragraph.size() > 1.12f * bodySize;
        boolean capitals = PdfAssembly.capitals(title);
        boolean numbered = marker != null
                && (marker.kind() != PdfMarker.Kind.COUNT || marker.text().matches("(\\d{1,3}|[A-Z]|[IVXLC]+)\\."));
        int words = title.split(" ").length;
        char end = title.charAt(title.length() - 1);
        boolean sentence =
                ";,".indexOf(end) >= 0 || end == '.' && !(numbered && words <= 8 && (bold || capitals || big));
        if (sentence || end == ':' && !numbered && !big || words > 18) {
            return null;
        }
        boolean caps = capitals && words <= 14 && (words > 1 || title.length() > 4);
        boolean heading = big || bold && !boldBody && words <= 16 || caps;
        if (marker != null && marker.kind() == PdfMarker.Kind.COUNT && !numbered) {
            heading = big;
        }
        if (!heading && marker != null && numbered && marker.kind() != PdfMarker.Kind.COUNT) {
            heading = words <= 10 && end != '.' && titleCase(title);
        }
        if (!heading) {
            return null;
        }
        String number = marker != null && numbered ? number(marker) : "";
        int depth = marker != null && numbered ? depth(marker) : 0;
        return new Style(Math.round(paragraph.size() * 2), bold, capitals, number, depth);
    }

    private static int depth(PdfMarker marker) {
        return marker.kind() == PdfMarker.Kind.NUMBER
                ? number(marker).replaceAll("(\\.0)+$", "").split("\\.").length
                : 1;
    }

    /// The number as printed, without what closes it.
    static String number(PdfMarker marker) {
        return marker.text().replaceAll("[.:–—)-]+$", "");
    }

    private static String title(PdfParagraph paragraph, @Nullable PdfMarker marker) {
        List<PdfLine> lines = new ArrayList<>(paragraph.lines());
        if (marker != null) {
            List<PdfWord> words = lines.getFirst().words();
            if (marker.words() >= words.size()) {
                lines.removeFirst();
            } else {
                lines.set(0, new PdfLine(words.subList(marker.words(), words.size())));
            }
        }
        StringBuilder title = new StringBuilder();
        for (PdfLine line : lines) {
            title.append(title.isEmpty() ? "" : " ").append(line.text());
        }
        return title.toString().strip();
    }

    private static boolean titleCase(String title) {
        for (String word : title.split(" ")) {
            if (word.length() > 3 && Character.isLowerCase(word.charAt(0))) {
                return false;
            }
        }
        return Character.isUpperCase(title.charAt(0));
    }

    /// Where the heading ends that opens a numbered paragraph's first line, in words, or 0.
    int runIn(PdfParagraph paragraph) {
        PdfMarker marker = paragraph.marker();
        List<PdfWord> words = paragraph.first().words();
        if (marker == null || boldBody) {
            return 0;
        }
        StringBuilder title = new StringBuilder();
        boolean bold = true;
        for (int i = marker.words(); i < Math.min(words.size(), marker.words() + 12); i++) {
            PdfWord word = words.get(i);
            title.append(word.text());
            bold &= word.bold();
            boolean closes = word.text().endsWith(".") || word.text().endsWith(":");
            boolean more = i + 1 < words.size() || paragraph.lines().size() > 1;
            if (closes && more) {
                boolean nextBold = i + 1 < words.size() && words.get(i + 1).bold();
                boolean caps = PdfAssembly.capitals(title.toString()) && title.length() > 4;
                return bold && !nextBold || caps ? i + 1 : 0;
            }
            if (!bold && !PdfAssembly.capitals(title.toString())) {
                return 0;
            }
        }
        return 0;
    }
}
