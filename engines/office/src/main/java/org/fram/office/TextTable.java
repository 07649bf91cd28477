package org.fram.office;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private static final int TALL_CELL_INDENT = 16;
    private static final int TALL_CELL_LINES = 12;
    private static final Pattern MARK = Pattern.compile(
            "[•▪●○◦■□➢✓*o·–—-]|\\(?(?:\\d{1,3}|[A-Za-z]|[ivxl]{1,5})[.)]\\.?|[A-Z]?\\d*(?:\\.\\d+)+\\.?");
    private static final Pattern LEADER = Pattern.compile("\\.{4,}|_{4,}|…{2,}|(?:\\. ){4,}");

    /// Whether the table on the next page is the rest of this one.
    boolean goesOnIn(TextTable next) {
        return rows.getFirst().size() == next.rows.getFirst().size();
    }

    /// This table and its rest, whose first row may be the end of the last one, and whose header is not
    /// repeated.
    TextTable with(TextTable rest) {
        List<List<String>> all = new ArrayList<>(rows);
        for (int r = 0; r < rest.rows.size(); r++) {
            List<String> row = rest.rows.get(r);
            boolean first = r == 0;
            if (first && row.equals(rows.getFirst())) {
                continue;
            }
            if (first && row.getFirst().isEmpty() && continuesRow(row)) {
                List<String> last = new ArrayList<>(all.removeLast());
                for (int c = 0; c < last.size(); c++) {
                    last.set(c, (last.get(c) + " " + row.get(c)).strip());
                }
                all.add(last);
            } else {
                all.add(row);
            }
        }
        return new TextTable(all, rest.end);
    }

    /// The table that begins at a line, or null where none does.
    static @Nullable TextTable at(List<Line> lines, int begin) {
        TextTable ruled = RuledTable.at(lines, begin);
        if (ruled != null) {
            return ruled;
        }
        int seed = seed(lines, begin);
        if (seed < 0) {
            return null;
        }
        List<int[]> gutters = gaps(lines.get(seed).text());
        List<int[]> accepted = gutters;
        int end = seed + 1;
        int blanks = 0;
        int several = 1;
        for (int i = seed + 1; i < lines.size(); i++) {
            String line = lines.get(i).text();
            if (lines.get(i).afterBreak()) {
                // Columns may stand elsewhere on the next page; the rest is joined to this table later.
                break;
            }
            if (line.isEmpty()) {
                if (++blanks > 3) {
                    break;
                }
                continue;
            }
            List<int[]> left = narrowed(gutters, line);
            if (left.isEmpty()
                    || (blanks > 0 && !columns(line) && !inLastColumn(lines.get(i), left))
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
        List<int[]> shared = shared(lines, begin, end, accepted);
        List<int[]> columns = shared.isEmpty() ? accepted : shared;
        boolean title = seed == begin && title(lines, begin, end, columns);
        return title || several < FEWEST_LINES || !aligned(lines, begin, end, columns)
                ? null
                : new TextTable(rows(lines, begin, end, columns), end);
    }

    /// The first line with several columns of a table that begins at a line: that line itself, or one below
    /// it where the first row is set in the middle of a taller cell, whose text alone stands above.
    private static int seed(List<Line> lines, int begin) {
        String first = lines.get(begin).text();
        if (columns(first)) {
            return begin;
        }
        int indent = lines.get(begin).indent();
        if (indent < TALL_CELL_INDENT) {
            return -1;
        }
        for (int i = begin + 1; i < Math.min(lines.size(), begin + TALL_CELL_LINES); i++) {
            Line line = lines.get(i);
            if (columns(line.text())) {
                return gaps(line.text()).stream().anyMatch(gap -> gap[1] == indent) ? i : -1;
            }
            if (!line.blank() && line.indent() != indent && line.text().length() > indent - GUTTER) {
                return -1;
            }
        }
        return -1;
    }

    /// Whether something begins at a column, well apart from what is before it.
    private static boolean begins(String line, int column) {
        return column < line.length()
                && line.charAt(column) != ' '
                && line.substring(Math.max(0, column - GUTTER), column).isBlank();
    }

    /// Whether the first line stands above the table: it fills one column only, or is numbered where no other
    /// line is.
    private static boolean title(List<Line> lines, int begin, int end, List<int[]> gutters) {
        List<String> first = cells(lines.get(begin).text(), gutters);
        return filled(first) < 2
                || (MARK.matcher(first.getFirst()).matches()
                        && lines.subList(begin + 1, end).stream()
                                .map(line -> cells(line.text(), gutters))
                                .noneMatch(cells -> !cells.isEmpty()
                                        && MARK.matcher(cells.getFirst()).matches()));
    }

    private static long filled(List<String> cells) {
        return cells.stream().filter(cell -> !cell.isEmpty()).count();
    }

    /// The character columns that all lines leave blank, where something begins behind them in several lines.
    private static List<int[]> shared(List<Line> lines, int begin, int end, List<int[]> sure) {
        int longest = lines.subList(begin, end).stream()
                .mapToInt(line -> line.text().length())
                .max()
                .orElse(0);
        boolean[] taken = new boolean[longest + 1];
        for (Line line : lines.subList(begin, end)) {
            for (int i = 0; i < line.text().length(); i++) {
                taken[i] |= !TracedText.isSpace(line.text().charAt(i));
            }
        }
        List<int[]> gutters = new ArrayList<>();
        int from = 0;
        while (from < longest && !taken[from]) {
            from++;
        }
        int start = -1;
        for (int i = from; i < longest; i++) {
            if (!taken[i] && start < 0) {
                start = i;
            } else if (taken[i] && start >= 0) {
                int column = i;
                int blank = start;
                boolean certain = sure.stream().anyMatch(gutter -> gutter[0] < column && gutter[1] > blank);
                long beginning = lines.subList(begin, end).stream()
                        .filter(line -> begins(line.text(), column))
                        .count();
                boolean wide = i - start >= GUTTER;
                if ((wide && certain) || beginning >= (wide ? 2 : FEWEST_LINES)) {
                    gutters.add(new int[] {start, i});
                }
                start = -1;
            }
        }
        return gutters;
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

    /// Whether a line's text begins exactly where the last column does, far inside the page.
    private static boolean inLastColumn(Line line, List<int[]> gutters) {
        return line.indent() >= TALL_CELL_INDENT && line.indent() == gutters.getLast()[1];
    }

    /// Whether all of a line's text stands before the first gutter: more of the first column, or what
    /// follows.
    private static boolean besides(String line, List<int[]> gutters) {
        return line.length() <= gutters.getFirst()[0];
    }

    /// The line behind what goes on with the first cell of the last row, where a blank line follows: lines as
    /// far in as that row, short of the second column, in lower case. Anything else there is not the table's.
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
            for (int g = 0; g < gutters.size(); g++) {
                if (!cells.get(g + 1).isEmpty()) {
                    int at = gutters.get(g)[1];
                    reaching++;
                    boolean begins = line.charAt(at) != ' ' || (at + 1 < line.length() && line.charAt(at + 1) != ' ');
                    starting += begins || figure(line, at) ? 1 : 0;
                }
            }
        }
        int width =
                gutters.stream().mapToInt(gutter -> gutter[1] - gutter[0]).max().orElse(0);
        boolean begun = starting * 10 >= reaching * 6 || hanging(lines, begin, end, gutters);
        return first >= 2 && marks * 2 < first && begun && width >= GUTTER;
    }

    /// Whether the last column holds items, whose further lines hang under their first words: its lines begin
    /// at two places.
    private static boolean hanging(List<Line> lines, int begin, int end, List<int[]> gutters) {
        int from = gutters.getLast()[1];
        Map<Integer, Integer> starts = new HashMap<>();
        int reaching = 0;
        for (Line line : lines.subList(begin, end)) {
            int at = from;
            while (at < line.text().length() && line.text().charAt(at) == ' ') {
                at++;
            }
            if (at < line.text().length()) {
                starts.merge(at, 1, Integer::sum);
                reaching++;
            }
        }
        int two = starts.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(2)
                .mapToInt(Integer::intValue)
                .sum();
        return reaching >= FEWEST_LINES * 2 && starts.containsKey(from) && two * 10 >= reaching * 8;
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

    private static List<List<String>> rows(List<Line> lines, int begin, int end, List<int[]> gutters) {
        List<List<String>> all = lines.subList(begin, end).stream()
                .map(line -> cells(line.text(), gutters))
                .toList();
        List<List<String>> centred = CentredRows.of(all, gutters.size() + 1);
        if (centred != null) {
            return centred;
        }
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
                        row.set(c, joined(row.get(c), cells.get(c)));
                    }
                } else {
                    row = new ArrayList<>(cells);
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /// A cell and its next line; an item of a list begins a line of its own.
    private static String joined(String cell, String line) {
        LeadingMark mark = LeadingMark.of(line);
        boolean item = mark != null && mark.kind() != LeadingMark.Kind.CLAUSE && mark.end() < line.length();
        boolean over = !cell.isEmpty() && ".:;,!?".indexOf(cell.charAt(cell.length() - 1)) >= 0;
        return (cell + (item && over ? "\n" : " ") + line).strip();
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

    /// Whether a line goes on with the cells of the line before: most of what it says begins in the middle of
    /// a sentence, and its first cell would not have fitted above.
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
