package org.fram.review;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;

/// The free thresholds of the review, by name. [#standard()] reads them from `library/review/settings.yaml`; measuring
/// tries others.
///
/// @param thresholds by name
public record ReviewSettings(Map<String, Threshold> thresholds) {

    private static final class Standard {
        static final ReviewSettings SETTINGS = new ReviewSettings(
                Library.yaml("review/settings.yaml", new TypeReference<Map<String, Threshold>>() {}));
    }

    /// A number that decides something in the review, and could be another one.
    ///
    /// @param value what the review uses
    /// @param candidates what measuring tries instead, in ascending order
    /// @param decides what depends on it
    public record Threshold(double value, List<Double> candidates, String decides) {
        public Threshold {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("A threshold of " + value + ". Give it a finite number.");
            }
            candidates = List.copyOf(candidates);
        }
    }

    public ReviewSettings {
        thresholds = Map.copyOf(thresholds);
    }

    /// The settings of `library/review/settings.yaml`.
    public static ReviewSettings standard() {
        return Standard.SETTINGS;
    }

    /// The names of all thresholds.
    public Set<String> names() {
        return thresholds.keySet();
    }

    /// The value of a threshold.
    ///
    /// @throws IllegalArgumentException if there is none of that name
    public double value(String name) {
        return threshold(name).value();
    }

    /// The same settings with another value for one threshold.
    ///
    /// @throws IllegalArgumentException if there is none of that name
    public ReviewSettings with(String name, double value) {
        var old = threshold(name);
        var changed = new TreeMap<>(thresholds);
        changed.put(name, new Threshold(value, old.candidates(), old.decides()));
        return new ReviewSettings(changed);
    }

    private Threshold threshold(String name) {
        var threshold = thresholds.get(name);
        if (threshold == null) {
            throw new IllegalArgumentException("No threshold is called \"" + name + "\", only "
                    + new TreeMap<>(thresholds).keySet() + ". Add it to library/review/settings.yaml.");
        }
        return threshold;
    }
}
