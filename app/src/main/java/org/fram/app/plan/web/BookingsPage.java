package org.fram.app.plan.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;

/// Who is booked and whether they confirm it, as text ready to print.
///
/// @param refusal why the last attempt failed, or empty
/// @param handOn the address of a link to hand on, shown once; or empty
/// @param warnings bookings off the phones that meet a blackout
/// @param offPhone hours off the phones by week
public record BookingsPage(
        EngagementHead head,
        String refusal,
        String handOn,
        List<String> warnings,
        List<Entry> entries,
        List<OffPhone> offPhone) {

    /// A booking.
    ///
    /// @param span when, and with how much of their time
    /// @param work for what
    /// @param facts what is good to know
    /// @param troubles what does not hold
    /// @param ask what the button that asks them says; empty where they cannot be asked
    public record Entry(
            String id,
            Link row,
            String person,
            String side,
            String span,
            String work,
            Tone tone,
            String state,
            boolean ours,
            List<String> facts,
            List<String> troubles,
            List<Said> said,
            String ask) {}

    /// What they said once.
    ///
    /// @param take the answer whose other dates can be taken over, or empty
    public record Said(Tone tone, String answer, String who, String note, String take) {}

    /// A week with hours off the phones.
    ///
    /// @param blackout why nobody can be off the phones then, or empty
    public record OffPhone(String week, String training, String test, String all, String blackout) {}
}
