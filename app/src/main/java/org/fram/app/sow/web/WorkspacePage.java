package org.fram.app.sow.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Link;

/// What the workspace of a statement of work shows.
///
/// @param address of the statement of work
/// @param lead which version of which document it is
/// @param show which obligations are listed
/// @param refusal why the last thing was not done, or empty
public record WorkspacePage(
        EngagementHead head,
        String address,
        String title,
        String lead,
        List<Link> tabs,
        Tally tally,
        List<Choice> show,
        List<Section> sections,
        DocumentPart document,
        boolean writable,
        String refusal) {

    /// Obligations below one heading of the document.
    ///
    /// @param open how many of them nobody has decided on
    public record Section(String title, int open, List<ObligationLine> lines) {}

    /// How many obligations stand where.
    ///
    /// @param asked how many a later version asks about
    public record Tally(int open, int accepted, int dropped, int asked) {}

    static List<Section> sections(List<ObligationLine> lines) {
        var bySection = new LinkedHashMap<String, List<ObligationLine>>();
        lines.forEach(line -> bySection
                .computeIfAbsent(line.section(), _ -> new ArrayList<>())
                .add(line));
        return bySection.entrySet().stream()
                .map(entry -> new Section(
                        entry.getKey(),
                        (int) entry.getValue().stream()
                                .filter(ObligationLine::open)
                                .count(),
                        entry.getValue()))
                .toList();
    }
}
