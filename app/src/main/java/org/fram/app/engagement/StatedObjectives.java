package org.fram.app.engagement;

import java.util.List;
import org.fram.app.platform.access.EngagementId;

/// What the senior level wants of an engagement, for modules that do not keep it.
public interface StatedObjectives {

    /// The objectives, as far as whoever asks may see them. Is asked within a transaction of theirs.
    List<Stated> of(EngagementId engagement);

    /// One of them.
    ///
    /// @param ours whether one’s own party alone sees it
    record Stated(String text, boolean ours) {}
}
