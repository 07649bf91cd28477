package org.fram.app.change.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;

/// What changes in an engagement, and what that costs.
///
/// @param figures approved, agreed, pending and forecast money; empty where none is known
/// @param bar what is committed against what was approved; empty where that cannot be compared
/// @param groups of changes, those that wait for somebody first
/// @param reviews of statements of work
public record ChangesPage(
        EngagementHead head,
        List<KeyFigure> figures,
        List<Part> bar,
        List<Group> groups,
        List<Review> reviews,
        boolean writes,
        String refusal) {

    /// A part of the bar.
    ///
    /// @param name with its amount
    /// @param kind `agreed`, `pending`, `forecast` or `left`
    /// @param percent of the bar where it begins
    /// @param width in percent
    public record Part(String name, String kind, double percent, double width) {}

    /// Changes that stand alike.
    public record Group(String title, List<Line> changes) {}

    /// A change.
    public record Line(Link change, String text, Tone tone, String state, String price, String days, String decided) {}

    /// How it stands with going through a statement of work.
    ///
    /// @param last when, by whom; or that nobody did
    /// @param next the day that the form proposes
    public record Review(String sow, Link title, Tone tone, String last, String next) {}
}
