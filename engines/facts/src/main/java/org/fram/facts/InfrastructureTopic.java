package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;

/// A part of the infrastructure that somebody has to own.
public enum InfrastructureTopic {
    @JsonProperty("desktop equipment")
    DESKTOP_EQUIPMENT,
    @JsonProperty("software applications")
    SOFTWARE_APPLICATIONS,
    @JsonProperty("database access")
    DATABASE_ACCESS,
    @JsonProperty("telephony")
    TELEPHONY,
    @JsonProperty("redundancy")
    REDUNDANCY,
    @JsonProperty("integrations")
    INTEGRATIONS,
    @JsonProperty("licences")
    LICENCES,
    @JsonProperty("licence payment")
    LICENCE_PAYMENT,
    @JsonProperty("update frequency")
    UPDATE_FREQUENCY
}
