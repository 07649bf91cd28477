package org.fram.app.raid.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Pair;
import org.fram.app.platform.pages.Tone;

/// A risk, issue, decision or action with what it has to do with.
///
/// @param told how it stands
/// @param nobody that its owner is none of the people here; empty where they are
/// @param days what can be noted of today
/// @param enters whether it can be entered in the ledger
/// @param source the page on which it was noted; empty where it was noted nowhere
public record ItemPage(
        EngagementHead head,
        String address,
        String ref,
        String text,
        Tone tone,
        String told,
        String nobody,
        Link register,
        Link row,
        List<Pair> pairs,
        List<Link> source,
        List<Group> links,
        List<Choice> relations,
        List<Choice> kinds,
        List<Noted> days,
        boolean writes,
        boolean enters,
        String refusal) {

    /// What has the same to do with it.
    public record Group(String title, List<Line> lines) {}

    /// A thing that has to do with it.
    ///
    /// @param kind what it is, in a word
    /// @param address empty where it has no page
    public record Line(String kind, String name, String text, String address, String link) {}

    /// Something that can be noted of today.
    ///
    /// @param note what more is asked, or empty
    public record Noted(String code, String label, String note) {}
}
