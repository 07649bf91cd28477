package org.fram.app.duties.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the person says to their list.
record AcknowledgementJson(
        @JsonPropertyDescription("The digest of the list that the person saw.") @Nullable
        String sha256,

        @JsonPropertyDescription("Duties against which something speaks; the others are taken on.") @Nullable
        List<Objection> objections) {

    /// What speaks against a duty.
    record Objection(
            @JsonPropertyDescription("Of the duty.") String key,

            @JsonPropertyDescription("What speaks against it.")
            String reason) {}
}
