package org.fram.drafting;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/// The name that somebody probably meant.
final class Nearest {

    private Nearest() {}

    /// ` Did you mean “…”?` with the nearest of the names, or nothing where none is near.
    static String question(String written, Collection<String> names) {
        return names.stream()
                .filter(name -> distance(written, name) <= Math.max(1, Math.max(written.length(), name.length()) / 3))
                .min(Comparator.<String>comparingInt(name -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()))
                .map(" Did you mean “%s”?"::formatted)
                .orElse("");
    }

    /// How many letters have to be added, taken away or changed; capitals do not count.
    ///
    /// Source: V. I. Levenshtein, *Binary codes capable of correcting deletions, insertions, and
    /// reversals*, 1966.
    static int distance(String one, String other) {
        var a = one.toLowerCase(Locale.ROOT);
        var b = other.toLowerCase(Locale.ROOT);
        int[] before = new int[b.length() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], before[j]) + 1, before[j - 1] + change);
            }
            before = row;
        }
        return before[b.length()];
    }
}
