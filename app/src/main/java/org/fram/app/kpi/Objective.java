package org.fram.app.kpi;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.register.Row;
import org.fram.facts.Level;
import org.jspecify.annotations.Nullable;

/// A success measure of the senior level, as it stands in its register.
///
/// @param ref its number
/// @param words what an executive confirms
/// @param executive who is to confirm it, by name or position; empty where nobody is named
/// @param level where they stand
/// @param falling whether it gets worse; null where nothing is said
/// @param ours whether one's own party alone sees it
public record Objective(
        UUID id,
        String ref,
        AskedWords words,
        String executive,
        @Nullable Level level,
        @Nullable Boolean falling,
        boolean ours) {

    static Objective of(Row row) {
        return new Objective(
                row.id(),
                row.ref(),
                new AskedWords(
                        Objects.toString(row.get("text"), ""), Objects.toString(row.get("measure"), ""), (BigDecimal)
                                row.get("weight")),
                Objects.toString(row.get("executive"), ""),
                Codes.ofCell(Level.class, row.get("level")),
                (Boolean) row.get("falling"),
                row.get("seenBy") != null);
    }
}
