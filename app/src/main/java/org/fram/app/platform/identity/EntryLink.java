package org.fram.app.platform.identity;

import java.time.Instant;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.PersonId;
import org.jspecify.annotations.Nullable;

/// A link by which somebody chooses a password.
///
/// @param by who invited them, or null
record EntryLink(
        UUID id, Purpose purpose, PersonId person, @Nullable PersonId by, Instant expires, State state) {

    /// What it is for.
    enum Purpose implements Code {
        INVITATION,
        RECOVERY
    }

    /// Whether it still opens anything.
    enum State implements Code {
        OPEN,
        /// Somebody chose a password by it.
        USED,
        EXPIRED,
        /// Taken back, or replaced by a newer one.
        ENDED
    }
}
