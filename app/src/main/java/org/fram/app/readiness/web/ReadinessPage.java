package org.fram.app.readiness.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Tone;

/// Sign-offs site by site, and what of the old platform is to be done next.
///
/// @param writable whether whoever looks may add to it
/// @param sites those for all sites first; sites without any are there too
/// @param notices that are to be given soon, or were missed
/// @param exits what is not done, in the order of its day
/// @param exit whether anything of the old platform is kept
public record ReadinessPage(
        EngagementHead head,
        boolean writable,
        List<KeyFigure> figures,
        List<Site> sites,
        List<Line> notices,
        List<Line> exits,
        boolean exit) {

    /// The sign-offs of a site.
    ///
    /// @param count how many of them there are
    public record Site(String name, String count, List<Line> lines) {}

    /// A row.
    ///
    /// @param about its kind and whose it is
    /// @param state with its day
    public record Line(String address, String text, String about, Tone tone, String state) {}
}
