package org.fram.app.duties.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.UUID;
import org.fram.app.duties.Activity;
import org.fram.app.duties.Grid;
import org.fram.app.duties.Participant;
import org.fram.app.platform.access.Codes;
import org.jspecify.annotations.Nullable;

/// The table of responsibilities.
record GridJson(
        @JsonPropertyDescription("Who takes part, in the order of the columns.")
        List<ColumnJson> columns,

        @JsonPropertyDescription("In the order of the kinds of work.")
        List<RowJson> rows) {

    /// Who takes part.
    record ColumnJson(
            @JsonPropertyDescription("As rows have it.") String name,
            UUID party,

            @JsonPropertyDescription("Of the party; empty where it is all of it.")
            String function,

            @JsonPropertyDescription("Who stands for it.") @Nullable
            UUID person) {

        private static ColumnJson of(Participant column) {
            var person = column.person();
            return new ColumnJson(
                    column.name(), column.party().value(), column.function(), person == null ? null : person.value());
        }
    }

    /// A row, which is changed as one of the register “responsibilities”.
    record RowJson(
            UUID id,

            @JsonPropertyDescription("How often it was stored.")
            int version,

            String ref,
            @JsonPropertyDescription("The kind of work.") String area,
            String activity,

            @JsonPropertyDescription("Whether people confirmed it; until then it is a proposal.")
            boolean confirmed,

            @JsonPropertyDescription("R, A, A/R, C, I or nothing, one for each column.")
            List<String> letters) {

        private static RowJson of(Grid grid, Activity row) {
            return new RowJson(
                    row.id(),
                    row.version(),
                    row.ref(),
                    Codes.of(row.area()),
                    row.text(),
                    row.confirmed(),
                    grid.columns().stream()
                            .map(column -> row.letters(column.name()).text())
                            .toList());
        }
    }

    static GridJson of(Grid grid) {
        return new GridJson(
                grid.columns().stream().map(ColumnJson::of).toList(),
                grid.rows().stream().map(row -> RowJson.of(grid, row)).toList());
    }
}
