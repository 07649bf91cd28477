package org.fram.app.platform.register;

import java.util.ArrayList;
import java.util.List;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Frame;
import org.fram.office.Cell;
import org.fram.office.Sheet;
import org.springframework.stereotype.Component;

/// Exporting the rows of a register that match a query, with all columns, so that importing the file again changes
/// nothing. Is asked within a transaction.
@Component
public class Exporting {

    private final Rows rows;

    Exporting(Rows rows) {
        this.rows = rows;
    }

    /// The list as a sheet with a head.
    public Sheet sheet(Frame frame, Register register, EngagementId engagement, Query query) {
        var lines = new ArrayList<Sheet.Line>();
        lines.add(line(
                1,
                register.columns().stream()
                        .<Cell>map(column -> new Cell.Words(RegisterPages.title(frame, register, column)))
                        .toList()));
        for (Row row : rows.all(register, engagement, query)) {
            lines.add(line(
                    lines.size() + 1,
                    register.columns().stream()
                            .map(column -> column.type().export(row.get(column.key()), frame))
                            .toList()));
        }
        return new Sheet(frame.text(register.texts() + ".title"), lines);
    }

    private static Sheet.Line line(int number, List<Cell> cells) {
        return new Sheet.Line(number, cells);
    }
}
