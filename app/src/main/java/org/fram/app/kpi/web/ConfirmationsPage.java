package org.fram.app.kpi.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;

/// What executives were asked about objectives, and what they said.
///
/// @param asks whether whoever looks may ask somebody
/// @param choices the objectives that one can ask about
/// @param handOn the address to hand on, or empty
/// @param refusal why the last attempt failed, or empty
public record ConfirmationsPage(
        EngagementHead head,
        boolean asks,
        List<Entry> entries,
        List<Choice> choices,
        Form form,
        String handOn,
        String refusal) {

    /// An objective.
    ///
    /// @param id by which the page finds it
    /// @param facts who is to confirm it, how it is measured, its weight
    /// @param said the newest first
    public record Entry(
            String id, Link row, String text, String facts, Tone tone, String state, boolean ours, List<Said> said) {}

    /// What somebody was asked and said.
    ///
    /// @param reason why they object, or empty
    /// @param words what they were asked about, where it is not what stands there now; or empty
    public record Said(Tone tone, String verdict, String who, String reason, String words) {}

    /// What was typed.
    public record Form(String email, String name, String question, String last) {}
}
