package org.fram.bench;

import java.util.OptionalDouble;

/// How many were found, missed and made up.
///
/// @param right predicted and labelled
/// @param missed labelled and not predicted
/// @param wrong predicted and not labelled
record Tally(int right, int missed, int wrong) {

    static final Tally NONE = new Tally(0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(right + other.right, missed + other.missed, wrong + other.wrong);
    }

    /// Share of the predicted that is right; none where nothing was predicted.
    OptionalDouble precision() {
        return right + wrong == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / (right + wrong));
    }

    /// Share of the labelled that was found; none where nothing is labelled.
    OptionalDouble recall() {
        return right + missed == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / (right + missed));
    }

    /// Harmonic mean of precision and recall; none where nothing is labelled and nothing was predicted.
    OptionalDouble f1() {
        int all = 2 * right + missed + wrong;
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(2.0 * right / all);
    }
}
