package org.fram.app.meeting.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Pair;

/// A series with its people and meetings.
///
/// @param calendar the file for calendars; none where nobody meets
public record SeriesPage(
        EngagementHead head,
        String address,
        String name,
        String lead,
        List<Pair> terms,
        List<Person> people,
        List<String> standing,
        List<String> questions,
        List<MeetingsPage.Line> coming,
        List<MeetingsPage.Line> past,
        List<Link> calendar,
        boolean writes) {

    /// Somebody who is invited.
    ///
    /// @param trouble that they left, or that their mail was refused; or empty
    public record Person(String name, String address, String trouble) {}
}
