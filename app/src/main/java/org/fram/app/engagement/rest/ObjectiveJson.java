package org.fram.app.engagement.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.UUID;
import org.fram.app.engagement.Objective;

/// A success measure of the senior level.
record ObjectiveJson(
        UUID id,
        String text,

        @JsonPropertyDescription("The executive who confirmed it; empty while nobody did.")
        String confirmedBy,

        @JsonPropertyDescription("mine where the own party alone sees it, or else all")
        String seenBy) {

    static ObjectiveJson of(Objective objective) {
        return new ObjectiveJson(
                objective.id(),
                objective.text(),
                objective.confirmedBy(),
                objective.privateTo() == null ? "all" : "mine");
    }
}
