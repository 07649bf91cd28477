package org.fram.app.kpi.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.UUID;
import org.fram.app.kpi.Formulas;
import org.jspecify.annotations.Nullable;

/// A formula that a KPI has had.
record FormulaJson(
        @JsonPropertyDescription("From 1; the highest is the newest.")
        int number,

        String text,

        @JsonPropertyDescription("From when on it was the formula; null where that was before one could see it.")
        @Nullable
        Instant since,

        @JsonPropertyDescription("The id of who wrote it.") @Nullable
        UUID by) {

    static FormulaJson of(Formulas.Version version) {
        var by = version.by();
        return new FormulaJson(version.number(), version.text(), version.since(), by == null ? null : by.value());
    }
}
