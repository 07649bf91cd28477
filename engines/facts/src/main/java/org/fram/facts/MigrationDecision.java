package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What becomes of something of today's platform.
public enum MigrationDecision {
    @JsonProperty("keep")
    KEEP,
    @JsonProperty("redesign")
    REDESIGN,
    @JsonProperty("replace")
    REPLACE,
    @JsonProperty("retire")
    RETIRE
}
