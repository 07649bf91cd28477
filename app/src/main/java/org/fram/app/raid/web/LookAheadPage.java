package org.fram.app.raid.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Tone;

/// What everybody owes next, by party and person.
public record LookAheadPage(EngagementHead head, String count, List<Side> sides) {

    /// A party.
    ///
    /// @param count of what it owes, with what is overdue of it
    public record Side(String name, String count, List<Person> people) {}

    /// Somebody of it.
    public record Person(String name, List<Line> lines) {}

    /// Something that they owe.
    public record Line(String address, String what, Tone tone, String left, String due) {}
}
