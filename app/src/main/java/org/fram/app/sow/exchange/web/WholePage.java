package org.fram.app.sow.exchange.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Link;

/// What the page shows from which a statement of work leaves.
///
/// @param address of the statement
/// @param version that leaves
/// @param versions all of them, to choose from
/// @param newest whether the newest was chosen
/// @param writable whether whoever looks may have it printed
public record WholePage(
        EngagementHead head,
        String address,
        String title,
        List<Link> tabs,
        int version,
        List<Choice> versions,
        boolean newest,
        boolean writable) {}
