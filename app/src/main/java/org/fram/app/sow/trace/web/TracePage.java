package org.fram.app.sow.trace.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;

/// What the page of requirements and their obligations shows: one part of it, or the beginning of each.
///
/// @param address of the page
/// @param empty whether there are neither requirements nor obligations
/// @param writable whether whoever looks may link and bring in
/// @param shows the parts, as tabs
/// @param unasked obligations that nobody asked for, those that are shown
/// @param moreUnasked the way to all of them, where fewer are shown; its title is empty otherwise
/// @param lines requirements, those that are shown
/// @param what how many match, in words
/// @param before the way to the page before; its address is empty where there is none
/// @param after the way to the next page; its address is empty where there is none
public record TracePage(
        EngagementHead head,
        String address,
        boolean empty,
        boolean writable,
        List<KeyFigure> figures,
        List<Bar> coverage,
        List<Link> shows,
        String show,
        String search,
        List<Choice> sources,
        List<Promise> unasked,
        Link moreUnasked,
        List<Line> lines,
        String what,
        Link before,
        Link after) {

    /// How much of what came from one source is answered.
    ///
    /// @param answered in hundredths of all
    /// @param deferred in hundredths of all
    /// @param text the same in words
    public record Bar(String name, int answered, int deferred, String text) {}

    /// A requirement.
    ///
    /// @param link the way to saying what answers it; empty where whoever looks may not
    public record Line(
            Link row, String text, String source, Tone tone, String standing, String link, List<Answer> answers) {}

    /// What a requirement names.
    ///
    /// @param address of the obligation; empty where there is none
    /// @param about party and section
    /// @param broken whether it does not stand
    public record Answer(
            String label, String address, String text, String about, boolean broken, Tone tone, String state) {}

    /// An obligation that nobody asked for.
    public record Promise(Link obligation, String text, String about, String kind, Tone tone, String state) {}
}
