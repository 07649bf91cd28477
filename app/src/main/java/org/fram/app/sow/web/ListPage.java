package org.fram.app.sow.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;

/// What the list of statements of work shows.
///
/// @param writable whether one may bring documents in
/// @param refusals why documents were not taken
public record ListPage(EngagementHead head, List<Line> lines, boolean writable, List<String> refusals) {

    /// A statement of work.
    ///
    /// @param ours whether only one's own party sees it
    public record Line(String address, String title, String state, boolean ours) {}
}
