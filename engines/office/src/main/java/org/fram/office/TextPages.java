package org.fram.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines of a plain text apart from what its pages repeat: headers, footers and page numbers.
///
/// @param lines of the body
/// @param runningText each repeated text once, page numbers left out
/// @param pages how many pages; 0 where nothing in the text shows where pages end
record TextPages(List<Line> lines, List<String> runningText, int pages) {

    /*
     * A page ends at a form feed, at a line that counts pages ("Page 3 of 6"), and at a lone number that its neighbours
     * continue. Lines that come back, but for their figures, within three lines of such an end are running text.
     */

    /// A line of the body.
    ///
    /// @param text without white space at its end, tabs expanded
    /// @param page on which it stands, 0 where unknown
    /// @param afterBreak whether a page ended between the line before and this one
    record Line(String text, int page, boolean afterBreak) {
        boolean blank() {
            return text.isEmpty();
        }

        /// How many spaces are before it.
        int indent() {
            int indent = 0;
            while (indent < text.length() && TracedText.isSpace(text.charAt(indent))) {
                indent++;
            }
            return indent;
        }
    }

    private static final int NEAR = 3;

    /// How many lines a page has at least, where a lone number that ends one stands among the text.
    private static final int FEWEST_LINES = 12;

    private static final int FAR_RIGHT = 30;
    private static final int TAB = 8;
    private static final Pattern COUNTED = Pattern.compile(
            "(?i)(?:.*\\s)?(?:page|pg\\.?)\\s+\\d{1,4}(?:\\s*(?:of|/)\\s*\\d{1,4})?|\\d{1,4}\\s+of\\s+\\d{1,4}"
                    + "|[-–—]\\s*\\d{1,4}\\s*[-–—]|\\d{1,4}\\s*\\|\\s*page");
    private static final Pattern LONE_NUMBER = Pattern.compile("(?:[A-Za-z]-)?(\\d{1,4})");

    /// Takes a text apart.
    static TextPages of(String text) {
        List<String> lines = new ArrayList<>();
        List<Boolean> feeds = new ArrayList<>();
        split(text, lines, feeds);
        boolean[] running = new boolean[lines.size()];
        boolean[] ends = ends(lines, feeds, running);
        repeated(lines, ends, running);
        return collect(lines, feeds, ends, running);
    }

