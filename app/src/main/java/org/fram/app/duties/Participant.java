package org.fram.app.duties;

import org.fram.app.engagement.Side;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.jspecify.annotations.Nullable;

/// Somebody who takes part, as a column of the table: a party, or a function of one.
///
/// @param key in forms and addresses
/// @param name of the column, as rows have it; no comma is in it
/// @param function of the party, or empty where it is all of it
/// @param added whether somebody added the function
/// @param person who stands for it, or null
public record Participant(
        String key,
        String name,
        PartyId party,
        String partyName,
        Side side,
        String function,
        boolean added,
        @Nullable PersonId person) {

    /// The customer's part that runs technology.
    public static final String IT = "IT";

    /// The customer's part that runs operations.
    public static final String CENTER = "contact center";

    /// Whether it is one of the two parts of the customer that divide the work between them.
    public boolean divides() {
        return side == Side.BUYER && (function.equals(IT) || function.equals(CENTER));
    }
}
