package org.fram.app.sow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import org.fram.review.Change;
import org.fram.review.Comparison;
import org.fram.review.Review;
import org.jspecify.annotations.Nullable;

/// Holds a later version of a document against what people decided about the one before.
///
/// What they decided stays. Where the version says otherwise, the obligation has a question; where it says the same,
/// it has none; what nobody had decided follows the document. Nothing is taken away.
final class NextVersion {

    /// Between the positions of two findings, for parts of one that was split.
    static final int STEP = 1_000;

    private NextVersion() {}

    /// The obligations after the version, those that are new among them.
    ///
    /// @param living all obligations there are
    /// @param before the review of the version before
    /// @param after the review of the new one
    /// @param numbers gives the next number for a new one
    static List<Obligation> of(List<Obligation> living, Review before, Review after, IntSupplier numbers) {
        var byFinding = new HashMap<String, Obligation>();
        for (var obligation : living) {
            if (obligation.seen() != null) {
                byFinding.put(obligation.seen().id(), obligation);
            }
        }
        var result = new ArrayList<Obligation>();
        var done = new HashSet<ObligationId>();
        int position = 0;
        for (var change : Comparison.of(before, after).obligations()) {
            position += STEP;
            var next = switch (change) {
                case Change.Kept<Review.Obligation>(var old, var now) ->
                    again(byFinding.get(old.id()), living, done, now, true, numbers);
                case Change.Changed<Review.Obligation>(var old, var now, var _, var _) ->
                    again(byFinding.get(old.id()), living, done, now, false, numbers);
                case Change.Added<Review.Obligation>(var now) -> again(null, living, done, now, false, numbers);
                case Change.Dropped<Review.Obligation>(var old) -> gone(byFinding.get(old.id()));
            };
            if (next != null && done.add(next.id())) {
                result.add(next.at(position));
            }
        }
        living.stream().filter(one -> !done.contains(one.id())).forEach(result::add);
        return withParts(result);
    }

    private static Obligation again(
            @Nullable Obligation known,
            List<Obligation> living,
            Set<ObligationId> done,
            Review.Obligation now,
            boolean kept,
            IntSupplier numbers) {
        if (known != null) {
            return known.seenAgain(now, kept);
        }
        return living.stream()
                .filter(one -> one.seen() == null && !done.contains(one.id()) && saidBefore(one, now))
                .findFirst()
                .map(one -> one.seenAgain(now, false))
                .orElseGet(() -> Obligation.proposed(ObligationId.next(), numbers.getAsInt(), 0, now));
    }

    /// Whether an obligation that a version took back is what a later one brings again.
    private static boolean saidBefore(Obligation one, Review.Obligation now) {
        return one.promise().text().equals(now.quote())
                || one.basis() != null && one.basis().quote().equals(now.quote());
    }

    private static @Nullable Obligation gone(@Nullable Obligation known) {
        return known == null ? null : known.gone();
    }

    /// Parts stand behind what they were split from.
    private static List<Obligation> withParts(List<Obligation> obligations) {
        var positions = new HashMap<ObligationId, Integer>();
        obligations.forEach(one -> positions.put(one.id(), one.position()));
        return obligations.stream()
                .map(one -> {
                    var whole = one.partOf();
                    var position = whole == null || one.basis() != null ? null : positions.get(whole);
                    return position == null ? one : one.at(position + one.position() % STEP);
                })
                .toList();
    }
}
