package org.fram.report;

import java.util.List;

/// A simulation as text ready to print; the template `simulation.jte` only lays it out.
///
/// @param plan its name
/// @param verdict the most important in one line
/// @param curve points of the probability curve, `x,y` with spaces between, in a box of 1000 by 300
/// @param marks dates on the curve
/// @param notes what a reader has to know of where this comes from
public record SimulationPage(
        String plan,
        String verdict,
        List<Figure> figures,
        String curve,
        List<Mark> marks,
        List<Driver> drivers,
        List<Activity> activities,
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
}
