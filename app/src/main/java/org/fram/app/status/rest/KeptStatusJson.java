package org.fram.app.status.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.time.LocalDate;
import org.fram.app.status.StatusReports.Kept;
import org.jspecify.annotations.Nullable;

/// A status report that was kept, by its heading.
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeptStatusJson(
        @JsonPropertyDescription("Counts those of the engagement, from 1.")
        int number,

        LocalDate day,
        Instant made,

        @JsonPropertyDescription("`red`, `amber`, `green` or `unknown`.")
        String light,

        @JsonPropertyDescription("How likely the target go-live date was, in whole percent; absent where unknown.")
        @Nullable
        Integer probability) {

    static KeptStatusJson of(Kept kept) {
        return new KeptStatusJson(
                kept.number(), kept.day(), kept.made(), kept.light().code(), kept.probability());
    }
}
