package org.fram.app.agreement.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/// What becomes of a remark.
record AnswerJson(
        @JsonPropertyDescription("`taken` or `declined`.") @Nullable
        String outcome,

        @JsonPropertyDescription("Why; needed where it is declined.") @Nullable
        String answer) {}
