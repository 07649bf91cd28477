package org.fram.app.status.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fram.app.engagement.Light;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;
import org.fram.app.platform.texts.Shortened;
import org.fram.app.status.Comparison;
import org.fram.app.status.StatusReport;
import org.fram.app.status.StatusReport.Area;
import org.fram.app.status.StatusReports.Kept;
import org.jspecify.annotations.Nullable;

/// Puts a report, and what moved since an earlier one, into words.
///
/// @param address of the engagement
/// @param before the report with which it is compared, or null
/// @param history reports that were kept up to it, the newest first
record ShowingReport(
        Frame frame,
        String address,
        StatusReport report,
        @Nullable Comparison before,
        List<Kept> history) {

    private static final int MOST_SLIPS = 6;
    private static final int MOST_DOTS = 12;

    /// The area whose lines somebody has to decide.
    private static final String DECISIONS = "decisions";

    /// The figures that head a report, where they are known: area and key.
    private static final List<List<String>> HEADING = List.of(
            List.of("date", "probability"),
            List.of("date", "p80"),
            List.of("plan", "late"),
            List.of("issues", "overdue"),
            List.of(DECISIONS, "needed"),
            List.of("money", "agreed"));

    private static final int HEAD_FIGURES = 5;

    // The picture, in its own units.
    private static final int WIDTH = 960;
    private static final int HEIGHT = 168;
    private static final int LEFT = 44;
    private static final int RIGHT = 24;
    private static final int TOP = 14;
    private static final int BOTTOM = 28;

    StatusPage.Shown shown() {
        var comparison = before;
        var slips = comparison == null ? List.<Comparison.Slip>of() : comparison.slips();
        var began = slips.stream().filter(Comparison.Slip::began).toList();
        // In a circle nothing began: then all of it is shown.
        var shownSlips = began.isEmpty() ? slips : began;
        return new StatusPage.Shown(
                report.engagement(),
                frame.text("status.about", frame.date(report.day())),
                report.light().tone(),
                word(report.light()),
                verdict(),
                comparison == null
                        ? ""
                        : frame.text(
                                "status.compared",
                                frame.date(comparison.earlier().day())),
                figures(),
                trend().orElse(null),
                report.areas().stream().map(this::area).toList(),
                shownSlips.stream().limit(MOST_SLIPS).map(this::slip).toList(),
                slips.size() > Math.min(MOST_SLIPS, shownSlips.size())
                        ? frame.text("status.slip.more", slips.size() - Math.min(MOST_SLIPS, shownSlips.size()))
                        : "",
                comparison == null
                        ? List.of()
                        : comparison.gained().stream()
                                .filter(Comparison.Slip::began)
                                .limit(MOST_SLIPS)
                                .map(this::slip)
                                .toList(),
                sections());
    }

    private String verdict() {
        long red = count(Light.RED);
        long amber = count(Light.AMBER);
        long unknown = count(Light.UNKNOWN);
        return report.areas().isEmpty()
                ? frame.text("status.verdict.nothing")
                : unknown == 0
                        ? frame.text(
                                "status.verdict", red, amber, report.areas().size())
                        : frame.text(
                                "status.verdict.unknown",
                                red,
                                amber,
                                unknown,
                                report.areas().size());
    }

    private long count(Light light) {
        return report.areas().stream().filter(area -> area.light() == light).count();
    }

    private String word(Light light) {
        return frame.text("status.light." + light.code());
    }

    private List<KeyFigure> figures() {
        return HEADING.stream()
                .flatMap(at -> report.area(at.getFirst()).stream()
                        .flatMap(area -> report.figure(at.getFirst(), at.getLast()).stream()
                                .map(figure -> new KeyFigure(
                                        area.key().equals(HEADING.getFirst().getFirst())
                                                ? figure.name()
                                                : frame.text("status.figure", area.title(), figure.name()),
                                        ReportWords.value(frame, figure),
                                        change(area.key(), figure),
                                        Link.to(address + "/" + area.path(), area.title())))))
                .limit(HEAD_FIGURES)
                .toList();
    }

    private String change(String area, StatusReport.Figure figure) {
        return before == null
                ? ""
                : before.change(area, figure)
                        .map(change -> ReportWords.change(frame, figure, change))
                        .orElseGet(() -> frame.text("status.change.none"));
    }

    private StatusPage.Area area(Area area) {
        var comparison = before;
        var was = comparison == null ? null : comparison.lights().get(area.key());
        var seen = area.seen();
        return new StatusPage.Area(
                area.key(),
                area.title(),
                area.light().tone(),
                word(area.light()),
                was == null ? "" : frame.text("status.was", word(was)),
                area.because(),
                area.rule(),
                seen == null
                        ? ""
                        : frame.text(
                                "status.seen",
                                word(area.computed()),
                                seen.by().isEmpty() ? frame.text("status.former") : seen.by(),
                                word(seen.light()),
                                frame.date(seen.until()),
                                seen.reason()),
                area.figures().stream().map(figure -> figure(area, figure)).toList(),
                address + "/" + area.path());
    }

    private StatusPage.Figure figure(Area area, StatusReport.Figure figure) {
        var change = before == null ? Optional.<BigDecimal>empty() : before.change(area.key(), figure);
        return new StatusPage.Figure(
                figure.name(),
                ReportWords.value(frame, figure),
                change.map(one -> ReportWords.change(frame, figure, one)).orElse(""),
                change.map(one -> ReportWords.tone(figure, one)).orElse(Tone.CALM));
    }

    private StatusPage.Slip slip(Comparison.Slip slip) {
        return new StatusPage.Slip(
                slip.what().ref(),
                slip.what().text(),
                frame.date(slip.was()),
                frame.date(slip.what().day()),
                frame.text(slip.days() < 0 ? "status.change.earlier" : "status.change.later", Math.abs(slip.days())),
                slip.followers() == 0 ? "" : frame.text("status.slip.followers", slip.followers()),
                address + "/" + slip.what().path());
    }

    private List<StatusPage.Section> sections() {
        var comparison = before;
        return report.areas().stream()
                .filter(area -> !area.lines().isEmpty())
                .map(area -> new StatusPage.Section(
                        area.key().equals(DECISIONS),
                        area.title(),
                        address + "/" + area.path(),
                        area.lines().stream()
                                .map(line -> new StatusPage.Line(
                                        line.ref(),
                                        Shortened.line(line.text()),
                                        line.who(),
                                        line.due() == null ? "" : frame.date(line.due()),
                                        line.due() != null && line.due().isBefore(report.day()),
                                        line.note(),
                                        comparison != null && comparison.isNew(area.key(), line),
                                        address + "/" + line.path()))
                                .toList()))
                .toList();
    }

    /// A point of the picture.
    private record Point(LocalDate day, int percent) {}

    private Optional<StatusPage.Trend> trend() {
        var points = Stream.concat(
                        history.stream()
                                .filter(kept -> kept.probability() != null
                                        && !kept.day().isAfter(report.day()))
                                .map(kept ->
                                        new Point(kept.day(), kept.probability() == null ? 0 : kept.probability())),
                        report.probability().stream().map(percent -> new Point(report.day(), percent)))
                .sorted(Comparator.comparing(Point::day))
                .toList();
        var byDay = new ArrayList<Point>();
        for (var point : points) {
            if (!byDay.isEmpty() && byDay.getLast().day().equals(point.day())) {
                byDay.removeLast();
            }
            byDay.add(point);
        }
        var last = byDay.subList(Math.max(0, byDay.size() - MOST_DOTS), byDay.size());
        return last.size() < 2 ? Optional.empty() : Optional.of(trend(last));
    }

    private StatusPage.Trend trend(List<Point> points) {
        long first = points.getFirst().day().toEpochDay();
        long span = points.getLast().day().toEpochDay() - first;
        var path = new StringBuilder();
        var dots = new ArrayList<StatusPage.Dot>();
        for (int i = 0; i < points.size(); i++) {
            var point = points.get(i);
            String x = Long.toString(LEFT + (point.day().toEpochDay() - first) * (WIDTH - LEFT - RIGHT) / span);
            String y = y(point.percent());
            path.append(i == 0 ? "M" : "L").append(x).append(' ').append(y);
            dots.add(new StatusPage.Dot(
                    x, y, percent(point.percent()), frame.date(point.day()), i == 0 || i == points.size() - 1));
        }
        var from = points.getFirst();
        var to = points.getLast();
        return new StatusPage.Trend(
                frame.text(
                        "status.trend.summary",
                        percent(from.percent()),
                        frame.date(from.day()),
                        percent(to.percent()),
                        frame.date(to.day())),
                WIDTH,
                HEIGHT,
                path.toString(),
                Stream.of(0, Light.EVEN, Light.LIKELY, 100)
                        .map(percent -> new StatusPage.Guide(y(percent), percent(percent)))
                        .toList(),
                dots,
                points.stream()
                        .map(point -> new StatusPage.Bar(
                                frame.date(point.day()),
                                percent(point.percent()),
                                point.percent(),
                                Light.ofProbability(point.percent()).tone()))
                        .toList());
    }

    private String percent(int percent) {
        return frame.text("status.unit.percent", Integer.toString(percent));
    }

    private static String y(int percent) {
        return Integer.toString(TOP + (100 - percent) * (HEIGHT - TOP - BOTTOM) / 100);
    }
}
