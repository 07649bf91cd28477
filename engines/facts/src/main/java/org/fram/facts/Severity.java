package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How much a finding weighs.
public enum Severity {
    /// Holds the gate until it is resolved, or waived by a person with authority.
    @JsonProperty("blocker")
    BLOCKER,
    /// To be settled or lived with knowingly.
    @JsonProperty("warning")
    WARNING,
    /// Good to know.
    @JsonProperty("information")
    INFORMATION
}
