package org.fram.app.sow;

import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.jspecify.annotations.Nullable;

/// A statement of work on its way from a document to what both sides sign.
///
/// @param privateTo the party that alone sees it, or null where it is shared
/// @param version how often it was stored
public record StatementOfWork(
        SowId id, EngagementId engagement, @Nullable PartyId privateTo, String title, int version) {

    /// Its address below the engagement's.
    public String path() {
        return "sow/" + id;
    }
}
