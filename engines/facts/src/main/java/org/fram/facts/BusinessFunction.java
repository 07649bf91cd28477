package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;

/// A part of an organisation that takes part in the work.
public enum BusinessFunction {
    @JsonProperty("contact center")
    CONTACT_CENTER,
    @JsonProperty("IT")
    IT,
    @JsonProperty("legal")
    LEGAL,
    @JsonProperty("HR")
    HR,
    @JsonProperty("training")
    TRAINING,
    @JsonProperty("change management")
    CHANGE_MANAGEMENT,
    @JsonProperty("testing")
    TESTING,
    @JsonProperty("finance")
    FINANCE,
    @JsonProperty("procurement")
    PROCUREMENT,
    @JsonProperty("executive")
    EXECUTIVE
}
