package org.fram.app.sow.trace;

import java.util.List;
import java.util.UUID;
import org.fram.app.sow.RequirementSource;
import org.jspecify.annotations.Nullable;

/// A requirement, as far as tracing is about it.
///
/// @param version how often its row was stored
/// @param source where it comes from, or null where nobody said
/// @param labels the obligations that people named for it, as they wrote them
/// @param deferred whether it is not of this statement of work
public record Asked(
        UUID row,
        int version,
        String ref,
        String text,
        @Nullable RequirementSource source,
        List<String> labels,
        boolean deferred) {

    public Asked {
        labels = List.copyOf(labels);
    }
}
