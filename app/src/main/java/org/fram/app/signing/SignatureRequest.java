package org.fram.app.signing;

import java.time.Instant;
import java.util.List;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.files.FileId;
import org.fram.app.platform.register.Money;
import org.jspecify.annotations.Nullable;

/// That the bytes of a file are to be signed by some people until a time.
///
/// @param privateTo the party that alone sees it, or null
/// @param amount that the signatures bind to, or null
/// @param sha256 of the bytes
/// @param inOrder whether each signs after those before them; otherwise all at once
/// @param expires from then on nobody signs any more
/// @param ended when it was signed, refused or withdrawn; null while it is open, also beyond its time
/// @param signatories in their order; at least one
public record SignatureRequest(
        RequestId id,
        EngagementId engagement,
        @Nullable PartyId privateTo,
        String title,
        Matter matter,
        Money.@Nullable Sum amount,
        FileId file,
        String sha256,
        boolean inOrder,
        Instant expires,
        PersonId askedBy,
        Instant asked,
        Kept kept,
        @Nullable Instant ended,
        List<Signatory> signatories) {

    public SignatureRequest {
        signatories = List.copyOf(signatories);
    }

    /// How far it is, as the database has it.
    enum Kept implements Code {
        OPEN,
        SIGNED,
        REFUSED,
        WITHDRAWN
    }

    /// How far it is.
    public enum State implements Code {
        OPEN,
        /// Everybody signed.
        SIGNED,
        /// Somebody refused; the others need not sign any more.
        REFUSED,
        /// Whoever asked needs no signatures any more.
        WITHDRAWN,
        /// Its time has passed.
        EXPIRED
    }

    /// How far it is at a time.
    public State state(Instant now) {
        return switch (kept) {
            case OPEN -> now.isBefore(expires) ? State.OPEN : State.EXPIRED;
            case SIGNED -> State.SIGNED;
            case REFUSED -> State.REFUSED;
            case WITHDRAWN -> State.WITHDRAWN;
        };
    }

    /// Those whose turn it is at a time.
    public List<Signatory> next(Instant now) {
        if (state(now) != State.OPEN) {
            return List.of();
        }
        var waiting = signatories.stream()
                .filter(one -> one.state() == Signatory.State.WAITING)
                .toList();
        return inOrder ? waiting.subList(0, Math.min(1, waiting.size())) : waiting;
    }

    /// How many have signed.
    public int signed() {
        return (int) signatories.stream()
                .filter(one -> one.state() == Signatory.State.SIGNED)
                .count();
    }
}
