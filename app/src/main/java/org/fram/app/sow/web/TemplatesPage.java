package org.fram.app.sow.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;

/// What the page shows from which a statement of work is drafted.
///
/// @param drafts what was begun, the last changed first
public record TemplatesPage(EngagementHead head, List<Card> templates, List<Begun> drafts) {

    /// A template.
    ///
    /// @param fits whether it is for this kind of engagement
    /// @param size how many questions it asks, in how many steps
    public record Card(String id, String title, String about, boolean fits, String size) {}

    /// Answers that somebody began to give.
    ///
    /// @param dialog names the question before they are discarded
    public record Begun(String address, String title, String state, boolean ours, String dialog) {}
}
