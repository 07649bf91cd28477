package org.fram.app.platform.pages;

import java.util.List;
import org.fram.app.platform.access.Code;

/// A chart. Whoever does not see the picture has its summary and its table, from which it is drawn.
///
/// @param unit of the values, or empty
/// @param summary what the picture shows, in a sentence
/// @param columns the head of the table: of the rows' names, then of each series
public record Chart(String title, Kind kind, String unit, String summary, List<String> columns, List<Row> rows) {

    /// How it is drawn.
    public enum Kind implements Code {
        LINE,
        AREA,
        BAR
    }

    /// A place on the axis, with a point of each series.
    public record Row(String name, List<Point> points) {}

    /// A value.
    ///
    /// @param value for the picture, in digits with a decimal point; empty where there is none
    /// @param text for people
    public record Point(String value, String text) {}
}
