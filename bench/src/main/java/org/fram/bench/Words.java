package org.fram.bench;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The normalised words of a quote, and how alike two quotes are.
///
/// A word is a run of letters or digits, in lower case, after Unicode compatibility normalisation. Punctuation,
/// symbols and the ` | ` between the cells of a row part words and are no words themselves.
final class Words {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private Words() {}

    /// The set of normalised words, in order of first use.
    static Set<String> of(String text) {
        var words = new LinkedHashSet<String>();
        var matcher =
                WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /// Jaccard's index of two sets of words: how many they share of all that they have, 0..1; 0 where both are empty.
    static double alike(Set<String> a, Set<String> b) {
        var smaller = a.size() <= b.size() ? a : b;
        var larger = a.size() <= b.size() ? b : a;
        int shared = 0;
        for (var word : smaller) {
            if (larger.contains(word)) {
                shared++;
            }
        }
        int all = a.size() + b.size() - shared;
        return all == 0 ? 0 : (double) shared / all;
    }

    /// Jaccard's index of the words of two quotes.
    static double alike(String a, String b) {
        return alike(of(a), of(b));
    }

    /// The words in order, single spaces between them: equal for quotes that differ in punctuation or case only.
    static String plain(String text) {
        return String.join(
                " ",
                WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                        .results()
                        .map(result -> result.group())
                        .toList());
    }
}
