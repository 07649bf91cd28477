package org.fram.app.kpi.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.UUID;

/// That an executive is asked.
record AskedJson(
        UUID link,

        @JsonPropertyDescription(
                "The address to hand on, told only now; empty where a mail is on its way.")
        String handOn) {}
