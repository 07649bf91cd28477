package org.fram.app.platform.api.registers;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fram.app.platform.register.Change;

/// Something that happened to a row.
public record ChangeJson(
        @JsonPropertyDescription("added, changed, deleted or restored")
        String kind,

        @JsonPropertyDescription("Where it came from, such as page, import, undo or api.")
        String origin,

        @JsonPropertyDescription("Who did it.") UUID person,
        Instant time,

        @JsonPropertyDescription("The row's version after it.")
        int version,

        @JsonPropertyDescription("Cells that were changed.") List<CellChange> cells) {

    /// What stood in a cell, as an editor has it.
    public record CellChange(String column, String before, String after) {}

    static ChangeJson of(Change change) {
        return new ChangeJson(
                change.kind().code(),
                change.origin(),
                change.person().value(),
                change.time(),
                change.version(),
                change.cells().entrySet().stream()
                        .map(cell -> new CellChange(
                                cell.getKey(),
                                cell.getValue().before(),
                                cell.getValue().after()))
                        .sorted(java.util.Comparator.comparing(CellChange::column))
                        .toList());
    }
}
