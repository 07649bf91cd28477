package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Where the technology runs and who runs it; it moves responsibilities.
public enum SourcingStrategy {
    /// On the customer's own premises.
    @JsonProperty("premises")
    PREMISES,
    /// In somebody else's data centre, for this customer alone.
    @JsonProperty("hosted")
    HOSTED,
    /// As a service shared by many.
    @JsonProperty("cloud")
    CLOUD,
    /// Parts of it here and parts of it there.
    @JsonProperty("mixed")
    MIXED
}
