package org.fram.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;
import org.fram.review.Change.Added;
import org.fram.review.Change.Changed;
import org.fram.review.Change.Dropped;
import org.fram.review.Review.Assumption;
import org.fram.review.Review.Finding;
import org.fram.review.Review.Kpi;
import org.fram.review.Review.Objective;
import org.fram.review.Review.Obligation;
import org.fram.review.Review.Party;
import org.fram.review.Review.Price.Line;
import org.jspecify.annotations.Nullable;

/// What changed between two versions of a statement of work, in the reader's terms.
///
/// Everything of both reviews is in exactly one [Change]. Changes stand in the order of the new version, what was
/// dropped behind what it followed in the old one.
///
/// @param before name of the old document
/// @param after name of the new document
/// @param findings an added one came with the new version, a dropped one went with the old
/// @param topicsGained ids of topics that only the new version covers
/// @param topicsLost ids of topics that only the old version covers
/// @param total the stated total, where it differs
public record Comparison(
        String before,
        String after,
        List<Change<Party>> parties,
        List<Change<Obligation>> obligations,
        List<Change<Kpi>> kpis,
        List<Change<Objective>> objectives,
        List<Change<Assumption>> assumptions,
        List<Change<Line>> prices,
        @Nullable Difference total,
        @JsonProperty("topics_gained") List<String> topicsGained,
        @JsonProperty("topics_lost") List<String> topicsLost,
        List<Change<Finding>> findings) {

    public Comparison {
        parties = List.copyOf(parties);
        obligations = List.copyOf(obligations);
        kpis = List.copyOf(kpis);
        objectives = List.copyOf(objectives);
        assumptions = List.copyOf(assumptions);
        prices = List.copyOf(prices);
        topicsGained = List.copyOf(topicsGained);
        topicsLost = List.copyOf(topicsLost);
        findings = List.copyOf(findings);
    }

    /// Holds the new version against the old one.
    public static Comparison of(Review before, Review after) {
        return new Versions(before, after).comparison();
    }

    /// The same under other names, such as those of two states of one document.
    public Comparison named(String before, String after) {
        return new Comparison(
                before,
                after,
                parties,
                obligations,
                kpis,
                objectives,
                assumptions,
                prices,
                total,
                topicsGained,
                topicsLost,
                findings);
    }

    /// Whether nothing differs.
    public boolean nothingChanged() {
        return total == null
                && topicsGained.isEmpty()
                && topicsLost.isEmpty()
                && Stream.of(parties, obligations, kpis, objectives, assumptions, prices, findings)
                        .flatMap(List::stream)
                        .allMatch(change -> change instanceof Change.Kept<?>);
    }

    /// What only the new version has.
    public static <T> List<T> added(List<Change<T>> changes) {
        return changes.stream()
                .flatMap(change -> change instanceof Added<T>(var after) ? Stream.of(after) : Stream.empty())
                .toList();
    }

    /// What only the old version has.
    public static <T> List<T> dropped(List<Change<T>> changes) {
        return changes.stream()
                .flatMap(change -> change instanceof Dropped<T>(var before) ? Stream.of(before) : Stream.empty())
                .toList();
    }

    /// What both have and differs.
    public static <T> List<Changed<T>> changed(List<Change<T>> changes) {
        return changes.stream()
                .flatMap(change -> change instanceof Changed<T> changed ? Stream.of(changed) : Stream.empty())
                .toList();
    }
}
