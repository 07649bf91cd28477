package org.fram.bench;

import java.util.ArrayList;
import java.util.List;

/// A table of texts, printed with aligned columns or as Markdown. The first column is aligned left, the others right.
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(List<String> headers) {
        rows.add(List.copyOf(headers));
    }

    void add(List<String> cells) {
        if (cells.size() != rows.getFirst().size()) {
            throw new IllegalArgumentException("A row of " + cells.size() + " cells in a table of "
                    + rows.getFirst().size() + " columns: " + cells);
        }
        rows.add(List.copyOf(cells));
    }

    String print(boolean markdown) {
        var out = new StringBuilder();
        var widths = new int[rows.getFirst().size()];
        for (var row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        for (int line = 0; line < rows.size(); line++) {
            out.append(markdown ? "| " : "");
            for (int column = 0; column < widths.length; column++) {
                var cell = rows.get(line).get(column);
                var pad = " ".repeat(widths[column] - cell.length());
                out.append(column == 0 ? cell + pad : pad + cell);
                out.append(markdown ? " | " : "  ");
            }
            while (out.charAt(out.length() - 1) == ' ') {
                out.setLength(out.length() - 1);
            }
            out.append('\n');
            if (markdown && line == 0) {
                for (int column = 0; column < widths.length; column++) {
                    out.append(column == 0 ? "| --- " : "| ---: ");
                }
                out.append("|\n");
            }
        }
        return out.toString();
    }
}
