package org.fram.app.plan.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fram.app.plan.KeptPlan;
import org.fram.app.plan.PlannedLink;
import org.fram.schedule.Activity.Kind;
import org.fram.schedule.Network;
import org.fram.schedule.Timetable;

/// The links of a Gantt chart as arrows from bar to bar, cut into the pieces that lie in each row's picture.
///
/// An arrow leaves its bar in the middle of the row and comes into the other bar from above or below. It is critical
/// where both activities are and it lets the second no time.
public final class Arrows {

    private static final String MIDDLE = "13.5";
    /// Where a bar ends above and below; that of a summary is lower.
    private static final double BAR_TOP = 7;
    private static final double BAR_BOTTOM = 20;
    private static final double SUMMARY_TOP = 9;
    private static final double SUMMARY_BOTTOM = 15;
    /// Rows have a line between them, into which arrows reach.
    private static final int BELOW = 29;
    /// Where an arrow turns back above or below a bar.
    private static final double LANE_ABOVE = 3.5;
    private static final double LANE_BELOW = 24.5;
    private static final double STUB = 5;
    private static final double INTO = 3;
    private static final double HEAD = 4;
    private static final double HEAD_WIDE = 3;

    /// The pieces of one row, as paths: lines and heads, of the critical and of others.
    public record Pieces(String lines, String heads, String criticalLines, String criticalHeads) {

        static final Pieces NONE = new Pieces("", "", "", "");
    }

    private static final class Row {
        private final StringBuilder lines = new StringBuilder();
        private final StringBuilder heads = new StringBuilder();
        private final StringBuilder criticalLines = new StringBuilder();
        private final StringBuilder criticalHeads = new StringBuilder();

        StringBuilder lines(boolean critical) {
            return critical ? criticalLines : lines;
        }

        StringBuilder heads(boolean critical) {
            return critical ? criticalHeads : heads;
        }
    }

    private final KeptPlan kept;
    private final Network network;
    private final Timetable timetable;
    private final Axis axis;
    private final List<Integer> shown;
    private final List<Row> rows = new ArrayList<>();

    /// @param shown positions of the activities of the page, in the order of its rows
    Arrows(KeptPlan kept, Network network, Timetable timetable, Axis axis, List<Integer> shown) {
        this.kept = kept;
        this.network = network;
        this.timetable = timetable;
        this.axis = axis;
        this.shown = shown;
    }

    /// The pieces of each row. Arrows from and to what is on no row of the page are left out.
    List<Pieces> pieces() {
        shown.forEach(_ -> rows.add(new Row()));
        Map<UUID, Integer> rowOf = new HashMap<>();
        for (int row = 0; row < shown.size(); row++) {
            rowOf.put(kept.activities().get(shown.get(row)).id(), row);
        }
        for (var link : kept.links()) {
            var from = rowOf.get(link.before());
            var to = rowOf.get(link.after());
            if (from != null && to != null && !from.equals(to)) {
                draw(link, from, to);
            }
        }
        return rows.stream()
                .map(row -> new Pieces(
                        row.lines.toString(),
                        row.heads.toString(),
                        row.criticalLines.toString(),
                        row.criticalHeads.toString()))
                .toList();
    }

    private void draw(PlannedLink link, int from, int to) {
        boolean critical = critical(link, from, to);
        boolean fromFinish = link.type().fromFinish();
        boolean toStart = link.type().toStart();
        boolean down = to > from;
        double begin = place(from, fromFinish);
        double end = place(to, !toStart);
        boolean milestone = kind(to) == Kind.MILESTONE;
        double into = milestone ? end : toStart ? end + INTO : end - INTO;
        boolean straight = fromFinish && into >= begin;
        double turn = straight ? into : fromFinish ? begin + STUB : Math.min(begin, into) - STUB;

        rows.get(from)
                .lines(critical)
                .append('M')
                .append(Axis.number(begin))
                .append(' ')
                .append(MIDDLE)
                .append('H')
                .append(Axis.number(turn))
                .append('V')
                .append(down ? BELOW : 0);
        for (int row = Math.min(from, to) + 1; row < Math.max(from, to); row++) {
            rows.get(row)
                    .lines(critical)
                    .append('M')
                    .append(Axis.number(turn))
                    .append(" 0V")
                    .append(BELOW);
        }
        boolean summary = kind(to) == Kind.SUMMARY;
        double edge = down ? summary ? SUMMARY_TOP : BAR_TOP : summary ? SUMMARY_BOTTOM : BAR_BOTTOM;
        var last = rows.get(to).lines(critical);
        last.append('M').append(Axis.number(turn)).append(down ? " 0" : " " + BELOW);
        if (!straight) {
            last.append('V').append(down ? LANE_ABOVE : LANE_BELOW).append('H').append(Axis.number(into));
        }
        last.append('V').append(Axis.number(edge));
        head(rows.get(to).heads(critical), into, edge, down);
    }

    private static void head(StringBuilder heads, double x, double edge, boolean down) {
        double back = down ? edge - HEAD : edge + HEAD;
        heads.append('M')
                .append(Axis.number(x - HEAD_WIDE))
                .append(' ')
                .append(Axis.number(back))
                .append('H')
                .append(Axis.number(x + HEAD_WIDE))
                .append('L')
                .append(Axis.number(x))
                .append(' ')
                .append(Axis.number(edge))
                .append('Z');
    }

    private double place(int row, boolean finish) {
        var window = timetable.windows().get(shown.get(row));
        return axis.at(timetable.date(finish ? window.finish() : window.start()).toLocalDateTime());
    }

    private Kind kind(int row) {
        return kept.activities().get(shown.get(row)).core().kind();
    }

    private boolean critical(PlannedLink link, int from, int to) {
        var before = timetable.windows().get(shown.get(from));
        var after = timetable.windows().get(shown.get(to));
        if (!before.critical() || !after.critical()) {
            return false;
        }
        long first = link.type().fromFinish() ? before.finish() : before.start();
        long second = link.type().toStart() ? after.start() : after.finish();
        long between = link.lag() != 0 && link.lagCalendar() == null
                ? second - first
                : network.working(shown.get(to), first, second);
        return between <= link.lag();
    }
}
