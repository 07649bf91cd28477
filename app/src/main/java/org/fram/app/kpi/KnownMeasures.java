package org.fram.app.kpi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Measures by the names that people give them, and which of them pull against each other, as
/// `library/kpi/measures.yaml` has them.
///
/// A name is taken for a measure when it holds one of its names as whole words. Of names that overlap
/// the longest counts, so that “employee satisfaction” is not taken for that of customers.
public final class KnownMeasures {

    private static final String FILE = "/fram/library/kpi/measures.yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private final Map<String, Measure> measures = new HashMap<>();
    private final List<Named> names;
    private final List<Pull> pulls;

    private KnownMeasures(MeasuresFile file) {
        var all = new ArrayList<Named>();
        for (var measure : file.measures()) {
            if (measures.put(measure.id(), measure) != null) {
                throw new IllegalArgumentException("There are two measures '%s'.".formatted(measure.id()));
            }
            for (String name : measure.names()) {
                all.add(new Named(words(name), measure.id()));
            }
        }
        all.sort(Comparator.comparingInt((Named named) -> -named.words().size()));
        for (var pull : file.pulls()) {
            for (String id : pull.between()) {
                if (!measures.containsKey(id)) {
                    throw new IllegalArgumentException("A pull is between '%s', which is no measure.".formatted(id));
                }
            }
        }
        this.names = List.copyOf(all);
        this.pulls = List.copyOf(file.pulls());
    }

    /// Those that Fram ships with.
    public static KnownMeasures load() {
        try (InputStream in = KnownMeasures.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("library/kpi/measures.yaml is not in the jar. Build the project anew.");
            }
            return new KnownMeasures(YAML.readValue(in, MeasuresFile.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A measure.
    ///
    /// @param better which way it usually gets better
    public record Measure(String id, Direction better, List<String> names) {}

    /// That one measure usually gets better at the expense of another.
    ///
    /// @param between the ids of the two
    /// @param why what people do who are measured by both
    /// @param so what to agree
    public record Pull(List<String> between, String why, String so) {}

    private record MeasuresFile(List<Measure> measures, List<Pull> pulls) {}

    private record Named(List<String> words, String measure) {}

    /// The ids of the measures that a name names, in no order; none where it names none that is known.
    public Set<String> in(String name) {
        var found = new LinkedHashSet<String>();
        var words = words(name);
        var taken = new HashSet<Integer>();
        for (var named : names) {
            int many = named.words().size();
            for (int at = 0; at + many <= words.size(); at++) {
                if (words.subList(at, at + many).equals(named.words()) && free(taken, at, many)) {
                    for (int word = at; word < at + many; word++) {
                        taken.add(word);
                    }
                    found.add(named.measure());
                }
            }
        }
        return found;
    }

    /// Whether two names are one: the same words, or both are names of one measure and nothing else.
    public boolean same(String one, String other) {
        var words = words(one);
        if (words.equals(words(other))) {
            return true;
        }
        var known = whole(words);
        return known.isPresent() && known.equals(whole(words(other)));
    }

    /// How two KPIs pull against each other, by their names and the way in which each gets better; empty
    /// where they do not, or nothing is known of it.
    public Optional<Pull> between(String one, Direction oneBetter, String other, Direction otherBetter) {
        var ones = usual(one, oneBetter);
        var others = usual(other, otherBetter);
        return pulls.stream()
                .filter(pull -> ones.contains(pull.between().getFirst())
                                && others.contains(pull.between().getLast())
                        || ones.contains(pull.between().getLast())
                                && others.contains(pull.between().getFirst()))
                .findFirst();
    }

    /// The way in which what is named usually gets better; empty where nothing known is named, or two
    /// that differ.
    public Optional<Direction> better(String name) {
        var ways = new HashSet<Direction>();
        in(name).forEach(id -> ways.add(measure(id).better()));
        return ways.size() == 1 ? Optional.of(ways.iterator().next()) : Optional.empty();
    }

    List<Measure> all() {
        return List.copyOf(measures.values());
    }

    List<Pull> pulls() {
        return pulls;
    }

    /// The measures of a name that get better the usual way. Whoever wants longer contacts has their
    /// reasons.
    private Set<String> usual(String name, Direction better) {
        var ids = new HashSet<>(in(name));
        ids.removeIf(id -> measure(id).better() != better);
        return ids;
    }

    private Measure measure(String id) {
        var measure = measures.get(id);
        if (measure == null) {
            throw new IllegalArgumentException("There is no measure '%s'.".formatted(id));
        }
        return measure;
    }

    private Optional<String> whole(List<String> words) {
        return names.stream()
                .filter(named -> named.words().equals(words))
                .map(Named::measure)
                .findFirst();
    }

    private static boolean free(Set<Integer> taken, int at, int many) {
        for (int word = at; word < at + many; word++) {
            if (taken.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /// Letters and digits; what stands between them divides words.
    static List<String> words(String name) {
        String plain = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip();
        return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
    }
}
