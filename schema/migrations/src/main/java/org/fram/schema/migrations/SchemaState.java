package org.fram.schema.migrations;

import java.util.List;

/// How far a database is, beside the steps that this version of Fram knows. Each list is in the order of versions.
///
/// @param applied what was done to it
/// @param pending what this version knows and was not done yet
/// @param foreign of what was done, that which this version does not know: a newer one did it
/// @param changed of what was done, that which this version knows with another text
public record SchemaState(List<Step> applied, List<Step> pending, List<Step> foreign, List<Step> changed) {

    public SchemaState {
        applied = List.copyOf(applied);
        pending = List.copyOf(pending);
        foreign = List.copyOf(foreign);
        changed = List.copyOf(changed);
    }

    /// The version of the newest step that was applied; empty where there is none.
    public String version() {
        return applied.isEmpty() ? "" : applied.getLast().version();
    }
}
