package org.fram.app.plan.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Pair;
import org.fram.app.platform.pages.Tone;

/// An activity with its form, as text ready to print.
///
/// @param address of the activity; of the plan's activities where it is new
/// @param fresh whether it is not there yet
/// @param work whether it has a length; a summary has none
/// @param pairs what is computed of it
/// @param before what it waits for, and `after` what waits for it
public record ActivityPage(
        EngagementHead head,
        String address,
        String title,
        boolean fresh,
        boolean work,
        boolean writable,
        String refusal,
        List<Pair> pairs,
        List<Link> before,
        List<Link> after,
        Form form,
        List<Confirmed> confirmed,
        boolean confirmable,
        boolean mineConfirmed,
        long minutes,
        List<String> history) {

    /// What the form holds.
    public record Form(
            String name,
            String duration,
            String best,
            String likely,
            String worst,
            String started,
            String finished,
            String remaining,
            List<Choice> constraints,
            String constraintDay,
            String deadline,
            String waits,
            List<Choice> parties,
            List<Choice> areas,
            String obligations,
            List<Choice> parents,
            int seen) {}

    /// What one side says of its length.
    public record Confirmed(Tone tone, String text) {}
}
