package org.fram.app.raid.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Tone;

/// What everybody owes next, by party and person.
///
/// @param refusal why something was not noted as a delay, or empty
public record LookAheadPage(EngagementHead head, String count, List<Side> sides, String refusal) {

    /// A party.
    ///
    /// @param count of what it owes, with what is overdue of it
    public record Side(String name, String count, List<Person> people) {}

    /// Somebody of it.
    public record Person(String name, List<Line> lines) {}

    /// Something that they owe.
    ///
    /// @param keeps by which it can be noted as a delay; none where it cannot
    public record Line(String address, String what, Tone tone, String left, String due, List<Keeps> keeps) {}

    /// By which something is noted as a delay.
    ///
    /// @param kept whether it is one already
    public record Keeps(String person, String key, boolean kept) {}
}
