package org.fram.app.sow.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A clause that is added.
record NewClauseJson(
        @JsonPropertyDescription("The clause behind which it stands; at the beginning where it is missing.") @Nullable
        UUID after,

        @JsonPropertyDescription(
                "`heading`, `paragraph`, `item`, `footnote` or `table`; a paragraph where it is missing.")
        @Nullable
        String shape,

        @JsonPropertyDescription(
                "Its words. An empty line begins another clause; of a table a line for each row, its cells parted by |.")
        @Nullable
        String text) {}
