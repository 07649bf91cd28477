package org.fram.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fram.review.Review.Contradiction;
import org.fram.review.values.Money;
import org.fram.review.values.Numeral;

/// Sentences that say the same in nearly the same words, but for one number: whatever they speak about, one of them is
/// wrong.
final class NearTwins {

    /// How many words of two sentences are in both, of those that are in either.
    private static final double ALIKE = 0.75;

    private static final int WORDS = 6;
    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}’'-]*");
    private static final Pattern NAME = Pattern.compile("(?<=\\p{L}\\s|,\\s)\\p{Lu}[\\p{L}’'-]+|\\b\\p{Lu}{2,}\\b");
    private static final Pattern TWO_WORDS = Pattern.compile("^(?:[\\s-]+[\\p{L}’'-]+){1,2}");
    private static final Pattern LABELS = Pattern.compile(
            "(?i).*\\b(?:sections?|tables?|annex|appendix|release|version|wave|phase|severity|sev|week|step|item|clause|page|level|tier|group|year|stage|article|part|exhibit|schedule|paragraph|figure|milestone|priority|option|lot|type|form|site|region|building|floor|room|unit|module|set|no\\.|number)\\s?#?$");

    private NearTwins() {}

    /// A sentence without its numbers, and the numbers with the word behind each.
    private record Twin(Statement statement, Set<String> words, Set<String> names, List<Figure> numbers) {

        List<String> nouns() {
            return numbers.stream().map(Figure::noun).toList();
        }

        List<Double> values() {
            return numbers.stream().map(Figure::value).toList();
        }
    }

    /// What twins have in common, apart from the words that may differ a little.
    private record Frame(Set<String> names, List<String> nouns) {}

    private record Figure(double value, String text, String noun) {}

    /// The contradictions, in reading order.
    static List<Contradiction> of(List<Statement> statements) {
        var twins = statements.parallelStream()
                .filter(statement -> statement.row() == null)
                .map(NearTwins::twin)
                .flatMap(Optional::stream)
                .toList();
        var frames = twins.stream()
                .collect(Collectors.groupingBy(
                        twin -> new Frame(twin.names(), twin.nouns()), LinkedHashMap::new, Collectors.toList()));
        record Pair(int first, int second, Contradiction contradiction) {}
        var found = new ArrayList<Pair>();
        for (var frame : frames.values()) {
            var same = withoutPatterns(frame);
            for (int i = 0; i < same.size(); i++) {
                for (int j = i + 1; j < same.size(); j++) {
                    int first = same.get(i).statement().index();
                    int second = same.get(j).statement().index();
                    compare(same.get(i), same.get(j))
                            .ifPresent(contradiction -> found.add(new Pair(first, second, contradiction)));
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Pair::first).thenComparingInt(Pair::second))
                .map(Pair::contradiction)
                .toList();
    }

    /// Those that are no pattern: a sentence that comes with many numbers ("Site 4 has 12 agents") speaks of something
    /// else each time.
    private static List<Twin> withoutPatterns(List<Twin> twins) {
        var byWords = twins.stream().collect(Collectors.groupingBy(Twin::words));
        var distinct = new HashMap<Set<String>, Long>();
        byWords.forEach((words, same) ->
                distinct.put(words, same.stream().map(Twin::values).distinct().count()));
        return twins.stream()
                .filter(twin -> Objects.requireNonNull(distinct.get(twin.words())) <= Subjects.mostValues())
                .toList();
    }

    private static Optional<Contradiction> compare(Twin a, Twin b) {
        if (alike(a.words(), b.words()) < ALIKE) {
            return Optional.empty();
        }
        int differing = -1;
        for (int n = 0; n < a.numbers().size(); n++) {
            if (a.numbers().get(n).value() != b.numbers().get(n).value()) {
                if (differing >= 0) {
                    return Optional.empty();
                }
                differing = n;
            }
        }
        if (differing < 0) {
            return Optional.empty();
        }
        boolean apart = !Subjects.qualifiersIn(a.statement().quote())
                        .equals(Subjects.qualifiersIn(b.statement().quote()))
                || !Subjects.stagesIn(a.statement().section())
                        .equals(Subjects.stagesIn(b.statement().section()));
        if (apart) {
            return Optional.empty();
        }
        return Optional.of(new Contradiction(
                a.statement().quote(),
                b.statement().quote(),
                "the same sentence with %s and with %s"
                        .formatted(
                                a.numbers().get(differing).text(),
                                b.numbers().get(differing).text()),
                a.statement().place(),
                b.statement().place()));
    }

    /// The end of the two words behind a number, or of the one before a comma.
    private static int upTo(String text, int end) {
        var words = TWO_WORDS.matcher(text.substring(end));
        return words.find() ? end + words.end() : end;
    }

    private static double alike(Set<String> a, Set<String> b) {
        int both = 0;
        for (var word : a) {
            both += b.contains(word) ? 1 : 0;
        }
        return both / (double) (a.size() + b.size() - both);
    }

    private static Optional<Twin> twin(Statement statement) {
        var text = statement.quote();
        var numerals = Numeral.in(text);
        if (numerals.isEmpty() || numerals.size() > 6 || !Money.in(text).isEmpty()) {
            return Optional.empty();
        }
        var numbers = new ArrayList<Figure>();
        var rest = new StringBuilder(text);
        for (var numeral : numerals) {
            var after = WORD.matcher(text.substring(numeral.end()));
            boolean label = LABELS.matcher(text.substring(0, numeral.start()).stripTrailing())
                    .matches();
            if (label) {
                return Optional.empty();
            }
            if (!after.find() || after.start() > 2) {
                return Optional.empty();
            }
            numbers.add(new Figure(
                    numeral.value().doubleValue(),
                    text.substring(numeral.start(), upTo(text, numeral.end())),
                    Subjects.singular(after.group())));
            for (int i = numeral.start(); i < numeral.end(); i++) {
                rest.setCharAt(i, ' ');
            }
        }
        var words = new HashSet<String>();
        WORD.matcher(rest)
                .results()
                .forEach(word -> words.add(Subjects.singular(word.group().toLowerCase(Locale.ROOT))));
        var names = new HashSet<String>();
        NAME.matcher(rest).results().forEach(name -> names.add(name.group()));
        return words.size() < WORDS
                ? Optional.empty()
                : Optional.of(new Twin(statement, words, names, List.copyOf(numbers)));
    }
}
