package org.fram.app.change.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Pair;
import org.fram.app.platform.pages.Tone;

/// A change: what it is, what it does, what was decided.
///
/// @param address of the page
/// @param row where its terms are written
/// @param terms what the register says, what is empty left out
/// @param obligations that it touches
/// @param wordings to choose between which versions it lies; empty where there are no two
/// @param redline the words that differ; empty where it comes with no versions
/// @param impact what it does to the statement of work, by what it is about
/// @param noImpact what is said where nothing is computed
/// @param seen the digest of its terms
/// @param stands how each party stands to it
/// @param agrees whether one may agree
/// @param decides whether one may decide
/// @param orders change orders
/// @param ordering what a change order takes; empty where none can be put up
public record ChangePage(
        EngagementHead head,
        String address,
        String ref,
        String text,
        Tone tone,
        String state,
        String told,
        Link row,
        List<Pair> terms,
        List<Link> obligations,
        List<Choice> wordings,
        List<Link> redline,
        List<Impact> impact,
        String noImpact,
        String seen,
        List<Stand> stands,
        boolean agrees,
        boolean decides,
        List<Link> orders,
        List<Ordering> ordering,
        String refusal) {

    /// What differs about one thing.
    public record Impact(String title, List<Line> lines) {}

    /// A difference.
    ///
    /// @param kind `added`, `changed` or `dropped`
    /// @param label of the kind
    public record Line(String kind, String label, String text, String before, String after) {}

    /// How a party stands to it.
    public record Stand(Tone tone, String text) {}

    /// Putting up a change order.
    ///
    /// @param signers who may sign
    /// @param last the day by which they sign
    public record Ordering(List<Choice> signers, String last) {}
}
