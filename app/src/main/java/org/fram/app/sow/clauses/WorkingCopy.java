package org.fram.app.sow.clauses;

import java.time.Instant;
import java.util.UUID;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.sow.SowId;

/// What a party would have the next version of a statement of work say.
///
/// @param ordinal of the version that it was taken from
/// @param version how many acts there were on it
public record WorkingCopy(
        UUID id, SowId sow, PartyId party, int ordinal, PersonId begunBy, Instant begun, int version) {}
