package org.fram.app.sow.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;

/// What the findings of a draft are.
///
/// @param decided what people decided about findings
/// @param notEvaluated how many practices could not be told, for want of facts
/// @param deciding whether one may decide about findings
public record FindingsPage(
        EngagementHead head,
        String address,
        String title,
        List<Link> tabs,
        List<Line> lines,
        List<Decided> decided,
        int notEvaluated,
        boolean deciding,
        String refusal) {

    /// A finding.
    ///
    /// @param waiver who lives with it, until when and why; empty where nobody does
    public record Line(
            String practice,
            String title,
            Tone tone,
            String severity,
            String item,
            String message,
            String fix,
            String why,
            String source,
            String waiver) {}

    /// What was decided.
    public record Decided(String id, String practice, String item, String text) {}

    /// How many nobody lives with.
    public long open() {
        return lines.stream().filter(line -> line.waiver().isEmpty()).count();
    }
}
