package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;

/// A term that every statement of work needs before its sensitive parts.
public enum BasicTerm {
    @JsonProperty("scope description")
    SCOPE_DESCRIPTION,
    @JsonProperty("authority to change")
    AUTHORITY_TO_CHANGE,
    @JsonProperty("primary contact")
    PRIMARY_CONTACT,
    @JsonProperty("management team")
    MANAGEMENT_TEAM,
    @JsonProperty("billing and payment")
    BILLING_AND_PAYMENT,
    @JsonProperty("travel expenses")
    TRAVEL_EXPENSES,
    @JsonProperty("term")
    TERM,
    @JsonProperty("warranty")
    WARRANTY,
    @JsonProperty("liability")
    LIABILITY,
    @JsonProperty("insurance")
    INSURANCE,
    @JsonProperty("compliance")
    COMPLIANCE,
    @JsonProperty("confidentiality")
    CONFIDENTIALITY
}
