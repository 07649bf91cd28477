package org.fram.app.guests.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Tone;

/// The links of guests in an engagement, and the form for another one.
///
/// @param handOn the address of a link that was just made and no mail carries, shown this once, or empty
/// @param refusal why the last attempt failed, or empty
public record GuestsPage(EngagementHead head, List<Line> lines, Form form, String handOn, String refusal) {

    /// A link.
    ///
    /// @param about the document or question
    /// @param file address of the document, or empty
    /// @param facts by whom, until when, how often it was used
    /// @param revoke address to take it back, or empty
    public record Line(
            String name,
            String email,
            String about,
            String file,
            String answer,
            Tone tone,
            String state,
            String facts,
            boolean ours,
            String revoke) {}

    /// What was typed.
    public record Form(String email, String name, String question, String last, boolean onlyMyParty) {}
}
