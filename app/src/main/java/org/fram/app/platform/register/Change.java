package org.fram.app.platform.register;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.PersonId;

/// Something that happened to a row.
///
/// @param act what it was a part of, such as an import
/// @param origin where it came from, by its code
/// @param version of the row, after it
/// @param cells what stood there before and after, by the keys of the columns; none but of a change
public record Change(
        UUID row,
        UUID act,
        Kind kind,
        String origin,
        PersonId person,
        Instant time,
        int version,
        Map<String, Cells> cells) {

    public Change {
        cells = Map.copyOf(cells);
    }

    /// What can happen.
    public enum Kind implements Code {
        ADDED,
        CHANGED,
        DELETED,
        RESTORED
    }

    /// Of one cell, as an editor has it.
    public record Cells(String before, String after) {}
}
