/// Meetings: series with invitations for calendars, an agenda made of what is open, minutes written
/// while people talk, what was decided and who does what, and check-ins for which nobody meets.
///
/// Begin with [Series], the terms of meetings that come again, and [Rhythm], which says on which days. A
/// [Meeting] is one of them; only what happened to it is kept. [Agenda] puts together what is to be
/// talked about, [WritingMinutes] writes down what was said, [HoldingMeeting] closes and sends it,
/// [AskingCheckIn] asks by links instead. Actions and decisions are rows of the weekly work, which knows
/// meetings by their names.
@ApplicationModule(
        displayName = "Meetings",
        allowedDependencies = {
            "engagement",
            "guests",
            "practice",
            "raid",
            "status",
            "platform :: access",
            "platform :: api",
            "platform :: notices",
            "platform :: pages",
            "platform :: register",
            "platform :: texts"
        })
@NullMarked
package org.fram.app.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
