package org.fram.app.engagement;

import java.util.UUID;
import org.fram.app.platform.access.PartyId;
import org.jspecify.annotations.Nullable;

/// A success measure of the senior level.
///
/// @param confirmedBy the executive who confirmed it, by role or name; empty while nobody did
/// @param privateTo the party that alone sees it, or null where all do
public record Objective(
        UUID id, String text, String confirmedBy, @Nullable PartyId privateTo) {}
