package org.fram.app.engagement.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Tone;

/// What the page of an engagement’s webhooks shows.
///
/// @param refusal why the last attempt failed, or empty
/// @param url that was refused, or empty
/// @param owns whether the reader adds some for all of the engagement
public record WebhooksPage(
        EngagementHead head, List<Line> webhooks, String refusal, String url, List<Choice> topics, boolean owns) {

    /// A webhook.
    ///
    /// @param whose the party, or that it is the engagement's
    /// @param topics of what it is told
    public record Line(String address, String url, String whose, String topics, Tone tone, String state) {}
}
