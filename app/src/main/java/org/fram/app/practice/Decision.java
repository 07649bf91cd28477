package org.fram.app.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.facts.PracticeFacts.ExceptionFact;
import org.fram.facts.PracticeFacts.WaiverFact;
import org.jspecify.annotations.Nullable;

/// What somebody decided about a finding.
///
/// @param about the statement of work whose findings it is about
/// @param privateTo the party that alone sees it, or null
/// @param practice id of the practice
/// @param item the item of the finding, or null for all items
/// @param verdict what was decided
/// @param by who decided it, in words that a document shows
public record Decision(
        UUID id,
        EngagementId engagement,
        UUID about,
        @Nullable PartyId privateTo,
        String practice,
        @Nullable String item,
        Verdict verdict,
        String by,
        Instant decided) {

    /// What was decided.
    public sealed interface Verdict {

        /// Why.
        String reason();

        /// One lives with the finding until a day.
        ///
        /// @param authority what gives whoever decided the right to
        record Waived(String authority, String reason, LocalDate until) implements Verdict {}

        /// The practice does not apply.
        record NotApplicable(String reason) implements Verdict {}
    }

    Optional<WaiverFact> waiver() {
        return verdict instanceof Verdict.Waived(var authority, var reason, var until)
                ? Optional.of(new WaiverFact(practice, item, by, authority, reason, until))
                : Optional.empty();
    }

    Optional<ExceptionFact> exception() {
        return verdict instanceof Verdict.NotApplicable(var reason)
                ? Optional.of(new ExceptionFact(practice, item, by, reason))
                : Optional.empty();
    }
}
