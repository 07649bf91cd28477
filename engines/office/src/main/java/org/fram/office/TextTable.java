package org.fram.office;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fram.office.TextPages.Line;
import org.jspecify.annotations.Nullable;

/// A table that a plain text lays out with columns of spaces.
///
/// @param rows each with its cells' texts, as many as the table has columns
/// @param end the line behind its last one
record TextTable(List<List<String>> rows, int end) {

    /*
     * A table is taken for one only where it can hardly be anything else: at least three lines share a gutter (character
     * columns that are blank in all of them), text of the right column begins at the same place in most, and what is
     * left of the first gutter is not just the marks of a list.
     */

    private static final int GUTTER = 2;
    private static final int FEWEST_LINES = 3;
    private static final Pattern MARK = Pattern.compile(
            "[•▪●○◦■□➢✓*o·–—-]|\\(?(?:\\d{1,3}|[A-Za-z]|[ivxl]{1,5})[.)]\\.?|[A-Z]?\\d*(?:\\.\\d+)+\\.?");
    private static final Pattern LEADER = Pattern.compile("\\.{4,}|_{4,}|…{2,}|(?:\\. ){4,}");

    /// The table that begins at a line, or null where none does.
    static @Nullable TextTable at(List<Line> lines, int begin) {
        if (!columns(lines.get(begin).text())) {
            return null;
        }
        List<int[]> gutters = gaps(lines.get(begin).text());
        List<int[]> accepted = gutters;
        int end = begin + 1;
        int blanks = 0;
        int several = 1;
        for (int i = begin + 1; i < lines.size(); i++) {
            String line = lines.get(i).text();
            if (line.isEmpty()) {
                if (++blanks > 3) {
                    break;
                }
                continue;
            }
            List<int[]> left = narrowed(gutters, line);
            if (left.isEmpty()
                    || (blanks > 0 && !columns(line))
                    || LEADER.matcher(line).find()) {
                break;
            }
            blanks = 0;
            gutters = left;
            if (columns(line)) {
                several++;
                accepted = left;
                end = i + 1;
            } else if (reachesPast(line, left)) {
                accepted = left;
                end = i + 1;
            } else if (!besides(line, left)) {
                break;
            }
        }
        end = behindWrappedCell(lines, end, accepted);
        return several < FEWEST_LINES || !aligned(lines, begin, end, accepted)
                ? null
                : read(lines, begin, end, accepted);
    }

    /// Whether a line has text on both sides of a gap.
    private static boolean columns(String line) {
        return !LEADER.matcher(line).find() && !gaps(line).isEmpty();
    }

    /// The gaps within a line, each from its first blank to behind its last.
    private static List<int[]> gaps(String line) {
        List<int[]> gaps = new ArrayList<>();
        int i = 0;
        while (i < line.length() && line.charAt(i) == ' ') {
            i++;
        }
        int start = -1;
        for (; i < line.length(); i++) {
            boolean blank = TracedText.isSpace(line.charAt(i));
            if (blank && start < 0) {
                start = i;
            } else if (!blank && start >= 0) {
                if (i - start >= GUTTER && !(i - start == GUTTER && ".!?:".indexOf(line.charAt(start - 1)) >= 0)) {
                    gaps.add(new int[] {start, i});
                }
                start = -1;
            }
        }
        return gaps;
    }

    /// What of the gutters a further line leaves blank.
    private static List<int[]> narrowed(List<int[]> gutters, String line) {
        List<int[]> left = new ArrayList<>();
        for (int[] gutter : gutters) {
            int start = -1;
            for (int i = gutter[0]; i <= gutter[1]; i++) {
                boolean blank = i < gutter[1] && (i >= line.length() || TracedText.isSpace(line.charAt(i)));
                if (blank && start < 0) {
                    start = i;
                } else if (!blank && start >= 0) {
                    if (i - start >= GUTTER) {
                        left.add(new int[] {start, i});
                    }
                    start = -1;
                }
            }
        }
        return left;
    }

    /// Whether all of a line's text stands behind the first gutter: more of a wrapped cell.
    private static boolean reachesPast(String line, List<int[]> gutters) {
        return !line.isBlank()
                && line.substring(0, Math.min(line.length(), gutters.getFirst()[0]))
                        .isBlank();
    }

    /// Whether all of a line's text stands before the first gutter: more of the first column, or what
    /// follows.
    private static boolean besides(String line, List<int[]> gutters) {
        return line.length() <= gutters.getFirst()[0];
    }

