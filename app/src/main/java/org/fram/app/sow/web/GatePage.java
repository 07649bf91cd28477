package org.fram.app.sow.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;

/// The gate before the signature: what holds it, why, and who can mend or waive it.
///
/// @param tone of the state
/// @param state whether it is open, in one sentence
/// @param holding what holds the signature
/// @param others what was found and does not hold it
/// @param waived what somebody lives with
/// @param untold practices that could not be told
/// @param waivers who can waive, in one line
public record GatePage(
        EngagementHead head,
        String address,
        String title,
        List<Link> tabs,
        Tone tone,
        String state,
        List<Line> holding,
        List<Line> others,
        List<Line> waived,
        List<Untold> untold,
        String waivers) {

    /// A finding.
    ///
    /// @param evidence where it is decided about
    /// @param mends who can mend it
    /// @param waiver who lives with it and why, or empty
    public record Line(
            Tone tone,
            String severity,
            String title,
            String message,
            String why,
            String fix,
            String mends,
            Link evidence,
            String waiver) {}

    /// A practice that could not be told.
    ///
    /// @param missing which facts are missing
    public record Untold(String title, String missing, Link evidence) {}
}
