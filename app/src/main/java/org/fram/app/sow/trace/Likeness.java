package org.fram.app.sow.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Which texts share words with another, the rare words counting most.
///
/// Each word weighs the logarithm of how few of the texts have it (its inverse document frequency); the likeness
/// of two texts is the cosine of the angle between their weights. It is 0 where no word is shared and 1 where all
/// are. Words are compared by their first letters, so that `migrate` and `migration` are the same.
///
/// Source: Gerard Salton, Christopher Buckley, *Term-weighting approaches in automatic text retrieval*, 1988.
public final class Likeness {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]{3,}");
    private static final int STEM = 6;
    private static final Set<String> SAYS_NOTHING = Set.of(
            "the", "and", "for", "shall", "must", "will", "with", "that", "this", "all", "any", "are", "from", "not",
            "has", "have", "each", "its", "their", "which", "should", "such", "per", "into", "vendor", "custom",
            "suppli", "system", "servic", "provid", "soluti", "contra");

    private final List<Map<String, Double>> weights = new ArrayList<>();
    private final Map<String, Double> rareness = new HashMap<>();

    /// @param texts among which like ones are looked for
    public Likeness(List<String> texts) {
        var words = texts.stream().map(Likeness::words).toList();
        var many = new HashMap<String, Integer>();
        words.forEach(of -> new HashSet<>(of).forEach(word -> many.merge(word, 1, Integer::sum)));
        many.forEach((word, count) -> rareness.put(word, Math.log((1.0 + texts.size()) / count)));
        words.forEach(of -> weights.add(weights(of)));
    }

    /// A text that is like another.
    ///
    /// @param position among the texts
    /// @param likeness above 0, at most 1
    public record Like(int position, double likeness) {}

    /// The texts that are most like one, the likest first; equally like ones in their order.
    ///
    /// @param least likeness that counts
    public List<Like> to(String text, double least, int most) {
        var wanted = weights(words(text));
        var likes = new ArrayList<Like>();
        for (int i = 0; i < weights.size(); i++) {
            double likeness = product(wanted, weights.get(i));
            if (likeness > 0 && likeness >= least) {
                likes.add(new Like(i, Math.min(1, likeness)));
            }
        }
        likes.sort(Comparator.comparingDouble(Like::likeness).reversed().thenComparingInt(Like::position));
        return likes.subList(0, Math.min(most, likes.size()));
    }

    /// The weights of a text, of length 1 together.
    private Map<String, Double> weights(List<String> words) {
        var counted = new HashMap<String, Double>();
        for (String word : words) {
            counted.merge(word, rareness.getOrDefault(word, 0.0), Double::sum);
        }
        double length = Math.sqrt(
                counted.values().stream().mapToDouble(weight -> weight * weight).sum());
        if (length > 0) {
            counted.replaceAll((_, weight) -> weight / length);
        }
        return counted;
    }

    private static double product(Map<String, Double> one, Map<String, Double> other) {
        double sum = 0;
        for (var entry : one.entrySet()) {
            sum += entry.getValue() * other.getOrDefault(entry.getKey(), 0.0);
        }
        return sum;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(word ->
                        word.group().substring(0, Math.min(STEM, word.group().length())))
                .filter(word -> !SAYS_NOTHING.contains(word))
                .toList();
    }
}
