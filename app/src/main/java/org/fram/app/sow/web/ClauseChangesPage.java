package org.fram.app.sow.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Link;

/// What a working copy changes in the version that it was taken from.
///
/// @param changes how many passages change
public record ClauseChangesPage(
        EngagementHead head,
        String address,
        String title,
        List<Link> tabs,
        List<RedlinePage.Group> groups,
        int changes) {}
