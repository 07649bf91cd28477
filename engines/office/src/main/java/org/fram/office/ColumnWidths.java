package org.fram.office;

import java.util.List;
import java.util.stream.IntStream;

/// How wide the columns of a table are, by what stands in them. Each is at least as wide as its longest
/// word, as long as all fit; what is left goes to those whose lines are longer, in proportion.
///
/// Source of the rule: CSS 2.2, section 17.5.2.2, automatic table layout.
final class ColumnWidths {

    /// A line that is longer wants no more room: it breaks anyway.
    private static final int LONGEST_LINE = 60;

    /// A word that is longer, such as an address, breaks.
    private static final int LONGEST_WORD = 24;

    /// What a cell has beside its text, in characters.
    private static final int PADDING = 4;

    private ColumnWidths() {}

    /// The widths.
    ///
    /// @param columns the texts of each column; cells over several columns are in none of them
    /// @param room the width of all together, which the result adds up to
    /// @param characters how many characters have room side by side
    static int[] of(List<List<String>> columns, int room, int characters) {
        int[] least = columns.stream().mapToInt(ColumnWidths::longestWord).toArray();
        int[] most = IntStream.range(0, columns.size())
                .map(column -> Math.max(least[column], longestLine(columns.get(column))))
                .toArray();
        int leastOfAll = IntStream.of(least).sum();
        int mostOfAll = IntStream.of(most).sum();
        double share = mostOfAll > leastOfAll
                ? Math.max(0, Math.min(characters, mostOfAll) - leastOfAll) / (double) (mostOfAll - leastOfAll)
                : 0;
        double[] wanted = IntStream.range(0, least.length)
                .mapToDouble(column -> least[column] + share * (most[column] - least[column]))
                .toArray();
        return fitted(wanted, room);
    }

    private static int[] fitted(double[] wanted, int room) {
        double all = 0;
        for (double width : wanted) {
            all += width;
        }
        int[] widths = new int[wanted.length];
        double passed = 0;
        int given = 0;
        for (int column = 0; column < wanted.length; column++) {
            passed += wanted[column];
            int edge = (int) Math.round(room * passed / all);
            widths[column] = edge - given;
            given = edge;
        }
        return widths;
    }

    private static int longestWord(List<String> texts) {
        return PADDING
                + texts.stream()
                        .flatMap(text -> List.of(text.split("\\s")).stream())
                        .mapToInt(String::length)
                        .map(length -> Math.min(length, LONGEST_WORD))
                        .max()
                        .orElse(0);
    }

    private static int longestLine(List<String> texts) {
        return PADDING
                + texts.stream()
                        .flatMap(String::lines)
                        .mapToInt(String::length)
                        .map(length -> Math.min(length, LONGEST_LINE))
                        .max()
                        .orElse(0);
    }
}
