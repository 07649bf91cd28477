package org.fram.app.signing.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;

/// The forms to have something signed here, and to keep what was signed elsewhere.
///
/// @param here whether it is to be signed here
/// @param form what was typed
/// @param matters what it can be
/// @param signers a list of choices for each place among those who sign; all empty where nobody may sign
/// @param signatures who signed elsewhere: a line each
/// @param refusal why the last attempt failed, or empty
public record AskPage(
        EngagementHead head,
        boolean here,
        Form form,
        List<Choice> matters,
        List<List<Choice>> signers,
        List<Signature> signatures,
        String refusal) {

    /// What was typed.
    ///
    /// @param last day on which it can be signed
    /// @param ways in which it can have been signed elsewhere
    public record Form(
            String title, String amount, String last, boolean inOrder, boolean onlyMyParty, List<Choice> ways) {}

    /// Who signed elsewhere.
    public record Signature(String name, List<Choice> parties, String signedOn) {}
}
