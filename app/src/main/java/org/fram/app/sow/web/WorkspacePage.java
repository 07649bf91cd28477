package org.fram.app.sow.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.PageLinks;
import org.fram.app.sow.ObligationId;
import org.jspecify.annotations.Nullable;

/// What the workspace of a statement of work shows.
///
/// @param address of the statement of work
/// @param lead which version of which document it is
/// @param show which obligations are listed
/// @param parts the ways through a document that is too long for one page
/// @param refusal why the last thing was not done, or empty
public record WorkspacePage(
        EngagementHead head,
        String address,
        String title,
        String lead,
        List<Link> tabs,
        Tally tally,
        List<Choice> show,
        PageLinks parts,
        List<Section> sections,
        DocumentPart document,
        boolean writable,
        String refusal) {

    /// What somebody wants to see.
    ///
    /// @param show which obligations; empty for those that stand, or for those among which `at` is
    /// @param part of a long document, from 1
    /// @param at the obligation that is to be seen; its part is shown then
    record Asked(String show, int part, @Nullable ObligationId at) {

        static final Asked USUAL = new Asked("", 1, null);
    }

    /// Obligations below one heading of the document.
    ///
    /// @param open how many of that heading nobody has decided on, in whichever part of the page they are
    public record Section(String title, int open, List<ObligationLine> lines) {}

    /// How many obligations stand where.
    ///
    /// @param asked how many a later version asks about
    public record Tally(int open, int accepted, int dropped, int asked) {}

    /// @param open how many obligations nobody has decided on, by the heading
    static List<Section> sections(List<ObligationLine> lines, Map<String, Integer> open) {
        var bySection = new LinkedHashMap<String, List<ObligationLine>>();
        lines.forEach(line -> bySection
                .computeIfAbsent(line.section(), _ -> new ArrayList<>())
                .add(line));
        return bySection.entrySet().stream()
                .map(entry -> new Section(entry.getKey(), open.getOrDefault(entry.getKey(), 0), entry.getValue()))
                .toList();
    }
}
