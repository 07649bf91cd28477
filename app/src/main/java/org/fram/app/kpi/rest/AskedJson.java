package org.fram.app.kpi.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.UUID;

/// That an executive is asked.
record AskedJson(
        @JsonPropertyDescription("The id of the link that is on its way to them.")
        UUID link) {}
