package org.fram.app.platform.ledger;

import java.util.Map;
import java.util.UUID;
import org.fram.app.platform.access.PersonId;
import org.fram.ledger.Entry;
import org.fram.ledger.SealedDetails;
import org.jspecify.annotations.Nullable;

/// An entry as whoever looks may see it.
///
/// @param details null where they are for another party
public record Recorded(Entry entry, String hash, @Nullable Details details) {

    /// What an entry is about.
    ///
    /// @param by who did it; of a guest the id of their link
    /// @param privately whether one's own party alone sees it
    public record Details(
            String kind,
            PersonId by,
            UUID subject,
            Map<String, String> what,
            boolean privately,
            SealedDetails sealed) {}

    /// The entry as a line of a ledger that is taken out.
    public String line() {
        return entry.line(details == null ? null : details.sealed());
    }
}
