package org.fram.report;

import java.util.List;

/// A simulation as text ready to print; the template `simulation.jte` only lays it out.
///
/// @param plan its name
/// @param verdict the most important in one line
/// @param curve points of the probability curve, `x,y` with spaces between, in a box of 1000 by 300
/// @param marks dates on the curve
/// @param cost what it costs, empty where nothing does
/// @param whatIfs what options would buy, none where nobody asked
/// @param notes what a reader has to know of where this comes from
public record SimulationPage(
        String plan,
        String verdict,
        List<Figure> figures,
        String curve,
        List<Mark> marks,
        List<Driver> drivers,
        List<Activity> activities,
        List<Cost> cost,
        List<WhatIf> whatIfs,
        List<String> notes) {

    /// One of the few figures at the top.
    public record Figure(String label, String value, String detail) {}

    /// A date on the curve.
    ///
    /// @param x from 0 to 1000
    /// @param y from 0 to 300
    public record Mark(String label, int x, int y) {}

    /// What moves the date.
    ///
    /// @param gain in days
    public record Driver(String kind, String name, String gain, String correlation) {}

    /// An activity.
    ///
    /// @param range where its range comes from
    public record Activity(String id, String name, String criticality, String cruciality, String range) {}

    /// What it costs; a list of one or none.
    ///
    /// @param lead what was asked about, or nothing
    /// @param percentiles costs with their chances
    /// @param pairs dates and costs that are met together in four of five cases
    /// @param dots samples in a box of 1000 by 300, later to the right and dearer above
    public record Cost(String lead, List<Figure> percentiles, List<Pair> pairs, List<Dot> dots) {}

    /// A date and a cost.
    public record Pair(String date, String cost) {}

    /// A sample.
    public record Dot(int x, int y) {}

    /// An option.
    ///
    /// @param half days gained at P50
    /// @param most days gained at P80
    /// @param probability of the date, before and after
    public record WhatIf(String name, String half, String most, String probability) {}
}
