package org.fram.app.sow.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Link;

/// What a step of a template's questions shows.
///
/// @param address of the draft
/// @param about what to know before answering
/// @param number of the step, from 1
/// @param progress how far it is, in words
/// @param percent of the questions that are answered
/// @param version that the form is about
/// @param refusal why the answers were not stored; empty where they were
/// @param clashes what somebody else answered meanwhile, beside what one answered oneself
/// @param more whether these answers ask for more
public record StepPage(
        EngagementHead head,
        String address,
        String title,
        String step,
        String about,
        int number,
        boolean last,
        List<Link> steps,
        String progress,
        int percent,
        List<Asked> questions,
        int version,
        String refusal,
        List<Clash> clashes,
        boolean more) {

    /// A question with its answer.
    ///
    /// @param kind `text`, `long-text`, `number`, `date`, `yes-no`, `choice`, `several` or `lines`
    /// @param value as it stands in a field; lines one below the other
    /// @param choices of kinds that choose
    /// @param error why the answer was refused; empty where it was not
    public record Asked(
            String id,
            String text,
            String help,
            String kind,
            String value,
            List<Choice> choices,
            String error,
            boolean required) {}

    /// Two answers to one question.
    public record Clash(String question, String theirs, String mine) {}
}
