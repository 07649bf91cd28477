package org.fram.office;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fram.office.TextPages.Line;
import org.jspecify.annotations.Nullable;

/// A table that a plain text draws: with a rule of dashes under each column's name, or with upright strokes
/// between the cells.
final class RuledTable {

    private static final Pattern UNDER_NAMES = Pattern.compile("\\s*[-=]{2,}(?:\\s+[-=]{2,})+");
    private static final Pattern RULE = Pattern.compile("\\s*[-=_+|:\\s]*[-=_]{3}[-=_+|:\\s]*");
    private static final int HEADER_LINES = 4;

    private RuledTable() {}

    /// Whether a line is drawn, not written.
    static boolean rule(String line) {
        return RULE.matcher(line).matches();
    }

    /// The table that begins at a line, or null where none is drawn there.
    static @Nullable TextTable at(List<Line> lines, int begin) {
        TextTable upright = upright(lines, begin);
        return upright != null ? upright : underNames(lines, begin);
    }

    // Upright strokes.

    private static @Nullable TextTable upright(List<Line> lines, int begin) {
        int end = begin;
        int written = 0;
        boolean grid = false;
        while (end < lines.size()
                && (strokes(lines.get(end).text()) || drawn(lines.get(end).text()))) {
            boolean rule = drawn(lines.get(end).text());
            written += rule ? 0 : 1;
            grid |= rule && lines.get(end).text().contains("+");
            end++;
        }
        if (written < 2) {
            return null;
        }
        List<List<String>> rows = new ArrayList<>();
        boolean open = false;
        for (Line line : lines.subList(begin, end)) {
            if (drawn(line.text())) {
                open = false;
                continue;
            }
            List<String> cells = split(line.text());
            if (open && grid && rows.getLast().size() == cells.size()) {
                append(rows.getLast(), cells);
            } else {
                rows.add(cells);
            }
            open = true;
        }
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        rows.forEach(row -> {
            while (row.size() < columns) {
                row.add("");
            }
        });
        return columns < 2 ? null : new TextTable(rows, end);
    }

    private static boolean strokes(String line) {
        return line.strip().startsWith("|")
                && line.strip().endsWith("|")
                && line.strip().length() > 2
                && line.chars().filter(c -> c == '|').count() > 2;
    }

    private static boolean drawn(String line) {
        return rule(line) && (line.indexOf('+') >= 0 || line.indexOf('|') >= 0);
    }

    private static List<String> split(String line) {
        String inner = line.strip();
        inner = inner.substring(1, inner.length() - 1);
        List<String> cells = new ArrayList<>();
        for (String cell : inner.split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }

    // Rules under the names of columns.

    private static @Nullable TextTable underNames(List<Line> lines, int begin) {
        int top = rule(lines.get(begin).text())
                        && !UNDER_NAMES.matcher(lines.get(begin).text()).matches()
                ? begin + 1
                : begin;
        int under = top;
        while (under < Math.min(lines.size(), top + HEADER_LINES)
                && !lines.get(under).blank()
                && !UNDER_NAMES.matcher(lines.get(under).text()).matches()) {
            under++;
        }
        if (under == lines.size()
                || !UNDER_NAMES.matcher(lines.get(under).text()).matches()) {
            return null;
        }
        List<int[]> columns = columns(lines.get(under).text());
        List<List<String>> rows = new ArrayList<>();
        for (int i = top; i < under; i++) {
            List<String> cells = cells(lines.get(i).text(), columns);
            if (i == top) {
                rows.add(cells);
            } else {
                append(rows.getFirst(), cells);
            }
        }
        // Under a rule at the top the table ends at one at the bottom and blank lines part its rows; else it ends at
        // the first blank line.
        boolean framed = top > begin;
        boolean open = false;
        int i = under + 1;
        for (; i < lines.size(); i++) {
            String line = lines.get(i).text();
            if (rule(line)) {
                i++;
                break;
            }
            if (line.isEmpty()) {
                if (!framed) {
                    break;
                }
                open = false;
                continue;
            }
            if (!within(line, columns)) {
                break;
            }
            List<String> cells = cells(line, columns);
            if (open && ((framed && parted(lines, under)) || cells.getFirst().isEmpty())) {
                append(rows.getLast(), cells);
            } else {
                rows.add(cells);
            }
            open = true;
        }
        return rows.size() < 2 ? null : new TextTable(rows, i);
    }

    /// Whether blank lines part the rows of a framed table.
    private static boolean parted(List<Line> lines, int under) {
        for (int i = under + 1; i < lines.size() && !rule(lines.get(i).text()); i++) {
            if (lines.get(i).blank()) {
                return true;
            }
        }
        return false;
    }

    private static List<int[]> columns(String rule) {
        List<int[]> columns = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= rule.length(); i++) {
            boolean dash = i < rule.length() && !TracedText.isSpace(rule.charAt(i));
            if (dash && start < 0) {
                start = i;
            } else if (!dash && start >= 0) {
                columns.add(new int[] {start, i});
                start = -1;
            }
        }
        return columns;
    }

    /// Whether the blanks between the columns are blank in a line too.
    private static boolean within(String line, List<int[]> columns) {
        for (int c = 1; c < columns.size(); c++) {
            int between = columns.get(c)[0] - 1;
            if (between < line.length() && !TracedText.isSpace(line.charAt(between))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> cells(String line, List<int[]> columns) {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            int from = c == 0 ? 0 : columns.get(c)[0];
            int to = c + 1 < columns.size() ? columns.get(c + 1)[0] : line.length();
            cells.add(
                    from >= line.length()
                            ? ""
                            : line.substring(from, Math.min(to, line.length())).strip());
        }
        return cells;
    }

    private static void append(List<String> row, List<String> cells) {
        for (int c = 0; c < cells.size(); c++) {
            row.set(c, (row.get(c) + " " + cells.get(c)).strip());
        }
    }
}
