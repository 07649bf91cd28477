package org.fram.app.readiness.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;

/// What is usually signed off and is not there yet, to choose from.
///
/// @param goLive when the engagement is to go live, or empty
public record UsualPage(EngagementHead head, boolean writable, String goLive, List<Site> sites) {

    /// What is offered for a site.
    public record Site(String name, List<Offer> offers) {}

    /// Something to choose.
    ///
    /// @param about its kind, who usually sees to it, and by when
    public record Offer(String key, String what, String why, String about) {}
}
