package org.fram.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The word that somebody probably meant.
public final class Nearest {

    private Nearest() {}

    /// ` Did you mean “…”?` with the nearest of the words, or nothing where none is near.
    public static String question(String written, Collection<String> words) {
        return of(written, words).map(" Did you mean “%s”?"::formatted).orElse("");
    }

    /// The nearest word, where a third of its letters or fewer differ.
    static Optional<String> of(String written, Collection<String> words) {
        return all(written, words).stream().findFirst();
    }

    /// The words that are near enough, the nearest first.
    static List<String> all(String written, Collection<String> words) {
        return words.stream()
                .filter(word -> !word.equals(written) && near(written, word))
                .sorted(Comparator.<String>comparingInt(word -> distance(written, word))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static boolean near(String written, String word) {
        return distance(written, word) <= Math.max(1, Math.max(written.length(), word.length()) / 3);
    }

    /// How many letters have to be added, taken away, changed or swapped with their neighbour; capitals do
    /// not count.
    ///
    /// Source: V. I. Levenshtein, *Binary codes capable of correcting deletions, insertions, and reversals*,
    /// 1966; swaps as F. J. Damerau counts them, *A technique for computer detection and correction of
    /// spelling errors*, 1964.
    static int distance(String one, String other) {
        var a = one.toLowerCase(Locale.ROOT);
        var b = other.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
