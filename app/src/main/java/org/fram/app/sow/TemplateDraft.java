package org.fram.app.sow;

import java.time.Instant;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.drafting.Answers;
import org.jspecify.annotations.Nullable;

/// Answers to the questions of a template, from which a document can be made at any time.
///
/// @param privateTo the party that alone sees it, or null
/// @param template the name of the template
/// @param made when a document was last made of it, or null
/// @param changedBy who last answered
/// @param version how often it was stored; guards against two people saving at once
public record TemplateDraft(
        TemplateDraftId id,
        EngagementId engagement,
        @Nullable PartyId privateTo,
        String template,
        Answers answers,
        @Nullable Instant made,
        PersonId changedBy,
        Instant changed,
        int version) {}
