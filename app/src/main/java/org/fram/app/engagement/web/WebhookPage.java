package org.fram.app.engagement.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Tone;

/// What the page of one webhook shows.
///
/// @param secret of one that was just added, shown this once, or empty
/// @param note why it is told nothing, or that nothing has arrived for a while; or empty
/// @param changes whether it is the reader’s to change
public record WebhookPage(
        EngagementHead head,
        WebhooksPage.Line webhook,
        String secret,
        String note,
        boolean paused,
        boolean changes,
        List<Line> deliveries) {

    /// Something that it was told.
    ///
    /// @param address to have it told again
    public record Line(
            String address, String type, String time, Tone tone, String state, String payload, List<Try> tries) {}

    /// An attempt.
    ///
    /// @param outcome the status, or that there was no answer, and how long it took
    public record Try(String time, String outcome, String said) {}
}
