package org.fram.app.raid.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Tone;

/// Where issues go that are not settled in time, and which went where.
///
/// @param lacking whether some kind has no levels yet
public record EscalationPage(
        EngagementHead head, List<Path> paths, List<Issue> issues, boolean lacking, boolean writes, String refusal) {

    /// The levels of a kind.
    ///
    /// @param count of open issues of the kind
    public record Path(String kind, String count, List<Level> levels) {}

    /// A level.
    public record Level(String level, String after, String who, String what) {}

    /// An open issue that went somewhere, or goes next.
    public record Issue(String ref, String text, String address, String kind, Tone tone, String told, String due) {}
}
