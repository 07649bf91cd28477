package org.fram.app.meeting.web;

import java.util.List;
import java.util.Optional;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;

/// A meeting: before it its agenda, while it lasts the place where minutes are written, after it what
/// was said.
///
/// @param when it begins, on its own clock
/// @param meets whether people meet, rather than being asked
/// @param open whether minutes can be written now
/// @param kept where the page keeps up with what others write, without points of its own; it does not while somebody
///     rewrites a note
/// @param further where all of that is of which the agenda has the most pressing alone
/// @param owners of actions, by name and role, which the line offers
/// @param there who is invited, and who else was there
/// @param asked whoever was asked in place of a meeting, with what they answered
/// @param sent to whom the minutes went
/// @param unreached to whom they did not come
/// @param handOn links to hand on, shown once
public record MeetingPage(
        EngagementHead head,
        String address,
        Link series,
        String ref,
        String title,
        String when,
        String place,
        Tone tone,
        String state,
        boolean meets,
        boolean open,
        boolean leftOut,
        boolean holds,
        boolean asks,
        boolean writes,
        List<Part> parts,
        Optional<Kept> kept,
        List<Link> further,
        List<Link> removed,
        List<String> owners,
        List<Choice> there,
        List<Choice> kinds,
        List<Choice> points,
        List<Choice> people,
        List<Answers> asked,
        List<String> sent,
        List<String> unreached,
        List<Link> handOn,
        Moving moving,
        Typed typed,
        String refusal) {

    /// A point of the agenda.
    ///
    /// @param number on the page
    /// @param origin in a word; empty where it stands on each agenda
    /// @param address of what it is about, or empty
    /// @param open whether something can be written to it
    /// @param removable whether it can be taken off
    /// @param typed a line that was refused, or empty
    /// @param refusal why it was
    /// @param here whether one writes to it first
    public record Part(
            int number,
            String key,
            String title,
            String origin,
            String address,
            boolean open,
            boolean removable,
            List<Line> lines,
            String typed,
            String refusal,
            boolean here) {}

    /// What pages that stand open are told while others write.
    ///
    /// @param state by which it is known whether anything is new
    /// @param over whether somebody ended the meeting while one writes
    /// @param parts all points, or none where the page has them already
    public record Kept(String state, boolean over, List<Part> parts) {}

    /// Something that was said.
    ///
    /// @param kind `note`, `action` or `decision`
    /// @param item what it became, and its page; empty where it became nothing
    /// @param owed owner and day of an action; or empty
    /// @param edited whether its form is open, with what is in it
    /// @param newer what somebody else made of it meanwhile; or empty
    public record Line(
            String id,
            String kind,
            String label,
            String text,
            List<Link> item,
            String owed,
            String by,
            int version,
            boolean changeable,
            boolean edited,
            String draft,
            String newer) {}

    /// What somebody answered in place of a meeting.
    ///
    /// @param state that they have not yet, or late
    public record Answers(String name, Tone tone, String state, List<Said> said) {}

    /// A question and its answer.
    public record Said(String question, String answer) {}

    /// When it can be moved to.
    public record Moving(String day, String time, String reason) {}

    /// What is in the form with fields.
    public record Typed(String text, String due) {}
}
