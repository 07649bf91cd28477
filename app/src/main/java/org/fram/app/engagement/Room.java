package org.fram.app.engagement;

import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;

/// A page of an engagement, as its home page shows it and leads to it. A module offers one for each of its
/// pages; what no module offers is not shown.
public interface Room {

    /// Where in the lifecycle it belongs; of the same stage, registers come last; otherwise the
    /// order is that of the addresses.
    Stage stage();

    Text title();

    /// How it stands with this engagement, in one line. Is asked within a transaction of the person.
    Text state(Actor.Person person, EngagementId engagement);

    /// Its address below the engagement's, as `requirements`.
    String path();

    /// Whether somebody who belongs to the engagement is led there. Is asked within a transaction of theirs.
    default boolean isOpenTo(Actor.Person person, EngagementId engagement) {
        return true;
    }
}
