package org.fram.app.plan.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Link;

/// What a plan that arrived would change, as text ready to print.
///
/// @param settled what became of it; empty while it waits
/// @param impossible why there is no such plan; empty where there is
/// @param finish how the finish moves
/// @param merging whether the two are put together
/// @param seen the revision of the plan that this is shown against
public record ArrivalPage(
        EngagementHead head,
        String address,
        String title,
        String lead,
        boolean writable,
        String refusal,
        String settled,
        List<String> notes,
        List<Link> ways,
        String impossible,
        String finish,
        boolean merging,
        long seen,
        List<Group> groups) {

    /// Activities to which the same happens.
    ///
    /// @param more how many are not listed; empty where all are
    public record Group(String title, String lead, List<Line> lines, String more) {}

    /// An activity.
    ///
    /// @param what how it changes
    /// @param kept what people added to it; empty where they added nothing
    public record Line(String code, String name, String what, String kept) {}
}
