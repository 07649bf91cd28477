package org.fram.app.kpi.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;

/// Objectives against KPIs, and where they do not fit together.
///
/// @param writable whether whoever looks may add some
/// @param aims the objectives, which are the columns of the picture
/// @param lines the KPIs, which are its rows
/// @param notes what does not fit, each with the ways to its rows
public record AlignmentPage(
        EngagementHead head,
        boolean writable,
        List<KeyFigure> figures,
        List<Aim> aims,
        List<Line> lines,
        List<Note> notes) {

    /// Whether there is nothing to show yet.
    public boolean empty() {
        return aims.isEmpty() && lines.isEmpty();
    }

    /// An objective.
    ///
    /// @param facts how it is measured, its weight, and who sees it, in one line
    /// @param state whether it is confirmed, in words
    /// @param confirmations the address of what executives said to it
    /// @param measuredBy how many KPIs there are for it
    public record Aim(
            Link row, String text, String facts, Tone tone, String state, String confirmations, int measuredBy) {}

    /// A KPI.
    ///
    /// @param facts target and baseline, in one line
    /// @param formulas the address of its formulas
    /// @param serves whether it serves each of the objectives, in their order
    /// @param marks what is wrong with it, in a word each
    public record Line(Link row, String name, String facts, String formulas, List<Boolean> serves, List<Mark> marks) {}

    /// A word with its colour.
    public record Mark(Tone tone, String text) {}

    /// Something that does not fit.
    ///
    /// @param advice what to do, or empty
    public record Note(Tone tone, String kind, List<Link> rows, String text, String advice) {}
}
