package org.fram.app.agreement.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;

/// How far a statement of work is on its way to being in force, section by section.
///
/// @param state how far it is, in one sentence
/// @param leads where that is seen
/// @param order in which sections are best agreed on
/// @param sections of the newest version
/// @param writes whether one may comment
/// @param decides whether one may agree for one's party
/// @param signing what putting it up for signature takes; empty where one may not, or it is being signed or in force
public record AgreementPage(
        EngagementHead head,
        String address,
        String title,
        List<Link> tabs,
        Tone tone,
        String state,
        List<Link> leads,
        OrderPart order,
        List<Section> sections,
        boolean writes,
        boolean decides,
        List<Signing> signing,
        String refusal) {

    /// A section.
    ///
    /// @param id of its place on the page
    /// @param sha256 of its words
    /// @param lines its words, a passage each
    /// @param mine whether one's party agrees to it as it is
    /// @param open how many remarks wait for an answer
    public record Section(
            String id,
            String key,
            String title,
            String sha256,
            List<String> lines,
            List<Stand> stands,
            boolean mine,
            long open,
            List<Remark> remarks) {}

    /// How a party stands to a section.
    public record Stand(Tone tone, String text) {}

    /// What somebody said.
    ///
    /// @param settled what became of it, or empty while it is open
    public record Remark(
            String id, String by, String time, String text, String suggestion, boolean ours, String settled) {}

    /// Putting it up for signature.
    ///
    /// @param holds why that cannot be yet; empty where it can
    /// @param signers people who may sign, with their party
    /// @param last the day by which they sign
    public record Signing(String holds, List<Choice> signers, String last) {}
}
