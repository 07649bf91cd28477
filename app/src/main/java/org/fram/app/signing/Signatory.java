package org.fram.app.signing;

import java.time.Instant;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.jspecify.annotations.Nullable;

/// Somebody who is to sign for their party, and what they did.
///
/// @param position in the order of signing, from 1
/// @param done when they signed or refused, or null
/// @param doneBy who did: they themselves, or their deputy; null while they wait
/// @param means how whoever signed showed that it is them, or null
/// @param reason why they refused, or empty
public record Signatory(
        UUID id,
        int position,
        PersonId person,
        PartyId party,
        State state,
        @Nullable Instant done,
        @Nullable PersonId doneBy,
        @Nullable Means means,
        String reason) {

    /// What they did.
    public enum State implements Code {
        WAITING,
        SIGNED,
        REFUSED
    }

    /// How somebody showed that it is them.
    public enum Means implements Code {
        PASSWORD,
        PASSKEY
    }
}
