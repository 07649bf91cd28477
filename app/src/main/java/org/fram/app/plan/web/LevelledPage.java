package org.fram.app.plan.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Tone;

/// A levelled plan and what taking it over would change, as text ready to print.
///
/// @param levelling its id; empty where there is none, or nothing is to be decided
/// @param refusal why the last attempt failed, or empty
/// @param verdict what was found, in words
/// @param notes what else the reader should know
/// @param lines the activities that move, those that move most first
/// @param more how many lines are left out; empty where there are none
public record LevelledPage(
        EngagementHead head,
        String levelling,
        String lead,
        String refusal,
        Tone tone,
        String verdict,
        List<KeyFigure> figures,
        List<String> notes,
        List<Line> lines,
        String more) {

    /// An activity that moves.
    ///
    /// @param days by how many, with their sign
    public record Line(String code, String name, String start, String finish, String days) {}
}
