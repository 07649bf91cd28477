package org.fram.app.kpi.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.math.BigDecimal;
import java.util.UUID;
import org.fram.app.kpi.ConfirmationState;
import org.fram.app.kpi.Objective;
import org.jspecify.annotations.Nullable;

/// A success measure of the senior level.
record ObjectiveJson(
        UUID id,
        String ref,
        String text,

        @JsonPropertyDescription("How its success is measured; empty where nothing is said.")
        String measure,

        @JsonPropertyDescription("In percent.") @Nullable BigDecimal weight,

        @JsonPropertyDescription("Who is to confirm it, by name or position; empty where nobody is named.")
        String executive,

        @JsonPropertyDescription("confirmed, asked, other-words, objected or unconfirmed")
        String confirmation,

        @JsonPropertyDescription("The executive who confirmed it as it stands; empty while nobody did.")
        String confirmedBy,

        @JsonPropertyDescription("mine where the own party alone sees it, or else all")
        String seenBy) {

    static ObjectiveJson of(Objective objective, ConfirmationState state) {
        return new ObjectiveJson(
                objective.id(),
                objective.ref(),
                objective.words().text(),
                objective.words().measure(),
                objective.words().weight(),
                objective.executive(),
                state.kind().code(),
                state.confirmedBy().orElse(""),
                objective.ours() ? "mine" : "all");
    }
}
