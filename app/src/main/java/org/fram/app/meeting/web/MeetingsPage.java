package org.fram.app.meeting.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;

/// The meetings of an engagement: those of which minutes are owed, the next ones, those that were held,
/// and the series.
public record MeetingsPage(
        EngagementHead head, List<Group> groups, List<SeriesLine> series, NowForm now, boolean writes, String refusal) {

    /// Meetings that stand alike.
    public record Group(String title, List<Line> meetings) {}

    /// A meeting.
    ///
    /// @param when it begins, on its own clock
    public record Line(Link meeting, String name, String when, Tone tone, String state) {}

    /// A series.
    ///
    /// @param rhythm in words
    /// @param ended whether it has no more meetings to come
    public record SeriesLine(Link series, String name, String rhythm, String kind, boolean ended) {}

    /// The form that begins a meeting now.
    public record NowForm(String address, String name) {}
}
