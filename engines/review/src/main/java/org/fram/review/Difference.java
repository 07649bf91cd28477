package org.fram.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// One respect in which something differs between two versions of a document.
///
/// @param before null where the old version had nothing there
/// @param after null where the new version has nothing there
public record Difference(
        Aspect aspect, @Nullable String before, @Nullable String after) {

    /// What can differ.
    public enum Aspect {
        /// Who is accountable.
        @JsonProperty("party")
        PARTY,
        /// Who does the work.
        @JsonProperty("responsible")
        RESPONSIBLE,
        /// When it is due.
        @JsonProperty("due")
        DUE,
        /// How many or how much.
        @JsonProperty("quantity")
        QUANTITY,
        /// How much money.
        @JsonProperty("amount")
        AMOUNT,
        /// What a measure has to reach.
        @JsonProperty("target")
        TARGET,
        /// Which side a party is on.
        @JsonProperty("side")
        SIDE,
        /// How heavy a finding weighs.
        @JsonProperty("severity")
        SEVERITY,
        /// The words, apart from all that.
        @JsonProperty("wording")
        WORDING
    }
}
