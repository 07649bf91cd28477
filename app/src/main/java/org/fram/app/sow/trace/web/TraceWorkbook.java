package org.fram.app.sow.trace.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fram.app.platform.pages.Frame;
import org.fram.app.sow.trace.Promised;
import org.fram.app.sow.trace.Trace;
import org.fram.office.Cell;
import org.fram.office.Sheet;

/// The trace as a workbook: a matrix with a row for each requirement and each obligation that it names, what
/// nobody asked for, and the coverage of each source.
final class TraceWorkbook {

    private static final int MOST_OF_A_CELL = 32_767;

    private final Frame frame;

    private TraceWorkbook(Frame frame) {
        this.frame = frame;
    }

    static List<Sheet> of(Frame frame, Trace trace) {
        var workbook = new TraceWorkbook(frame);
        return List.of(workbook.matrix(trace), workbook.unasked(trace), workbook.coverage(trace));
    }

    private Sheet matrix(Trace trace) {
        var lines = new ArrayList<List<Cell>>();
        lines.add(head(
                "sow.requirement.column.ref",
                "sow.requirement.column.text",
                "sow.requirement.column.source",
                "sow.trace.standing",
                "sow.trace.obligation",
                "sow.field.text",
                "sow.field.section",
                "sow.field.accountable",
                "sow.trace.state"));
        for (var line : trace.lines()) {
            var asked = line.asked();
            var own = List.of(
                    words(asked.ref()),
                    words(asked.text()),
                    words(TraceDesk.source(frame, asked)),
                    words(frame.text("sow.trace.standing." + line.standing().code())));
            if (line.links().isEmpty()) {
                lines.add(own);
            }
            for (var link : line.links()) {
                lines.add(Stream.concat(own.stream(), answer(link).stream()).toList());
            }
        }
        return sheet("sow.trace.sheet.matrix", lines);
    }

    private List<Cell> answer(Trace.Link link) {
        return switch (link) {
            case Trace.Link.Found(var _, var one) -> obligation(one.code(), one);
            case Trace.Link.Dropped(var label, var one) -> obligation(label, one);
            case Trace.Link.Unknown(var label) ->
                List.of(words(label), words(""), words(""), words(""), words(frame.text("sow.trace.lost")));
        };
    }

    private List<Cell> obligation(String label, Promised one) {
        return List.of(
                words(label),
                words(one.text()),
                words(one.section()),
                words(one.party()),
                words(TraceDesk.state(frame, one)));
    }

    private Sheet unasked(Trace trace) {
        var lines = new ArrayList<List<Cell>>();
        lines.add(head(
                "sow.trace.obligation",
                "sow.field.text",
                "sow.field.section",
                "sow.field.accountable",
                "sow.trace.state",
                "sow.field.kind"));
        for (var one : trace.unasked()) {
            lines.add(Stream.concat(
                            obligation(one.code(), one).stream(),
                            Stream.of(words(
                                    frame.text("sow.kind." + one.kind().name().toLowerCase(Locale.ROOT)))))
                    .toList());
        }
        return sheet("sow.trace.sheet.unasked", lines);
    }

    private Sheet coverage(Trace trace) {
        var lines = new ArrayList<List<Cell>>();
        lines.add(head(
                "sow.requirement.column.source",
                "sow.trace.figure.all",
                "sow.trace.figure.covered",
                "sow.requirement.column.deferred",
                "sow.trace.figure.without"));
        for (var of : trace.coverage()) {
            var source = of.source();
            lines.add(List.of(
                    words(
                            source == null
                                    ? frame.text("sow.trace.noSource")
                                    : frame.text("sow.requirement.source." + source.code())),
                    number(of.all()),
                    number(of.answered()),
                    number(of.deferred()),
                    number(of.open())));
        }
        return sheet("sow.trace.sheet.coverage", lines);
    }

    private List<Cell> head(String... keys) {
        return Stream.of(keys).map(frame::text).<Cell>map(Cell.Words::new).toList();
    }

    private Sheet sheet(String title, List<List<Cell>> lines) {
        var numbered = new ArrayList<Sheet.Line>();
        lines.forEach(cells -> numbered.add(new Sheet.Line(numbered.size() + 1, cells)));
        return new Sheet(frame.text(title), numbered);
    }

    private static Cell words(String text) {
        return new Cell.Words(text.length() <= MOST_OF_A_CELL ? text : text.substring(0, MOST_OF_A_CELL - 1) + "…");
    }

    private static Cell number(int number) {
        return new Cell.Amount(BigDecimal.valueOf(number));
    }
}
