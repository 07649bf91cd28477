package org.fram.app.sow;

import static java.util.stream.Collectors.toSet;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fram.app.sow.Obligation.State;
import org.fram.review.Review;
import org.fram.review.Topic;
import org.fram.review.Topics;

/// The review of a document as it would be if the document said what people decided.
///
/// Its obligations are the accepted ones, as corrected. What the review found about a statement is gone where somebody
/// dropped the statement or said it differently; what practices find in it is asked of them. A topic is covered where
/// the document covers it by something else than
/// obligations, or where an accepted obligation is about it.
public final class LivingReview {

    private LivingReview() {}

    /// The review after all that was decided: of what would be signed today.
    ///
    /// @param review of the newest version
    /// @param all obligations, whatever was decided about them
    public static Review ofDraft(Review review, List<Obligation> all, Topics topics) {
        return of(review, all, EnumSet.of(State.ACCEPTED), topics);
    }

    /// The same as if all were accepted that nobody has decided on yet: of the document as it stands.
    public static Review ofDocument(Review review, List<Obligation> all, Topics topics) {
        return of(review, all, EnumSet.of(State.ACCEPTED, State.PROPOSED), topics);
    }

    private static Review of(Review review, List<Obligation> all, Set<State> counted, Topics topics) {
        var accepted = all.stream()
                .filter(one -> counted.contains(one.state()))
                .map(one -> one.promise().asFound(one.code(), one.seen()))
                .toList();
        var settled = settled(all);
        var covered = covered(review, all, accepted);
        return new Review(
                review.document(),
                review.language(),
                review.kind(),
                review.sourcing(),
                review.notes(),
                review.parties(),
                accepted,
                review.assumptions(),
                review.objectives(),
                review.kpis(),
                topics.inOrder(covered),
                topics.inOrder(topics.all().stream()
                        .map(Topic::id)
                        .filter(id -> !covered.contains(id))
                        .toList()),
                review.vague().stream()
                        .filter(one -> !settled.contains(one.quote()))
                        .toList(),
                review.boilerplate().stream()
                        .filter(one -> !settled.contains(one.quote()))
                        .toList(),
                review.unclear().stream()
                        .filter(one -> !settled.contains(one.quote()))
                        .toList(),
                review.contradictions().stream()
                        .filter(one -> !settled.contains(one.a()) && !settled.contains(one.b()))
                        .toList(),
                review.price(),
                review.priceErrors(),
                List.of());
    }

    /// Quotes that the draft does not say any more.
    private static Set<String> settled(List<Obligation> all) {
        var settled = new HashSet<String>();
        for (var one : all) {
            var seen = one.seen();
            boolean gone = one.state() == State.DROPPED || one.state() == State.MERGED || one.state() == State.SPLIT;
            if (seen != null && (gone || !one.promise().text().contains(seen.quote()))) {
                settled.add(seen.quote());
            }
        }
        return settled;
    }

    /// Topics that only obligations covered are covered while one of these is accepted.
    private static Set<String> covered(Review review, List<Obligation> all, List<Review.Obligation> accepted) {
        Map<String, Integer> found = new HashMap<>();
        all.forEach(one -> {
            if (one.seen() != null) {
                found.merge(one.seen().topic(), 1, Integer::sum);
            }
        });
        var covered = review.topicsCovered().stream()
                .filter(topic -> !found.containsKey(topic))
                .collect(toSet());
        accepted.forEach(one -> covered.add(one.topic()));
        return covered;
    }
}
