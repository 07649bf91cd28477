package org.fram.app.platform.ledger;

import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.jspecify.annotations.Nullable;

/// A deed stands in the ledger. Whoever listens hears it in the transaction in which it was written.
///
/// @param privateTo the party that alone sees what it is about, or null
/// @param number and `hash` of its entry
public record DeedRecorded(
        EngagementId engagement, @Nullable PartyId privateTo, PersonId by, long number, String hash, Deed deed) {}
