package org.fram.app.signing;

import java.util.UUID;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.register.Money;
import org.jspecify.annotations.Nullable;

/// That somebody may sign something for their party.
///
/// @param upTo the most that they may bind it to, or null for any amount
public record SigningAuthority(UUID id, PartyId party, PersonId person, Matter matter, Money.@Nullable Sum upTo) {

    /// Whether it reaches for something of this amount. One in another currency does not: nobody converts here.
    ///
    /// @param amount null for something without one
    public boolean covers(Matter wanted, Money.@Nullable Sum amount) {
        if (matter != wanted) {
            return false;
        }
        return amount == null
                || upTo == null
                || upTo.currency().equals(amount.currency())
                        && amount.amount().abs().compareTo(upTo.amount()) <= 0;
    }
}
