package org.fram.app.sow.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is done with a clause.
record ClauseEditJson(
        @JsonPropertyDescription("The seal of the clause as the person saw it.") @Nullable
        String seal,

        @JsonPropertyDescription("`write`, `take-out`, `take-out-section`, `up`, `down`, `deeper` or `less-deep`.")
        @Nullable
        String act,

        @JsonPropertyDescription("Where it is written: its words, or as many as a table has cells.") @Nullable
        List<String> texts) {}
