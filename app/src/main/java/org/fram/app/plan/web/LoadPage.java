package org.fram.app.plan.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;

/// What is behind a week of a resource or of somebody, as text ready to print.
///
/// @param booked how much is booked, in words
/// @param weeks the ways to the weeks before and after
public record LoadPage(
        EngagementHead head,
        String title,
        String booked,
        Tone tone,
        List<Link> weeks,
        List<Work> activities,
        List<Work> bookings) {

    /// An activity or a booking of that week.
    ///
    /// @param units how much it takes
    public record Work(Link what, String name, String span, String units) {}
}
