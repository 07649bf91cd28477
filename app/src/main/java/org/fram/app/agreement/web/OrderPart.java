package org.fram.app.agreement.web;

import java.util.List;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;

/// The order in which sections are best agreed on, and how far each step is.
///
/// @param next the way to the section to take next; none or one
public record OrderPart(List<Step> steps, List<Link> next) {

    /// A step.
    ///
    /// @param sections the ways to its sections
    /// @param note what is to know of it; empty where nothing is
    /// @param early whether it was agreed on before what it rests on
    public record Step(String title, Tone tone, String state, List<Link> sections, String note, boolean early) {}
}
