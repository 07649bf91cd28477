package org.fram.app.sow.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.UUID;
import org.fram.app.sow.clauses.Manuscript;
import org.jspecify.annotations.Nullable;

/// The next version of a statement of work on its way, as the person’s party writes it.
record WorkingCopyJson(
        @JsonPropertyDescription("The version from which it was begun; absent where the party writes none.") @Nullable
        Integer version,

        @JsonPropertyDescription("In their order.") List<WrittenClauseJson> clauses) {

    /// A clause.
    record WrittenClauseJson(
            UUID id,

            @JsonPropertyDescription("`heading`, `paragraph`, `item`, `footnote` or `table`.")
            String shape,

            @JsonPropertyDescription("Of a heading or an item, from 1; else 0.")
            int level,

            @JsonPropertyDescription("The number or marker that it has now, or empty.")
            String number,

            @JsonPropertyDescription("Its words; of a table those of its cells, row by row.")
            List<String> texts,

            @JsonPropertyDescription("Names the clause as it is, for whoever changes it.")
            String seal) {}

    static final WorkingCopyJson NONE = new WorkingCopyJson(null, List.of());

    static WorkingCopyJson of(Manuscript manuscript) {
        return new WorkingCopyJson(
                manuscript.copy().ordinal(),
                manuscript.lines().stream()
                        .map(line -> new WrittenClauseJson(
                                line.id().value(),
                                line.shape().code(),
                                line.level(),
                                line.printed(),
                                line.texts(),
                                line.seal()))
                        .toList());
    }
}
