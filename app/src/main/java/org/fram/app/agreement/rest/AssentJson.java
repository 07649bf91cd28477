package org.fram.app.agreement.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/// Agreeing to a section, or taking that back.
record AssentJson(
        @JsonPropertyDescription("Of the section.") @Nullable
        String key,

        @JsonPropertyDescription(
                "The digest of the words that the person saw; without it, the agreement is taken back.")
        @Nullable
        String sha256) {}
