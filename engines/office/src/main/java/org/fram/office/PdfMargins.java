package org.fram.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells what pages repeat at their top and bottom (headers, footers, page numbers) from the body.
final class PdfMargins {

    /// How many rows from the top or bottom of a page are looked at.
    private static final int DEPTH = 6;

    /// Of the page's height, counted from its edge: where running text may stand.
    private static final float ZONE = 0.2f;

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?i)[-–—|\\s]*(page|pg\\.?|p\\.)?\\s*([A-Z]{1,2}-)?(\\d{1,4}|[ivxlc]{1,6})"
                    + "(\\s*(of|/)\\s*\\d{1,4})?[-–—|\\s]*");

    /// The rows of a page without what it shares with others, and that.
    ///
    /// @param body rows of the page's own, from top to bottom
    record Split(List<PdfRow> body, List<String> running) {}

    private PdfMargins() {}

    static List<Split> of(List<PdfSheet> sheets) {
        Map<String, Set<Integer>> pages = new HashMap<>();
        for (PdfSheet sheet : sheets) {
            for (int i : candidates(sheet)) {
                pages.computeIfAbsent(key(sheet, i), key -> new HashSet<>()).add(sheet.number());
            }
        }
        List<Split> splits = new ArrayList<>();
        for (PdfSheet sheet : sheets) {
            splits.add(split(sheet, sheets.size(), pages));
        }
        return splits;
    }

    /// Each running text once, in the order of the pages.
    static List<String> texts(List<Split> splits) {
        Set<String> keys = new HashSet<>();
        Set<String> texts = new LinkedHashSet<>();
        for (Split split : splits) {
            for (String text : split.running()) {
                if (keys.add(DIGITS.matcher(text).replaceAll("#"))) {
                    texts.add(text);
                }
            }
        }
        return List.copyOf(texts);
    }

    private static List<Integer> candidates(PdfSheet sheet) {
        List<Integer> candidates = new ArrayList<>();
        int count = sheet.rows().size();
        for (int i = 0; i < count; i++) {
            float y = sheet.rows().get(i).baseline();
            boolean top = i < DEPTH && y < ZONE * sheet.height();
            boolean bottom = i >= count - DEPTH && y > (1 - ZONE) * sheet.height();
            if (top || bottom) {
                candidates.add(i);
            }
        }
        return candidates;
    }

    private static Split split(PdfSheet sheet, int total, Map<String, Set<Integer>> pages) {
        int count = sheet.rows().size();
        Set<Integer> running = new HashSet<>();
        for (int i : candidates(sheet)) {
            int shared = pages.getOrDefault(key(sheet, i), Set.of()).size();
            boolean repeated = shared >= 2 && (shared * 3 >= total || shared >= 4);
            if (repeated || pageNumber(sheet, i, total)) {
                running.add(i);
            }
        }
        // Only what reaches from the edge inwards without a gap is margin; a repeated row of the body is body.
        Set<Integer> margin = new HashSet<>();
        for (int i = 0; i < count && running.contains(i); i++) {
            margin.add(i);
        }
        for (int i = count - 1; i >= 0 && running.contains(i); i--) {
            margin.add(i);
        }
        withoutTableHeads(sheet, margin);
        List<PdfRow> body = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (margin.contains(i)) {
                String text = text(sheet.rows().get(i));
                if (!PAGE_NUMBER.matcher(text).matches()) {
                    texts.add(text);
                }
            } else {
                body.add(sheet.rows().get(i));
            }
        }
        return new Split(body, texts);
    }

    /// A repeated row that stands within the lines of a table which goes on below it is the table's heading.
    private static void withoutTableHeads(PdfSheet sheet, Set<Integer> margin) {
        for (PdfTable table : PdfGrids.of(sheet, sheet.rows())) {
            boolean goesOn = false;
            for (int i = 0; i < sheet.rows().size(); i++) {
                float y = sheet.rows().get(i).baseline();
                goesOn |= !margin.contains(i)
                        && y > table.box().top()
                        && y < table.box().bottom();
            }
            if (goesOn) {
                margin.removeIf(i -> {
                    float y = sheet.rows().get(i).baseline();
                    return y > table.box().top() && y < table.box().bottom();
                });
            }
        }
    }

    private static boolean pageNumber(PdfSheet sheet, int row, int total) {
        float y = sheet.rows().get(row).baseline();
        boolean edge = y < 0.1f * sheet.height() || y > 0.9f * sheet.height();
        boolean outermost = row == 0 || row == sheet.rows().size() - 1;
        return total > 1
                && edge
                && outermost
                && sheet.rows().size() > 1
                && PAGE_NUMBER.matcher(text(sheet.rows().get(row))).matches();
    }

    /// The row's text and height without what changes from page to page.
    private static String key(PdfSheet sheet, int row) {
        PdfRow at = sheet.rows().get(row);
        boolean top = at.baseline() < sheet.height() / 2;
        float fromEdge = top ? at.baseline() : sheet.height() - at.baseline();
        return (top ? "T" : "B")
                + Math.round(fromEdge / 6)
                + DIGITS.matcher(text(at)).replaceAll("#").replaceAll("(?i)\\bpage [ivxlc]+\\b", "page #");
    }

    private static String text(PdfRow row) {
        return new PdfLine(row.words()).text();
    }
}
