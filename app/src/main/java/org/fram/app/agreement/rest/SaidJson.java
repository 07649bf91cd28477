package org.fram.app.agreement.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/// Something said about a section.
record SaidJson(
        @JsonPropertyDescription("Of the section.") @Nullable
        String key,

        @JsonPropertyDescription("What is said, at most 4,000 characters.") @Nullable
        String text,

        @JsonPropertyDescription("What it should say instead.") @Nullable
        String suggestion,

        @JsonPropertyDescription("Whether the person’s party alone sees it.") @Nullable
        Boolean onlyMyParty) {}
