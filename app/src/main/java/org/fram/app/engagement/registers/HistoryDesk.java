package org.fram.app.engagement.registers;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.UUID;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.identity.People;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.register.CellType.Reading;
import org.fram.app.platform.register.Change;
import org.fram.app.platform.register.Changes;
import org.fram.app.platform.register.Column;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.RegisterPages;
import org.springframework.stereotype.Component;

/// Puts the history of a row into words. Is asked within a transaction of whoever looks.
@Component
class HistoryDesk {

    private static final int SHOWN = 100;
    private static final String FROM_A_PAGE = "page";

    private final Changes changes;
    private final Engagements engagements;
    private final People people;

    HistoryDesk(Changes changes, Engagements engagements, People people) {
        this.changes = changes;
        this.engagements = engagements;
        this.people = people;
    }

    /// The newest first.
    List<HistoryLine> of(Frame frame, Register register, EngagementId engagement, UUID row) {
        var zone = engagements.get(engagement).timeZone();
        var all = changes.of(engagement, row, SHOWN);
        var names = people.names(all.stream().map(Change::person).collect(toSet()));
        return all.stream()
                .map(change -> new HistoryLine(
                        frame.time(change.time(), zone),
                        names.getOrDefault(change.person(), frame.text("register.history.somebody")),
                        frame.text("register.history." + change.kind().code()),
                        change.origin().equals(FROM_A_PAGE) ? "" : frame.text("register.origin." + change.origin()),
                        cells(frame, register, change)))
                .toList();
    }

    private static List<HistoryLine.Cell> cells(Frame frame, Register register, Change change) {
        return register.columns().stream()
                .filter(column -> change.cells().containsKey(column.key()))
                .map(column -> {
                    var cells = change.cells().get(column.key());
                    return new HistoryLine.Cell(
                            RegisterPages.title(frame, register, column),
                            cells == null ? "" : shown(frame, column, cells.before()),
                            cells == null ? "" : shown(frame, column, cells.after()));
                })
                .toList();
    }

    private static String shown(Frame frame, Column column, String edited) {
        return column.type().read(edited, frame) instanceof Reading.Value(var value)
                ? column.type().show(value, frame)
                : edited;
    }
}
