package org.fram.app.plan.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.fram.app.plan.people.Histogram;
import org.fram.app.plan.people.Histogram.Kind;
import org.fram.app.platform.pages.Frame;
import org.jspecify.annotations.Nullable;

/// How much of resources and people is booked, as a picture and as numbers ready to print.
///
/// @param width of the picture of a row
/// @param full how high all of what there is lies in it
/// @param weeks their first days, as the numbers' table names them
/// @param more how many rows are left out; empty where there are none
public record LoadChart(
        int width, String full, List<Axis.Tick> ticks, List<Row> rows, List<String> weeks, String more) {

    /// How high the picture of a row is.
    public static final int HEIGHT = 40;

    private static final int MOST_ROWS = 40;
    /// As wide as a desk shows beside the names, as far as weeks are not too narrow or too wide for that.
    private static final int DESK = 900;
    private static final int NARROWEST = 10;
    private static final int WIDEST = 48;
    private static final int FLOOR = 38;
    private static final double PERCENT = 100;
    /// What is booked beyond this is as high as this.
    private static final double HIGHEST = 200;
    private static final double UNITS = 15 / PERCENT;
    private static final double LEAST = 1;

    /// A resource or somebody.
    ///
    /// @param group what is written above it, where it is the first of its kind; or empty
    /// @param peak the busiest week, in words
    /// @param cells the numbers, as many as there are weeks
    public record Row(String group, String name, String peak, boolean over, List<Bar> bars, List<Cell> cells) {}

    /// A week that is booked.
    ///
    /// @param above height of what is beyond what there is; empty where nothing is
    /// @param mark the points of the mark of an over-booking, or empty
    /// @param about what it says, in words
    public record Bar(
            String x,
            String width,
            String y,
            String height,
            String aboveY,
            String above,
            String mark,
            String address,
            String about) {}

    /// A number with the way to what is behind it; empty where nothing is booked.
    public record Cell(String percent, boolean over, String address) {}

    static LoadChart of(Frame frame, Histogram histogram, String address) {
        int perWeek = Math.clamp(DESK / Math.max(1, histogram.weeks()), NARROWEST, WIDEST);
        var rows = new ArrayList<Row>();
        @Nullable Kind last = null;
        for (var row : histogram.rows()) {
            if (rows.size() == MOST_ROWS) {
                break;
            }
            rows.add(row(
                    frame,
                    histogram,
                    row,
                    row.kind() == last
                            ? ""
                            : frame.text("plan.histogram." + row.kind().code()),
                    perWeek,
                    address));
            last = row.kind();
        }
        var weeks = new ArrayList<String>();
        var ticks = new ArrayList<Axis.Tick>();
        for (int week = 0; week < histogram.weeks(); week++) {
            var monday = histogram.first().plusWeeks(week);
            weeks.add(frame.date(monday));
            if (week == 0 || monday.getDayOfMonth() <= 7) {
                ticks.add(new Axis.Tick(Integer.toString(week * perWeek), month(frame, monday, week == 0)));
            }
        }
        int left = histogram.rows().size() - rows.size();
        return new LoadChart(
                histogram.weeks() * perWeek,
                Axis.number(FLOOR - PERCENT * UNITS),
                ticks,
                rows,
                weeks,
                left == 0 ? "" : frame.text("plan.histogram.more", left));
    }

    /// In the middle of a month there is hardly room before the next.
    private static String month(Frame frame, LocalDate monday, boolean first) {
        return first && monday.getDayOfMonth() > 7
                ? ""
                : DateTimeFormatter.ofPattern("MMM yyyy", frame.texts().locale())
                        .format(monday);
    }

    private static Row row(
            Frame frame, Histogram histogram, Histogram.Row row, String group, int perWeek, String address) {
        var bars = new ArrayList<Bar>();
        var cells = new ArrayList<Cell>();
        for (int week = 0; week < row.weeks().size(); week++) {
            var one = row.weeks().get(week);
            if (one.percent() <= 0) {
                cells.add(new Cell("", false, ""));
                continue;
            }
            var monday = histogram.first().plusWeeks(week);
            long percent = Math.round(one.percent());
            String behind = "%s/plan/load?kind=%s&key=%s&week=%s"
                    .formatted(address, row.kind().code(), encoded(row.key()), monday);
            cells.add(new Cell(frame.text("plan.histogram.percent", percent), one.over(), behind));
            bars.add(bar(
                    week * perWeek,
                    perWeek,
                    one,
                    behind,
                    frame.text(
                            one.over() ? "plan.histogram.aboutOver" : "plan.histogram.about",
                            row.name(),
                            frame.date(monday),
                            percent)));
        }
        return new Row(
                group, row.name(), frame.text("plan.histogram.peak", Math.round(row.peak())), row.over(), bars, cells);
    }

    private static Bar bar(int x, int perWeek, Histogram.Week week, String address, String about) {
        double within = Math.max(LEAST, Math.min(week.percent(), PERCENT) * UNITS);
        double above = (Math.min(week.percent(), HIGHEST) - PERCENT) * UNITS;
        double top = FLOOR - within - Math.max(0, above);
        double middle = x + perWeek / 2.0;
        return new Bar(
                Axis.number(x + 1),
                Axis.number(perWeek - 2),
                Axis.number(FLOOR - within),
                Axis.number(within),
                above > 0 ? Axis.number(top) : "",
                above > 0 ? Axis.number(above) : "",
                week.over()
                        ? "%s,%s %s,%s %s,%s"
                                .formatted(
                                        Axis.number(middle - 4),
                                        Axis.number(top - 6),
                                        Axis.number(middle + 4),
                                        Axis.number(top - 6),
                                        Axis.number(middle),
                                        Axis.number(top - 1))
                        : "",
                address,
                about);
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }
}
