package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Where in an organisation somebody stands.
public enum Level {
    /// The most senior level.
    @JsonProperty("top")
    TOP,
    /// The parent company or head office.
    @JsonProperty("parent")
    PARENT,
    @JsonProperty("leadership")
    LEADERSHIP,
    @JsonProperty("supervisors")
    SUPERVISORS,
    @JsonProperty("front line")
    FRONT_LINE,
    @JsonProperty("support")
    SUPPORT
}
