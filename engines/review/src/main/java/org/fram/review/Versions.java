package org.fram.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fram.review.Difference.Aspect;
import org.fram.review.Review.Finding;
import org.fram.review.Review.Kpi;
import org.fram.review.Review.Obligation;
import org.fram.review.Review.Party;
import org.fram.review.Review.Price.Line;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// Two reviews held against each other.
final class Versions {

    private static final class Standard {
        static final Settings SETTINGS = Library.yaml("review/comparison.yaml", new TypeReference<Settings>() {});
    }

    /// How much likeness weighs, and how much it takes.
    private record Settings(Weights likeness, double same, List<String> modals) {}

    private record Weights(double words, double order, double section, double values) {}

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,:/]*");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}‹›#]+");

    /// Breaks ties between equally alike texts in favour of the same relative position.
    private static final double POSITION = 0.001;

    private final Review before;
    private final Review after;
    private final Settings settings = Standard.SETTINGS;
    private final Pattern partyNames;
    private final Pattern modals;
    private final Map<String, String> newNames;
    private final Map<String, Integer> dictionary = new HashMap<>();

    Versions(Review before, Review after) {
        this.before = before;
        this.after = after;
        this.partyNames = anyOf(Stream.of(before, after)
                .flatMap(review -> review.parties().stream())
                .flatMap(Versions::names)
                .toList());
        this.modals = anyOf(settings.modals());
        this.newNames = newNames();
    }

    Comparison comparison() {
        return new Comparison(
                before.document(),
                after.document(),
                parties(),
                changes(
                        before.obligations(),
                        after.obligations(),
                        Obligation::quote,
                        Obligation::section,
                        (_, _) -> true,
                        this::obligationDifferences),
                changes(before.kpis(), after.kpis(), Kpi::quote, Kpi::name, (_, _) -> true, this::kpiDifferences),
                changes(
                        before.objectives(),
                        after.objectives(),
                        Review.Objective::quote,
                        _ -> "",
                        (_, _) -> true,
                        (old, now) -> wording(old.quote(), now.quote())),
                changes(
                        before.assumptions(),
                        after.assumptions(),
                        Review.Assumption::quote,
                        _ -> "",
                        (_, _) -> true,
                        (old, now) -> wording(old.quote(), now.quote())),
                changes(lines(before), lines(after), Line::text, _ -> "", (_, _) -> true, this::lineDifferences),
                total(),
                without(after.topicsCovered(), before.topicsCovered()),
                without(before.topicsCovered(), after.topicsCovered()),
                changes(
                        before.findings(),
                        after.findings(),
                        finding -> finding.quote().isEmpty() ? finding.message() : finding.quote(),
                        Finding::message,
                        (old, now) -> old.practice().equals(now.practice())
                                && old.quote().isEmpty() == now.quote().isEmpty(),
                        (old, now) -> old.severity() == now.severity()
                                ? List.of()
                                : List.of(
                                        new Difference(Aspect.SEVERITY, word(old.severity()), word(now.severity())))));
    }

    // ---- parties

    private List<Change<Party>> parties() {
        int[] partner = partners(before.parties(), after.parties());
        return inOrder(before.parties(), after.parties(), partner, (old, now) -> {
            var differences = new ArrayList<Difference>();
            if (old.side() != now.side()) {
                differences.add(new Difference(Aspect.SIDE, word(old.side()), word(now.side())));
            }
            return differences.isEmpty()
                    ? new Change.Kept<>(old, now)
                    : new Change.Changed<>(old, now, differences, List.of());
        });
    }

    /// Parties are the same that share the most of their names.
    private static int[] partners(List<Party> old, List<Party> now) {
        return symmetric(
                old.stream().map(party -> key(party.name())).toList(),
                now.stream().map(party -> key(party.name())).toList(),
                (i, j) -> {
                    var one = names(old.get(i)).map(Versions::key).collect(Collectors.toSet());
                    var other = names(now.get(j)).map(Versions::key).collect(Collectors.toSet());
                    long shared = one.stream().filter(other::contains).count();
                    return shared == 0 ? 0 : 0.5 + 0.5 * shared / (one.size() + other.size());
                },
                0.5);
    }

    /// What each party of the old version is called in the new one.
    private Map<String, String> newNames() {
        int[] partner = partners(before.parties(), after.parties());
        var names = new HashMap<String, String>();
        for (int i = 0; i < partner.length; i++) {
            if (partner[i] >= 0) {
                names.put(
                        before.parties().get(i).name(),
                        after.parties().get(partner[i]).name());
            }
        }
        return names;
    }

    private static Stream<String> names(Party party) {
        return Stream.concat(Stream.of(party.name()), party.aliases().stream());
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceFirst("^the ", "");
    }

    // ---- differences

    private List<Difference> obligationDifferences(Obligation old, Obligation now) {
        var differences = new ArrayList<Difference>();
        var accountable = old.accountable() == null ? null : renamed(old.accountable());
        if (!Objects.equals(accountable, now.accountable())) {
            differences.add(new Difference(Aspect.PARTY, old.accountable(), now.accountable()));
        }
        var did = old.responsible().stream().map(this::renamed).collect(Collectors.toCollection(TreeSet::new));
        var does = new TreeSet<>(now.responsible());
        boolean followsAccountable = did.size() <= 1 && does.size() <= 1;
        if (!did.equals(does) && !(followsAccountable && !differences.isEmpty())) {
            differences.add(new Difference(Aspect.RESPONSIBLE, joined(old.responsible()), joined(now.responsible())));
        }
        addValue(differences, Aspect.DUE, old.due(), now.due());
        addValue(differences, Aspect.QUANTITY, old.quantity(), now.quantity());
        addValue(differences, Aspect.AMOUNT, old.amount(), now.amount());
        var oldWords = bare(old.quote(), old.due(), old.quantity(), old.amount());
        var newWords = bare(now.quote(), now.due(), now.quantity(), now.amount());
        if (!oldWords.equals(newWords)) {
            differences.add(new Difference(Aspect.WORDING, old.quote(), now.quote()));
        }
        return differences;
    }

    private List<Difference> kpiDifferences(Kpi old, Kpi now) {
        var differences = new ArrayList<Difference>();
        addValue(differences, Aspect.TARGET, emptyToNull(old.target()), emptyToNull(now.target()));
        if (!bare(old.quote(), old.target()).equals(bare(now.quote(), now.target()))) {
            differences.add(new Difference(Aspect.WORDING, old.quote(), now.quote()));
        }
        return differences;
    }

    private List<Difference> lineDifferences(Line old, Line now) {
        var differences = new ArrayList<Difference>();
        addValue(differences, Aspect.AMOUNT, emptyToNull(old.amount()), emptyToNull(now.amount()));
        if (!bare(old.text(), old.amount()).equals(bare(now.text(), now.amount()))) {
            differences.add(new Difference(Aspect.WORDING, old.text(), now.text()));
        }
        return differences;
    }

    private @Nullable Difference total() {
        var old = before.price() == null ? null : before.price().statedTotal();
        var now = after.price() == null ? null : after.price().statedTotal();
        return sameValue(old, now) ? null : new Difference(Aspect.AMOUNT, old, now);
    }

    private List<Difference> wording(String old, String now) {
        return bare(old).equals(bare(now)) ? List.of() : List.of(new Difference(Aspect.WORDING, old, now));
    }

    private static void addValue(
            List<Difference> differences, Aspect aspect, @Nullable String old, @Nullable String now) {
        if (!sameValue(old, now)) {
            differences.add(new Difference(aspect, old, now));
        }
    }

    private static boolean sameValue(@Nullable String old, @Nullable String now) {
        return old == null || now == null
                ? Objects.equals(old, now)
                : plainWords(old).equals(plainWords(now));
    }

    /// The words of a text without the parts that are compared by themselves.
    private static List<String> bare(String text, @Nullable String... parts) {
        var rest = text;
        for (var part : parts) {
            if (part != null && !part.isEmpty()) {
                rest = rest.replace(part, " ");
            }
        }
        return plainWords(rest);
    }

    private static List<String> plainWords(String text) {
        return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private String renamed(String party) {
        return newNames.getOrDefault(party, party);
    }

    // ---- pairs

    private <T> List<Change<T>> changes(
            List<T> old,
            List<T> now,
            Function<T, String> text,
            Function<T, String> context,
            BiFunction<T, T, Boolean> comparable,
            BiFunction<T, T, List<Difference>> differences) {
        var oldTraits = old.stream()
                .map(item -> traits(text.apply(item), context.apply(item)))
                .toList();
        var newTraits = now.stream()
                .map(item -> traits(text.apply(item), context.apply(item)))
                .toList();
        int[] partner = symmetric(
                oldTraits.stream().map(traits -> traits.identity).toList(),
                newTraits.stream().map(traits -> traits.identity).toList(),
                (i, j) -> comparable.apply(old.get(i), now.get(j))
                        ? likeness(oldTraits.get(i), newTraits.get(j))
                                - POSITION * Math.abs((double) i / old.size() - (double) j / now.size())
                        : 0,
                settings.same());
        return inOrder(old, now, partner, (one, other) -> {
            var found = differences.apply(one, other);
            if (found.isEmpty()) {
                return new Change.Kept<>(one, other);
            }
            boolean sameText = text.apply(one).equals(text.apply(other));
            return new Change.Changed<>(
                    one, other, found, sameText ? List.of() : WordRun.between(text.apply(one), text.apply(other)));
        });
    }

    /// Pairs that come out the same whichever list is the old one: the one whose texts sort first is taken for it.
    private static int[] symmetric(List<String> old, List<String> now, Pairing.Likeness likeness, double bound) {
        if (String.join("\n", old).compareTo(String.join("\n", now)) <= 0) {
            return Pairing.of(old, now, likeness, bound);
        }
        int[] backwards = Pairing.of(now, old, (i, j) -> likeness.of(j, i), bound);
        int[] partner = new int[old.size()];
        Arrays.fill(partner, -1);
        for (int j = 0; j < backwards.length; j++) {
            if (backwards[j] >= 0) {
                partner[backwards[j]] = j;
            }
        }
        return partner;
    }

    private static <T> List<Change<T>> inOrder(
            List<T> old, List<T> now, int[] partner, BiFunction<T, T, Change<T>> pair) {
        int[] origin = new int[now.size()];
        Arrays.fill(origin, -1);
        IntStream.range(0, partner.length).filter(i -> partner[i] >= 0).forEach(i -> origin[partner[i]] = i);
        var changes = new ArrayList<Change<T>>();
        addDropped(old, partner, 0, changes);
        for (int j = 0; j < origin.length; j++) {
            if (origin[j] < 0) {
                changes.add(new Change.Added<>(now.get(j)));
            } else {
                changes.add(pair.apply(old.get(origin[j]), now.get(j)));
                addDropped(old, partner, origin[j] + 1, changes);
            }
        }
        return changes;
    }

    private static <T> void addDropped(List<T> old, int[] partner, int from, List<Change<T>> changes) {
        for (int i = from; i < partner.length && partner[i] < 0; i++) {
            changes.add(new Change.Dropped<>(old.get(i)));
        }
    }

    // ---- likeness

    /// What is looked at in a text. Words are numbers, equal for equal words.
    private static final class Traits {

        /// Equal for texts that are the same but for white space and case.
        final String identity;

        /// In order, masked.
        final int[] words;

        /// The same words, sorted; as are the next two.
        final int[] sorted;

        final int[] context;
        final int[] values;

        Traits(String identity, int[] words, int[] context, int[] values) {
            this.identity = identity;
            this.words = words;
            this.sorted = sorted(words);
            this.context = sorted(context);
            this.values = sorted(values);
        }
    }

    private Traits traits(String text, String context) {
        var plain = text.toLowerCase(Locale.ROOT).strip();
        var masked =
                modals.matcher(partyNames.matcher(plain).replaceAll("‹party›")).replaceAll("will");
        return new Traits(
                String.join(" ", plainWords(text)) + "\n" + String.join(" ", plainWords(context)),
                numbers(plainWords(NUMBER.matcher(masked).replaceAll("#")).stream()),
                numbers(plainWords(context).stream().filter(word -> !Character.isDigit(word.charAt(0)))),
                numbers(NUMBER.matcher(plain).results().map(MatchResult::group)));
    }

    private int[] numbers(Stream<String> words) {
        return words.mapToInt(word -> number(word)).toArray();
    }

    private int number(String word) {
        var known = dictionary.putIfAbsent(word, dictionary.size());
        return known == null ? dictionary.size() - 1 : known;
    }

    private static int[] sorted(int[] numbers) {
        return Arrays.stream(numbers).sorted().toArray();
    }

    private double likeness(Traits one, Traits other) {
        var weights = settings.likeness();
        double rest = weights.order() + weights.section() + weights.values();
        int shorter = Math.min(one.sorted.length, other.sorted.length);
        double mostShared = 2.0 * shorter / Math.max(1, one.sorted.length + other.sorted.length);
        if (weights.words() * mostShared + rest < settings.same()) {
            return 0;
        }
        double shared = shared(one.sorted, other.sorted);
        // No more words can be shared in order than are shared at all.
        double most = (weights.words() + weights.order()) * shared + weights.section() + weights.values();
        if (most < settings.same()) {
            return 0;
        }
        return weights.words() * shared
                + weights.order() * inOrder(one.words, other.words)
                + weights.section() * shared(one.context, other.context)
                + weights.values() * shared(one.values, other.values);
    }

    /// Dice's coefficient of two sorted lists, repetitions counted; 1 for two empty ones.
    private static double shared(int[] one, int[] other) {
        if (one.length + other.length == 0) {
            return 1;
        }
        int i = 0;
        int j = 0;
        int both = 0;
        while (i < one.length && j < other.length) {
            if (one[i] == other[j]) {
                both++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return 2.0 * both / (one.length + other.length);
    }

    /// The same for the longest common subsequence.
    private static double inOrder(int[] one, int[] other) {
        if (one.length + other.length == 0) {
            return 1;
        }
        int[] longest = new int[other.length + 1];
        for (int word : one) {
            int diagonal = 0;
            for (int j = 1; j <= other.length; j++) {
                int above = longest[j];
                longest[j] = word == other[j - 1] ? diagonal + 1 : Math.max(above, longest[j - 1]);
                diagonal = above;
            }
        }
        return 2.0 * longest[other.length] / (one.length + other.length);
    }

    // ---- small things

    private static Pattern anyOf(List<String> phrases) {
        var alternatives = phrases.stream()
                .map(phrase -> phrase.toLowerCase(Locale.ROOT).strip())
                .filter(phrase -> !phrase.isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile(
                alternatives.isEmpty()
                        ? "(?!)"
                        : "(?<![\\p{L}\\p{N}])(?:the )?(?:" + alternatives + ")(?![\\p{L}\\p{N}])");
    }

    private static List<Line> lines(Review review) {
        return review.price() == null ? List.of() : review.price().lines();
    }

    private static List<String> without(List<String> all, List<String> some) {
        Set<String> those = new HashSet<>(some);
        return all.stream().filter(item -> !those.contains(item)).toList();
    }

    private static @Nullable String joined(List<String> names) {
        return names.isEmpty() ? null : String.join(", ", names);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
