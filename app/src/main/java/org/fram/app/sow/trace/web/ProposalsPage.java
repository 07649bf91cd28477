package org.fram.app.sow.trace.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Link;

/// What was found in a document: one part of it, to be chosen from.
///
/// @param trace the address of the page of all requirements
/// @param address of this page
/// @param source the code of where the requirements come from
/// @param sourceName the same in words
/// @param what how many were found, and which are shown
/// @param refusal why nothing was taken; empty where that was not tried
/// @param nothing why there is nothing to choose from; empty where there is
public record ProposalsPage(
        EngagementHead head,
        String trace,
        String address,
        String name,
        String source,
        String sourceName,
        boolean privately,
        int part,
        String what,
        String refusal,
        String nothing,
        List<Line> lines,
        List<Link> parts) {

    /// What may be a requirement.
    ///
    /// @param doubt why it may be none; empty where nothing speaks against it
    public record Line(
            int position, String number, String text, String section, String answer, String doubt, boolean chosen) {}
}
