package org.fram.app.engagement;

import java.time.LocalDate;
import java.util.List;
import org.fram.app.platform.access.EngagementId;

/// What a module says in the status report of an engagement. A module offers one as a bean. Is asked within a
/// transaction of somebody who sees what all of the engagement see, so that both sides read the same report.
public interface StatusSource {

    /// Where its areas stand among the others.
    int order();

    /// Its areas; none where it knows nothing.
    ///
    /// @param today the day that it is where the engagement is
    List<StatusArea> of(EngagementId engagement, LocalDate today);
}
