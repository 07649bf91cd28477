package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;

/// A kind of work that a statement of work divides between the parties.
public enum ActivityArea {
    @JsonProperty("requirements and design")
    REQUIREMENTS_AND_DESIGN,
    @JsonProperty("configuration")
    CONFIGURATION,
    @JsonProperty("development")
    DEVELOPMENT,
    @JsonProperty("integration")
    INTEGRATION,
    @JsonProperty("hardware")
    HARDWARE,
    @JsonProperty("network connectivity")
    NETWORK_CONNECTIVITY,
    @JsonProperty("network services")
    NETWORK_SERVICES,
    @JsonProperty("testing")
    TESTING,
    @JsonProperty("training")
    TRAINING,
    @JsonProperty("cutover")
    CUTOVER,
    @JsonProperty("acceptance")
    ACCEPTANCE,
    @JsonProperty("post-implementation services")
    POST_IMPLEMENTATION_SERVICES,
    @JsonProperty("project management")
    PROJECT_MANAGEMENT,
    @JsonProperty("other")
    OTHER
}
