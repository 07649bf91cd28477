package org.fram.review;

import java.util.Set;
import org.fram.review.values.Range;

/// One value that a statement gives for one thing: "training lasts 5 days", "there are 450 seats", "go-live is in
/// week 14".
///
/// @param subject what it is about, as a key: claims on the same thing have the same
/// @param qualifiers what sets it apart: an audience, a site, a wave, a severity
/// @param unit what the value counts; values of the same unit compare as written
/// @param value as written
/// @param comparable the value on the aspect's common scale, for values of different units
/// @param text the value's words
/// @param direct whether the statement itself names the subject (and not the heading above)
record Claim(
        Statement statement,
        Aspect aspect,
        String subject,
        Set<String> qualifiers,
        String unit,
        Range value,
        Range comparable,
        String text,
        boolean direct) {

    enum Aspect {
        /// How many of a thing there are.
        COUNT,
        /// How long it takes or lasts.
        LENGTH,
        /// Within what time it happens once something else has.
        DEADLINE,
        /// On what day, or in which week.
        DATE,
        /// By what day.
        DUE,
        /// How often.
        RHYTHM,
        /// What share or level is reached.
        LEVEL,
        /// On site or from afar.
        PLACE,
        /// What one of it costs, or up to what amount.
        RATE
    }

    Claim {
        qualifiers = Set.copyOf(qualifiers);
    }

    /// Whether both values can hold.
    boolean agreesWith(Claim other) {
        return unit.equals(other.unit) ? value.meets(other.value) : comparable.meets(other.comparable);
    }
}
