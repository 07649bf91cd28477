package org.fram.app.platform.register;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;

/// What can be done to the rows of a register. It is the only way to write them, from pages, imports and
/// elsewhere, so that a module's rules hold everywhere.
///
/// Each throws NotAllowedException where the person may not, and NotFoundException where to them there is no
/// such engagement.
public interface RowActs {

    /// Adds a row; one without a number gets the next.
    ///
    /// @param values by the keys of the columns; what is missing is empty
    default RowOutcome add(
            Register register, Actor.Person me, EngagementId engagement, Map<String, @Nullable Object> values) {
        return addAll(register, me, engagement, List.of(values)).getFirst();
    }

    /// Adds rows; those that are refused are not there afterwards, the others are.
    ///
    /// @param rows of each the values by the keys of the columns
    /// @return as many as there are rows, in their order
    List<RowOutcome> addAll(
            Register register, Actor.Person me, EngagementId engagement, List<Map<String, @Nullable Object>> rows);

    /// Changes cells of a row, unless somebody else changed them in the meantime.
    ///
    /// @param seen what the person saw when they decided
    /// @param wanted by the keys of the columns; the others stay
    RowOutcome change(
            Register register,
            Actor.Person me,
            EngagementId engagement,
            UUID row,
            Seen seen,
            Map<String, @Nullable Object> wanted);

    /// Deletes rows that are still as they were seen.
    ///
    /// @param rows with the version seen of each
    Deletion delete(Register register, Actor.Person me, EngagementId engagement, Map<UUID, Integer> rows);

    /// Brings back what one deletion deleted.
    ///
    /// @return how many rows came back; one whose number has gone to another row in the meantime gets the
    /// next
    int restore(Register register, Actor.Person me, EngagementId engagement, UUID deletion);

    /// What somebody saw before they decided.
    sealed interface Seen {

        /// The whole row in a version: whoever changed any cell since was first.
        record Version(int version) implements Seen {}

        /// Some cells: whoever changed one of these was first; changes of other cells do not matter.
        ///
        /// @param values by the keys of the columns that are to be changed
        record Cells(Map<String, @Nullable Object> values) implements Seen {}
    }

    /// What came of adding or changing a row.
    sealed interface RowOutcome {

        record Done(Row row) implements RowOutcome {}

        /// Nothing was stored.
        ///
        /// @param reasons by the keys of the columns
        record Refused(Map<String, Text> reasons) implements RowOutcome {}

        /// Somebody else was first, and nothing was stored.
        ///
        /// @param now the row as they left it
        record Overtaken(Row now) implements RowOutcome {}

        /// Somebody deleted the row.
        record Gone() implements RowOutcome {}
    }

    /// What came of deleting.
    ///
    /// @param id by which the rows come back
    /// @param deleted how many rows went
    /// @param overtaken how many stayed, as somebody had changed them
    record Deletion(UUID id, int deleted, int overtaken) {}
}
