package org.fram.app.engagement;

import java.util.Optional;
import org.fram.app.platform.access.EngagementId;

/// Things of an engagement that people name, as the obligation `O-012`. A module offers one as a bean
/// for each kind that others may refer to, so that it is found without anybody seeing the module. Is
/// asked within a transaction of whoever looks.
public interface NamedThings {

    /// What they are, as `obligation`.
    String kind();

    /// The one that is called so, as far as whoever asks may see it.
    Optional<Thing> find(EngagementId engagement, String name);

    /// A thing.
    ///
    /// @param name as people call it; empty where they call it by its words
    /// @param text what it is, in its words
    /// @param path of the page that shows it, below the engagement’s address
    record Thing(String name, String text, String path) {}
}
