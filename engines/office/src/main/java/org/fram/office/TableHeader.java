package org.fram.office;

import java.util.List;

/// Which rows of a table name its columns, where the file does not say so.
final class TableHeader {

    private static final int LABEL_WORDS = 7;
    private static final int LABEL_LENGTH = 60;

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

    /// Whether some column holds figures or sentences in all rows but the first, and the first row holds no
    /// figure.
    private static boolean differsFromBelow(List<Block.Row> rows) {
        Block.Row first = rows.getFirst();
        if (first.cells().stream().anyMatch(cell -> cell.text().chars().anyMatch(Character::isDigit))) {
            return false;
        }
        for (Block.Cell head : first.cells()) {
            int different = 0;
            int seen = 0;
            for (Block.Row row : rows.subList(1, rows.size())) {
                for (Block.Cell cell : row.cells()) {
                    if (cell.column() == head.column() && !cell.text().isEmpty()) {
                        seen++;
                        boolean figure = cell.text().chars().anyMatch(Character::isDigit);
                        boolean sentence = Wording.words(cell.text()) > LABEL_WORDS;
                        different += figure || sentence ? 1 : 0;
                    }
                }
            }
            if (seen >= 2 && different * 10 >= seen * 9) {
                return first.cells().size() > 2 || head.column() > 0;
            }
        }
        return false;
    }
}
