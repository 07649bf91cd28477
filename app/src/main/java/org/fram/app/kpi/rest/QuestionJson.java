package org.fram.app.kpi.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Whom a program asks to confirm objectives.
record QuestionJson(
        String email,

        @JsonPropertyDescription("The executive, by name or position.")
        String name,

        @JsonPropertyDescription("The ids of the objectives.")
        List<UUID> objectives,

        @JsonPropertyDescription("Stands above the objectives.")
        String question,

        @JsonPropertyDescription("From when on nobody can answer any more; at most 92 days ahead.")
        Instant expires) {}
