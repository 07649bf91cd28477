package org.fram.cli;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.fram.facts.FactsDocument;
import org.fram.office.Place;
import org.fram.review.Review;
import org.fram.review.ReviewFacts;
import org.fram.review.ReviewFacts.Spot;
import org.fram.rules.Catalogue;
import org.fram.rules.Circumstances;
import org.fram.rules.Finding;

/// Asking the practices what they find in a review. They alone decide what is a finding and what it weighs; the review
/// tells them facts, and where each of these stands in the document.
final class AskingPractices {

    private static final Comparator<Review.Finding> HEAVIEST_FIRST_THEN_AS_READ = Comparator.comparing(
                    Review.Finding::severity)
            .thenComparing(
                    Review.Finding::place,
                    Comparator.nullsFirst(Comparator.comparingInt(Place::page)
                            .thenComparingInt(Place::paragraph)
                            .thenComparingInt(Place::row)
                            .thenComparingInt(Place::cell)));

    private final Catalogue catalogue;
    private final InstantSource clock;

    /// @param clock practices about days look at today's date
    AskingPractices(Catalogue catalogue, InstantSource clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// The review with what the practices find: the heaviest first, of the same weight what is missing from the whole
    /// document, then in reading order.
    Review ask(Review review) {
        var spots = ReviewFacts.spots(review);
        return review.with(findings(ReviewFacts.of(review)).stream()
                .map(finding -> at(finding, spots))
                .sorted(HEAVIEST_FIRST_THEN_AS_READ)
                .toList());
    }

    private List<Finding> findings(FactsDocument facts) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
        return catalogue.check(facts, Circumstances.on(today)).findings(null);
    }

    private static Review.Finding at(Finding finding, Map<String, Spot> spots) {
        var spot = spots.get(finding.item());
        var fix = finding.fix();
        return new Review.Finding(
                finding.practice(),
                finding.title(),
                finding.severity(),
                finding.message(),
                fix == null ? "" : fix,
                finding.item().isEmpty() ? null : finding.item(),
                spot == null ? "" : spot.quote(),
                spot == null ? null : spot.place());
    }
}
