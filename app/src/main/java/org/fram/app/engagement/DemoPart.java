package org.fram.app.engagement;

import java.nio.file.Path;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;

/// What a module adds to the demonstration's engagement, by the same acts that its pages use. Parts are
/// added in the order of the lifecycle.
public interface DemoPart {

    /// Where in the lifecycle it belongs.
    Stage stage();

    /// Adds it.
    void add(Demo demo);

    /// The demonstration's engagement and the people on whose behalf things are added.
    ///
    /// @param customer the customer's project manager, who owns the engagement
    /// @param vendor the vendor's project manager
    /// @param partner the integration partner's design engineer
    /// @param documents a folder for documents that whoever tries Fram may bring in
    record Demo(
            EngagementId engagement,
            Actor.Person customer,
            Actor.Person vendor,
            Actor.Person partner,
            Path documents) {}
}
