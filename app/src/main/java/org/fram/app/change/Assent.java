package org.fram.app.change;

import java.time.Instant;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;

/// That a party agrees to a change.
///
/// @param terms the digest of what it agrees to
record Assent(PartyId party, String terms, PersonId by, Instant given) {}
