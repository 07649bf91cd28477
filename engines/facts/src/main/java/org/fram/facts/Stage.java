package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;

/// A part of the lifecycle. Modules, packs and pages are sorted by it.
public enum Stage {
    @JsonProperty("engagement")
    ENGAGEMENT,
    @JsonProperty("sow")
    SOW,
    @JsonProperty("assessment")
    ASSESSMENT,
    @JsonProperty("design")
    DESIGN,
    @JsonProperty("people")
    PEOPLE,
    @JsonProperty("plan")
    PLAN,
    @JsonProperty("provisioning")
    PROVISIONING,
    @JsonProperty("testing")
    TESTING,
    @JsonProperty("rollout")
    ROLLOUT,
    @JsonProperty("acceptance")
    ACCEPTANCE,
    @JsonProperty("operations")
    OPERATIONS
}
