package org.fram.app.kpi.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Link;

/// The formulas that a KPI has had.
///
/// @param versions the newest first
public record FormulasPage(EngagementHead head, Link row, String name, List<Version> versions) {

    /// A formula.
    ///
    /// @param since from when on it was the formula, and who wrote it
    /// @param valid whether it is the formula today
    public record Version(String title, String since, String text, boolean valid) {}
}
