package org.fram.app.signing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.files.FileId;
import org.fram.app.platform.register.Money;
import org.jspecify.annotations.Nullable;

/// A document that was signed elsewhere, as somebody of the engagement says.
///
/// @param privateTo the party that alone sees it, or null
/// @param sha256 of the file
/// @param signatures at least one
public record SignedElsewhere(
        UUID id,
        EngagementId engagement,
        @Nullable PartyId privateTo,
        String title,
        Matter matter,
        Money.@Nullable Sum amount,
        Way way,
        FileId file,
        String sha256,
        PersonId recordedBy,
        Instant recorded,
        List<Signature> signatures) {

    public SignedElsewhere {
        signatures = List.copyOf(signatures);
    }

    /// How it was signed.
    public enum Way implements Code {
        /// By a service for electronic signatures.
        SERVICE,
        PAPER
    }

    /// Who signed, by name, as they may have no account here.
    public record Signature(String name, PartyId party, LocalDate signedOn) {}
}