    /// The line behind what goes on with the first cell of the last row, where a blank line follows: lines as far in as
    /// that row, short of the second column, in lower case. Anything else there is not the table's.
    private static int behindWrappedCell(List<Line> lines, int end, List<int[]> gutters) {
        String last = lines.get(end - 1).text();
        int behind = end;
        while (behind < lines.size() && !lines.get(behind).text().isBlank()) {
            String line = lines.get(behind).text();
            if (!besides(line, gutters)
                    || indent(line) != indent(last)
                    || !Character.isLowerCase(line.charAt(indent(line)))) {
                return end;
            }
            behind++;
        }
        return behind;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static boolean aligned(List<Line> lines, int begin, int end, List<int[]> gutters) {
        int reaching = 0;
        int starting = 0;
        int marks = 0;
        int first = 0;
        for (int i = begin; i < end; i++) {
            String line = lines.get(i).text();
            List<String> cells = cells(line, gutters);
            if (cells.isEmpty()) {
                continue;
            }
            if (!cells.getFirst().isEmpty()) {
                first++;
                marks += MARK.matcher(cells.getFirst()).matches() ? 1 : 0;
            }
            for (int[] gutter : gutters) {
                if (line.length() > gutter[1]) {
                    reaching++;
                    int at = gutter[1];
                    starting += line.charAt(at) != ' '
                                    || (at + 1 < line.length() && line.charAt(at + 1) != ' ')
                                    || figure(line, at)
                            ? 1
                            : 0;
                }
            }
        }
        int width =
                gutters.stream().mapToInt(gutter -> gutter[1] - gutter[0]).max().orElse(0);
        return first >= 2 && marks * 2 < first && starting * 10 >= reaching * 6 && width >= GUTTER;
    }

    /// Whether the next thing in the column is a figure, which is set to the right.
    private static boolean figure(String line, int at) {
        int i = at;
        while (i < line.length() && line.charAt(i) == ' ') {
            i++;
        }
        return i < line.length() && (Character.isDigit(line.charAt(i)) || "$€£(".indexOf(line.charAt(i)) >= 0);
    }

    private static List<String> cells(String line, List<int[]> gutters) {
        if (line.isBlank()) {
            return List.of();
        }
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int[] gutter : gutters) {
            cells.add(piece(line, from, gutter[0]));
            from = gutter[1];
        }
        cells.add(piece(line, from, line.length()));
        return cells;
    }

    private static String piece(String line, int from, int to) {
        return from >= line.length()
                ? ""
                : line.substring(from, Math.min(to, line.length())).strip();
    }

    private static TextTable read(List<Line> lines, int begin, int end, List<int[]> gutters) {
        List<List<List<String>>> groups = new ArrayList<>();
        boolean open = false;
        for (int i = begin; i < end; i++) {
            List<String> cells = cells(lines.get(i).text(), gutters);
            if (cells.isEmpty()) {
                open = false;
                continue;
            }
            if (!open) {
                groups.add(new ArrayList<>());
                open = true;
            }
            groups.getLast().add(cells);
        }
        int[] widths = widths(lines, begin, end, gutters);
        List<List<String>> rows = new ArrayList<>();
        for (List<List<String>> group : groups) {
            List<String> row = null;
            for (int i = 0; i < group.size(); i++) {
                List<String> cells = group.get(i);
                boolean wrapped = i > 0 && continues(cells, group.get(i - 1), widths);
                if (row == null && !rows.isEmpty() && cells.getFirst().isEmpty() && continuesRow(cells)) {
                    row = rows.getLast();
                    wrapped = true;
                }
                if (wrapped && row != null) {
                    for (int c = 0; c < cells.size(); c++) {
                        row.set(c, (row.get(c) + " " + cells.get(c)).strip());
                    }
                } else {
                    row = new ArrayList<>(cells);
                    rows.add(row);
                }
            }
        }
        return new TextTable(rows, end);
    }

    /// How much text each column has room for.
    private static int[] widths(List<Line> lines, int begin, int end, List<int[]> gutters) {
        int left = Integer.MAX_VALUE;
        int right = 0;
        for (Line line : lines.subList(begin, end)) {
            if (!line.blank()) {
                left = Math.min(left, line.indent());
                right = Math.max(right, line.text().length());
            }
        }
        int[] widths = new int[gutters.size() + 1];
        for (int c = 0; c < widths.length; c++) {
            int from = c == 0 ? left : gutters.get(c - 1)[1];
            int to = c == gutters.size() ? right : gutters.get(c)[1] - GUTTER;
            widths[c] = to - from;
        }
        return widths;
    }

    /// Whether a line goes on with the cells of the line before: most of what it says begins in the middle of a
    /// sentence, and its first cell would not have fitted above.
    private static boolean continues(List<String> cells, List<String> before, int[] widths) {
        if (cells.getFirst().isEmpty()) {
            return true;
        }
        int more = 0;
        int filled = 0;
        for (int c = 0; c < cells.size(); c++) {
            String cell = cells.get(c);
            String above = before.get(c);
            if (cell.isEmpty() || above.isEmpty()) {
                continue;
            }
            filled++;
            boolean inside = Character.isLowerCase(cell.charAt(0))
                    || ",-–&/(".indexOf(above.charAt(above.length() - 1)) >= 0
                    || Wording.openEnd(above);
            more += inside ? 1 : 0;
            int space = cell.indexOf(' ');
            int word = space < 0 ? cell.length() : space;
            if (c == 0 && !inside && above.length() + 1 + word <= widths[c]) {
                return false;
            }
        }
        return filled > 0 && more * 2 >= filled;
    }

    private static boolean continuesRow(List<String> cells) {
        return cells.stream()
                .filter(cell -> !cell.isEmpty())
                .allMatch(cell -> Character.isLowerCase(cell.charAt(0)) || ",;(&".indexOf(cell.charAt(0)) >= 0);
    }
}
