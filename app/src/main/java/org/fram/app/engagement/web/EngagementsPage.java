package org.fram.app.engagement.web;

import java.util.List;
import org.fram.app.engagement.Engagement;
import org.fram.app.platform.pages.Frame;

/// What the list of one's engagements shows.
public record EngagementsPage(List<Line> lines) {

    /// An engagement in the list.
    ///
    /// @param address of its home page
    /// @param goLive the target day, or empty
    public record Line(String address, String name, String kind, String goLive) {}

    static EngagementsPage of(Frame frame, List<Engagement> engagements) {
        return new EngagementsPage(engagements.stream()
                .map(engagement -> new Line(
                        "/engagements/" + engagement.id(),
                        engagement.name(),
                        frame.text("engagement.kind." + engagement.kind().code()),
                        engagement.targetGoLive() == null ? "" : frame.date(engagement.targetGoLive())))
                .toList());
    }
}
