package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How often something happens.
public enum Rhythm {
    @JsonProperty("daily")
    DAILY,
    @JsonProperty("weekly")
    WEEKLY,
    @JsonProperty("monthly")
    MONTHLY,
    @JsonProperty("quarterly")
    QUARTERLY,
    @JsonProperty("yearly")
    YEARLY,
    @JsonProperty("once")
    ONCE
}
