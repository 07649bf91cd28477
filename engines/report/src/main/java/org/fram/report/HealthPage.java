package org.fram.report;

import java.util.List;

/// A plan's health as text ready to print; the template `health.jte` only lays it out.
///
/// @param verdict the most important in one line
/// @param held whether a check failed
/// @param untold those of the checks that came to no verdict
/// @param notes what a reader has to know of where this comes from
public record HealthPage(
        String plan,
        String verdict,
        boolean held,
        List<Figure> figures,
        List<Check> checks,
        List<Check> untold,
        List<String> notes) {

    /// One of the few figures at the top.
    public record Figure(String label, String value, String detail, boolean alarming) {}

    /// A check.
    ///
    /// @param verdict `passed`, `failed` or `untold`
    /// @param verdictWord the same for readers
    /// @param concerned how many activities it found
    /// @param concerns the first of them
    /// @param more how many are not shown, or nothing
    public record Check(
            int number,
            String title,
            String question,
            String verdict,
            String verdictWord,
            String measured,
            String threshold,
            String reason,
            int concerned,
            List<Concern> concerns,
            String more) {}

    /// An activity that a check found.
    public record Concern(String id, String name, String why) {}
}
