package org.fram.schedule.risk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fram.schedule.Plan;
import org.fram.schedule.risk.RiskModel.Range;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The ranges of activities that have none of their own, by what kind of activity their name speaks of.
///
/// @param kinds in the order in which they are tried
public record DefaultRanges(List<Kind> kinds) {

    private static final DefaultRanges LIBRARY = read("/fram/library/schedule/default-ranges.yaml");

    /// A kind of activity.
    ///
    /// @param words one of which begins a word of the name; none for every name
    /// @param best factor of the planned length
    /// @param likely factor of the planned length
    /// @param worst factor of the planned length
    public record Kind(String kind, List<String> words, double best, double likely, double worst) {

        public Kind {
            words = List.copyOf(words);
            Ranges.inOrder(best, likely, worst);
        }

        private boolean fits(List<String> nameWords) {
            return words.isEmpty()
                    || nameWords.stream().anyMatch(word -> words.stream().anyMatch(word::startsWith));
        }
    }

    public DefaultRanges {
        kinds = List.copyOf(kinds);
    }

    /// Those of the project's library.
    public static DefaultRanges library() {
        return LIBRARY;
    }

    /// Ranges, as PERT distributions, of all activities that are not done and not among those given.
    public List<Range> of(Plan plan, List<Range> given) {
        Set<Integer> known = new HashSet<>();
        given.forEach(range -> known.add(range.activity()));
        var ranges = new ArrayList<Range>();
        for (int k = 0; k < plan.activities().size(); k++) {
            var activity = plan.activities().get(k);
            long remaining = activity.remaining();
            if (remaining == 0 || known.contains(k)) {
                continue;
            }
            var words = List.of(activity.name().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}-]+"));
            for (var kind : kinds) {
                if (kind.fits(words)) {
                    ranges.add(new Range(
                            k,
                            new Distribution.Pert(kind.best(), kind.likely(), kind.worst()).times((double) remaining),
                            kind.kind(),
                            true));
                    break;
                }
            }
        }
        return ranges;
    }

    private static DefaultRanges read(String resource) {
        try (InputStream in = DefaultRanges.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not in the jar. Build the project anew.");
            }
            return new DefaultRanges(new YAMLMapper().readValue(in, new TypeReference<List<Kind>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
