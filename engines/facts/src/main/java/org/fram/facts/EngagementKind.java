package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What an engagement is about.
public enum EngagementKind {
    /// Technology is bought, moved or replaced.
    @JsonProperty("technology project")
    TECHNOLOGY_PROJECT,
    /// Somebody else does the service.
    @JsonProperty("outsourced service")
    OUTSOURCED_SERVICE
}
