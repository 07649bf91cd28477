package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Which side of the table a party is on.
public enum Side {
    /// The customer.
    @JsonProperty("buyer")
    BUYER,
    @JsonProperty("vendor")
    VENDOR,
    @JsonProperty("partner")
    PARTNER,
    @JsonProperty("carrier")
    CARRIER,
    @JsonProperty("outsourcer")
    OUTSOURCER,
    @JsonProperty("tester")
    TESTER,
    @JsonProperty("other")
    OTHER
}
