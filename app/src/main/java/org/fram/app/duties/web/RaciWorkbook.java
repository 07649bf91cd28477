package org.fram.app.duties.web;

import java.util.ArrayList;
import java.util.List;
import org.fram.app.duties.Activity;
import org.fram.app.duties.Grid;
import org.fram.app.duties.Participant;
import org.fram.app.platform.pages.Frame;
import org.fram.office.Cell;
import org.fram.office.Sheet;

/// The table of responsibilities as a workbook of one sheet, as it is taken in again.
final class RaciWorkbook {

    private RaciWorkbook() {}

    static Sheet of(Frame frame, Grid grid) {
        var lines = new ArrayList<Sheet.Line>();
        var head = new ArrayList<Cell>();
        head.add(words(frame.text("duties.activity.column.ref")));
        head.add(words(frame.text("duties.activity.column.area")));
        head.add(words(frame.text("duties.activity.column.text")));
        grid.columns().forEach(column -> head.add(words(column.name())));
        head.add(words(frame.text("duties.sheet.standing")));
        lines.add(new Sheet.Line(1, head));
        for (var row : grid.rows()) {
            lines.add(new Sheet.Line(lines.size() + 1, cells(frame, grid.columns(), row)));
        }
        return new Sheet(frame.text("duties.raci.title"), lines);
    }

    private static List<Cell> cells(Frame frame, List<Participant> columns, Activity row) {
        var cells = new ArrayList<Cell>();
        cells.add(words(row.ref()));
        cells.add(words(RaciDesk.title(frame, row.area())));
        cells.add(words(row.text()));
        columns.forEach(column -> cells.add(words(row.letters(column.name()).text())));
        cells.add(words(frame.text(row.confirmed() ? "duties.raci.confirmed" : "duties.raci.proposed")));
        return cells;
    }

    private static Cell words(String text) {
        return new Cell.Words(text);
    }
}
