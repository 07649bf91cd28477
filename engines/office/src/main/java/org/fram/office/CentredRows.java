package org.fram.office;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a table whose cells are set in the middle of their row: a label of two lines stands beside the
/// third and fourth of the six lines of text that it labels.
final class CentredRows {

    /*
     * The column with the most text runs through; the others hold labels. Lines of labels that follow each other closely
     * are one label. Between two labels a row ends where the running text ends a sentence, at the place that puts the
     * upper label nearest to the middle of its row.
     */

    private static final int APART = 2;
    private static final int ROOM = 4;

    private final List<List<String>> lines;
    private final int columns;
    private final int running;

    private CentredRows(List<List<String>> lines, int columns, int running) {
        this.lines = lines;
        this.columns = columns;
        this.running = running;
    }

    /// The rows, or null where the cells stand at the top of their rows.
    ///
    /// @param lines each with its cells, or empty where the line is blank
    static @Nullable List<List<String>> of(List<List<String>> lines, int columns) {
        int running = 0;
        int most = 0;
        for (int c = 0; c < columns; c++) {
            int column = c;
            int length = lines.stream()
                    .filter(cells -> !cells.isEmpty())
                    .mapToInt(cells -> cells.get(column).length())
                    .sum();
            if (length > most) {
                most = length;
                running = c;
            }
        }
        CentredRows rows = new CentredRows(lines, columns, running);
        List<int[]> labels = rows.labels();
        return running == 0 || labels.size() < 2 || !rows.centred(labels) ? null : rows.rows(labels);
    }

    private String cell(int line, int column) {
        return lines.get(line).isEmpty() ? "" : lines.get(line).get(column);
    }

    private boolean labelled(int line) {
        for (int c = 0; c < columns; c++) {
            if (c != running && !cell(line, c).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /// From which line to which (inclusive) each label stands.
    private List<int[]> labels() {
        List<int[]> labels = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (labelled(i)) {
                boolean near = !labels.isEmpty() && i - labels.getLast()[1] <= APART;
                if (near && !boundary(labels.getLast()[1], i) && !header(labels.getLast()[1], i)) {
                    labels.getLast()[1] = i;
                } else {
                    labels.add(new int[] {i, i});
                }
            }
        }
        return labels;
    }

    /// Whether the upper line names all columns, and the text of the first row begins between it and the
    /// lower one.
    private boolean header(int above, int below) {
        return lines.get(above).stream().noneMatch(String::isEmpty)
                && !lines.get(above).isEmpty()
                && lines.get(above).stream().allMatch(Wording::title)
                && below > above + 1
                && begins(above + 1);
    }

    /// Whether the running text ends a sentence, and begins another, after one line and up to the other.
    private boolean boundary(int above, int below) {
        for (int i = above + 1; i <= below; i++) {
            if (begins(i) && !cell(i, 0).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /// Whether a row's running text may begin at a line.
    private boolean begins(int line) {
        String text = cell(line, running);
        if (text.isEmpty() || Character.isLowerCase(text.charAt(0))) {
            return false;
        }
        for (int i = line - 1; i >= 0; i--) {
            String above = cell(i, running);
            if (!above.isEmpty()) {
                return !Wording.openEnd(above) && !above.endsWith(",") && !above.endsWith(";");
            }
        }
        return true;
    }

    /// Whether labels stand beside the middle of their text: most begin where no text begins.
    private boolean centred(List<int[]> labels) {
        long inside = labels.stream()
                .filter(label -> !begins(label[0]) && label[0] > 0)
                .count();
        long alone = 0;
        for (int i = 0; i < lines.size(); i++) {
            alone += labelled(i) && cell(i, running).isEmpty() ? 1 : 0;
        }
        return inside * 2 > labels.size() && alone >= 2;
    }

    private List<List<String>> rows(List<int[]> labels) {
        List<List<String>> rows = new ArrayList<>();
        int from = 0;
        String first = cell(0, running);
        if (!first.isEmpty() && Character.isLowerCase(first.charAt(0))) {
            // The rest of a row that began on the page before.
            while (from < labels.getFirst()[0] && (from == 0 || !begins(from))) {
                from++;
            }
            rows.add(row(0, from));
        }
        for (int k = 0; k < labels.size(); k++) {
            int to = k + 1 == labels.size() ? lines.size() : end(from, labels.get(k), labels.get(k + 1));
            rows.add(row(from, to));
            from = to;
        }
        return rows;
    }

    /// The line at which the row behind a label begins.
    private int end(int from, int[] label, int[] next) {
        int ideal = label[0] + label[1] - from + 1;
        int best = -1;
        for (int i = label[0] + 1; i <= next[0]; i++) {
            boolean possible = i > label[1] || !labelled(i);
            if (possible && begins(i) && (best < 0 || Math.abs(i - ideal) < Math.abs(best - ideal))) {
                best = i;
            }
        }
        return best < 0 ? next[0] : Math.max(best, label[1] + 1);
    }

    /// The cells of some lines; the running text keeps the ends of its own lines.
    private List<String> row(int from, int to) {
        List<String> row = new ArrayList<>(Collections.nCopies(columns, ""));
        int width = lines.stream()
                .filter(cells -> !cells.isEmpty())
                .mapToInt(cells -> cells.get(running).length())
                .max()
                .orElse(0);
        String above = "";
        boolean blank = false;
        for (int i = from; i < to; i++) {
            blank |= lines.get(i).isEmpty();
            for (int c = 0; c < columns; c++) {
                String cell = cell(i, c);
                if (!cell.isEmpty()) {
                    boolean line = c == running && !above.isEmpty() && begins(i) && (blank || room(above, cell, width));
                    row.set(c, row.get(c).isEmpty() ? cell : row.get(c) + (line ? "\n" : " ") + cell);
                }
            }
            if (!cell(i, running).isEmpty()) {
                above = cell(i, running);
                blank = false;
            }
        }
        return row;
    }

    /// Whether a line was ended before it was full.
    private static boolean room(String above, String cell, int width) {
        int space = cell.indexOf(' ');
        return above.length() + 1 + (space < 0 ? cell.length() : space) <= width - ROOM;
    }
}
