package org.fram.app.platform.register;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.register.Change.Cells;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.register.RowActs.Seen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Taking back the last thing that somebody did in a register: a change of a cell, or of many rows, an import, a
/// deletion. What somebody else changed since stays. Asked again, it takes back what was done before that.
@Component
public class UndoingChanges {

    private final Transactions transactions;
    private final Authority authority;
    private final Changes changes;
    private final Rows rows;

    UndoingChanges(Transactions transactions, Authority authority, Changes changes, Rows rows) {
        this.transactions = transactions;
        this.authority = authority;
        this.changes = changes;
        this.rows = rows;
    }

    /// What came of it.
    ///
    /// @param undone rows that are again as they were
    /// @param overtaken rows that stay, as somebody changed them since
    public record Undone(int undone, int overtaken) {}

    /// Whether there is something to take back. Is asked within a transaction.
    public boolean possible(Register register, Actor.Person me, EngagementId engagement) {
        return authority.may(me, Act.CONTRIBUTE, engagement)
                && changes.lastAct(register, engagement, me.id()).isPresent();
    }

    /// Takes it back; nothing where there is nothing.
    public Undone undoLast(Frame frame, Register register, Actor.Person me, EngagementId engagement) {
        return transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var last = changes.lastAct(register, engagement, me.id());
            if (last.isEmpty()) {
                return new Undone(0, 0);
            }
            var all = changes.ofAct(engagement, last.get());
            var undone = new AtomicInteger();
            Origin.undoing(last.get()).during(() -> {
                // Rows that one act deleted come back together: the act is their deletion.
                if (all.stream().anyMatch(change -> change.kind() == Change.Kind.DELETED)) {
                    undone.addAndGet(register.acts().restore(register, me, engagement, last.get()));
                }
                for (var change : all) {
                    if (undo(frame, register, me, engagement, change)) {
                        undone.incrementAndGet();
                    }
                }
            });
            return new Undone(undone.get(), all.size() - undone.get());
        });
    }

    private boolean undo(Frame frame, Register register, Actor.Person me, EngagementId engagement, Change change) {
        return switch (change.kind()) {
            case CHANGED -> changeBack(frame, register, me, engagement, change);
            case ADDED, RESTORED -> remove(register, me, engagement, change);
            case DELETED -> false;
        };
    }

    /// Removes a row that came by the change, unless somebody else changed it since.
    private boolean remove(Register register, Actor.Person me, EngagementId engagement, Change change) {
        var now = rows.find(register, engagement, change.row());
        if (now.isEmpty() || changes.touchedByOthers(engagement, change.row(), change.version(), me.id())) {
            return false;
        }
        var seen = Map.of(change.row(), now.get().version());
        return register.acts().delete(register, me, engagement, seen).deleted() == 1;
    }

    private static boolean changeBack(
            Frame frame, Register register, Actor.Person me, EngagementId engagement, Change change) {
        var seen = new HashMap<String, @Nullable Object>();
        var wanted = new HashMap<String, @Nullable Object>();
        for (var cell : change.cells().entrySet()) {
            var column = register.column(cell.getKey());
            // A column that the register had when it was changed and has no more is left alone.
            if (column.isPresent()) {
                Cells cells = cell.getValue();
                seen.put(cell.getKey(), read(column.get(), cells.after(), frame));
                wanted.put(cell.getKey(), read(column.get(), cells.before(), frame));
            }
        }
        return register.acts().change(register, me, engagement, change.row(), new Seen.Cells(seen), wanted)
                instanceof RowOutcome.Done;
    }

    private static @Nullable Object read(Column column, String edited, Frame frame) {
        return column.type().read(edited, frame) instanceof CellType.Reading.Value(var value) ? value : null;
    }
}
