package org.fram.app.duties.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Tone;

/// What whoever looks answers for, and who else has said yes to what.
///
/// @param seen the digest of the list, which a yes names
/// @param open how many things they have not answered
/// @param answered whether they have answered before
/// @param people everybody who answers for something
/// @param asks whether one may ask all of them
public record DutiesPage(
        EngagementHead head,
        String address,
        String seen,
        List<Line> lines,
        long open,
        boolean answered,
        List<Person> people,
        boolean asks,
        String message,
        String refusal) {

    /// Something that one answers for.
    ///
    /// @param key of the field for what speaks against it
    /// @param about what kind of thing it is
    /// @param objection what speaks against it, or empty
    public record Line(
            String key,
            String id,
            String ref,
            String text,
            String about,
            String address,
            Tone tone,
            String standing,
            String objection) {}

    /// Somebody who answers for something.
    ///
    /// @param objections what speaks against what
    /// @param asked whether one may ask them
    public record Person(
            String id,
            String name,
            String party,
            String count,
            Tone tone,
            String standing,
            List<String> objections,
            boolean asked) {}
}
