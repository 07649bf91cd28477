package org.fram.office;

import java.util.List;
import java.util.regex.Pattern;

/// Which rows of a table name its columns, where the file does not say so.
final class TableHeader {

    private static final int LABEL_WORDS = 7;
    private static final int LABEL_LENGTH = 60;

    private static final Pattern AMOUNT = Pattern.compile("[^\\p{L}]*\\d[\\d.,\\s]*[^\\p{L}]*(?:[A-Z]{3})?");

    private TableHeader() {}

    /// How many of the first rows are headings of columns.
    ///
    /// @param outstanding for each row whether it is set apart (bold, shaded, capitals)
    /// @param firstRowStyled whether the table's style sets its first row apart
    static int rows(List<Block.Row> rows, List<Boolean> outstanding, boolean firstRowStyled) {
        if (rows.size() < 2) {
            return 0;
        }
        Block.Row first = rows.getFirst();
        if (filled(first) == 1 && first.cells().size() == 1 && rows.size() > 2 && width(rows.get(1)) > 1) {
            // A title over all columns: what is under it may be the header.
            int below = rows(rows.subList(1, rows.size()), outstanding.subList(1, outstanding.size()), false);
            return below == 0 ? 0 : below + 1;
        }
        boolean last = outstanding.get(1);
        if (labels(first) && (firstRowStyled || (outstanding.getFirst() && !last))) {
            return 1;
        }
        return labels(first) && filled(first) == first.cells().size() && differsFromBelow(rows) ? 1 : 0;
    }

    private static int width(Block.Row row) {
        return row.cells().stream().mapToInt(Block.Cell::columns).sum();
    }

    private static long filled(Block.Row row) {
        return row.cells().stream().filter(cell -> !cell.text().isEmpty()).count();
    }

    private static boolean labels(Block.Row row) {
        return row.cells().stream().allMatch(cell -> label(cell.text())) && filled(row) > 0;
    }

    private static boolean label(String text) {
        return text.isEmpty()
                || (text.length() <= LABEL_LENGTH
                        && Wording.words(text) <= LABEL_WORDS
                        && ".;,".indexOf(text.charAt(text.length() - 1)) < 0);
    }

    /// Whether some column holds figures or sentences below the first row, and the first row holds no figure.
    /// In a table of two columns, which may list properties of one thing, all must be of one kind.
    private static boolean differsFromBelow(List<Block.Row> rows) {
        Block.Row first = rows.getFirst();
        if (first.cells().stream().anyMatch(cell -> cell.text().chars().anyMatch(Character::isDigit))) {
            return false;
        }
        boolean narrow = first.cells().size() < 3;
        for (Block.Cell head :
                first.cells().subList(narrow ? 1 : 0, first.cells().size())) {
            int amounts = 0;
            int figures = 0;
            int sentences = 0;
            int seen = 0;
            for (Block.Row row : rows.subList(1, rows.size())) {
                for (Block.Cell cell : row.cells()) {
                    if (cell.column() == head.column() && !cell.text().isEmpty()) {
                        seen++;
                        amounts += AMOUNT.matcher(cell.text()).matches() ? 1 : 0;
                        figures += cell.text().chars().anyMatch(Character::isDigit) ? 1 : 0;
                        sentences += sentence(cell.text()) ? 1 : 0;
                    }
                }
            }
            boolean alike = amounts == seen || sentences == seen;
            if (seen >= 2 && (narrow ? alike : Math.max(figures, sentences) * 10 >= seen * 6)) {
                return true;
            }
        }
        return false;
    }

    private static boolean sentence(String text) {
        int words = Wording.words(text);
        return words > LABEL_WORDS || (words > 3 && text.endsWith("."));
    }
}
