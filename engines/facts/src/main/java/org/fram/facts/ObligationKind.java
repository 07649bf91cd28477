package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What an obligation promises.
public enum ObligationKind {
    @JsonProperty("deliverable")
    DELIVERABLE,
    @JsonProperty("service")
    SERVICE,
    @JsonProperty("duty")
    DUTY,
    @JsonProperty("report")
    REPORT,
    @JsonProperty("payment")
    PAYMENT,
    @JsonProperty("term")
    TERM
}
