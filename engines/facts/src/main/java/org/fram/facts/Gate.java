package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;

/// A point at which criteria over facts and a signed decision let an engagement go on.
public enum Gate {
    @JsonProperty("sign")
    SIGN,
    @JsonProperty("design")
    DESIGN,
    @JsonProperty("test")
    TEST,
    @JsonProperty("cutover")
    CUTOVER,
    @JsonProperty("accept")
    ACCEPT,
    @JsonProperty("hand-off")
    HAND_OFF
}
