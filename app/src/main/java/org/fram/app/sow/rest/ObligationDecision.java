package org.fram.app.sow.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/// What a program has to say about an obligation.
record ObligationDecision(
        @JsonPropertyDescription("accepted, dropped, or proposed to open it again")
        String state,

        @JsonPropertyDescription("Why, where it is dropped.") @Nullable
        String reason) {}
