package org.fram.app.change.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The versions of a statement of work between which a change lies.
record WordingJson(
        @JsonPropertyDescription("The statement of work.") @Nullable
        UUID sow,

        @JsonPropertyDescription("The earlier version.") @Nullable
        Integer from,

        @JsonPropertyDescription("The later one.") @Nullable Integer to) {}
