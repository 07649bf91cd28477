package org.fram.app.sow.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Link;
import org.fram.review.WordRun;

/// What changed between two versions of a statement of work, word by word.
///
/// @param from versions to choose the earlier one from, the oldest first; fewer than two where there is nothing to
/// compare
/// @param to the same for the later one
/// @param query names both, for the addresses of what leaves
/// @param summary how much changed, in one line
/// @param foreign why nothing is shown: the two have hardly a word in common; else empty
/// @param shows everything, or only what changed with its headings
/// @param groups of lines: a line by itself, or the rows of a table
/// @param changes how many lines changed
public record RedlinePage(
        EngagementHead head,
        String address,
        String title,
        List<Link> tabs,
        List<Choice> from,
        List<Choice> to,
        String query,
        String summary,
        String foreign,
        List<Link> shows,
        List<Group> groups,
        int changes,
        boolean writable) {

    /// Lines that belong together.
    ///
    /// @param table whether they are rows
    public record Group(boolean table, List<Line> lines) {}

    /// A passage.
    ///
    /// @param tag by which HTML shows it: `h2` to `h4`, `p`, or empty for a row
    /// @param classes of it: its fate, and the depth of an item
    /// @param anchor of a change, by its number from 1; 0 where nothing changed
    /// @param number in the later version, or in the earlier one where it went
    /// @param was the number that it had where that is another one, else empty
    /// @param note that it only stands elsewhere, or empty
    public record Line(
            String tag,
            String classes,
            int anchor,
            String number,
            String was,
            String note,
            List<List<WordRun>> cells) {}
}
