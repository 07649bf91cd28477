package org.fram.app.raid;

import java.util.UUID;

/// What an item has to do with another, or with something else of the engagement.
///
/// @param toName the id of an item that is kept here, else the name as people call it
public record RaidLink(UUID id, ThingKind fromKind, UUID from, Relation relation, ThingKind toKind, String toName) {

    /// Whether it ends at an item.
    boolean leadsTo(RaidItem item) {
        return toKind == item.kind() && toName.equals(item.row().id().toString());
    }

    /// Whether it begins at an item.
    boolean comesFrom(RaidItem item) {
        return fromKind == item.kind() && from.equals(item.row().id());
    }
}
