/// Calendars: all that has a date in an engagement, or in all engagements of a person, as a page and for calendar
/// programs.
///
/// Begin with [Calendars], which asks all that is [org.fram.app.engagement.Dated]; [DatedRows] answers for the rows of
/// all registers by what they declare of their days. [MakingFeed] gives somebody an address to which calendar programs
/// subscribe, and [ReadingFeed] answers those.
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {
            "engagement",
            "platform :: access",
            "platform :: api",
            "platform :: identity",
            "platform :: notices",
            "platform :: pages",
            "platform :: register",
            "platform :: start",
            "platform :: texts"
        })
@NullMarked
package org.fram.app.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
