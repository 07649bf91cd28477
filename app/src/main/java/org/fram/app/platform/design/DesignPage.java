package org.fram.app.platform.design;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.fram.app.platform.pages.Chart;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Matrix;
import org.fram.app.platform.pages.Moment;
import org.fram.app.platform.pages.Pair;
import org.fram.app.platform.pages.Ways;
import org.fram.app.platform.register.RegisterPage;
import org.jspecify.annotations.Nullable;

/// What the page of parts shows. Its values are samples.
public record DesignPage(
        List<Ways> ways,
        List<String> colours,
        List<Choice> sides,
        List<Choice> currencies,
        List<KeyFigure> figures,
        Matrix matrix,
        RegisterPage register,
        List<Chart> charts,
        List<Moment> moments,
        List<Link> tabs,
        List<Pair> pairs) {

    private static final List<String> COLOURS = List.of(
            "ground",
            "surface",
            "sunken",
            "ink",
            "ink-soft",
            "line-strong",
            "accent",
            "accent-soft",
            "bad",
            "warn",
            "good",
            "calm");

    static DesignPage of(Frame frame) {
        return new DesignPage(
                ways(frame),
                COLOURS,
                List.of(
                        new Choice("vendor", frame.text("design.matrix.vendor"), true),
                        new Choice("it", frame.text("design.matrix.it"), false)),
                List.of(
                        new Choice("EUR", frame.text("design.fields.currency.eur"), true),
                        new Choice("USD", frame.text("design.fields.currency.usd"), false)),
                figures(frame),
                matrix(frame),
                SampleRegister.of(frame),
                List.of(finish(frame), volume(frame)),
                List.of(
                        new Moment("2027-03-02", "2 Mar 2027", frame.text("design.timeline.sent"), true),
                        new Moment("2027-03-16", "16 Mar 2027", frame.text("design.timeline.agreed"), true),
                        new Moment("2027-04-30", "30 Apr 2027", frame.text("design.timeline.sign"), false)),
                List.of(
                        new Link("#tabs", frame.text("design.tabs.draft"), true),
                        Link.to("#marks", frame.text("design.tabs.findings")),
                        Link.to("#timeline", frame.text("design.tabs.changes"))),
                List.of(
                        new Pair(frame.text("design.pairs.kind"), frame.text("design.pairs.kind.value")),
                        new Pair(frame.text("design.pairs.seats"), frame.text("design.pairs.seats.value"))));
    }

    private static List<Ways> ways(Frame frame) {
        return List.of(
                ways(frame, "design.nav.words", "type", "colours", "marks", "keys"),
                ways(frame, "design.nav.asking", "buttons", "fields", "dialog"),
                ways(
                        frame,
                        "design.nav.showing",
                        "figures",
                        "cards",
                        "pairs",
                        "table",
                        "register",
                        "matrix",
                        "charts",
                        "timeline"),
                ways(frame, "design.nav.telling", "tabs", "run", "notes", "empty", "skeleton", "toast"));
    }

    private static Ways ways(Frame frame, String title, String... parts) {
        return new Ways(
                frame.text(title),
                Stream.of(parts)
                        .map(part -> Link.to("#" + part, frame.text(titleOf(part))))
                        .toList());
    }

    private static String titleOf(String part) {
        return part.equals("matrix") ? "design.matrix.heading" : "design.%s.title".formatted(part);
    }

    private static List<KeyFigure> figures(Frame frame) {
        return List.of(
                figure(
                        frame,
                        "design.figures.promises",
                        Link.to("#table", frame.text("design.figures.promises.evidence"))),
                figure(frame, "design.figures.probability", null),
                figure(frame, "design.figures.licences", null),
                figure(frame, "design.figures.value", null));
    }

    private static KeyFigure figure(Frame frame, String key, @Nullable Link evidence) {
        return new KeyFigure(frame.text(key), frame.text(key + ".value"), frame.text(key + ".note"), evidence);
    }

    private static Matrix matrix(Frame frame) {
        return new Matrix(
                frame.text("design.matrix.title"),
                List.of(
                        frame.text("design.matrix.vendor"),
                        frame.text("design.matrix.it"),
                        frame.text("design.matrix.center")),
                List.of(
                        row(frame, "design.matrix.ports", "R", "A", "I"),
                        row(frame, "design.matrix.flows", "A", "C", "R"),
                        row(frame, "design.matrix.training", "C", "", "A")));
    }

    private static Matrix.Row row(Frame frame, String name, String... letters) {
        return new Matrix.Row(
                frame.text(name),
                Stream.of(letters)
                        .map(letter -> new Matrix.Cell(
                                letter,
                                letter.isEmpty() ? "" : frame.text("design.matrix." + letter),
                                letter.equals("A")))
                        .toList());
    }

    private static Chart finish(Frame frame) {
        return new Chart(
                frame.text("design.charts.finish"),
                Chart.Kind.AREA,
                "%",
                frame.text("design.charts.finish.summary"),
                List.of(frame.text("design.charts.month"), frame.text("design.charts.finish.series")),
                List.of(month(frame, 1, 8), month(frame, 2, 56), month(frame, 3, 83), month(frame, 4, 95)));
    }

    private static Chart volume(Frame frame) {
        return new Chart(
                frame.text("design.charts.volume"),
                Chart.Kind.BAR,
                "",
                frame.text("design.charts.volume.summary"),
                List.of(
                        frame.text("design.charts.month"),
                        frame.text("design.charts.volume.calls"),
                        frame.text("design.charts.volume.chats")),
                List.of(
                        month(frame, 1, 41_200, 4_100),
                        month(frame, 2, 40_800, 5_200),
                        month(frame, 3, 39_900, 6_700),
                        month(frame, 4, 38_900, 8_300)));
    }

    private static Chart.Row month(Frame frame, int month, int... values) {
        return new Chart.Row(
                frame.text("design.charts.month." + month),
                Arrays.stream(values)
                        .mapToObj(value -> new Chart.Point(
                                String.valueOf(value),
                                String.format(frame.texts().locale(), "%,d", value)))
                        .toList());
    }
}
