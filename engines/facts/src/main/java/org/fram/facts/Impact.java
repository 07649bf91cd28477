package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How hard something would hit.
public enum Impact {
    @JsonProperty("low")
    LOW,
    @JsonProperty("medium")
    MEDIUM,
    @JsonProperty("high")
    HIGH
}
