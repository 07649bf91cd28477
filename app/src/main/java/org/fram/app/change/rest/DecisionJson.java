package org.fram.app.change.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is decided about a change.
record DecisionJson(
        @JsonPropertyDescription("`agree`, `refuse` or `in-scope`.") @Nullable
        String decision,

        @JsonPropertyDescription("Where the party agrees: the digest of the terms that the person saw.") @Nullable
        String terms,

        @JsonPropertyDescription("Where it is refused: why.") @Nullable
        String reason,

        @JsonPropertyDescription("Where it is in scope: labels of the obligations that cover it.") @Nullable
        List<String> obligations) {}
