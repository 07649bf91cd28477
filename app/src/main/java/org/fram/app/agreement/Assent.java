package org.fram.app.agreement;

import java.time.Instant;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;

/// That a party agrees to the words of a section.
///
/// @param section its key
/// @param sha256 of the words that it agrees to
/// @param ordinal of the version in which they stood
public record Assent(String section, String sha256, int ordinal, PartyId party, PersonId by, Instant given) {}
