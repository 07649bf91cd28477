package org.fram.app.status.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.office.Block;
import org.fram.office.Blocks;

/// A status report as a document of Word.
final class ReportDocument {

    private ReportDocument() {}

    static List<Block> of(Frame frame, StatusPage.Shown shown) {
        var blocks = new Blocks()
                .heading(1, frame.text("status.document.title", shown.engagement()))
                .paragraph(shown.about())
                .heading(2, shown.word() + ". " + shown.verdict())
                .paragraph(shown.compared())
                .table(
                        shown.figures().stream().map(KeyFigure::name).toList(),
                        shown.figures().isEmpty()
                                ? List.of()
                                : List.of(shown.figures().stream()
                                        .map(figure -> together(figure.value(), figure.note()))
                                        .toList()));
        var trend = shown.trend();
        if (trend != null) {
            blocks.heading(2, frame.text("status.trend.title")).paragraph(trend.summary());
        }
        // What a committee has to decide comes before all that it may read.
        shown.sections().stream().filter(StatusPage.Section::first).forEach(one -> section(frame, blocks, one));
        blocks.heading(2, frame.text("status.areas"))
                .table(
                        List.of(
                                frame.text("status.document.area"),
                                frame.text("status.document.light"),
                                frame.text("status.document.because"),
                                frame.text("status.document.figures")),
                        shown.areas().stream().map(area -> row(area)).toList());
        if (!shown.slips().isEmpty()) {
            blocks.heading(2, frame.text("status.slips"));
            blocks.table(
                    slipHeadings(frame),
                    shown.slips().stream().map(ReportDocument::slip).toList());
            blocks.paragraph(shown.followed());
        }
        if (!shown.gained().isEmpty()) {
            blocks.heading(2, frame.text("status.gained"));
            blocks.table(
                    slipHeadings(frame),
                    shown.gained().stream().map(ReportDocument::slip).toList());
        }
        shown.sections().stream().filter(one -> !one.first()).forEach(one -> section(frame, blocks, one));
        return blocks.all();
    }

    /// Columns that would be empty are left out.
    private static void section(Frame frame, Blocks blocks, StatusPage.Section section) {
        boolean owned = section.lines().stream().anyMatch(line -> !line.who().isEmpty());
        boolean dated = section.lines().stream().anyMatch(line -> !line.due().isEmpty());
        blocks.heading(2, section.title());
        blocks.table(
                cells(
                        owned,
                        dated,
                        frame.text("status.document.number"),
                        frame.text("status.document.what"),
                        frame.text("status.document.who"),
                        frame.text("status.document.due")),
                section.lines().stream()
                        .map(line -> cells(
                                owned,
                                dated,
                                line.ref(),
                                together(line.text(), line.note(), line.fresh() ? frame.text("status.new") : ""),
                                line.who(),
                                line.late() ? frame.text("status.document.late", line.due()) : line.due()))
                        .toList());
    }

    private static List<String> cells(
            boolean owned, boolean dated, String number, String what, String who, String due) {
        var cells = new ArrayList<>(List.of(number, what));
        if (owned) {
            cells.add(who);
        }
        if (dated) {
            cells.add(due);
        }
        return cells;
    }

    private static List<String> row(StatusPage.Area area) {
        return List.of(
                area.title(),
                together(area.word(), area.was()),
                together(area.because(), area.seen()),
                area.figures().stream()
                        .map(figure -> "%s: %s%s"
                                .formatted(
                                        figure.name(),
                                        figure.value(),
                                        figure.change().isEmpty() ? "" : " (" + figure.change() + ")"))
                        .collect(Collectors.joining("\n")));
    }

    private static List<String> slipHeadings(Frame frame) {
        return List.of(
                frame.text("status.document.number"),
                frame.text("status.document.what"),
                frame.text("status.document.was"),
                frame.text("status.document.is"));
    }

    private static List<String> slip(StatusPage.Slip slip) {
        return List.of(
                slip.ref(), together(slip.text(), slip.followers()), slip.was(), together(slip.is(), slip.days()));
    }

    private static String together(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }
}
