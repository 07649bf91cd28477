package org.fram.app.platform.design;

import java.util.List;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.PageLinks;
import org.fram.app.platform.register.CellType.Editor;
import org.fram.app.platform.register.RegisterPage;
import org.fram.app.platform.register.RegisterPage.Chip;
import org.fram.app.platform.register.RegisterPage.Filter;
import org.fram.app.platform.register.RegisterPage.Head;
import org.fram.app.platform.register.RegisterPage.Line;
import org.fram.app.platform.register.RegisterPage.RowCell;
import org.fram.app.platform.register.RegisterPage.View;

/// A register to look at: a kept view, a filter, a cell that somebody else changed, one that is refused.
final class SampleRegister {

    private static final String HERE = "/design";

    private SampleRegister() {}

    static RegisterPage of(Frame frame) {
        String text = frame.text("design.register.text");
        String owner = frame.text("design.register.owner");
        String day = frame.text("design.register.day");
        String costs = frame.text("design.register.costs");
        return new RegisterPage(
                "sample",
                HERE,
                "sort=ref",
                "",
                frame.text("register.count", 3),
                false,
                true,
                false,
                List.of(
                        new Head("ref", frame.text("design.register.ref"), HERE, "ascending", "line"),
                        new Head("text", text, HERE, null, "wide"),
                        new Head("owner", owner, HERE, null, "line"),
                        new Head("day", day, HERE, null, "day"),
                        new Head("costs", costs, HERE, null, "amount")),
                List.of(
                        new Line(
                                "1",
                                "A-1",
                                HERE,
                                null,
                                List.of(
                                        cell("text", text, frame.text("design.register.one.text")),
                                        cell("owner", owner, frame.text("design.matrix.it")),
                                        cell("day", day, frame.text("design.table.row1.need")),
                                        amount(costs, frame.text("design.register.one.costs")))),
                        new Line(
                                "2",
                                "A-2",
                                HERE,
                                null,
                                List.of(
                                        cell("text", text, frame.text("design.register.two.text")),
                                        overtaken(frame, owner),
                                        cell("day", day, ""),
                                        amount(costs, ""))),
                        new Line(
                                "3",
                                "A-3",
                                HERE,
                                null,
                                List.of(
                                        cell("text", text, frame.text("design.register.three.text")),
                                        cell("owner", owner, ""),
                                        refused(frame, day),
                                        amount(costs, frame.text("design.register.three.costs"))))),
                List.of(new Chip(text + ": " + frame.text("design.register.filter"), HERE)),
                List.of(new Filter("text", text, Editor.LINE, frame.text("design.register.filter"), "", List.of())),
                List.of(new Choice("text", text, true), new Choice("owner", owner, true)),
                List.of(new Choice("100", frame.text("register.pageOf", 100), true)),
                Link.to(HERE, frame.text("register.open")),
                List.of(new View(new Link(HERE, frame.text("design.register.view"), true), true, "")),
                new PageLinks(frame.text("pages.range", 1, 3, 3), null, null),
                "",
                "",
                List.of());
    }

    private static RowCell cell(String column, String title, String text) {
        return new RowCell(column, title, "line", text, text, "", null, "", "", false);
    }

    private static RowCell amount(String title, String text) {
        return new RowCell("costs", title, "amount", text, text, "", null, "", "", false);
    }

    private static RowCell overtaken(Frame frame, String title) {
        String theirs = frame.text("design.matrix.vendor");
        return new RowCell(
                "owner", title, "line", theirs, theirs, "", null, "", frame.text("design.matrix.center"), true);
    }

    private static RowCell refused(Frame frame, String title) {
        String text = frame.text("design.table.row2.need");
        return new RowCell(
                "day",
                title,
                "day",
                text,
                text,
                "",
                null,
                frame.text("register.refused.day", "3/4/2027"),
                "3/4/2027",
                false);
    }
}
