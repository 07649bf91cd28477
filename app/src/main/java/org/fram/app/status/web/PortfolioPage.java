package org.fram.app.status.web;

import java.util.List;
import org.fram.app.platform.pages.Tone;

/// All engagements of somebody at a glance.
///
/// @param shared who is booked in several
public record PortfolioPage(String verdict, List<Line> lines, List<Shared> shared) {

    /// An engagement.
    ///
    /// @param was the light of the report before, where it was another; or empty
    /// @param change of the probability, or empty
    /// @param report address of the last report; empty where there is none
    public record Line(
            String name,
            String address,
            Tone tone,
            String word,
            String was,
            String target,
            String probability,
            String change,
            Tone changeTone,
            String day,
            String report) {}

    /// Somebody who is booked in several.
    public record Shared(String name, Tone tone, String peak, String from, List<String> where) {}
}
