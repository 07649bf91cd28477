package org.fram.app.engagement;

import gg.jte.Content;
import java.util.Optional;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Membership;
import org.fram.app.platform.pages.Frame;

/// Something that can be done on each page of an engagement, by a key. A module offers one as a bean.
/// Is asked within a transaction of whoever looks.
public interface Shortcut {

    /// What it offers on a page; empty where it offers nothing.
    Optional<Offer> of(Frame frame, Actor.Person me, Membership mine, EngagementId engagement);

    /// What is offered.
    ///
    /// @param key the letter that opens it; pages that have this letter for something else take it with
    /// the shift key
    /// @param address of the page that does the same without scripts
    /// @param form which the key opens
    record Offer(String key, String title, String address, Content form) {}
}
