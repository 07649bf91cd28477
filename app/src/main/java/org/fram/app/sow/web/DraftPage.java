package org.fram.app.sow.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Matrix;
import org.fram.app.platform.pages.PageLinks;

/// What the page of a draft shows.
///
/// @param ours whether only one's own party sees it
/// @param parts the ways through a list of obligations that is too long for one page
/// @param sections the accepted obligations of the part that is shown
/// @param raci of the same
/// @param versions the documents that were brought in, the newest first
public record DraftPage(
        EngagementHead head,
        String address,
        String title,
        List<Link> tabs,
        boolean ours,
        List<KeyFigure> figures,
        PageLinks parts,
        List<WorkspacePage.Section> sections,
        Matrix raci,
        List<Area> coverage,
        List<Version> versions,
        boolean writable,
        String refusal) {

    /// Topics that belong together.
    ///
    /// @param covered how many of them the draft says something about
    public record Area(String title, int covered, List<TopicTile> topics) {}

    /// A topic.
    ///
    /// @param ask what to ask for where it is not covered
    public record TopicTile(String title, String ask, boolean covered) {}

    /// A document that was brought in.
    public record Version(String title, String fileName, String address, String time) {}
}
