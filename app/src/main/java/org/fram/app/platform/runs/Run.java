package org.fram.app.platform.runs;

import java.time.Instant;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;

/// Long work that a person asked for.
///
/// @param kind the code of the [Work] that does it
/// @param subject what it is about, as people call it
/// @param done how much of `total` is done; both 0 while that is unknown
/// @param activity what it is at, or null before it says so
/// @param cancelling whether somebody asked to stop it, and it has not stopped yet
/// @param ended when, or null while it has not
/// @param failure why it failed, or null
/// @param result where its result is, below the engagement's address, or null
public record Run(
        RunId id,
        EngagementId engagement,
        String kind,
        String subject,
        PersonId requestedBy,
        Instant requested,
        RunState state,
        int done,
        int total,
        @Nullable Text activity,
        boolean cancelling,
        @Nullable Instant ended,
        @Nullable Text failure,
        @Nullable String result) {}
