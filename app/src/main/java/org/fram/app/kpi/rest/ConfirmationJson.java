package org.fram.app.kpi.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.fram.app.kpi.Confirmation;
import org.jspecify.annotations.Nullable;

/// What an executive was asked about an objective, and what they said.
record ConfirmationJson(
        UUID id,

        @JsonPropertyDescription("The id of the objective.") UUID objective,

        @JsonPropertyDescription("Who was asked.") String name,

        @JsonPropertyDescription("The objective as they were asked about it.")
        String text,

        String measure,

        @Nullable BigDecimal weight,

        @Nullable Instant asked,

        @JsonPropertyDescription("From when on nobody can answer any more.") @Nullable
        Instant expires,

        @JsonPropertyDescription("confirmed or objected; null while there is no answer.") @Nullable
        String verdict,

        @JsonPropertyDescription("Why they object; empty where they do not.")
        String reason,

        @JsonPropertyDescription("When they answered.") @Nullable
        Instant given) {

    static ConfirmationJson of(Confirmation one) {
        var verdict = one.verdict();
        return new ConfirmationJson(
                one.id(),
                one.objective(),
                one.name(),
                one.words().text(),
                one.words().measure(),
                one.words().weight(),
                one.asked(),
                one.expires(),
                verdict == null ? null : verdict.code(),
                one.reason(),
                one.given());
    }
}
