package org.fram.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells headings from other text by size, weight, capitals, underlining and numbers, and ranks them.
final class PdfHeadings {

    /// How a heading looks, and its number.
    ///
    /// @param size font size in half points
    /// @param depth of its number, 0 without one
    record Style(int size, boolean bold, boolean capitals, String number, int depth) {
        String look() {
            return size + (bold ? "b" : "") + (capitals ? "c" : "");
        }
    }

    private static final int LONGEST = 150;

    /// Of the body's font size: what is larger stands out.
    private static final float LARGE = 1.12f;

    /// How many words a heading that stands in its paragraph's first line has at most.
    private static final int LONGEST_RUN_IN = 12;

    private static final Pattern ADDRESS = Pattern.compile("://|\\bwww\\.|\\S@\\S");

    private final float bodySize;
    private final Map<String, Integer> levels = new HashMap<>();
    private final Set<String> parents = new HashSet<>();
    private boolean boldBody;

    PdfHeadings(float bodySize) {
        this.bodySize = bodySize;
    }

    /// Looks at all of a document's text before the first question is asked.
    void learn(List<PdfParagraph> texts, PdfVocabulary vocabulary) {
        int bold = 0;
        int all = 0;
        for (PdfParagraph text : texts) {
            all += text.lines().size();
            bold += text.bold() ? text.lines().size() : 0;
            PdfMarker marker = text.marker();
            if (marker != null && marker.kind() == PdfMarker.Kind.NUMBER) {
                parents.add(number(marker).replaceAll("\\.[^.]*$", ""));
            }
        }
        boldBody = bold * 2 > all;
        Map<String, Map<Integer, Integer>> depths = new HashMap<>();
        TreeMap<Integer, TreeSet<String>> looks = new TreeMap<>();
        for (PdfParagraph text : texts) {
            Style style = style(text, vocabulary.text(text.lines(), Set.of()));
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
                int usual = usual(depths.getOrDefault(look, Map.of()));
                level = usual > 0 ? usual : level;
                levels.put(look, Math.clamp(level, 1, 9));
            }
        }
    }

    private static int usual(Map<Integer, Integer> counts) {
        int usual = 0;
        int most = 0;
        for (Map.Entry<Integer, Integer> each : counts.entrySet()) {
            if (each.getValue() > most) {
                most = each.getValue();
                usual = each.getKey();
            }
        }
        return usual;
    }

    int level(Style style) {
        return style.depth() > 0 ? Math.min(9, style.depth()) : levels.getOrDefault(style.look(), 1);
    }

    /// How the paragraph looks as a heading, or null if it is none.
    ///
    /// @param whole its text with its number
    @Nullable
    Style style(PdfParagraph paragraph, String whole) {
        PdfMarker marker = paragraph.marker();
        if (marker != null && marker.kind() == PdfMarker.Kind.BULLET
                || paragraph.lines().size() > 3
                || whole.length() > LONGEST
                || Wording.caption(whole)
                || PdfAssembly.LEADER.matcher(whole).matches()
                || Wording.prose(whole)) {
            return null;
        }
        String title = title(paragraph, marker);
        if (title.chars().noneMatch(Character::isLetter)
                || ADDRESS.matcher(title).find()) {
            return null;
        }
        boolean counted = marker != null && numbers(marker);
        boolean bold = paragraph.bold() && !boldBody;
        boolean large = paragraph.size() > LARGE * bodySize;
        boolean capitals = PdfAssembly.capitals(title);
        boolean underlined = paragraph.underlined(marker == null ? 0 : Math.min(marker.words(), 1));
        int words = Wording.words(title);
        boolean apart = large
                || bold && words <= 16
                || capitals && words <= 14 && (words > 1 || title.length() > 4)
                || underlined && words <= 12 && title.length() > 3;
        if (marker != null && marker.kind() == PdfMarker.Kind.COUNT && !counted) {
            apart = large;
        }
        if (endsSentence(title, counted && apart) || words > 18) {
            return null;
        }
        if (!apart && marker != null && counted && Wording.title(title)) {
            boolean parent = parents.contains(number(marker));
            apart = marker.kind() == PdfMarker.Kind.COUNT ? parent : titleCase(title) || parent;
        }
        if (!apart && marker == null && words > 1) {
            apart = Wording.division(whole) && titleCase(title);
        }
        if (!apart) {
            return null;
        }
        String number = marker != null && counted ? number(marker) : "";
        int depth = marker != null && counted ? depth(marker) : 0;
        return new Style(Math.round(paragraph.size() * 2), bold, capitals, number, depth);
    }

    private static boolean endsSentence(String title, boolean numberedAndApart) {
        char end = title.charAt(title.length() - 1);
        return switch (end) {
            case ';', ',' -> true;
            case ':' -> !numberedAndApart;
            case '.' -> !numberedAndApart || Wording.words(title) > 8;
            default -> false;
        };
    }

    /// Whether a marker is the number of a heading rather than that of an item.
    private static boolean numbers(PdfMarker marker) {
        return switch (marker.kind()) {
            case NUMBER -> true;
            case COUNT -> marker.text().matches("(\\d{1,3}|[A-Z]|[IVXLC]+)\\.");
            case BULLET, LABEL -> false;
        };
    }

    private static int depth(PdfMarker marker) {
        return marker.kind() == PdfMarker.Kind.NUMBER ? LeadingMark.levels(number(marker)) : 1;
    }

    /// The number as printed, without what closes it.
    static String number(PdfMarker marker) {
        return marker.text().replaceAll("[.:–—)-]+$", "");
    }

    private static String title(PdfParagraph paragraph, @Nullable PdfMarker marker) {
        List<PdfLine> lines = new ArrayList<>(paragraph.lines());
        if (marker != null && marker.kind() != PdfMarker.Kind.LABEL) {
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
            if (word.length() > 4 && Character.isLowerCase(word.charAt(0))) {
                return false;
            }
        }
        return Character.isUpperCase(title.charAt(0));
    }

    /// Where the heading ends that opens a numbered paragraph's first line, in words; 0 where there is none.
    ///
    /// It is one if it is bold or underlined and what follows is not, or if it is in capitals.
    int runIn(PdfParagraph paragraph) {
        PdfMarker marker = paragraph.marker();
        if (marker == null || !numbers(marker)) {
            return 0;
        }
        List<PdfWord> words = paragraph.first().words();
        int end = marker.words();
        boolean bold = true;
        boolean underlined = true;
        StringBuilder title = new StringBuilder();
        while (end < words.size() && end - marker.words() < LONGEST_RUN_IN) {
            PdfWord word = words.get(end);
            boolean stillBold = bold && word.bold();
            boolean stillUnderlined = underlined && word.underlined();
            boolean capitals = PdfAssembly.capitals(title + word.text() + "AAA");
            if (!stillBold && !stillUnderlined && !capitals) {
                break;
            }
            bold = stillBold;
            underlined = stillUnderlined;
            title.append(word.text()).append(' ');
            end++;
            if (word.text().endsWith(".") || word.text().endsWith(":")) {
                break;
            }
        }
        boolean closed = end > marker.words()
                && (words.get(end - 1).text().endsWith(".")
                        || words.get(end - 1).text().endsWith(":"));
        boolean more = end < words.size() || paragraph.lines().size() > 1;
        if (title.length() < 4 || !more) {
            return 0;
        }
        boolean parent = marker.kind() == PdfMarker.Kind.NUMBER || parents.contains(number(marker));
        if (closed && PdfAssembly.capitals(title.toString())) {
            return end;
        }
        if (end >= words.size() || !parent) {
            return 0;
        }
        PdfWord next = words.get(end);
        boolean changes = bold && !boldBody && !next.bold() || underlined && !next.underlined();
        boolean sentence = Character.isUpperCase(next.text().charAt(0)) || "–—-".contains(next.text());
        return changes && (closed || sentence && end - marker.words() >= 2) ? end : 0;
    }

    int runInLevel(PdfMarker marker) {
        return Math.min(9, depth(marker));
    }
}