    private static void split(String text, List<String> lines, List<Boolean> feeds) {
        int begin = 0;
        boolean feed = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? '\n' : text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029' || c == '\f') {
                lines.add(expand(text, begin, i));
                feeds.add(feed);
                feed = c == '\f';
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                begin = i + 1;
            }
        }
    }

    private static String expand(String text, int begin, int end) {
        int last = end;
        while (last > begin && TracedText.isSpace(text.charAt(last - 1))) {
            last--;
        }
        String line = text.substring(begin, last);
        if (line.indexOf('\t') < 0) {
            return line;
        }
        StringBuilder expanded = new StringBuilder(line.length() + TAB * 2);
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\t') {
                expanded.repeat(' ', TAB - expanded.length() % TAB);
            } else {
                expanded.append(line.charAt(i));
            }
        }
        return expanded.toString();
    }

    /// After which lines a page ends; lines that only count pages are marked as running.
    private static boolean[] ends(List<String> lines, List<Boolean> feeds, boolean[] running) {
        boolean[] ends = new boolean[lines.size()];
        List<Integer> lone = new ArrayList<>();
        Map<String, Integer> counted = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (i + 1 < lines.size() && feeds.get(i + 1)) {
                ends[i] = true;
            }
            if (LONE_NUMBER.matcher(line).matches()) {
                lone.add(i);
            } else if (line.length() < 200 && COUNTED.matcher(line).matches()) {
                counted.merge(shape(line), 1, Integer::sum);
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.length() < 200
                    && COUNTED.matcher(line).matches()
                    && (counted.getOrDefault(shape(line), 0) > 1 || line.length() < 16)) {
                running[i] = true;
                ends[i] = true;
            }
        }
        for (int k = 0; k < lone.size(); k++) {
            if (continued(lines, lone, k)) {
                running[lone.get(k)] = true;
                ends[lone.get(k)] = true;
            }
        }
        return ends;
    }

    /// Whether one of the lone numbers just before or after is the next or the last one.
    private static boolean continued(List<String> lines, List<Integer> lone, int k) {
        int number = number(lines.get(lone.get(k)));
        for (int other = Math.max(0, k - 2); other <= Math.min(lone.size() - 1, k + 2); other++) {
            int step = number(lines.get(lone.get(other))) - number;
            int apart = Math.abs(lone.get(other) - lone.get(k));
            boolean aside = lines.get(lone.get(k)).length() > FAR_RIGHT;
            if (other != k && apart > (aside ? NEAR : FEWEST_LINES) && (other < k ? step == -1 : step == 1)) {
                return true;
            }
        }
        return false;
    }

    private static int number(String line) {
        Matcher matcher = LONE_NUMBER.matcher(line.strip());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    private static void repeated(List<String> lines, boolean[] ends, boolean[] running) {
        int pages = 1;
        for (boolean end : ends) {
            pages += end ? 1 : 0;
        }
        if (pages < 2) {
            return;
        }
        Map<String, Integer> near = new HashMap<>();
        Map<String, Integer> all = new HashMap<>();
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty() && !running[i]) {
                String shape = shape(lines.get(i));
                all.merge(shape, 1, Integer::sum);
                if (near(lines, ends, i)) {
                    candidates.add(i);
                    near.merge(shape, 1, Integer::sum);
                }
            }
        }
        int often = pages < 6 ? 2 : Math.max(3, pages / 4);
        for (int i : candidates) {
            String shape = shape(lines.get(i));
            int count = near.getOrDefault(shape, 0);
            // What also stands elsewhere on the pages is the author's.
            running[i] = count >= often && count * 4 >= all.getOrDefault(shape, 0) * 3;
        }
    }

    /// Whether a page ends within a few written lines, above or below.
    private static boolean near(List<String> lines, boolean[] ends, int at) {
        int written = 0;
        for (int i = at; i < lines.size() && written <= NEAR; i++) {
            if (ends[i]) {
                return true;
            }
            written += lines.get(i).isEmpty() ? 0 : 1;
        }
        written = 0;
        for (int i = at - 1; i >= 0 && written < NEAR; i--) {
            if (ends[i]) {
                return true;
            }
            written += lines.get(i).isEmpty() ? 0 : 1;
        }
        return at < 2;
    }

    private static String shape(String line) {
        return line.strip().replaceAll("\\d+", "#").replaceAll("\\s+", " ");
    }

    private static TextPages collect(List<String> lines, List<Boolean> feeds, boolean[] ends, boolean[] running) {
        boolean fed = feeds.contains(true);
        boolean known = fed;
        List<Line> body = new ArrayList<>(lines.size());
        Set<String> texts = new LinkedHashSet<>();
        int page = 1;
        boolean broken = false;
        for (int i = 0; i < lines.size(); i++) {
            if (feeds.get(i)) {
                page++;
                broken = true;
            }
            if (running[i]) {
                String text = lines.get(i).strip().replaceAll("\\s+", " ");
                if (text.chars().anyMatch(Character::isLetter)) {
                    texts.add(shape(text).equals(text) ? text : text.replaceAll("(?i)\\s*\\bpage\\s+\\d.*$", ""));
                }
            } else {
                body.add(new Line(lines.get(i), page, broken));
                broken = broken && lines.get(i).isEmpty();
            }
            if (ends[i]) {
                broken = true;
                if (!fed) {
                    page++;
                    known = true;
                }
            }
        }
        texts.removeIf(String::isBlank);
        boolean pagesKnown = known;
        List<Line> numbered = pagesKnown
                ? body
                : body.stream().map(line -> new Line(line.text, 0, false)).toList();
        int last = numbered.stream()
                .filter(line -> !line.blank())
                .mapToInt(Line::page)
                .max()
                .orElse(page);
        return new TextPages(numbered, List.copyOf(texts), pagesKnown ? last : 0);
    }
}
