package org.fram.app.sow.trace.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;

/// What the page shows on which one says what answers a requirement.
///
/// @param trace the address of the page of all requirements
/// @param address of this page
/// @param version of the requirement, as it goes along with the form
/// @param notice why nothing was stored; empty where nothing was to be
/// @param named those that are named, also those that lead nowhere
/// @param likely others whose words are like those of the requirement
/// @param found others that match what was searched for
/// @param more whether more match than are shown
/// @param none whether there is no obligation to choose at all
public record LinkPage(
        EngagementHead head,
        String trace,
        String address,
        String ref,
        String text,
        int version,
        String search,
        String notice,
        List<Candidate> named,
        List<Candidate> likely,
        List<Candidate> found,
        boolean more,
        boolean none) {

    /// An obligation that can be chosen.
    ///
    /// @param id of the field
    /// @param label as it is named
    /// @param broken whether it does not stand
    public record Candidate(
            String id, String label, String text, String about, String state, boolean chosen, boolean broken) {}
}
